"""What `colocation/candidate_units` must answer, in plain Python: after the rule of Security Force Monitor.

A site is near where its distance, less what is known to be imprecise, is at most so many kilometres: the distance before it is
rounded. Where either place has no point, a site is in the same area if it lies in the lowest area in which both lie. An event is
dated by what somebody knows of its time: near a limit that nobody knows is near no date. A unit of which somebody denies that
it took a part for which one must be there is no more than possible, with what this denial is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import asin, cos, floor, radians, sin, sqrt
from typing import Any

from graph.projection import Link, Node, Projection
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.conflicting_places import elsewhere_told
from tests.queries.rule import Asked, Row, cited, gap_days, is_stated, time_of

WAYS = ("site", "same area", "operated")


@dataclass(frozen=True)
class Near:
    """A link of a unit to a station or area, and what brings that near the place."""

    way: str
    tied: Link
    place: Node
    occurred: Link
    distance: float | None = None
    off: float | None = None
    lies: tuple[Link, ...] = ()
    up: int = 0


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows, in order."""
    world = _World(projection)
    event, days = world.nodes[str(parameters["event"])], timedelta(days=int(str(parameters["days"])))
    begin, end = time_of(event, "possible_from"), time_of(event, "possible_to")
    asked = (begin if begin == UNKNOWN_FROM else begin - days, end if end == UNKNOWN_TO else end + days)
    rows = []
    for near in world.near(event.id, float(str(parameters["km"]))):
        limits = time_of(near.tied, "possible_from"), time_of(near.tied, "possible_to")
        unit = world.nodes[near.tied.begin]
        if unit.properties.get("kind") != "unknown" and limits[0] < asked[1] and asked[0] < limits[1]:
            rows.append((near, _row(world, near, event, unit, days, asked, str(parameters["classification"]))))
    return [row for _, row in sorted(rows, key=_order)]


class _World:
    def __init__(self, projection: Projection) -> None:
        self.nodes = {node.id: node for node in projection.nodes}
        self.links = projection.links
        self.conflicting = elsewhere_told(projection)

    def near(self, event: str, km: float) -> Iterator[Near]:
        for occurred in self.of("OCCURRED_AT", begin=event):
            place = self.nodes[occurred.end]
            for tied in self.of("BASED_AT"):
                station = self.nodes[tied.end]
                distance = _distance(place, station)
                known, off = _imprecision(place, station)
                if distance is not None and distance - known <= km:
                    yield Near("site", tied, place, occurred, floor(distance * 10 + 0.5) / 10, off)
                if distance is None:
                    for up, down in self.shared(place.id, station.id):
                        yield Near("same area", tied, place, occurred, lies=(*up, *reversed(down)), up=len(up))
            for lies in self.upwards(place.id, ()):
                for tied in self.of("OPERATED_IN", end=lies[-1].end):
                    yield Near("operated", tied, place, occurred, lies=lies)

    def shared(self, one: str, other: str) -> Iterator[tuple[tuple[Link, ...], tuple[Link, ...]]]:
        """Every two ways up to an area in which both lie, and below which they lie in none together."""
        ways, others = [*self.upwards(one, ())], [*self.upwards(other, ())]
        both = {way[-1].end for way in ways} & {way[-1].end for way in others}
        above = {way[-1].end for area in both for way in self.upwards(area, ())}
        for way in ways:
            for second in others:
                if way[-1].end == second[-1].end and way[-1].end in both - above:
                    yield way, second

    def upwards(self, begin: str, lies: tuple[Link, ...]) -> Iterator[tuple[Link, ...]]:
        for link in self.of("WITHIN", begin=begin):
            if link not in lies and len(lies) < 12:
                yield (*lies, link)
                yield from self.upwards(link.end, (*lies, link))

    def of(self, kind: str, begin: str | None = None, end: str | None = None) -> list[Link]:
        return [link for link in self.links if link.type == kind and begin in (None, link.begin) and end in (None, link.end)]


