"""`command/career` against plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from tests.queries.conftest import Published
from tests.queries.oracles.agreement import Parameters, answers, disagreements
from tests.queries.oracles.career import answer
from tests.queries.oracles.officer_worlds import officer_worlds
from tests.queries.world_count import world_count
from tests.world import Given

EMPTY_OR_NOT = ("rank_before", "last_before", "last_denied", "first_cited", "gap_days")


def _ask(_random: Random, given: Given, prefix: str) -> Iterator[Parameters]:
    for person in list(given["Person"])[:2]:
        yield {"person": prefix + person}


WORLDS = officer_worlds(world_count(150), 2030, "ca", _ask)


def test_an_engine_answers_as_the_oracle_does(published: Published) -> None:
    assert disagreements("command/career", WORLDS, answer, published) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade and whatever else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for rows in answers(WORLDS, answer):
        for row in rows:
            seen.update((column, row[column]) for column in ("what", "certainty", "tie", "acting"))
            seen.update((column, row[column] is None) for column in EMPTY_OR_NOT)
            seen["before", min(2, row["events_before"] or 0)] += 1
            seen["denied", bool(row["events_before_denied"])] += 1

    wanted: list[tuple[str, object]] = [("what", what) for what in ("posting", "promotion", "event")]
    wanted += [("certainty", grade) for grade in ("certain", "assumed", "possible", None)]
    wanted += [
        ("tie", "alleged"),
        ("tie", "commander"),
        ("acting", True),
        ("acting", False),
        ("before", 1),
        ("before", 2),
        ("denied", True),
    ]
    wanted += [(name, empty) for name in EMPTY_OR_NOT for empty in (True, False)]
    assert all(seen[found] >= 10 for found in wanted), seen
