"""Fixtures for everybody: graph engines.

engine           an engine with nothing in it, once for ArcadeDB and once for each Neo4j at hand
engine_factory   opens another one on the same database, as a second process would
neo4j_uri        the address of a Neo4j 5.26 server: NEO4J_URI, or one started here; empty it before use
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import neo4j
import pytest

from graph.engine import Engine
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.engine.opening import open_engine
from tests.neo4j import server

os.environ.setdefault("LINKAGE_IDLE_SECONDS", "5")  # or each case a test makes would keep a server for ten minutes

LATEST_JAVA = os.environ.get("JAVA25_HOME")
ENGINES = [
    "embedded",
    pytest.param("neo4j_uri", marks=pytest.mark.neo4j),
    *([pytest.param("neo4j_2026_uri", marks=pytest.mark.neo4j)] if LATEST_JAVA else []),
]


@pytest.fixture(scope="session")
def neo4j_uri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The long-term release."""
    if uri := os.environ.get("NEO4J_URI"):
        _refuse_what_is_not_ours(uri)
        yield uri
    else:
        yield from _started(server.Release("5.26.26"), tmp_path_factory.mktemp("neo4j"))


@pytest.fixture(scope="session")
def neo4j_2026_uri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The newest release: where JAVA25_HOME names a JDK 25."""
    yield from _started(server.Release("2026.09.0", LATEST_JAVA), tmp_path_factory.mktemp("neo4j-2026"))


@pytest.fixture(params=ENGINES)
def engine_factory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Engine]]:
    """Opens engines on one database, empty at the beginning; all are closed at the end, and the embedded server ended."""
    setting = request.param if request.param == "embedded" else request.getfixturevalue(request.param)
    if setting != "embedded":
        server.empty(setting)
    opened: list[Engine] = []

    def open_another() -> Engine:
        opened.append(open_engine(setting, tmp_path / "graph"))
        return opened[-1]

    yield open_another
    for engine in opened:
        engine.close()
    if setting == "embedded":
        ArcadeEngine(tmp_path / "graph").stop()


@pytest.fixture
def engine(engine_factory: Callable[[], Engine]) -> Engine:
    """One of them."""
    return engine_factory()


def _started(release: server.Release, folder: Path) -> Iterator[str]:
    try:
        server.jars(release)
        release.java  # noqa: B018  # raises where there is none
    except server.Unavailable as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(f"in CI this is no reason to skip: {reason}")
        pytest.skip(str(reason))
    with server.running(release, folder) as uri:
        yield uri


def _refuse_what_is_not_ours(uri: str) -> None:
    """NEO4J_URI may be a slip: tests empty the database."""
    with neo4j.GraphDatabase.driver(uri, auth=server.credentials(), notifications_min_severity="OFF") as driver:
        found = driver.execute_query("MATCH (n) RETURN count(n), count(CASE WHEN n:Projection THEN 1 END)").records[0]
    if found[0] and not found[1]:
        pytest.exit("NEO4J_URI names a database that holds something else; tests would empty it")
