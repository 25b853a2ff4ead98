"""Every saved query in other words, in random worlds: each engine answers them as it answers the query itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest

from graph.engine import Engine
from queries.run import prepared
from tests.claims import as_projected
from tests.neo4j import server
from tests.promises import Promise
from tests.queries.cases import Case
from tests.queries.conftest import Published
from tests.queries.rewrites import rewrites
from tests.queries.shaken import shaken
from tests.queries.test_rewrites import LIBRARY, otherwise, rows_of
from tests.queries.world_count import asked_for_everything
from tests.world import together

COUNT = 100 if asked_for_everything() else 2
"""Worlds of each query."""
LOTS: list[Sequence[str]] = [[name] for name in LIBRARY.names] if asked_for_everything() else [LIBRARY.names[::9]]
"""Queries whose worlds lie in one graph: all of them, or a few, since Neo4j plans each text anew."""
LEAST = 0.5
"""The share of its worlds in which a query has rows: where there are none, any words have the same answer."""


@dataclass(frozen=True)
class Holding:
    """An engine that holds the worlds of some queries, and these by query."""

    published: Published
    worlds: Mapping[str, Sequence[Case]]


@pytest.fixture
def holding(opened: tuple[Engine, str], names: Sequence[str]) -> Holding:
    """A Neo4j server is shared: another test may have left something."""
    engine, setting = opened
    worlds = {name: shaken(name, COUNT, seed=2026) for name in names}
    if setting != "embedded":
        server.empty(setting)
    marker = engine.publish(as_projected(together(world.projection for made in worlds.values() for world in made)))
    return Holding(Published(engine, marker), worlds)


@pytest.mark.trust("other words that mean the same have the same answer")
@pytest.mark.parametrize("names", LOTS, ids=lambda names: names[0] if len(names) == 1 else "a few queries")
def test_other_words_have_the_same_answer_in_random_worlds(names: Sequence[str], holding: Holding, promise: Promise) -> None:
    ask = rows_of(holding.published)
    wrong: list[str] = []
    tried, with_rows = 0, Counter[str]()
    for name in names:
        saved = LIBRARY.get(name)
        seen: dict[str, tuple[list[str], list[str]]] = {}
        for world in holding.worlds[name]:
            _, bound = prepared(saved, world.parameters(saved), world.waiting)
            if repr(bound) not in seen:  # a question about everything is the same in many worlds
                rows = ask(saved.cypher, bound)
                seen[repr(bound)] = rows, [*otherwise(saved.cypher, bound, rows, ask)]
            rows, differing = seen[repr(bound)]
            with_rows[name] += any(world.prefix in row for row in rows) or bool(rows and world.prefix in repr(bound))
            wrong += [f"{name} {world.number}: {how}" for how in differing]
            tried += len(rewrites(saved.cypher))
    print(f"{tried} texts; worlds with rows: {dict(with_rows)}")
    promise.tried(tried, tried - len(wrong))
    assert wrong == []
    assert all(with_rows[name] >= len(holding.worlds[name]) * LEAST for name in names), with_rows
