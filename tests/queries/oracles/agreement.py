"""An engine beside an oracle: the same question to the same small world, row for row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from graph.projection import Link, Node, Projection
from queries.catalogue import Catalogue
from queries.run import run
from tests.queries.comparison import differences, plain, without_counted
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
    waiting: Mapping[str, str] = field(default_factory=dict)
    """The open group of the review of each thing that waits in one."""
    kinds: Collection[str] | None = None
    """The labels of all that waits, where this is asked together with other worlds."""


def disagreements(
    query: str, worlds: Sequence[World], oracle: Oracle, published: Published, *, parts: Sequence[Link | Node] = ()
) -> list[str]:
    """Every value in which the engine's rows are not the oracle's. `parts`: of all worlds, where one question goes to all."""
    saved = Catalogue.of().get(query)
    wrong = []
    for world in worlds:
        for parameters in world.questions:
            answer = run(saved, published.engine, parameters, marker=published.marker, within=None, waiting=world.waiting)
            expected = oracle(world.projection, parameters)
            rows = without_counted([plain(row) for row in answer.records()], expected, parts or parts_of([world]))
            found = differences(rows, expected)
            wrong += [f"{parameters}: {difference}" for difference in found]
    return wrong


def named_disagreements(
    query: str,
    worlds: Sequence[World],
    oracle: Callable[[World], list[list[Row]]],
    published: Published,
    order: Callable[[Row], tuple[object, ...]],
    *,
    once: bool = False,
    parts: Sequence[Link | Node] = (),
) -> list[str]:
    """The same of the columns that the oracle names. `order`: in which both sides are compared; it tells rows apart, or
    `once`: rows that are equal in these columns count as one. `parts`: those of all worlds, where one question goes to all.
    """
    saved = Catalogue.of().get(query)
    wrong = []
    for world in worlds:
        for parameters, expected in zip(world.questions, oracle(world), strict=True):
            answer = run(saved, published.engine, parameters, marker=published.marker, within=None, waiting=world.waiting)
            named = {column for row in expected for column in row}
            rows = [plain(row) for row in answer.records()]
            given = [{name: value for name, value in row.items() if name in (named or row)} for row in rows]
            given = [row for at, row in enumerate(given) if not (once and row in given[:at])]
            given, wanted = sorted(given, key=order), sorted(expected, key=order)
            found = differences(without_counted(given, wanted, parts or parts_of([world])), wanted)
            wrong += [f"{parameters}: {difference}" for difference in found]
    return wrong


def parts_of(worlds: Sequence[World]) -> list[Link | Node]:
    """All nodes and links of these."""
    found: list[Link | Node] = []
    for world in worlds:
        found += [*world.projection.nodes, *world.projection.links]
    return found


def answers(worlds: Sequence[World], oracle: Oracle) -> list[list[Row]]:
    """What the oracle says to each question of each world."""
    return [oracle(world.projection, parameters) for world in worlds for parameters in world.questions]
