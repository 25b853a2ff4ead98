"""What `pattern/widespread` must answer, in plain Python.

An event stands in a part by a tie: none in "all" and in a week, an allegation in a unit's, a place and what that lies within
in an area's. Whoever suffered it, its stations and the units it is alleged against stand there by this tie and by their own.
In an area's part only the stations count that lie there. An event by a unit that nobody can name is not one without a unit.

With an event comes what is told of those that may be one with it. More events come into a unit's part, or an area's, by an event
outside the period that may be one with another, and into an area's by such a station: nobody says how many. A unit that nobody
can name may be any: nobody says how many units there are at most. From a part that is about having none, an event goes if it
may have one. At least there is what comes by events that surely were in the period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from graph.projection import Link, Node, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.counting import UNNAMED, Counting, Place, Tie
from tests.queries.oracles.ways import Graph, Way, denied, possible_events, surest
from tests.queries.rule import Asked, Members, Row, time_of

Part: TypeAlias = tuple[str, str | None, datetime | None]


@dataclass(frozen=True)
class _Standing:
    """One way in which an event stands in a part; `at`: by which of its places, where that is how."""

    event: Node
    way: Way
    at: Link | None = None
    goes: bool = False


def answer(projection: Projection, parameters: Parameters, counting: Counting) -> list[Row]:
    """The rows by part, week and thing. `parameters`: `by`; `from` and `to` as instants, either left out."""
    begin: Any = parameters.get("from")
    end: Any = parameters.get("to")
    graph, asked = Graph(projection), Asked.of(begin, end)
    parts: defaultdict[Part, list[_Standing]] = defaultdict(list)
    for event in possible_events(graph, asked):
        for part, standing in _parts(graph, counting, event, asked, str(parameters["by"])):
            parts[part].append(standing)
    return [
        _row(graph, counting, asked, part, standings)
        for part, standings in sorted(parts.items(), key=lambda item: order(item[0]))
    ]


def order(part: Part) -> tuple[Any, ...]:
    """All first, then by week, part and thing."""
    name, thing, week = part
    return name != "all", week or datetime.max, name, thing or ""


def _parts(graph: Graph, counting: Counting, event: Node, asked: Asked, by: str) -> Iterator[tuple[Part, _Standing]]:
    plain = _Standing(event, _way(graph, event, asked))
    yield ("all", None, None), plain
    if by == "week":
        yield _week(event, asked), plain
    elif by == "unit":
        alleged = [link for link in graph.links("ALLEGED_IN", end=event.id) if link.begin_label == "Unit"]
        known = graph.units(event.id)
        for link in known or alleged:
            part: Part = ("unit", link.begin, None) if known else ("unit not identified", None, None)
            goes = not known and _may_have_a_unit(graph, counting, event)
            yield part, _Standing(event, _way(graph, event, asked, link), goes=goes)
        if not alleged:
            others = [link for one in counting.alike(event.id) for link in graph.links("ALLEGED_IN", end=one)]
            goes = any(link.begin_label == "Unit" for link in others)
            yield ("no unit alleged", None, None), _Standing(event, plain.way, goes=goes)
    else:
        torn, found = graph.torn(event.id), False
        for occurred in graph.links("OCCURRED_AT", begin=event.id):
            for area, within in _areas(graph, occurred.end, ()):
                found = True
                yield ("area", area, None), _Standing(event, _way(graph, event, asked, occurred, *within, doubted=torn), occurred)
        if not found:
            stations = [at.end for one in counting.alike(event.id) for at in graph.links("OCCURRED_AT", begin=one)]
            goes = any(next(graph.links("WITHIN", begin=one), None) for at in stations for one in counting.alike(at))
            yield ("no area known", None, None), _Standing(event, plain.way, goes=goes)


def _may_have_a_unit(graph: Graph, counting: Counting, event: Node) -> bool:
    """Whether one that can be named is alleged, if what waits is joined."""
    if any(graph.units(one) for one in counting.alike(event.id)):
        return True
    alleged = [link.begin for link in graph.links("ALLEGED_IN", end=event.id) if link.begin_label == "Unit"]
    return any(graph.known(one) for unit in alleged for one in counting.alike(unit))


def _way(graph: Graph, event: Node, asked: Asked, *others: Link, doubted: bool = False) -> Way:
    return Way(asked, (event,), others, tuple(graph.links("SUFFERED", end=event.id)), doubted)


def _week(event: Node, asked: Asked) -> Part:
    begin, end = max(asked.begin, time_of(event, "possible_from")), min(asked.end, time_of(event, "possible_to"))
    monday = datetime(begin.year, begin.month, begin.day) - timedelta(days=begin.weekday())
    return ("week", None, monday) if end <= monday + timedelta(days=7) else ("not in one week", None, None)


def _areas(graph: Graph, place: str, way: tuple[Link, ...]) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """Every area that it lies in, by every way there."""
    for within in graph.links("WITHIN", begin=place):
        if within not in way and len(way) < 12:
            yield within.end, (*way, within)
            yield from _areas(graph, within.end, (*way, within))


def _more_by(graph: Graph, counting: Counting, asked: Asked, part: Part) -> Iterator[str]:
    """Kinds of things by which more events come into this part, if two that wait are one."""
    name, thing, _ = part
    if name == "area":
        stations = [one.id for one in graph.of("Station") if any(area == thing for area, _ in _areas(graph, one.id, ()))]
        yield from ("Station" for one in stations if one in counting.waiting)
        events = [link.begin for one in stations for link in graph.links("OCCURRED_AT", end=one)]
    elif name in ("unit", "unit not identified"):
        units = [thing] if thing else [unit.id for unit in graph.of("Unit") if not graph.known(unit.id)]
        events = [link.end for unit in units for link in graph.links("ALLEGED_IN", begin=unit)]
    else:
        events = []
    yield from ("Event" for one in events if one in counting.waiting and not Members.possible([graph.nodes[one]], asked))


def _row(graph: Graph, counting: Counting, asked: Asked, part: Part, standings: list[_Standing]) -> Row:
    name, thing, week = part
    events, surely, victims, stations, units = list[Tie](), list[Tie](), list[Tie](), list[Place](), list[Tie]()
    here: defaultdict[str, set[str]] = defaultdict(set)
    for standing in standings:
        if standing.at:
            here[counting.one(standing.event.id)].add(standing.at.end)
    for standing in standings:
        event, tie, sure = standing.event.id, standing.way.denied, standing.way.sure
        away = standing.at is not None and counting.leaves(event, here[counting.one(event)])
        goes = standing.goes or away or counting.falls(event)
        events.append(Tie(event, tie, sure, goes=goes))
        surely.append(Tie(event, tie, sure, goes=goes or (standing.at is not None and counting.torn(event))))
        for one in counting.alike(event):
            comes = one != event
            suffered = graph.links("SUFFERED", end=one)
            victims += [Tie(link.begin, tie or denied(link), sure, comes=comes, goes=goes) for link in suffered]
            units += [
                Tie(link.begin, tie or denied(link), sure, comes=comes or not graph.known(link.begin), goes=goes)
                for link in graph.links("ALLEGED_IN", end=one)
                if link.begin_label == "Unit" and any(map(graph.known, counting.alike(link.begin)))
            ]
            if standing.at is None:
                told_at = graph.links("OCCURRED_AT", begin=one)
                stations += [Place(event, at.end, tie or denied(at), sure, comes=comes, goes=goes) for at in told_at]
        if standing.at:
            stations.append(Place(event, standing.at.end, tie or denied(standing.at), sure))
    open_by = list(_more_by(graph, counting, asked, part))
    told_of = {one for standing in standings for one in counting.alike(standing.event.id)}
    unnamed = any(
        link.begin_label == "Unit" and not graph.known(link.begin)
        for one in told_of
        for link in graph.links("ALLEGED_IN", end=one)
    )
    told = surest(standing.way for standing in standings)
    return {
        "part": name,
        "thing": thing,
        "week": week,
        **counting.columns("events", events, open_by=open_by),
        "sure": counting.sure(surely),
        **counting.columns("victims", victims, open_by=open_by),
        **counting.places("stations", stations, open_by=open_by),
        **counting.columns("units", units, open_by=[*open_by, UNNAMED] if unnamed else open_by),
        "certainty": told["certainty"],
        "gap_days": told["gap_days"],
    }