def _row(world: _World, near: Near, event: Node, unit: Node, days: timedelta, asked: tuple[datetime, datetime], word: str) -> Row:
    tied = near.tied
    begin, end = time_of(event, "possible_from"), time_of(event, "possible_to")
    first, last = time_of(tied, "possible_from"), time_of(tied, "possible_to")
    since, until = max(first, asked[0]), min(last, asked[1])
    core, known = _core(tied), _core(event)
    proofs: list[set[str]] = []
    if core and known and core[0] - days < known[1] and known[0] - days < core[1]:
        proofs.append({event.id, tied.id})
    if known and known[0] - days <= first and last <= known[1] + days:
        proofs.append({event.id})
    if core and begin != UNKNOWN_FROM and end != UNKNOWN_TO and core[0] - days <= begin and end <= core[1] + days:
        proofs.append({tied.id})
    station = world.nodes[tied.end] if tied.type == "BASED_AT" else None
    others: list[Node | Link] = [*near.lies] if near.lies else [near.place, *([station] if station else [])]
    denied = [
        part
        for part in world.of("ALLEGED_IN", begin=unit.id, end=event.id)
        if part.properties.get("disputed") and part.properties.get("role") not in ("ordered", "supervised")
    ]
    members = [event, tied, near.occurred, *others, *denied]
    stated = {thing.id for thing in (event, tied) if is_stated(thing, since, until)}
    certainty = "certain" if any(needed <= stated for needed in proofs) else "assumed"
    doubted = near.occurred.id in world.conflicting or any(member.properties.get("disputed") for member in members)
    if not proofs or doubted:
        certainty = "possible"
    dated = _is_dated(tied, _known_about(event), days)
    classes: Any = unit.properties.get("classification")
    claims: Any = [member.properties.get("claims", ()) for member in members]
    path = [near.place.id]
    for link in near.lies:
        path.append(link.end if link.begin == path[-1] else link.begin)
    row: Row = {
        "way": near.way,
        "unit": unit.id,
        "classification": list(classes) if classes else None,
        "matches": None if word == "any" else any(word in name.lower() for name in classes or ()),
        "station": station and station.id,
        "area": near.lies[near.up - 1].end if near.way == "same area" else None if station else tied.end,
        "distance_km": near.distance,
        "off_km": near.off,
        "dated": dated,
        "since": since,
        "until": until,
        "covers": since <= begin and end <= until,
        "certainty": certainty,
        "gap_days": gap_days((event, tied), Asked(begin, end)),
        "event": event.id,
        "place": near.place.id,
        "tied": tied.id,
        "occurred": near.occurred.id,
        "lies": path if near.lies else None,
        "claims": sorted({claim for told in claims for claim in told}),
    }
    return row | ({"links": [link.id for link in near.lies]} if near.lies else {})


def _order(told: tuple[Near, Row]) -> tuple[object, ...]:
    near, row = told
    rank = (not row["matches"], not row["dated"], WAYS.index(near.way), near.distance or 0)
    return (*rank, row["unit"], near.tied.id, near.place.id, near.occurred.id, [link.id for link in near.lies])


def _distance(one: Node, other: Node) -> float | None:
    """Kilometres in a straight line; none where a point is unknown."""
    if one == other:
        return 0.0
    points = [node.properties.get(name) for node in (other, one) for name in ("latitude", "longitude")]
    if None in points:
        return None
    north, east, to_north, to_east = (radians(float(str(value))) for value in points)
    half = sin((north - to_north) / 2) ** 2 + cos(north) * cos(to_north) * sin((east - to_east) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def _imprecision(one: Node, other: Node) -> tuple[float, float | None]:
    """By how much that may be wrong: as far as known, and none where either is not."""
    if one == other:
        return 0.0, 0.0
    within = [float(str(node.properties["precision_km"])) for node in (one, other) if "precision_km" in node.properties]
    return sum(within), sum(within) if len(within) == 2 else None


def _known_about(event: Node) -> tuple[datetime, datetime] | None:
    """From when to when it was by what somebody knows: its limits, its core where one is unknown, else the one limit."""
    limits = time_of(event, "possible_from"), time_of(event, "possible_to")
    core = _core(event) or (None, None)
    begin, end = (None if limit in (UNKNOWN_FROM, UNKNOWN_TO) else limit for limit in limits)
    first, last = begin or core[0] or end, end or core[1] or begin
    return (first, last) if first and last else None


def _is_dated(tied: Link, known: tuple[datetime, datetime] | None, days: timedelta) -> bool:
    """Whether its core, a citation or all of its limits lie within the days around that; a limit that nobody knows is no date."""
    if known is None:
        return False
    first, last = known[0] - days, known[1] + days
    core = _core(tied)
    inside = first <= time_of(tied, "possible_from") and time_of(tied, "possible_to") <= last
    return inside or any(begin < last and first < end for begin, end in [*cited(tied), *([core] if core else [])])


def _core(thing: Node | Link) -> tuple[datetime, datetime] | None:
    return (time_of(thing, "certain_from"), time_of(thing, "certain_to")) if "certain_from" in thing.properties else None
