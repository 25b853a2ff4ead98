"""An engine beside an oracle: the same question to the same small world, row for row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graph.projection import Projection
from queries.catalogue import Catalogue
from queries.run import run
from tests.queries.comparison import differences, plain
from tests.queries.conftest import Published
from tests.queries.rule import Row
from tests.queries.world_count import world_count

COUNT = world_count(100)
"""How many worlds a test module looks at."""

Parameters: TypeAlias = dict[str, object]
Oracle: TypeAlias = Callable[[Projection, Parameters], list[Row]]


@dataclass(frozen=True)
class World:
    """A world with ids of its own, and what is asked of it: parameters as `run` is given them."""

    projection: Projection
    questions: tuple[Parameters, ...]


def disagreements(query: str, worlds: Sequence[World], oracle: Oracle, published: Published) -> list[str]:
    """Every value in which the engine's rows are not the oracle's."""
    saved = Catalogue.of().get(query)
    wrong = []
    for world in worlds:
        for parameters in world.questions:
            answer = run(saved, published.engine, parameters, marker=published.marker, within=None)
            found = differences([plain(row) for row in answer.records()], oracle(world.projection, parameters))
            wrong += [f"{parameters}: {difference}" for difference in found]
    return wrong


def answers(worlds: Sequence[World], oracle: Oracle) -> list[list[Row]]:
    """What the oracle says to each question of each world."""
    return [oracle(world.projection, parameters) for world in worlds for parameters in world.questions]
