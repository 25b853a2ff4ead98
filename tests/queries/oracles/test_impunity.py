"""The impunity queries about what came before and after, against plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from graph.projection import Projection
from tests.queries.conftest import Published
from tests.queries.oracles import measures_taken, notices, reprisals
from tests.queries.oracles.agreement import Oracle, Parameters, World, answers, disagreements
from tests.queries.oracles.force_worlds import asked_period
from tests.queries.oracles.impunity_worlds import impunity_worlds
from tests.queries.rule import Row
from tests.queries.world_count import world_count
from tests.world import Given, together


def _ask(random: Random, given: Given, prefix: str) -> Iterator[Parameters]:
    for person in list(given["Person"])[:2]:
        begin, end = asked_period(random)
        yield {"person": prefix + person, "public": "press; UN", **random.choice([{}, {}, {"from": begin}, {"to": end}])}


ORACLES: dict[str, Oracle] = {
    "notice_timeline": notices.timeline,
    "events_after_notice": notices.first_notices,
    "measures_taken": measures_taken.answer,
}
WORLDS = impunity_worlds(world_count(220), 2028, "i", _ask)
EVERYTHING = World(together(world.projection for world in WORLDS), ({},))


def _reprisals(_: Projection, parameters: Parameters) -> list[Row]:
    return reprisals.answer(EVERYTHING.projection, parameters)


@pytest.mark.parametrize("name", ORACLES)
def test_an_engine_answers_as_the_oracle_does(name: str, published: Published) -> None:
    worlds = WORLDS
    if name == "measures_taken":
        asked = [tuple({k: v for k, v in q.items() if k != "public"} for q in world.questions) for world in WORLDS]
        worlds = [World(world.projection, questions) for world, questions in zip(WORLDS, asked, strict=True)]
    assert disagreements(f"impunity/{name}", worlds, ORACLES[name], published) == []


def test_reprisals_are_those_of_the_oracle(published: Published) -> None:
    assert disagreements("impunity/reprisals", [EVERYTHING], _reprisals, published) == []


@pytest.mark.parametrize("name", ORACLES)
def test_the_worlds_are_not_all_alike(name: str) -> None:
    """Every grade, every way, members and units, sure and unsure days occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for rows in answers(WORLDS, ORACLES[name]):
        for row in rows:
            seen.update((column, row.get(column)) for column in ("certainty", "reached", "found"))
            seen.update((column, row.get(column) is None) for column in ("member", "days_least", "gap_days", "passed"))
            seen["level", min(1, row["level"])] += 1

    wanted: list[tuple[str, object]] = [("certainty", grade) for grade in ("certain", "assumed", "possible")]
    wanted += [(column, found) for column in ("member", "days_least", "gap_days") for found in (True, False)] + [("level", 1)]
    if name == "measures_taken":
        wanted += [("found", found) for found in measures_taken.ORDER]
    else:
        wanted += [("reached", way) for way in notices.DIRECTNESS] + [("passed", False)]
    print(name, {key: seen[key] for key in wanted})
    assert all(seen[found] >= 10 for found in wanted), seen


def test_charges_come_before_and_after() -> None:
    rows = _reprisals(EVERYTHING.projection, {})
    seen = Counter(row["certainty"] for row in rows) + Counter(row["in_answer"] for row in rows)
    print(dict(seen))
    assert all(seen[found] >= 5 for found in ("certain", "possible", True, False)), seen
