"""`colocation/co_detained_everywhere` against plain Python. It asks about all worlds at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest

from tests.queries.conftest import Published
from tests.queries.oracles.agreement import COUNT, Parameters, World, disagreements
from tests.queries.oracles.co_detained_everywhere import answer
from tests.queries.oracles.custody_worlds import custody_worlds
from tests.queries.small_worlds import BEGIN
from tests.world import Given, together


def _ask(_random: Random, _given: Given, _prefix: str) -> Iterator[Parameters]:
    return iter(())


WORLDS = custody_worlds(COUNT, 2023, "v", _ask)
QUESTIONS: tuple[Parameters, ...] = (
    {"top": 100_000},
    {"top": 7},
    {"top": 1},
    {"top": 100_000, "from": BEGIN + timedelta(hours=42)},
    {"top": 40, "from": BEGIN + timedelta(days=3), "to": BEGIN + timedelta(days=5, hours=6)},
    {"top": 100_000, "to": BEGIN + timedelta(days=4)},
)


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_an_engine_answers_as_the_oracle_does(question: Parameters, published: Published) -> None:
    everything = World(together(world.projection for world in WORLDS), (question,))

    assert disagreements("colocation/co_detained_everywhere", [everything], answer, published) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade occurs, with and without days, or agreement would mean little."""
    rows = answer(together(world.projection for world in WORLDS), QUESTIONS[0])
    seen = Counter((row["certainty"], row["most_days"] is None) for row in rows)

    assert all(seen[grade, False] >= 10 for grade in ("certain", "assumed", "possible"))
    assert seen["possible", True]
