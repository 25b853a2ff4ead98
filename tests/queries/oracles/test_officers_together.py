"""`colocation/officers_together` against plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from tests.queries.conftest import Published
from tests.queries.oracles.agreement import COUNT, Parameters, answers, disagreements
from tests.queries.oracles.custody_worlds import custody_worlds
from tests.queries.oracles.officers_together import answer
from tests.world import Given


def _ask(random: Random, given: Given, prefix: str) -> Iterator[Parameters]:
    for person in list(given["Person"])[:2]:
        for least in (0, random.choice([1, 1, 2, 3])):
            yield {"person": prefix + person, "min_days": least}


WORLDS = custody_worlds(COUNT, 2022, "o", _ask)


def test_an_engine_answers_as_the_oracle_does(published: Published) -> None:
    assert disagreements("colocation/officers_together", WORLDS, answer, published) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade and whatever else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for rows in answers(WORLDS, answer):
        for row in rows:
            seen.update((column, row[column]) for column in ("certainty", "beside", "covers", "also_held", "post", "role"))
            seen["days", row["certain_days"] > 0] += 1
            seen["limited", row["most_days"] is not None] += 1

    grades = [("certainty", grade) for grade in ("certain", "assumed", "possible")]
    ways = [("beside", "station"), ("beside", "unit"), ("post", "on duty"), ("post", "head"), ("role", "medic")]
    others = [(what, found) for what in ("covers", "days", "limited", "also_held") for found in (True, False)]
    assert all(seen[found] >= 10 for found in grades + ways + others), seen
