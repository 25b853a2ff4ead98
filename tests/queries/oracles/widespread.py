"""What `pattern/widespread` must answer, in plain Python.

An event stands in a part by a tie: none in "all" and in a week, an allegation in a unit's, a place and what that lies within
in an area's. Whoever suffered it, its stations and the units it is alleged against stand there by this tie and by their own.
In an area's part only the stations count that lie there. An event by a unit that nobody can name is not one without a unit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from graph.projection import Link, Node, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.counting import Counting, Place, Tie
from tests.queries.oracles.ways import Graph, Way, denied, possible_events, surest
from tests.queries.rule import Asked, Row, time_of

Part: TypeAlias = tuple[str, str | None, datetime | None]


@dataclass(frozen=True)
class _Standing:
    """One way in which an event stands in a part; `at`: by which of its places, where that is how."""

    event: Node
    way: Way
    at: Link | None = None


def answer(projection: Projection, parameters: Parameters, counting: Counting) -> list[Row]:
    """The rows by part, week and thing. `parameters`: `by`; `from` and `to` as instants, either left out."""
    begin: Any = parameters.get("from")
    end: Any = parameters.get("to")
    graph, asked = Graph(projection), Asked.of(begin, end)
    parts: defaultdict[Part, list[_Standing]] = defaultdict(list)
    for event in possible_events(graph, asked):
        for part, standing in _parts(graph, event, asked, str(parameters["by"])):
            parts[part].append(standing)
    return [_row(graph, counting, part, standings) for part, standings in sorted(parts.items(), key=lambda item: order(item[0]))]


def order(part: Part) -> tuple[Any, ...]:
    """All first, then by week, part and thing."""
    name, thing, week = part
    return name != "all", week or datetime.max, name, thing or ""


def _parts(graph: Graph, event: Node, asked: Asked, by: str) -> Iterator[tuple[Part, _Standing]]:
    plain = _Standing(event, _way(graph, event, asked))
    yield ("all", None, None), plain
    if by == "week":
        yield _week(event, asked), plain
    elif by == "unit":
        alleged = [link for link in graph.links("ALLEGED_IN", end=event.id) if link.begin_label == "Unit"]
        known = graph.units(event.id)
        for link in known or alleged:
            part: Part = ("unit", link.begin, None) if known else ("unit not identified", None, None)
            yield part, _Standing(event, _way(graph, event, asked, link))
        if not alleged:
            yield ("no unit alleged", None, None), plain
    else:
        torn, found = graph.torn(event.id), False
        for occurred in graph.links("OCCURRED_AT", begin=event.id):
            for area, within in _areas(graph, occurred.end, ()):
                found = True
                yield ("area", area, None), _Standing(event, _way(graph, event, asked, occurred, *within, doubted=torn), occurred)
        if not found:
            yield ("no area known", None, None), plain


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


def _row(graph: Graph, counting: Counting, part: Part, standings: list[_Standing]) -> Row:
    name, thing, week = part
    events = [Tie(standing.event.id, standing.way.denied, standing.way.sure) for standing in standings]
    victims, stations, units = list[Tie](), list[Place](), list[Tie]()
    for standing in standings:
        event, tie = standing.event.id, standing.way.denied
        victims += [Tie(link.begin, tie or denied(link)) for link in graph.links("SUFFERED", end=event)]
        places = [standing.at] if standing.at else list(graph.links("OCCURRED_AT", begin=event))
        stations += [Place(event, link.end, tie or denied(link)) for link in places]
        units += [Tie(link.begin, tie or denied(link)) for link in graph.units(event)]
    told = surest(standing.way for standing in standings)
    return {
        "part": name,
        "thing": thing,
        "week": week,
        **counting.columns("events", events),
        "sure": counting.sure(events),
        **counting.columns("victims", victims),
        **counting.places("stations", stations),
        **counting.columns("units", units),
        "certainty": told["certainty"],
        "gap_days": told["gap_days"],
    }
