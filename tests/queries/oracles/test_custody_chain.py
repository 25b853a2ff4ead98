"""`colocation/custody_chain` against plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from tests.queries.conftest import Published
from tests.queries.oracles.agreement import Parameters, answers, disagreements
from tests.queries.oracles.custody_chain import answer
from tests.queries.oracles.custody_worlds import custody_worlds
from tests.queries.rule import Row
from tests.queries.world_count import world_count
from tests.world import Given


def _ask(_random: Random, given: Given, prefix: str) -> Iterator[Parameters]:
    for person in list(given["Person"])[:2]:
        yield {"victim": prefix + person}


WORLDS = custody_worlds(world_count(150), 2020, "k", _ask)
UNKNOWN = {node.id for world in WORLDS for node in world.projection.nodes if node.properties.get("kind") == "unknown"}


def test_an_engine_answers_as_the_oracle_does(published: Published) -> None:
    assert disagreements("colocation/custody_chain", WORLDS, answer, published) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade and whatever else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[object, ...]] = Counter()
    for rows in answers(WORLDS, answer):
        for row in rows:
            seen.update(
                (column, row.get(column)) for column in ("certainty", "covers", "tie", "acting", "stage", "place", "role")
            )
            seen["gap", None if row["gap_hours"] is None else row["gap_hours"] > 0] += 1
            seen["long", row["step"] > 3] += 1
            seen["kind", row["kind"]] += 1
            seen["less", row["gap_least"] != row["gap_hours"]] += 1
            seen["least", bool(row["gap_least"])] += 1
            seen["unknown", row["unit"] in UNKNOWN] += 1
            seen["alone", row["tie"] is None, row["certainty"]] += 1
        seen["weaker", _has_unit_weaker_than_its_step(rows)] += 1

    grades: list[tuple[object, ...]] = [("certainty", grade) for grade in ("certain", "assumed", "possible")]
    alone = [("alone", True, "certain"), ("alone", True, "possible"), ("weaker", True)]
    ties = [("tie", "based"), ("tie", "alleged"), ("tie", None), ("acting", True), ("acting", None)]
    others = [
        ("gap", True),
        ("gap", False),
        ("gap", None),
        ("long", True),
        ("less", True),
        ("least", True),
        ("kind", "release"),
        ("kind", "death"),
        ("unknown", True),
        ("covers", True),
        ("covers", False),
    ]
    assert all(seen[found] >= 10 for found in [*grades, *alone, *ties, *others]), seen


def _has_unit_weaker_than_its_step(rows: list[Row]) -> bool:
    """Whether a step is certain, and some unit that answered for the place only possible."""
    sure = {row["step"] for row in rows if row["tie"] is None and row["certainty"] == "certain"}
    return any(row["step"] in sure and row["tie"] and row["certainty"] == "possible" for row in rows)
