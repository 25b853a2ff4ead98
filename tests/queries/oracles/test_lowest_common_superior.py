"""`command/lowest_common_superior` against plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from random import Random

from queries.parameters import ANY
from tests.queries.conftest import Published
from tests.queries.oracles.agreement import COUNT, Parameters, answers, disagreements
from tests.queries.oracles.force_worlds import force_worlds
from tests.queries.oracles.lowest_common_superior import answer
from tests.queries.small_worlds import BEGIN, DAYS
from tests.world import Given


def _ask(random: Random, given: Given, prefix: str) -> Iterator[Parameters]:
    for _ in range(4):
        units = [prefix + unit for unit in random.sample(list(given["Unit"]), random.choice([1, 2, 2, 2, 3]))]
        day = (BEGIN + timedelta(days=random.randrange(DAYS))).date()
        yield {"units": units, "on": random.choice([day, day, day, ANY])}


WORLDS = force_worlds(COUNT, 2014, "lcs", _ask)


def test_an_engine_answers_as_the_oracle_does(published: Published) -> None:
    assert disagreements("command/lowest_common_superior", WORLDS, answer, published) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade and whatever else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for rows in answers(WORLDS, answer):
        seen["superiors", min(2, len({row["superior"] for row in rows}))] += 1
        for row in rows:
            seen.update((column, row[column]) for column in ("certainty", "covers", "acting"))
            seen["level", min(2, row["level"])] += 1

    grades: list[tuple[str, object]] = [("certainty", grade) for grade in ("certain", "assumed", "possible", None)]
    others: list[tuple[str, object]] = [
        ("superiors", 0),
        ("superiors", 1),
        ("superiors", 2),
        ("level", 0),
        ("level", 1),
        ("level", 2),
    ]
    others += [("covers", True), ("covers", False), ("acting", True), ("acting", False), ("acting", None)]
    assert all(seen[found] >= 10 for found in grades + others), seen
