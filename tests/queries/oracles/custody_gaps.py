"""What `colocation/custody_gaps` must answer, in plain Python.

A gap lasts, at most, from the earliest moment by which all that came before it may have been over to the latest one by which the
next thing had begun; at least, as long as no step could have been. What came before is what had begun earlier, at the latest. Of
what nobody knows when it was nobody can say that: it begins and ends no gap, and could lie in any. How sure a gap is depends on
these times, and not on where the steps were: in a gap the person was at no place.
What is denied ends no gap and fills none, and a denied release frees nobody: a gap among what nobody denies stands, and is
possible where something denied may lie in it, but for a disappearance. Beside these stand gaps that begin or end with something
denied, or that are gaps only if the person was taken again after a release, as somebody says and others deny.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from graph.projection import Link, Node, Projection
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO
from tests.queries.oracles.agreement import Parameters
from tests.queries.rule import Asked, Row, cited, gap_days, time_of

HOUR = timedelta(hours=1)
NEVER = datetime.max
"""After all that a source may say: nothing ends the gap."""


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
    def id(self) -> str:
        return self.thing.id

    @property
    def kind(self) -> str:
        return "held" if isinstance(self.thing, Link) else str(self.thing.properties.get("kind") or "other")

    def meets(self, since: datetime, until: datetime | None) -> bool:
        """Whether it may have been then."""
        return since < self.end and self.begin < (until or UNKNOWN_TO)


@dataclass(frozen=True)
class Gap:
    """A gap among some steps: those that had begun before it, since when it may last, and what ends it."""

    among: list[Step]
    before: list[Step]
    since: datetime
    after: Step | None
    lost: tuple[Step, ...] = ()

    @property
    def last(self) -> Step:
        """Of those that were over then, the one that had begun last."""
        over = [step for step in self.before if step.over == self.since]
        begun = max(step.by for step in over)
        return min((step for step in over if step.by == begun), key=lambda step: step.id)

    @property
    def undenied(self) -> set[str]:
        """What nobody denies of what had come before, as far as anybody knows when it was."""
        return {step.id for step in self.before if step.is_dated and not step.denied}

    @property
    def most(self) -> int | None:
        """Whole hours; None where it has no end, or nobody can say."""
        return _most(self.since, self.after)

    @property
    def is_denied(self) -> bool:
        """Whether it begins or ends with what is denied, or lasts since a disappearance that is; or is none without what
        is denied, for the person was free."""
        return bool(self.retaken) or self.last.denied or bool(self.denied_lost) or (self.after is not None and self.after.denied)

    @property
    def retaken(self) -> list[Step]:
        """What somebody says came after a release, and others deny; nothing where something else did."""
        if not _free([step for step in self.before if not step.denied]):
            return []
        over = [step.end for step in self.before if step.kind == "release" and not step.denied]
        return [step for step in self.before if step.denied and step.kind != "release" and min(over) <= step.begin]

    @property
    def denied_lost(self) -> list[Step]:
        return [step for step in self.lost if step.denied]


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows of everybody, in order."""
    least: Any = parameters["min_hours"]
    people = [node.id for node in projection.nodes if node.label == "Person"]
    return ordered([row for person in people for row in _Person(projection, person).gaps(least)])


def ordered(rows: list[Row]) -> list[Row]:
    """By person, then by time; who was never seen again last."""
    return sorted(
        rows, key=lambda row: (row["victim"], row["since"], row["until"] or NEVER, row["next_stay"] or row["next_event"] or "")
    )


