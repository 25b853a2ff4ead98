"""`colocation/co_detained_with` against plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from tests.queries.conftest import Published
from tests.queries.oracles.agreement import COUNT, Parameters, answers, disagreements
from tests.queries.oracles.co_detained_with import answer
from tests.queries.oracles.custody_worlds import custody_worlds
from tests.world import Given


def _ask(_random: Random, given: Given, prefix: str) -> Iterator[Parameters]:
    for person in list(given["Person"])[:3]:
        yield {"person": prefix + person}


WORLDS = custody_worlds(COUNT, 2021, "d", _ask)


def test_an_engine_answers_as_the_oracle_does(published: Published) -> None:
    assert disagreements("colocation/co_detained_with", WORLDS, answer, published) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade and whatever else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for rows in answers(WORLDS, answer):
        for row in rows:
            seen.update([("certainty", row["certainty"]), ("covers", row["covers"]), ("days", row["certain_days"] > 0)])
            seen["far", row["gap_days"] is not None and row["gap_days"] > 0] += 1

    grades = [("certainty", grade) for grade in ("certain", "assumed", "possible")]
    others = [(what, found) for what in ("covers", "days", "far") for found in (True, False)]
    assert all(seen[found] >= 10 for found in grades + others), seen
