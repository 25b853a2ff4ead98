"""What `pattern/station_pattern` must answer, in plain Python.

An event stands in a row by its tie to the station, once for each of its methods; whoever suffered it and their casefiles by
this tie and by their own. Who has no stay here but denied ones is one of those who were not held here, by a denial. Who may
have been held here is asked of the whole day, whatever hours of it the events have: who may have been, also at least. Of all
else there is at least what comes by an event that surely was in the period.

Whoever suffered what may be one with such an event comes in once it is joined; so does the casefile of whoever may be one with a
victim. A victim who may be one with somebody held here goes from those who were not. What happened at another place, too, or
may be one with what did, was perhaps not here.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from graph.projection import Node, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.counting import Counting, Tie
from tests.queries.oracles.ways import Graph, Way, denied, surest
from tests.queries.rule import DAY, Asked, Members, Row, time_of

NOT_STATED = "not stated"


def answer(projection: Projection, parameters: Parameters, counting: Counting) -> list[Row]:
    """The rows by day and method. `parameters`: `station`; `from` and `to` as instants, either left out."""
    begin: Any = parameters.get("from")
    end: Any = parameters.get("to")
    graph, asked, station = Graph(projection), Asked.of(begin, end), str(parameters["station"])
    found: defaultdict[tuple[datetime | None, str], list[Way]] = defaultdict(list)
    for occurred in graph.links("OCCURRED_AT", end=station):
        event = graph.nodes[occurred.begin]
        if Members.possible([event], asked):
            beside = (*graph.links("SUFFERED", end=event.id), *graph.units(event.id))
            way = Way(asked, (event,), (occurred,), beside, graph.torn(event.id))
            for method in methods(event) or [NOT_STATED]:
                found[_day(event, asked), method].append(way)
    return [_row(graph, counting, station, day, method, ways) for (day, method), ways in sorted(found.items(), key=_order)]


def _order(item: tuple[tuple[datetime | None, str], list[Way]]) -> tuple[datetime, str]:
    (day, method), _ = item
    return day or datetime.max, method


def methods(event: Node) -> list[str]:
    """An event's methods, those that differ by case or blanks once."""
    told: Any = event.properties.get("methods", ())
    return sorted({method.strip().lower() for method in told if method.strip()})


def _day(event: Node, asked: Asked) -> datetime | None:
    begin, end = max(asked.begin, time_of(event, "possible_from")), min(asked.end, time_of(event, "possible_to"))
    day = datetime(begin.year, begin.month, begin.day)
    return day if end <= day + timedelta(days=1) else None


def _row(graph: Graph, counting: Counting, station: str, day: datetime | None, method: str, ways: list[Way]) -> Row:
    events, victims, filed, files, unheld = list[Tie](), list[Tie](), list[Tie](), list[Tie](), list[Tie]()
    parts = defaultdict[str, list[bool]](list)
    for way in ways:
        event = str(way.members[0].properties["id"])
        away = counting.leaves(event, {station})
        events.append(Tie(event, way.denied, way.sure, goes=away))
        for suffered in (link for happened in counting.alike(event) for link in graph.links("SUFFERED", end=happened)):
            tie, person, comes = way.denied or denied(suffered), suffered.begin, suffered.end != event
            victims.append(Tie(person, tie, way.sure, comes=comes, goes=away))
            for about in (link for one in counting.alike(person) for link in graph.links("ABOUT", end=one)):
                joins = comes or about.end != person
                files.append(Tie(about.begin, tie or denied(about), way.sure, comes=joins, goes=away))
                filed.append(Tie(person, tie or denied(about), way.sure, comes=joins, goes=away))
            stays = list(graph.links("HELD_AT", begin=person, end=station))
            others = [link for one in counting.alike(person) for link in graph.links("HELD_AT", begin=one, end=station)]
            if all(map(denied, stays)):
                unheld.append(Tie(person, tie or bool(stays), way.sure, comes=comes, goes=away or others != stays))
        alleged = list(graph.units(event))
        for unit in {link.begin for link in alleged}:
            parts[unit].append(all(denied(link) for link in alleged if link.begin == unit))
    names = {
        str(graph.nodes[unit].properties["name"])
        + (" (disputed)" if all(denials) else " (disputed in some events)" if any(denials) else "")
        for unit, denials in parts.items()
    }
    told = surest(ways)
    return {
        "day": day,
        "method": method,
        **counting.columns("events", events),
        "sure": counting.sure(events),
        **counting.columns("victims", victims),
        "units": sorted(names),
        **(_held(graph, counting, station, day) if day else dict.fromkeys(("held", "held_least", "held_most", "held_denied"))),
        **counting.columns("not_held", unheld),
        **counting.columns("casefiles", filed),
        **counting.columns("files", files),
        "certainty": told["certainty"],
        "gap_days": told["gap_days"],
    }


def _held(graph: Graph, counting: Counting, station: str, day: datetime) -> Row:
    whole = Asked(day, day + DAY)
    stays = [stay for stay in graph.links("HELD_AT", end=station) if Members.possible([stay], whole)]
    return counting.columns("held", [Tie(stay.begin, denied(stay)) for stay in stays])