class _Person:
    def __init__(self, projection: Projection, person: str) -> None:
        self.person = person
        self.nodes = {node.id: node for node in projection.nodes}
        self.suffered = [link for link in projection.links if link.type == "SUFFERED" and link.begin == person]
        self.occurred = [link for link in projection.links if link.type == "OCCURRED_AT"]
        things: list[Link | Node] = [link for link in projection.links if link.type == "HELD_AT" and link.begin == person]
        things += [self.nodes[id_] for id_ in sorted({link.end for link in self.suffered})]
        self.steps = [_step(thing, denied=is_denied(thing, self.suffered)) for thing in things]

    def gaps(self, least: int) -> Iterator[Row]:
        """Those among what nobody denies; then those that begin or end with something denied, unless that lies in one of these:
        the same had come before."""
        listed = [*_gaps([step for step in self.steps if not step.denied], least)]
        yield from (self._row(gap, least) for gap in listed)
        for gap in _gaps(self.steps, least):
            if gap.is_denied and not any(gap.undenied == other.undenied for other in listed):
                yield self._row(gap, least)

    def _row(self, gap: Gap, least: int) -> Row:
        after, since = gap.after, gap.since
        around = [step for step in (gap.last, after) if step is not None]
        limit = max(step.end for step in gap.before)
        surely, filled = None, limit == UNKNOWN_TO
        if after is not None:
            later = min(step.begin for step in gap.among if step not in gap.before)
            surely = max(timedelta(), later - limit) // HOUR
            filled = surely < least or not limit < later
        happened = {step.id for step in around if isinstance(step.thing, Node)}
        joins = [link for link in self.suffered if link.end in happened | {step.id for step in gap.denied_lost}]
        places = [link for link in self.occurred if link.begin in happened]
        until = after.by if after else None
        said = [step for step in self.steps if step.denied and step not in around and step.meets(since, until)]
        said = sorted((step for step in said if step.kind != "disappearance"), key=lambda step: (step.begin, step.id))
        retaken = sorted((step for step in gap.retaken if step not in around), key=lambda step: (step.begin, step.id))
        members = [step.thing for step in around] + joins
        doubted = gap.is_denied or any(member.properties.get("disputed") for member in members)
        doubted |= bool(said)
        if doubted or filled:
            certainty = "possible"
        else:
            certainty = "assumed" if any(step.thing.properties.get("bridged") for step in around) else "certain"
        rests: list[Link | Node] = [*members, *places, *self._rest([*said, *retaken])]
        claims: Any = [thing.properties.get("claims", ()) for thing in rests]
        return {
            "victim": self.person,
            **self._told("last", gap.last),
            **self._told("next", after),
            "since": since,
            "until": until,
            "most_hours": gap.most,
            "least_hours": surely,
            "between": [self._words(step) for step in said],
            "retaken": [self._words(step) for step in retaken],
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
        """Where it was, as nobody denies, else as somebody does. If there are several, it was at one of them."""
        told = [link for link in self.occurred if link.begin == event]
        undenied = [link for link in told if not link.properties.get("disputed")]
        return sorted({link.end for link in undenied or told})

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
    """The gaps among these, as long as nobody was free."""
    for begun in sorted({step.begun for step in steps if step.is_dated}):
        before = [step for step in steps if step.begun < begun]
        since = max((step.over for step in before), default=None)
        if since is not None and since < begun[0] and not _free(before):
            first = min((step for step in steps if step.begun == begun and step.is_dated), key=lambda step: step.id)
            most = _most(since, first)
            if most is None or most >= least:
                yield Gap(steps, before, since, first)
    lost = [step for step in steps if step.kind == "disappearance" and all(other.begin < step.end for other in steps)]
    if lost and not _free(steps):
        yield Gap(steps, steps, max(step.over for step in steps), None, tuple(lost))


def _most(since: datetime, after: Step | None) -> int | None:
    if after is None or since == UNKNOWN_FROM or after.by == UNKNOWN_TO:
        return None
    last = after.by if after.reached else after.by - timedelta.resolution
    return (last - since) // HOUR


def _step(thing: Link | Node, *, denied: bool) -> Step:
    begin, end = time_of(thing, "possible_from"), time_of(thing, "possible_to")
    if "certain_from" in thing.properties:
        over, by, reached = time_of(thing, "certain_to"), time_of(thing, "certain_from"), True
    else:
        known = [(max(first, begin), min(last, end)) for first, last in cited(thing) if first < end and begin < last]
        known = known or [(begin, end)]
        over, by, reached = max(first for first, _ in known), min(last for _, last in known), False
    return Step(thing, begin, end, over, by, reached, denied)


def _free(before: list[Step]) -> bool:
    """Whether one of them is a release that nobody denies, after which none was anything else."""
    others = [step for step in before if step.kind != "release"]
    releases = [step for step in before if step.kind == "release" and not step.denied]
    return any(all(step.begin < release.end for step in others) for release in releases)
