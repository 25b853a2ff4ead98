"""`command/command_of` against plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from tests.queries.conftest import Published
from tests.queries.oracles.agreement import COUNT, Parameters, answers, disagreements
from tests.queries.oracles.command_of import AUTHORITIES, answer
from tests.queries.oracles.force_worlds import asked_period
from tests.queries.oracles.officer_worlds import officer_worlds
from tests.world import Given


def _ask(random: Random, given: Given, prefix: str) -> Iterator[Parameters]:
    for person in list(given["Person"])[:2]:
        begin, end = asked_period(random)
        yield {"person": prefix + person, **random.choice([{}, {"from": begin}, {"to": end}, {"from": begin, "to": end}])}


WORLDS = officer_worlds(COUNT, 2029, "co", _ask)


def test_an_engine_answers_as_the_oracle_does(published: Published) -> None:
    assert disagreements("command/command_of", WORLDS, answer, published) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade and whatever else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for rows in answers(WORLDS, answer):
        seen["nothing", not rows] += 1
        for row in rows:
            seen.update((column, row[column]) for column in ("certainty", "authority", "acting", "covers"))
            seen["station", row["station"] is None] += 1
            seen["level", min(2, row["level"])] += 1
            seen["deep", row["level"] == 12] += 1

    wanted: list[tuple[str, object]] = [("certainty", grade) for grade in ("certain", "assumed", "possible")]
    wanted += [("authority", authority) for authority in AUTHORITIES]
    wanted += [(column, found) for column in ("acting", "covers", "station") for found in (True, False)]
    wanted += [("level", 0), ("level", 1), ("level", 2), ("nothing", True)]
    assert all(seen[found] >= 10 for found in wanted) and seen["deep", True], seen
