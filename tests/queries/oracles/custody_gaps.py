"""What `colocation/custody_gaps` must answer, in plain Python.

A gap lasts, at most, from the earliest moment by which all that came before it may have been over to the latest one by which the
next thing had begun; at least, as long as no step could have been, whether each denial is right or wrong. What came before is
what had begun earlier, at the latest; or that and one thing of which no source says closely enough when it was: then the order
is only possible. Of what nobody knows when it was nobody can say that: it begins and ends no gap, and could lie in any. How sure
a gap is depends on these times, and not on where the steps were: in a gap the person was at no place.
What is denied ends no gap and fills none, and a denied release frees nobody: a gap among what nobody denies stands, and is
possible where something denied may lie in it, but for a disappearance. Beside these stand gaps that begin or end with something
denied, or that are gaps only if the person was taken again after a release, as somebody says and others deny.
Nobody is in custody who was free, or dead. Where only the order says whether they were, the gap is possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from graph.projection import Link, Node, Projection
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO
from tests.queries.oracles.agreement import Parameters
from tests.queries.rule import Asked, Row, cited, gap_days, time_of

HOUR = timedelta(hours=1)
NEVER = datetime.max
"""After all that a source may say: nothing ends the gap."""
DEATHS = ("death", "killing")
LIVING = ("held", "arrest", "transfer", "detention", "beating", "torture", "sexual_violence", "disappearance")
"""What nobody suffers who is dead."""


@dataclass(frozen=True)
class Step:
    """A stay, or an event the person suffered: its limits, and the last moment by which it had begun.

    `over`: the first moment at which it may have been over. `by`: the limit of when it had begun; that moment itself where it is
    `reached`, as a core is; else it was before: whatever happened on the 11th had begun before the 12th.
    """

    thing: Link | Node
    begin: datetime
    end: datetime
    over: datetime
    by: datetime
    reached: bool
    denied: bool

    @property
    def begun(self) -> tuple[datetime, bool]:
        """By which steps are put in order."""
        return self.by, self.reached

    @property
    def is_dated(self) -> bool:
        """Whether anything is said of when it was."""
        return self.begin != UNKNOWN_FROM or self.by != UNKNOWN_TO

    @property
    def is_loose(self) -> bool:
        """Whether it may have been over before it had begun at the latest: it may come before or after what was meanwhile."""
        return self.over < self.by

    @property
    def id(self) -> str:
        return self.thing.id

    @property
    def kind(self) -> str:
        return "held" if isinstance(self.thing, Link) else str(self.thing.properties.get("kind") or "other")

    @property
    def is_release(self) -> bool:
        return self.kind == "release"

    @property
    def is_death(self) -> bool:
        return self.kind in DEATHS

    @property
    def ends_custody(self) -> bool:
        return self.is_release or self.is_death

    def meets(self, since: datetime, until: datetime | None) -> bool:
        """Whether it may have been then."""
        return since < self.end and self.begin < (until or UNKNOWN_TO)

    def may_follow(self, other: Step) -> bool:
        """Whether the other one may have been over when this one began."""
        return other.over < self.by or (other.over == self.by and other.reached and self.reached)

    def shows_alive(self, death: Step) -> bool:
        """Whether this was still so when the person is said to have been dead."""
        return self.kind in LIVING and death.end <= self.over


@dataclass(frozen=True)
class Gap:
    """A gap among some steps: those that came before it, since when it may last, and what ends it."""

    before: list[Step]
    since: datetime
    after: Step | None
    lost: tuple[Step, ...] = ()

    @property
    def last(self) -> Step:
        """Of what was over then, and does not end custody, the one that had begun last. Where a release was over last: who came
        after it."""
        held = [step for step in self.before if step.denied or not step.ends_custody]
        over = [step for step in held if step.over == self.since]
        releases = [step for step in self.before if step.is_release and not step.denied]
        last = over or [step for step in held if all(step.may_follow(release) for release in releases)]
        return min(last, key=lambda step: (NEVER - step.over, NEVER - step.by, step.id))

    @property
    def undenied(self) -> list[Step]:
        """What nobody denies of what had come before."""
        return [step for step in self.before if not step.denied]

    @property
    def dated(self) -> set[str]:
        """Of that, what anybody knows the time of."""
        return {step.id for step in self.undenied if step.is_dated}

    @property
    def most(self) -> int | None:
        """Whole hours; None where it has no end, or nobody can say."""
        return _most(self.since, self.after)

    @property
    def hangs_on_denied(self) -> bool:
        """Whether it begins with what is denied, or is none without what is denied, for the person was free or dead."""
        return self.last.denied or _out_of_custody(self.undenied)

    @property
    def is_denied(self) -> bool:
        """Whether it hangs on that, or ends with what is denied, or lasts since a disappearance that is."""
        return self.hangs_on_denied or bool(self.denied_lost) or (self.after is not None and self.after.denied)

    @property
    def retaken(self) -> list[Step]:
        """What somebody says came after a release or a death, and others deny; nothing where something else did."""
        if not _out_of_custody(self.undenied):
            return []
        said = [step for step in self.before if step.denied and not step.is_release]
        releases = [step for step in self.undenied if step.is_release]
        deaths = [step for step in self.undenied if step.is_death]
        return [step for step in said if any(map(step.may_follow, releases)) or any(map(step.shows_alive, deaths))]

    @property
    def denied_lost(self) -> list[Step]:
        return [step for step in self.lost if step.denied]

    def perhaps_over(self, steps: Sequence[Step]) -> list[Step]:
        """Of these, the releases and deaths that nobody denies, and that may have ended the custody before the next step; what
        surely did makes it no gap."""
        inside = [release for release in self.undenied if release.is_release and not self._is_followed(release)]
        inside += [step for step in self.undenied if step.is_death]
        if self.after is None:
            return inside
        others = [step for step in steps if step.ends_custody and not step.denied and step not in self.before]
        return inside + [step for step in others if step.over < self.after.by and step.begun != self.after.begun]

    def _is_followed(self, release: Step) -> bool:
        """Whether something else surely came after it."""
        return any(release.end <= step.begin for step in self.before if not step.ends_custody)

    def denied_within(self, steps: Sequence[Step]) -> list[Step]:
        """Of these, what is denied and may lie in it; and a death, unless the person was seen alive since."""
        until = self.after.by if self.after else UNKNOWN_TO
        denied = [step for step in steps if step.denied and step.kind != "disappearance"]
        within = [step for step in denied if not step.is_death and step.meets(self.since, until)]
        deaths = [step for step in denied if step.is_death and step.begin < until]
        return within + [death for death in deaths if not any(step.shows_alive(death) for step in self.undenied)]

    def least(self, steps: Sequence[Step]) -> timedelta:
        """As long as no step could have been, nor any that is denied; and nobody can have been free or dead."""
        assert self.after is not None
        around = (self.last, self.after)
        if self.hangs_on_denied or any(step in self.before for step in self.perhaps_over(steps)):
            return timedelta()
        begin = max(step.end for step in self.undenied)
        end = min([self.after.begin, *(step.begin for step in steps if not step.denied and step not in self.before)])
        ends = [step.begin for step in self.denied_within(steps) if step.ends_custody and step not in around]
        end = min([end, *ends])
        denied = [step for step in steps if step.denied and not step.ends_custody and step not in around]
        cuts = sorted({begin, end, *(at for step in denied for at in (step.begin, step.end) if begin < at < end)})
        free = [(a, b) for a, b in pairwise(cuts) if b <= end and not any(step.begin <= a and b <= step.end for step in denied)]
        return sum((b - a for a, b in free), timedelta()) if begin < end else timedelta()


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows of everybody, in order."""
    least: Any = parameters["min_hours"]
    people = [node.id for node in projection.nodes if node.label == "Person"]
    return ordered([row for person in people for row in _Person(projection, person).gaps(least)])


