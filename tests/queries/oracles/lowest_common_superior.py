"""What `command/lowest_common_superior` must answer, in plain Python.

A superior is common where a path of command links that share a moment of the day leads to it from every unit asked
about; a unit stands above itself. It is as sure as the unit it is least surely above, by that unit's surest path. It is
left out where a known common superior stands below it, at least as surely common and at least as surely below, that is
not also above it. Each path is a row, with each who commanded at its upper end.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import cast

from graph.projection import Link, Projection
from queries.parameters import ANY
from tests.queries.oracle import Oracle, _sorted
from tests.queries.oracles.agreement import Parameters
from tests.queries.rule import Asked, Members, Row

GRADES: tuple[str | None, ...] = ("certain", "assumed", "possible", None)
"""Strongest first; none without a day, where all are alike."""


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows, in order. `parameters`: `units` by id, `on` a date or any."""
    asked, oracle = _asked(parameters["on"]), Oracle(projection)
    units = sorted(set(cast("list[str]", parameters["units"])))
    paths = {unit: list(oracle._paths([], unit, asked)) for unit in oracle.nodes if oracle.nodes[unit].label == "Unit"}

    def grade(low: str, high: str) -> int | None:
        """How surely one stands above the other, 0 the surest; none if it does not. Each stands above itself."""
        if low == high:
            return 0
        found = [Members(links, asked).columns()["certainty"] for way, links in paths[low] if way[-1] == high]
        return min(map(GRADES.index, found)) if found else None

    common: dict[str, int] = {}
    for high in paths:
        grades = [grade(unit, high) for unit in units]
        if None not in grades:
            common[high] = max(found for found in grades if found is not None)

    def hidden(high: str) -> bool:
        for lower, grade_of_lower in common.items():
            if lower == high or grade_of_lower > common[high] or oracle.nodes[lower].properties.get("kind") == "unknown":
                continue
            below = grade(lower, high)
            if below is not None and below <= common[high] and grade(high, lower) is None:
                return True
        return False

    rows = []
    for high in common:
        for unit in units:
            for way, links in [] if hidden(high) else paths[unit]:
                if way[-1] == high:
                    rows += _with_holders(oracle, way, links, asked)
    return _sorted(rows, "superior", "unit", "level", "chain", "links", "commander", "posting")


def _with_holders(oracle: Oracle, way: list[str], links: list[Link], asked: Asked) -> list[Row]:
    held: list[Link | None] = [p for p in oracle._commands(way[-1]) if asked.any or Members.possible([*links, p], asked)]
    return [
        Members([*links, posting] if posting else links, asked).columns()
        | {"superior": way[-1], "unit": way[0], "level": len(links), "chain": way, "links": [link.id for link in links]}
        | {"commander": posting and posting.begin, "posting": posting and posting.id}
        | {"acting": posting and bool(posting.properties.get("acting"))}
        for posting in held or [None]
    ]


def _asked(on: object) -> Asked:
    if on == ANY:
        return Asked.of(None, None, any=True)
    day = datetime.fromisoformat(str(on))
    return Asked.of(day, day + timedelta(days=1))
