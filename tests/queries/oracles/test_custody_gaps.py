"""`colocation/custody_gaps` against plain Python. It asks about all worlds at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from graph.projection import Projection
from tests.queries.conftest import Published
from tests.queries.oracles.agreement import Parameters, World, disagreements
from tests.queries.oracles.custody_gaps import answer, ordered
from tests.queries.oracles.custody_worlds import custody_worlds
from tests.queries.rule import Row
from tests.queries.world_count import world_count
from tests.world import Given


def _ask(_random: Random, _given: Given, _prefix: str) -> Iterator[Parameters]:
    return iter(())


def _with_disappearances(random: Random, projection: Projection) -> Projection:
    """The same world, in which some of what happened is that somebody disappeared."""
    nodes = [
        replace(node, properties={**node.properties, "kind": "disappearance"})
        if node.label == "Event" and random.random() < 0.3
        else node
        for node in projection.nodes
    ]
    return replace(projection, nodes=tuple(nodes))


WORLDS = [
    replace(world, projection=_with_disappearances(Random(f"2026-{number}"), world.projection))
    for number, world in enumerate(custody_worlds(world_count(200), 2026, "g", _ask))
]
QUESTIONS: tuple[Parameters, ...] = ({"min_hours": 0}, {"min_hours": 6}, {"min_hours": 24}, {"min_hours": 60})


def _answers(_: Projection, parameters: Parameters) -> list[Row]:
    return ordered([row for world in WORLDS for row in answer(world.projection, parameters)])


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_an_engine_answers_as_the_oracle_does(question: Parameters, published: Published) -> None:
    everything = World(Projection(1, (), ()), (question,))

    assert disagreements("colocation/custody_gaps", [everything], _answers, published) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade and whatever else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for question in QUESTIONS:
        for row in _answers(WORLDS[0].projection, question):
            seen.update((name, row[name]) for name in ("certainty", "last_kind", "next_kind"))
            seen.update((name, row[name] is None) for name in ("until", "gap_days", "last_station", "next_stay"))
            seen["sure", bool(row["least_hours"])] += 1

    grades = [("certainty", grade) for grade in ("certain", "assumed", "possible")]
    kinds = [("last_kind", kind) for kind in ("held", "arrest", "disappearance")] + [
        ("next_kind", "held"),
        ("next_kind", "release"),
    ]
    others = [(name, found) for name in ("until", "gap_days", "last_station", "next_stay", "sure") for found in (True, False)]
    assert all(seen[found] >= 10 for found in grades + kinds + others), seen