def ordered(rows: list[Row]) -> list[Row]:
    """By person, then by time; who was never seen again last."""

    def key(row: Row) -> tuple[Any, ...]:
        next_, last = (row[f"{which}_stay"] or row[f"{which}_event"] or "" for which in ("next", "last"))
        return row["victim"], row["since"], row["until"] or NEVER, next_, last

    return sorted(rows, key=key)


class _Person:
    def __init__(self, projection: Projection, person: str) -> None:
        self.person = person
        self.nodes = {node.id: node for node in projection.nodes}
        self.suffered = [link for link in projection.links if link.type == "SUFFERED" and link.begin == person]
        self.occurred = [link for link in projection.links if link.type == "OCCURRED_AT"]
        things: list[Link | Node] = [link for link in projection.links if link.type == "HELD_AT" and link.begin == person]
        things += [self.nodes[id_] for id_ in sorted({link.end for link in self.suffered})]
        self.steps = [step_of(thing, denied=is_denied(thing, self.suffered)) for thing in things]

    def gaps(self, least: int) -> Iterator[Row]:
        """Those among what nobody denies; then those that begin or end with something denied, unless that lies in one of these:
        the same had come before."""
        listed = [*_gaps([step for step in self.steps if not step.denied], least)]
        yield from (self._row(gap, least) for gap in listed)
        for gap in _gaps(self.steps, least):
            if gap.is_denied and not any(gap.dated == other.dated for other in listed):
                yield self._row(gap, least)

    def _row(self, gap: Gap, least: int) -> Row:
        after, since, until = gap.after, gap.since, gap.after.by if gap.after else None
        around = [step for step in (gap.last, after) if step is not None]
        perhaps = gap.perhaps_over(self.steps)
        lasted = gap.least(self.steps) if after else None
        filled = (
            max(step.end for step in gap.undenied or gap.before) == UNKNOWN_TO
            if lasted is None
            else (lasted // HOUR < least or not lasted)
        )
        happened = {step.id for step in around if isinstance(step.thing, Node)}
        joins = [link for link in self.suffered if link.end in happened | {step.id for step in gap.denied_lost}]
        places = [link for link in self.occurred if link.begin in happened]
        denied = [step for step in gap.denied_within(self.steps) if step not in around]
        said, retaken = _in_order([*denied, *perhaps]), _in_order(step for step in gap.retaken if step not in around)
        loose = [step for step in self.steps if step.is_loose and not step.denied and step not in [*around, *perhaps]]
        loose = _in_order(step for step in loose if step.over < (until or UNKNOWN_TO) and since < step.by)
        members = [step.thing for step in around] + joins
        if gap.is_denied or any(member.properties.get("disputed") for member in members) or said or filled:
            certainty = "possible"
        else:
            certainty = "assumed" if any(step.thing.properties.get("bridged") for step in around) else "certain"
        rests: list[Link | Node] = [*members, *places, *self._rest([*said, *retaken, *loose])]
        claims: Any = [thing.properties.get("claims", ()) for thing in rests]
        return {
            "victim": self.person,
            **self._told("last", gap.last),
            **self._told("next", after),
            "since": since,
            "until": until,
            "most_hours": gap.most,
            "least_hours": None if lasted is None else lasted // HOUR,
            "between": [self._words(step) for step in said],
            "retaken": [self._words(step) for step in retaken],
            "unordered": [self._words(step) for step in loose],
            "certainty": certainty,
            "gap_days": gap_days((step.thing for step in around), Asked(since, until or UNKNOWN_TO)),
            "claims": sorted({claim for told in claims for claim in told}),
        }

    def _rest(self, said: list[Step]) -> Iterator[Link | Node]:
        """What says so of a denied step: the stay, or the event and the links that the person suffered it."""
        for step in said:
            yield step.thing
            yield from (link for link in self.suffered if link.end == step.id)

    def _words(self, step: Step) -> str:
        return f"held at {self.nodes[step.thing.end].properties['name']}" if isinstance(step.thing, Link) else step.kind

    def _places(self, event: str) -> list[str]:
        """Where it was, whoever denies it. If there are several, it was at one of them."""
        return sorted({link.end for link in self.occurred if link.begin == event})

    def _told(self, which: str, step: Step | None) -> Row:
        if step is None:
            return dict.fromkeys((f"{which}_kind", f"{which}_station", f"{which}_stay", f"{which}_event"))
        if isinstance(step.thing, Link):
            places, stay, event = [step.thing.end], step.id, None
        else:
            places, stay, event = self._places(step.id), None, step.id
        return {
            f"{which}_kind": step.kind,
            f"{which}_station": places[0] if len(places) == 1 else None,
            f"{which}_stay": stay,
            f"{which}_event": event,
        }


def is_denied(step: Link | Node, suffered: Sequence[Link]) -> bool:
    """A stay that somebody denies, or an event that somebody denies the person suffered, however often it is told."""
    told = [link for link in suffered if link.end == step.id] if isinstance(step, Node) else [step]
    return all(link.properties.get("disputed") for link in told)


def _gaps(steps: list[Step], least: int) -> Iterator[Gap]:
    """The gaps among these, as long as nobody was free or dead. A denied death comes before nothing: who lives on did not die."""
    coming = [step for step in steps if not (step.denied and step.is_death)]
    for begun in sorted({step.begun for step in steps if step.is_dated}):
        sure = [step for step in coming if step.begun < begun]
        loose = [s for s in coming if s.is_dated and not s.ends_custody and s.begun >= begun and s.over < begun[0]]
        out = bool(sure) and _out_of_custody(sure)  # then whatever may have come after it tells of custody again
        for before in [sure, *([*sure, one] for one in loose if out or all(step.over <= one.over for step in sure))]:
            since = max((step.over for step in before), default=None)
            following = [step for step in steps if step.begun == begun and step.is_dated and step not in before]
            if since is not None and since < begun[0] and following and not _out_of_custody(before):
                first = min(following, key=lambda step: (not step.ends_custody, step.id))
                most = _most(since, first)
                if most is None or most >= least:
                    yield Gap(before, since, first)
    lost = [step for step in coming if step.kind == "disappearance" and all(other.begin < step.end for other in coming)]
    if lost and not _out_of_custody(coming):
        yield Gap(coming, max(step.over for step in coming), None, tuple(lost))


def _most(since: datetime, after: Step | None) -> int | None:
    if after is None or since == UNKNOWN_FROM or after.by == UNKNOWN_TO:
        return None
    last = after.by if after.reached else after.by - timedelta.resolution
    return (last - since) // HOUR


def step_of(thing: Link | Node, *, denied: bool) -> Step:
    """When it had begun, and when it may have been over."""
    begin, end = time_of(thing, "possible_from"), time_of(thing, "possible_to")
    if "certain_from" in thing.properties:
        over, by, reached = time_of(thing, "certain_to"), time_of(thing, "certain_from"), True
    else:
        known = [(max(first, begin), min(last, end)) for first, last in cited(thing) if first < end and begin < last]
        known = known or [(begin, end)]
        over, by, reached = max(first for first, _ in known), min(last for _, last in known), False
    return Step(thing, begin, end, over, by, reached, denied)


def _out_of_custody(before: Sequence[Step]) -> bool:
    """Whether one of them is a release that nobody denies, after which none can have been anything else; or a death at a time
    that somebody knows, since which none shows the person alive."""
    others = [step for step in before if not step.ends_custody]
    releases = [step for step in before if step.is_release and not step.denied]
    deaths = [step for step in before if step.is_death and not step.denied and step.is_dated]
    free = any(not any(step.may_follow(release) for step in others) for release in releases)
    return free or any(not any(step.shows_alive(death) for step in before) for death in deaths)


def _in_order(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: (step.begin, step.id))
