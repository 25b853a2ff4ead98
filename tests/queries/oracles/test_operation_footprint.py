"""`command/operation_footprint` against plain Python. It asks of everything at once: each world is found in the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from queries.catalogue import Catalogue
from queries.run import run
from tests.queries.comparison import differences, plain, without_counted
from tests.queries.conftest import Published
from tests.queries.oracles.agreement import COUNT, Parameters, parts_of
from tests.queries.oracles.force_worlds import asked_period, force_worlds
from tests.queries.oracles.operation_footprint import answer
from tests.queries.rule import Row
from tests.world import Given


def _ask(_random: Random, _given: Given, _prefix: str) -> Iterator[Parameters]:
    yield from ()


def _questions() -> Iterator[Parameters]:
    random = Random("2016")
    for least in (1, 1, 2, 2, 2, 2, 2, 3):
        begin, end = asked_period(random)
        limits = random.choice([{"from": begin}, {"to": end}, {"from": begin, "to": end}, {"from": begin, "to": end}])
        yield {**limits, "min_places": least}


WORLDS = force_worlds(COUNT, 2016, "opf", _ask)
QUESTIONS = list(_questions())


def test_an_engine_answers_as_the_oracle_does(published: Published) -> None:
    saved = Catalogue.of().get("command/operation_footprint")
    wrong = []
    for parameters in QUESTIONS:
        whole = run(saved, published.engine, parameters, marker=published.marker, within=None)
        found: dict[str, list[Row]] = {}
        for row in map(plain, whole.records()):
            found.setdefault(str(row["superior"]).split(":")[0], []).append(row)
        for number, world in enumerate(WORLDS):
            expected = answer(world.projection, parameters)
            given = without_counted(found.get(f"opf{number}", []), expected, parts_of([world]))
            differ = differences(given, expected)
            wrong += [f"opf{number}, {parameters}: {difference}" for difference in differ]

    assert wrong == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade and whatever else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for parameters in QUESTIONS:
        for world in WORLDS:
            rows = answer(world.projection, parameters)
            seen["superiors", min(2, len({row["superior"] for row in rows}))] += 1
            for row in rows:
                seen["certainty", row["certainty"]] += 1
                seen["gap", row["gap_days"] and row["gap_days"] > 0] += 1
                seen.update((column, min(2, row[column])) for column in ("level", "places", "sure_places", "units", "events"))

    wanted: list[tuple[str, object]] = [("certainty", grade) for grade in ("certain", "assumed", "possible")]
    wanted += [("superiors", number) for number in (0, 1, 2)] + [("level", number) for number in (0, 1, 2)]
    wanted += [(column, number) for column in ("places", "units", "events") for number in (1, 2)]
    wanted += [("sure_places", 0), ("sure_places", 2), ("gap", None), ("gap", 0), ("gap", True)]
    assert all(seen[found] >= 10 for found in wanted), seen
