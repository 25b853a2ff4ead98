"""Fixtures for everybody: graph engines, the real data; what marks a test (tests/marks.py), where it runs (tests/rooms.py).

engine           an engine with nothing in it, once for ArcadeDB and once for Neo4j
engine_factory   opens another one on the same database, as a second process would
neo4j_uri        the address of a Neo4j server: NEO4J_URI, or one started here; empty it before use. LINKAGE_TEST_NEO4J names its
                 release (else 5.26), LINKAGE_TEST_CYPHER the language (5, 25) of a query that does not say it
demo             what `linkage demo` leaves, made once; no test changes it
data             the folder LINKAGE_TEST_DATA, else ../shared/data
promise          how much a test marked `trust` tried, and its control (tests/promises.py)
graph_server     whoever starts a graph server uses it: the mark `engine`
takes_long       whoever takes long to make uses it: the mark `slow`
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import neo4j
import pytest
from hypothesis import settings

from graph.engine import Engine
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.engine.setting import open_engine
from tests import marks, promises, rooms, temporary
from tests.neo4j import server

if TYPE_CHECKING:
    from tests.demo.made import Made

os.environ.setdefault("LINKAGE_IDLE_SECONDS", "5")  # or each case a test makes would keep a server for ten minutes

settings.register_profile("any load", settings(), deadline=None)  # a busy machine is no fault of what is tested
settings.load_profile("any load")

ENGINES = [
    pytest.param("embedded", marks=pytest.mark.engine),
    pytest.param("neo4j_uri", marks=pytest.mark.neo4j),
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Before `-m` chooses among them."""
    marks.mark(items)
    promises.note(items)
    if hasattr(config, "workerinput"):
        rooms.longest_first(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """How many processes run the tests."""
    return rooms.workers(config)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> rooms.Rooms:
    """Which of them runs what."""
    return rooms.Rooms(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """The mark `engine` holds: without it no graph server starts."""
    if item.get_closest_marker("engine"):
        return (yield)
    with marks.no_graph_server():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    """The mark `slow` holds for what a test uses …"""
    with marks.quick(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """… and for what it does."""
    with marks.quick(item):
        return (yield)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """`-m trust` ends with the table of promises."""
    if promises.MARK in str(config.option.markexpr):
        reports = [report for kind in ("passed", "failed", "error") for report in terminalreporter.getreports(kind)]
        for line in promises.table(reports):
            terminalreporter.write_line(line)


@pytest.fixture
def promise(request: pytest.FixtureRequest) -> promises.Promise:
    """By which a test says how much it tried."""
    return promises.Promise(request.node.user_properties)


@pytest.fixture(scope="session", autouse=True)
def no_temporary_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test and nothing that it starts leaves a temporary file behind; those of all tests are looked for when they are over."""
    with temporary.nothing_left(tmp_path_factory.mktemp("temporary")):
        yield


@pytest.fixture(scope="session")
def graph_server() -> None:
    """Says that whoever uses it starts a graph server."""


@pytest.fixture(scope="session")
def takes_long() -> None:
    """Says that whoever uses it takes long to make."""


@pytest.fixture(scope="session")
def data() -> Path:
    """The real public data."""
    folder = Path(os.environ.get("LINKAGE_TEST_DATA") or Path(__file__).parents[1].parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("real data not given")
    return folder


@pytest.fixture(scope="session")
def neo4j_uri(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that asks for no password."""
    if uri := os.environ.get("NEO4J_URI"):
        _refuse_what_is_not_ours(uri)
        yield uri
    else:
        yield from started(server.Release.asked_for(), tmp_path_factory.mktemp("neo4j"))


@pytest.fixture(scope="session")
def demo(graph_server: None, takes_long: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """The demo, made once."""
    from tests.demo.made import whole

    with whole(tmp_path_factory.mktemp("demo")) as made:
        yield made


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


def started(release: server.Release, folder: Path) -> Iterator[str]:
    """The address of a server that runs until this is closed; skipped, or failed in CI, where it cannot be had."""
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
