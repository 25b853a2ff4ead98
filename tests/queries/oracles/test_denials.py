"""No count is sure by a denied link: each world stands beside itself without what is denied, and no sure count falls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias

import pytest

from queries.catalogue import Catalogue
from queries.run import run
from tests.queries.comparison import plain
from tests.queries.conftest import Published
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.counting_worlds import CountingWorld, counting_worlds
from tests.queries.world_count import world_count

WHOLE = counting_worlds(world_count(100), 2032, "whole")
UNDENIED = counting_worlds(len(WHOLE), 2032, "plain", first=len(WHOLE), denied=False)
WORLDS = [*WHOLE, *UNDENIED]

Sure: TypeAlias = Mapping[tuple[object, ...], int]
"""A sure count, by what its rows are about."""
SURE: dict[str, tuple[str, tuple[str, ...], tuple[Parameters, ...]]] = {
    "pattern/widespread": ("sure", ("part", "thing", "week"), ({"by": "week"}, {"by": "area"}, {"by": "unit"})),
    "pattern/station_pattern": ("sure", ("day", "method"), ()),
    "pattern/coordinated_policy": ("sure_stations", ("unit", "station"), ({"min_stations": 1},)),
    "command/operation_footprint": ("sure_places", ("unit", "station"), ({"min_places": 1},)),
}
"""The count; what a row is about, whoever stands nearest and whatever else its events share; what is asked of all worlds."""


def _questions(name: str, worlds: list[CountingWorld]) -> list[Parameters]:
    asked: list[Parameters] = [dict(question) for question in SURE[name][2]]
    if not asked:
        asked += [{"station": f"{world.name}:s0"} for world in worlds]
    return [{**question, "from": worlds[0].begin, "to": worlds[-1].end} for question in asked]


def _sure(name: str, worlds: list[CountingWorld], published: Published) -> Sure:
    """The highest sure count of the sure rows about the same, in words that are the same in both."""
    column, about, _ = SURE[name]
    waiting = {thing: group for world in worlds for thing, group in world.waiting.items()}
    saved = Catalogue.of().get(name)
    found: defaultdict[tuple[object, ...], int] = defaultdict(int)
    for number, question in enumerate(_questions(name, worlds)):
        answer = run(saved, published.engine, question, marker=published.marker, within=None, waiting=waiting)
        for row in (plain(row) for row in answer.records() if row["certainty"] != "possible"):
            key = (number, *(_alike(row[part], worlds[0]) for part in about))
            found[key] = max(found[key], row[column])
    return found


def _alike(value: object, first: CountingWorld) -> object:
    if isinstance(value, str):
        return value.removeprefix("whole").removeprefix("plain")
    return value - first.begin if isinstance(value, datetime) else value


@pytest.mark.parametrize("name", SURE)
def test_no_sure_count_falls_without_what_is_denied(name: str, published: Published) -> None:
    whole, after = _sure(name, WHOLE, published), _sure(name, UNDENIED, published)

    fallen = [f"{about}: {count} falls to {after.get(about, 0)}" for about, count in whole.items() if after.get(about, 0) < count]
    assert fallen == []
    assert sum(map(bool, whole.values())) > 50, "hardly anything is sure"
