"""Every case and every small world in one projection, published once to each engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from graph import canonical
from graph.engine import Engine, Marker
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.engine.setting import open_engine
from graph.projection import Hashes, Projection
from tests.claims import as_projected
from tests.conftest import ENGINES
from tests.neo4j import server
from tests.queries.cases import all_cases
from tests.queries.happenings import happenings
from tests.queries.small_worlds import small_worlds
from tests.queries.world_count import world_count
from tests.world import together

SMALL_WORLDS = small_worlds(world_count(250), seed=2014)
HAPPENINGS = happenings(world_count(120), seed=2014)


@dataclass(frozen=True)
class Published:
    """An engine that holds all worlds."""

    engine: Engine
    marker: Marker


@pytest.fixture(scope="session")
def worlds() -> Projection:
    """What is published."""
    small = [world.projection for world in SMALL_WORLDS] + [world.projection for world in HAPPENINGS]
    return as_projected(together([case.projection for case in all_cases() if not case.apart] + small))


@pytest.fixture(scope="session")
def expected(worlds: Projection) -> Hashes:
    """By which it is known again."""
    return canonical.hashes(worlds.nodes, worlds.links)


@pytest.fixture(scope="session", params=ENGINES)
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, str]]:
    """An engine for the whole session, and its setting."""
    setting = request.param if request.param == "embedded" else request.getfixturevalue(request.param)
    folder = tmp_path_factory.mktemp("worlds") / "graph"
    with open_engine(setting, folder) as engine:
        yield engine, setting
    if setting == "embedded":
        ArcadeEngine(folder).stop()


@pytest.fixture
def published(opened: tuple[Engine, str], worlds: Projection, expected: Hashes) -> Published:
    """All worlds on one engine. A Neo4j server is shared: another test may have emptied it meanwhile."""
    engine, setting = opened
    marker = engine.marker()
    if marker is None or marker.hashes != expected:
        if setting != "embedded":
            server.empty(setting)
        marker = engine.publish(worlds)
    return Published(engine, marker)
