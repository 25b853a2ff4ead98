"""What `colocation/custody_gaps` must answer, in plain Python.

A gap lies between what is known to have held of a person's stays and events; how sure it is depends on the limits around it.
"""

from __future__ import annotations

from collections.abc import Iterator
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

    @property
    def id(self) -> str:
        return self.thing.id

    @property
    def kind(self) -> str:
        return "held" if isinstance(self.thing, Link) else str(self.thing.properties.get("kind") or "other")


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
        nodes = {node.id: node for node in projection.nodes}
        self.suffered = [link for link in projection.links if link.type == "SUFFERED" and link.begin == person]
        self.occurred = [link for link in projection.links if link.type == "OCCURRED_AT"]
        stays = [link for link in projection.links if link.type == "HELD_AT" and link.begin == person]
        events = [nodes[id_] for id_ in sorted({link.end for link in self.suffered})]
        self.steps = [*map(_step, stays), *map(_step, events)]

    def gaps(self, least: int) -> Iterator[Row]:
        for begin in sorted({step.known_from for step in self.steps}):
            before = [step for step in self.steps if step.known_from < begin]
            since = max((step.known_to for step in before), default=None)
            if since is None or since >= begin or (begin - since) // HOUR < least or _free(before):
                continue
            first = min((step for step in self.steps if step.known_from == begin), key=lambda step: step.id)
            yield self._row(before, since, first, least)
        lost = [step for step in self.steps if step.kind == "disappearance"]
        if any(all(step.begin < gone.end for step in self.steps) for gone in lost) and not _free(self.steps):
            yield self._row(self.steps, max(step.known_to for step in self.steps), None, least)

    def _row(self, before: list[Step], since: datetime, after: Step | None, least: int) -> Row:
        last = min((step for step in before if step.known_to == since), key=lambda step: step.id)
        around = [step for step in (last, after) if step is not None]
        limit = max(step.end for step in before)
        surely = None
        if after is not None:
            later = min(step.begin for step in self.steps if step.known_from >= after.known_from)
            surely = max(timedelta(), later - limit) // HOUR
        happened = {step.id for step in around if isinstance(step.thing, Node)}
        joins = [link for link in self.suffered if link.end in happened]
        joins += [link for link in self.occurred if link.begin in happened]
        members = [step.thing for step in around] + joins
        disputed = any(member.properties.get("disputed") for member in members)
        filled = limit == UNKNOWN_TO if surely is None else surely < least
        if disputed or filled:
            certainty = "possible"
        else:
            certainty = "assumed" if any(step.thing.properties.get("bridged") for step in around) else "certain"
        until = after and after.known_from
        claims: Any = [member.properties.get("claims", ()) for member in members]
        return {
            "victim": self.person,
            **self._told("last", last),
            **self._told("next", after),
            "since": since,
            "until": until,
            "most_hours": until and (until - since) // HOUR,
            "least_hours": surely,
            "certainty": certainty,
            "gap_days": gap_days((step.thing for step in around), Asked(since, until or UNKNOWN_TO)),
            "claims": sorted({claim for told in claims for claim in told}),
        }

    def _told(self, which: str, step: Step | None) -> Row:
        if step is None:
            return dict.fromkeys((f"{which}_kind", f"{which}_station", f"{which}_stay", f"{which}_event"))
        if isinstance(step.thing, Link):
            places, stay, event = [step.thing.end], step.id, None
        else:
            places, stay, event = [link.end for link in self.occurred if link.begin == step.id], None, step.id
        return {
            f"{which}_kind": step.kind,
            f"{which}_station": min(places, default=None),
            f"{which}_stay": stay,
            f"{which}_event": event,
        }


def _step(thing: Link | Node) -> Step:
    begin, end = time_of(thing, "possible_from"), time_of(thing, "possible_to")
    known = [(max(first, begin), min(last, end)) for first, last in cited(thing) if first < end and begin < last]
    if "certain_from" in thing.properties:
        known = [(time_of(thing, "certain_from"), time_of(thing, "certain_to"))]
    known = known or [(begin, end)]
    return Step(thing, begin, end, min(first for first, _ in known), max(last for _, last in known))


def _free(before: list[Step]) -> bool:
    """Whether one of them is a release after which none was anything else."""
    others = [step for step in before if step.kind != "release"]
    return any(all(step.begin < release.end for step in others) for release in before if release.kind == "release")
