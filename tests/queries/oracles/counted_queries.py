"""Each query that counts: what a world is asked, and what the oracle answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from graph.projection import Projection
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
from tests.queries.oracles.agreement import Parameters, World
from tests.queries.oracles.counting import Counting
from tests.queries.oracles.counting_worlds import ERA, METHODS, CountingWorld, asked_period
from tests.queries.rule import Asked, Row

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
    undenied: tuple[str, ...] = ()
    """Counts of which nothing is ever denied."""
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
    return lambda world, parameters: answer(world.projection, parameters, Counting(world.projection, world.waiting, world.kinds))


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
        ("findings", "persons", "with_findings", "casefiles", "unattributed"),
    ),
    "pattern/modus_operandi": Asking(
        _methods, _alike, ("station", "event", "occurred"), ("victims", "stations", "events"), undenied=("events",)
    ),
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
        _counted(coordinated_policy.answer),
        ("superior", "methods", "unit", "station"),
        ("stations", "units", "events", "of_events", "victims", "of_victims", "acts"),
        "sure_stations",
        everywhere=True,
    ),
    "command/operation_footprint": Asking(
        _at_least("min_places", 1, 2),
        _counted(operation_footprint.answer),
        ("superior", "unit", "station"),
        ("places", "units", "events"),
        "sure_places",
        everywhere=True,
    ),
    "impunity/reprisals": Asking(
        lambda _, __: [{}],
        _counted(reprisals.answer),
        ("complaint", "charge", "made_by", "concerns"),
        ("complainants",),
        graded=False,
        everywhere=True,
        together=True,
    ),
    "impunity/complaints_without_case": Asking(
        lambda _, world: [{}, {"from": world.begin + timedelta(days=5), "to": world.begin + 3 * ERA}],
        _counted(complaints_without_case.answer),
        ("forum", "complaint", "refusal"),
        ("forum_complaints", "forum_without", "forum_refused"),
        graded=False,
        everywhere=True,
        together=True,
        once=True,
    ),
}
