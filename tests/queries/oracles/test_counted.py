"""The queries that count, against plain Python, with open review groups: each world in an era of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from graph.projection import Projection
from tests.queries.conftest import Published
from tests.queries.happenings_oracle import HappeningsOracle
from tests.queries.oracles import (
    complaints_without_case,
    coordinated_policy,
    injuries,
    operation_footprint,
    repeat_perpetrators,
    reprisals,
    station_pattern,
    widespread,
)
from tests.queries.oracles.agreement import Parameters, World, named_disagreements
from tests.queries.oracles.counting import Counting
from tests.queries.oracles.counting_worlds import ERA, METHODS, CountingWorld, asked_period, counting_worlds
from tests.queries.rule import Asked, Row
from tests.queries.world_count import world_count
from tests.world import together

Ask = Callable[[Random, CountingWorld], Iterable[Parameters]]
Answer = Callable[[World, Parameters], list[Row]]


@dataclass(frozen=True)
class Asking:
    """One query: what each world is asked, what must be answered, what tells its rows apart, and which counts it has."""

    ask: Ask
    answer: Answer
    apart: tuple[str, ...]
    counts: tuple[str, ...]
    sure: str = ""
    graded: bool = True
    everywhere: bool = False
    """Whether all worlds are asked at once: no row is about two of them."""
    together: bool = False
    """Whether all worlds are one: some rows are about all of them."""
    once: bool = False
    """Whether one row stands for all that are alike in what the oracle says."""


def _by(random: Random, world: CountingWorld) -> Iterator[Parameters]:
    yield {"by": random.choice(["week", "area", "unit"]), **asked_period(random, world)}


def _stations(random: Random, world: CountingWorld) -> Iterator[Parameters]:
    stations = [link.end for link in world.projection.links if link.type == "OCCURRED_AT"]
    if stations:
        yield {"station": random.choice(stations), **asked_period(random, world)}


def _methods(random: Random, world: CountingWorld) -> Iterator[Parameters]:
    words = [f"{world.name} {way}" for way in random.sample(METHODS, random.randint(1, len(METHODS)))]
    yield {"methods": ";".join(words), "min_shared": random.choice([1, 1, 2]), **asked_period(random, world)}


def _at_least(name: str, *numbers: int) -> Ask:
    return lambda _, world: [{name: number, "from": world.begin} for number in numbers]


def _counted(answer: Callable[[Projection, Parameters, Counting], list[Row]]) -> Answer:
    return lambda world, parameters: answer(world.projection, parameters, Counting(world.projection, world.waiting))


def _alike(world: World, parameters: Parameters) -> list[Row]:
    begin: Any = parameters["from"]
    end: Any = parameters["to"]
    oracle, least = HappeningsOracle(world.projection, world.waiting), int(str(parameters["min_shared"]))
    return oracle.modus_operandi(str(parameters["methods"]).split(";"), least, Asked.of(begin, end))


QUERIES = {
    "pattern/widespread": Asking(
        _by,
        _counted(widespread.answer),
        ("part", "thing", "week"),
        ("events", "victims", "stations", "units"),
        "sure",
    ),
    "pattern/station_pattern": Asking(
        _stations,
        _counted(station_pattern.answer),
        ("day", "method"),
        ("events", "victims", "held", "not_held", "casefiles", "files"),
        "sure",
    ),
    "pattern/injuries": Asking(
        _stations,
        _counted(injuries.answer),
        injuries.KEYS,
        ("findings", "persons", "with_findings", "casefiles"),
    ),
    "pattern/modus_operandi": Asking(_methods, _alike, ("station", "event", "occurred"), ("victims", "stations", "events")),
    "pattern/repeat_perpetrators": Asking(
        lambda _, __: [{"min_events": number} for number in (1, 2)],
        _counted(repeat_perpetrators.answer),
        ("who",),
        ("events", "victims"),
        graded=False,
        everywhere=True,
    ),
    "pattern/coordinated_policy": Asking(
        _at_least("min_stations", 1, 2),
        lambda world, parameters: coordinated_policy.answer(world.projection, parameters, world.waiting),
        ("superior", "methods", "unit", "station"),
        ("stations", "units", "events", "of_events", "victims", "of_victims", "acts"),
        "sure_stations",
        everywhere=True,
    ),
    "command/operation_footprint": Asking(
        _at_least("min_places", 1, 2),
        lambda world, parameters: operation_footprint.answer(world.projection, parameters, world.waiting),
        ("superior", "unit", "station"),
        ("places", "units", "events"),
        "sure_places",
        everywhere=True,
    ),
    "impunity/reprisals": Asking(
        lambda _, __: [{}],
        lambda world, parameters: reprisals.answer(world.projection, parameters, world.waiting),
        ("complaint", "charge", "made_by", "concerns"),
        ("complainants",),
        graded=False,
        everywhere=True,
        together=True,
    ),
    "impunity/complaints_without_case": Asking(
        lambda _, world: [{}, {"from": world.begin + timedelta(days=5), "to": world.begin + 3 * ERA}],
        _counted(complaints_without_case.answer),
        ("forum", "complaint"),
        ("forum_complaints", "forum_without", "forum_refused"),
        graded=False,
        everywhere=True,
        together=True,
        once=True,
    ),
}
COUNTED = counting_worlds(world_count(150), 2031, "cw")
WORLDS = [World(world.projection, (), world.waiting) for world in COUNTED]


def _asked(name: str) -> list[World]:
    """The worlds with the questions of one query."""
    asked, asking = [], QUERIES[name]
    for world in COUNTED:
        questions = tuple(asking.ask(Random(f"{name} {world.name}"), COUNTED[0] if asking.everywhere else world))
        asked.append(World(world.projection, questions, world.waiting))
    return asked


def _answers(name: str, world: World) -> list[list[Row]]:
    return [QUERIES[name].answer(world, parameters) for parameters in world.questions]


@pytest.mark.parametrize("name", QUERIES)
def test_an_engine_answers_as_the_oracle_does(name: str, published: Published) -> None:
    asking = QUERIES[name]

    def order(row: Row) -> tuple[str, ...]:
        return tuple(str(row[column]) for column in asking.apart)

    def told(world: World) -> list[list[Row]]:
        asked = [World(together(one.projection for one in WORLDS), (), world.waiting)] if asking.together else WORLDS
        return [[row for one in asked for row in asking.answer(one, question)] for question in world.questions]

    if asking.everywhere:
        waiting = {thing: group for world in WORLDS for thing, group in world.waiting.items()}
        everything = World(Projection(1, (), ()), tuple(asking.ask(Random(name), COUNTED[0])), waiting)
        assert named_disagreements(name, [everything], told, published, order, once=asking.once) == []
    else:
        assert (
            named_disagreements(name, _asked(name), lambda world: _answers(name, world), published, order, once=asking.once) == []
        )


@pytest.mark.parametrize("name", QUERIES)
def test_the_worlds_are_not_all_alike(name: str) -> None:
    """Every grade, ranges and denials of every count occur, or agreement would mean little."""
    asking = QUERIES[name]
    seen: Counter[tuple[str, object]] = Counter()
    for world in _asked(name):
        for row in (row for rows in _answers(name, world) for row in rows):
            seen["certainty", row.get("certainty")] += 1
            for count in (name for name in asking.counts if row[name] is not None):
                seen[count, "wide"] += row[f"{count}_least"] < row[count]
                seen[count, "denied"] += bool(row[f"{count}_denied"])
            seen["sure", bool(row.get(asking.sure))] += 1

    wanted: list[tuple[str, object]] = [(count, what) for count in asking.counts for what in ("wide", "denied")]
    wanted += [("certainty", grade) for grade in ("certain", "assumed", "possible") if asking.graded]
    wanted += [("sure", found) for found in (True, False) if asking.sure]
    assert all(seen[found] >= 5 for found in wanted), seen
