"""What `command/operation_footprint` must answer, in plain Python.

Of a superior count all allegations against units at or below it by a simple path of command links, at a station, where path
and event share a moment of the period. A row is a superior, a unit and a station; what it shows is the surest of the
allegations. One event is at one place: told of two, it is possibly at each. At least there is what surely was so in the
period. Of superiors over the same units at the same stations, one is left out where a known one is nearer (fewer levels to the
farthest unit) and in no row less sure, and one is named of those that stand above each other at one moment of the period:
where it is least sure the surest, then the nearest, then the smallest id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from graph.projection import Projection
from tests.queries.oracle import Oracle, _sorted
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.counting import UNNAMED, Counting, Place, Tie
from tests.queries.rule import Asked, Members, Row, claims_of

Pair: TypeAlias = tuple[str, str]
OPEN_BY = ("Event", "Unit")
"""Kinds of things by which more come under a superior, if two are joined."""
GRADES = ("certain", "assumed", "possible")


def answer(projection: Projection, parameters: Parameters, counting: Counting | None = None) -> list[Row]:
    """The rows, in order. `parameters`: `from` and `to` as instants, either left out; `min_places`."""
    counting = counting or Counting(projection, {})
    begin: Any = parameters.get("from")
    end: Any = parameters.get("to")
    least: Any = parameters["min_places"]
    oracle, asked = Oracle(projection), Asked.of(begin, end)
    over: dict[str, dict[Pair, Row]] = {}
    counts: dict[str, Row] = {}
    for superior, ways in _ways(oracle, asked).items():
        counted = counted_places(oracle, counting, ways, "places", "sure_places")
        if counted["places"] >= least:
            counts[superior] = counted
            over[superior] = {pair: _shown(found, counting, pair[1]) for pair, found in ways.items()}
    rows: list[Row] = []
    for superior, pairs in over.items():
        if not any(
            _nearer(oracle, other, over[other], pairs) or _named(oracle, asked, over, other, superior)
            for other in over
            if other != superior
        ):
            counted = {"superior": superior, **counts[superior]}
            rows += (row | counted | {"unit": unit, "station": station} for (unit, station), row in pairs.items())
    return sorted(_sorted(rows, "superior", "unit", "station"), key=lambda row: -int(row["places"]))


def _unnamed(oracle: Oracle, ways: Mapping[Pair, list[Row]]) -> bool:
    """Whether a unit that nobody can name, and that may be any, is alleged in one of these events, too."""
    alleged = [link for found in ways.values() for row in found for link in oracle._of("ALLEGED_IN", end=row["event"])]
    return any(oracle.nodes[link.begin].properties.get("kind") == "unknown" for link in alleged)


def counted_places(oracle: Oracle, counting: Counting, ways: Mapping[Pair, list[Row]], name: str, sure: str) -> Row:
    """At how many stations, each event at one of its own, at how many surely, and by how many units."""
    places = [Place(row["event"], station, row["denied"], row["sure"]) for (_, station), found in ways.items() for row in found]
    units = [
        Tie(unit, row["denied"], row["sure"], goes=counting.falls(row["event"]))
        for (unit, _), found in ways.items()
        for row in found
    ]
    return {
        **counting.places(name, places, open_by=OPEN_BY, anywhere=True),
        sure: counting.sure_places((replace(place, goes=counting.torn(place.event)) for place in places), anywhere=True),
        **counting.columns("units", units, open_by=[*OPEN_BY, UNNAMED] if _unnamed(oracle, ways) else OPEN_BY),
    }


def _ways(oracle: Oracle, asked: Asked) -> dict[str, dict[Pair, list[Row]]]:
    """By superior, and by unit and station: every allegation there by every path, as a row of its own."""
    found: dict[str, dict[Pair, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for unit, station, row, links in _acts(oracle):
        happened, untimed = links[0], links[1:]
        for way, above in oracle._paths([], unit, asked):
            members = Members([*above, happened], asked)
            if members.shared:
                told = members.columns()
                told["sure"] = members.sure()
                told["denied"] = any(part.properties.get("disputed") for part in (*above, *links))
                if told["denied"] or _torn(oracle, happened.id):
                    told["certainty"] = "possible"
                told["claims"] = {*told["claims"], *claims_of(*untimed)}
                told |= {"level": len(above), "chain": way, "links": [link.id for link in above]}
                found[way[-1]][unit, station].append(told | row)
    return found


def _acts(oracle: Oracle) -> Iterator[tuple[str, str, Row, list[Any]]]:
    """A unit, a station, what ties them, and the event followed by the links without a time."""
    for event in [node for node in oracle.nodes.values() if node.label == "Event"]:
        for alleged in oracle._of("ALLEGED_IN", end=event.id):
            if alleged.begin_label != "Unit" or oracle.nodes[alleged.begin].properties.get("kind") == "unknown":
                continue
            for occurred in oracle._of("OCCURRED_AT", begin=event.id):
                row = {"event": event.id, "alleged": alleged.id, "occurred": occurred.id}
                yield alleged.begin, occurred.end, row, [event, alleged, occurred]


def _torn(oracle: Oracle, event: str) -> bool:
    """Whether it is told of two stations, whoever denies one."""
    return len({link.end for link in oracle._of("OCCURRED_AT", begin=event)}) > 1


def _shown(ways: list[Row], counting: Counting, station: str) -> Row:
    """The surest, and of equals the nearest cited, the nearest, the earliest; with what is true of all of them there."""

    def order(row: Row) -> list[Any]:
        gap = float("inf") if row["gap_days"] is None else row["gap_days"]
        ids = [*row["chain"], *row["links"], row["event"], row["alleged"], row["occurred"]]
        return [GRADES.index(row["certainty"]), gap, row["level"], row["since"], ids]

    first = min(ways, key=order)
    return {key: value for key, value in first.items() if key not in ("covers", "denied", "sure")} | {
        "level": min(row["level"] for row in ways),
        "since": min(row["since"] for row in ways),
        "until": max(row["until"] for row in ways),
        **counting.columns(
            "events",
            [Tie(row["event"], row["denied"], row["sure"], goes=counting.leaves(row["event"], {station})) for row in ways],
            open_by=OPEN_BY,
        ),
        "claims": sorted({claim for row in ways for claim in row["claims"]}),
    }


def _named(oracle: Oracle, asked: Asked, over: dict[str, dict[Pair, Row]], other: str, superior: str) -> bool:
    """Whether the two stand above each other, and the other is the one named."""

    def order(name: str) -> tuple[int, int, str]:
        rows = over[name].values()
        return max(GRADES.index(row["certainty"]) for row in rows), max(row["level"] for row in rows), name

    if over[other].keys() != over[superior].keys() or oracle.nodes[other].properties.get("kind") == "unknown":
        return False
    return order(other) < order(superior) and in_cycle(oracle, asked, superior, other)


def in_cycle(oracle: Oracle, asked: Asked, one: str, other: str) -> bool:
    """Whether each stands above the other by paths that share a moment."""
    up = [links for way, links in oracle._paths([], one, asked) if way[-1] == other]
    back = [links for way, links in oracle._paths([], other, asked) if way[-1] == one]
    return any(Members.possible([*links, *further], asked) for links in up for further in back)


def _nearer(oracle: Oracle, other: str, its: dict[Pair, Row], pairs: dict[Pair, Row]) -> bool:
    if its.keys() != pairs.keys() or oracle.nodes[other].properties.get("kind") == "unknown":
        return False
    deep = max(row["level"] for row in its.values()) < max(row["level"] for row in pairs.values())
    return deep and all(GRADES.index(its[pair]["certainty"]) <= GRADES.index(pairs[pair]["certainty"]) for pair in pairs)
