"""What `pattern/coordinated_policy` must answer, in plain Python.

A set of methods is any two that one event shows, with whatever else is shared by all events under the superior that show
both. A row is a superior, a set, a unit and a station: what is alleged against units at or below the superior, and which
superior is the nearest, is as for `command/operation_footprint`, of these events alone. Whoever suffered them is counted by
this tie and by their own.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from typing import Any, TypeAlias

from graph.projection import Link, Node, Projection
from tests.queries.oracle import Oracle
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.conflicting_places import called
from tests.queries.oracles.counting import Counting, Tie
from tests.queries.oracles.operation_footprint import OPEN_BY, Pair, _nearer, _shown, _ways, counted_places
from tests.queries.rule import Asked, Members, Row, claims_of

Under: TypeAlias = dict[Pair, list[Row]]
RECORDED_BY = (*OPEN_BY, "Station")
"""Kinds by which more comes to be recorded at these stations."""


def answer(projection: Projection, parameters: Parameters, counting: Counting | None = None) -> list[Row]:
    """The rows, in order. `parameters`: `from` and `to` as instants, either left out; `min_stations`."""
    counting = counting or Counting(projection, {})
    begin: Any = parameters.get("from")
    end: Any = parameters.get("to")
    least: Any = parameters["min_stations"]
    oracle, asked = Oracle(projection), Asked.of(begin, end)
    over: dict[tuple[str, ...], dict[str, Under]] = {}
    for superior, ways in _ways(oracle, asked).items():
        for methods, under in _sets(oracle, ways).items():
            if counted_places(oracle, counting, under, "stations", "sure_stations")["stations"] >= least:
                over.setdefault(methods, {})[superior] = under
    rows: list[Row] = []
    for methods, superiors in over.items():
        shown = {
            superior: {pair: _shown(ways, counting, pair[1]) for pair, ways in under.items()}
            for superior, under in superiors.items()
        }
        for superior, pairs in shown.items():
            if not any(_nearer(oracle, other, shown[other], pairs) for other in shown if other != superior):
                counted = _counts(oracle, counting, superiors[superior], asked)
                for (unit, station), row in pairs.items():
                    named = {"superior": superior, "methods": list(methods), "unit": unit, "station": station}
                    acts = {key.replace("events", "acts"): value for key, value in row.items() if key.startswith("events")}
                    told = {key: value for key, value in row.items() if not key.startswith("events")}
                    found = superiors[superior][unit, station]
                    away = _elsewhere(oracle, found, station)
                    named["elsewhere"] = sorted({called(oracle.nodes[at.end], at) for at in away})
                    claims = {*row["claims"], *_suffered(oracle, found), *claims_of(*away)}
                    rows.append(told | acts | counted | named | {"claims": sorted(claims)})
    return ordered(rows)


def ordered(rows: list[Row]) -> list[Row]:
    """As the query orders them."""

    def order(row: Row) -> list[Any]:
        return [-row["stations"], -row["events"], row["methods"], row["superior"], row["unit"], row["station"]]

    return sorted(rows, key=order)


def words(event: Node) -> set[str]:
    """An event's methods, as they are compared."""
    methods: Any = event.properties.get("methods", ())
    return {word for method in methods if (word := method.strip().lower())}


def _sets(oracle: Oracle, ways: Under) -> dict[tuple[str, ...], Under]:
    events = {row["event"]: words(oracle.nodes[row["event"]]) for found in ways.values() for row in found}
    found: dict[tuple[str, ...], Under] = {}
    for one, other in {pair for shown in events.values() for pair in combinations(sorted(shown), 2)}:
        both = {event for event, shown in events.items() if {one, other} <= shown}
        common = set.intersection(*(events[event] for event in both))
        under = {pair: [row for row in rows if row["event"] in both] for pair, rows in ways.items()}
        found[tuple(sorted(common))] = {pair: rows for pair, rows in under.items() if rows}
    return found


def _counts(oracle: Oracle, counting: Counting, under: Under, asked: Asked) -> Row:
    events = [Tie(row["event"], row["denied"], row["sure"]) for rows in under.values() for row in rows]
    stations = {station for _, station in under}
    recorded = []
    for occurred in oracle.links:
        if occurred.type == "OCCURRED_AT" and occurred.end in stations:
            event = oracle.nodes[occurred.begin]
            if words(event) and Members.possible([event], asked):
                away = counting.leaves(event.id, stations)
                surely = Members([event], asked).sure()
                denied = any(part.properties.get("disputed") for part in (event, occurred))
                recorded.append(Tie(event.id, denied, surely, goes=away))
    return {
        **counted_places(oracle, counting, under, "stations", "sure_stations"),
        "days": len({day for tie in events if (day := _day(oracle.nodes[tie.thing])) is not None}),
        **counting.columns("events", events, open_by=OPEN_BY),
        **counting.columns("of_events", recorded, open_by=RECORDED_BY),
        **counting.columns("victims", _victims(oracle, events), open_by=OPEN_BY),
        **counting.columns("of_victims", _victims(oracle, recorded), open_by=RECORDED_BY),
    }


def _day(event: Node) -> Any:
    begin: Any = event.properties["possible_from"]
    end: Any = event.properties["possible_to"]
    day = begin.replace(hour=0, minute=0)
    return day if end <= day + timedelta(days=1) else None


def _victims(oracle: Oracle, events: list[Tie]) -> list[Tie]:
    suffered = [link for link in oracle.links if link.type == "SUFFERED"]
    return [
        Tie(link.begin, tie.denied or bool(link.properties.get("disputed")), tie.sure, goes=tie.goes)
        for tie in events
        for link in suffered
        if link.end == tie.thing
    ]


def _elsewhere(oracle: Oracle, rows: list[Row], station: str) -> list[Link]:
    """What places one of these events at another station."""
    placed = [at for row in rows for at in oracle._of("OCCURRED_AT", begin=row["event"])]
    return [at for at in placed if at.end != station]


def _suffered(oracle: Oracle, rows: list[Row]) -> set[str]:
    events = {row["event"] for row in rows}
    return set(claims_of(*(link for link in oracle.links if link.type == "SUFFERED" and link.end in events)))
