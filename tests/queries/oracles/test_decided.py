"""No range of a query leaves out what its answer may be once the review is done: every decision of the open groups is tried.

A row about a thing that is decided to be one with another is another row. All else that a row counted at least is there still,
and nothing is there that it did not count at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import TypeAlias

import pytest

from tests.queries.oracles.agreement import Parameters, World
from tests.queries.oracles.counted_queries import QUERIES, Asking
from tests.queries.oracles.counting_worlds import CountingWorld, counting_worlds
from tests.queries.oracles.decided import decided
from tests.queries.oracles.decisions import Decision, decisions
from tests.queries.rule import Row
from tests.queries.world_count import world_count

Key: TypeAlias = tuple[str, ...]
WORLDS = counting_worlds(world_count(120), 2044, "d", alike=True)


def _rows(asking: Asking, world: World, question: Parameters) -> dict[Key, Row]:
    return {tuple(_known_again(row[column]) for column in asking.apart): row for row in asking.answer(world, question)}


def _known_again(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)


def _merged(decision: Decision) -> set[str]:
    """All things that are one with another."""
    parts = Counter(decision.values())
    return {thing for thing, one in decision.items() if parts[one] > 1}


def _left_out(name: str, world: CountingWorld) -> Iterator[str]:
    """Every range of this world's rows that a decision shows to be too narrow."""
    asking = QUERIES[name]
    for question in asking.ask(Random(f"{name} {world.name}"), world):
        rows = _rows(asking, World(world.projection, (), world.waiting), question)
        for decision in decisions(world.waiting):
            merged = _merged(decision)
            if not merged or merged & set(map(str, question.values())):
                continue
            after = _rows(asking, World(decided(world.projection, decision), ()), question)
            for key, row in rows.items():
                if key in after and not merged & set(map(str, key)):
                    yield from (
                        f"{world.name} {question} {key} {decision}: {wrong}" for wrong in _narrow(asking, row, after[key])
                    )


def _narrow(asking: Asking, before: Row, after: Row) -> Iterator[str]:
    for count in (count for count in asking.counts if before[count] is not None):
        least, most, now = before[f"{count}_least"], before[f"{count}_most"], before[count]
        assert least <= now, (count, before)
        if after[f"{count}_least"] < least:
            yield f"{count} is {least} at least, and then {after[f'{count}_least']}"
        if most is not None and after[count] > most:
            yield f"{count} is {most} at most, and then {after[count]}"
    if asking.sure and after[asking.sure] < before[asking.sure]:
        yield f"{asking.sure} {before[asking.sure]}, and then {after[asking.sure]}"


@pytest.mark.slow
@pytest.mark.parametrize("name", QUERIES)
def test_no_decision_leads_out_of_a_range(name: str) -> None:
    assert [wrong for world in WORLDS for wrong in _left_out(name, world)] == []
