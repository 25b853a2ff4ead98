"""`command/commanders_for_event` against plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from tests.queries.conftest import Published
from tests.queries.oracles.agreement import COUNT, Parameters, answers, disagreements
from tests.queries.oracles.commanders_for_event import answer
from tests.queries.oracles.force_worlds import force_worlds
from tests.world import Given


def _ask(_random: Random, given: Given, prefix: str) -> Iterator[Parameters]:
    for event in given["Event"]:
        yield {"event": prefix + event}


WORLDS = force_worlds(COUNT, 2015, "cfe", _ask)


def test_an_engine_answers_as_the_oracle_does(published: Published) -> None:
    assert disagreements("command/commanders_for_event", WORLDS, answer, published) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade and whatever else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for rows in answers(WORLDS, answer):
        for row in rows:
            seen.update((column, row[column]) for column in ("covers", "acting", "end", "role"))
            seen[row["tie"], row["certainty"]] += 1
            seen["gap", row["gap_days"] and row["gap_days"] > 0] += 1
            seen["level", min(2, row["level"])] += 1

    wanted: list[tuple[str, object]] = [
        (tie, grade) for tie in ("alleged", "based") for grade in ("certain", "assumed", "possible")
    ]
    wanted += [("end", end) for end in (None, "fork", "cycle", "gap", "other", "top")]
    wanted += [(column, found) for column in ("covers", "acting") for found in (True, False)]
    wanted += [("role", None), ("role", "direct"), ("gap", None), ("gap", 0), ("gap", True), ("level", 0), ("level", 2)]
    assert all(seen[found] >= 10 for found in wanted), seen
