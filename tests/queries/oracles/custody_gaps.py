"""What `colocation/custody_gaps` must answer, in plain Python.

A gap lies between what is known to have held of a person's stays and events; how sure it is depends on the limits around it,
and not on where these were: in a gap the person was at no place.
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
from graph.said.span import UNKNOWN_TO
from tests.queries.oracles.agreement import Parameters
from tests.queries.rule import Asked, Row, cited, gap_days, time_of

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Step:
    """A stay, or an event the person suffered: its limits, and when it is known to have held."""

    thing: Link | Node
    begin: datetime
    end: datetime
    known_from: datetime
    known_to: datetime
    denied: bool

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
    """A gap among some steps: those known to have begun before it, since when it lasts, and what ends it."""

    among: list[Step]
    before: list[Step]
    since: datetime
    after: Step | None
    lost: tuple[Step, ...] = ()

    @property
    def last(self) -> Step:
        return min((step for step in self.before if step.known_to == self.since), key=lambda step: step.id)

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
    return sorted(rows, key=lambda row: (row["victim"], row["since"], row["until"] or UNKNOWN_TO))


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
        """Those among what nobody denies; then those that begin or end with something denied, and lie in none of these."""
        listed = [self._row(gap, least) for gap in _gaps([step for step in self.steps if not step.denied], least)]
        yield from listed
        for gap in _gaps(self.steps, least):
            row = self._row(gap, least)
            if gap.is_denied and not any(_within(row, other) for other in listed):
                yield row

    def _row(self, gap: Gap, least: int) -> Row:
        after, since = gap.after, gap.since
        around = [step for step in (gap.last, after) if step is not None]
        limit = max(step.end for step in gap.before)
        surely = None
        if after is not None:
            later = min(step.begin for step in gap.among if step.known_from >= after.known_from)
            surely = max(timedelta(), later - limit) // HOUR
        happened = {step.id for step in around if isinstance(step.thing, Node)}
        joins = [link for link in self.suffered if link.end in happened | {step.id for step in gap.denied_lost}]
        places = [link for link in self.occurred if link.begin in happened]
        until = after.known_from if after else None
        said = [step for step in self.steps if step.denied and step not in around and step.meets(since, until)]
        said = sorted((step for step in said if step.kind != "disappearance"), key=lambda step: (step.begin, step.id))
        retaken = sorted((step for step in gap.retaken if step not in around), key=lambda step: (step.begin, step.id))
        members = [step.thing for step in around] + joins
        doubted = gap.is_denied or any(member.properties.get("disputed") for member in members)
        doubted |= bool(said)
        filled = limit == UNKNOWN_TO if surely is None else surely < least
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
            "most_hours": until and (until - since) // HOUR,
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
    for begin in sorted({step.known_from for step in steps}):
        before = [step for step in steps if step.known_from < begin]
        since = max((step.known_to for step in before), default=None)
        if since is not None and since < begin and (begin - since) // HOUR >= least and not _free(before):
            first = min((step for step in steps if step.known_from == begin), key=lambda step: step.id)
            yield Gap(steps, before, since, first)
    lost = [step for step in steps if step.kind == "disappearance" and all(other.begin < step.end for other in steps)]
    if lost and not _free(steps):
        yield Gap(steps, steps, max(step.known_to for step in steps), None, tuple(lost))


def _within(row: Row, other: Row) -> bool:
    return other["since"] <= row["since"] and (row["until"] or UNKNOWN_TO) <= (other["until"] or UNKNOWN_TO)


def _step(thing: Link | Node, *, denied: bool) -> Step:
    begin, end = time_of(thing, "possible_from"), time_of(thing, "possible_to")
    known = [(max(first, begin), min(last, end)) for first, last in cited(thing) if first < end and begin < last]
    if "certain_from" in thing.properties:
        known = [(time_of(thing, "certain_from"), time_of(thing, "certain_to"))]
    known = known or [(begin, end)]
    return Step(thing, begin, end, min(first for first, _ in known), max(last for _, last in known), denied)


def _free(before: list[Step]) -> bool:
    """Whether one of them is a release that nobody denies, after which none was anything else."""
    others = [step for step in before if step.kind != "release"]
    releases = [step for step in before if step.kind == "release" and not step.denied]
    return any(all(step.begin < release.end for step in others) for release in releases)
