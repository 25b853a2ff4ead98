"""Marks by rule: what a test uses says what it needs, and which tests share a worker.

engine  it uses `graph_server`, as every fixture does that starts one, or is run on an engine of `tests.conftest.ENGINES`
neo4j   it uses a Neo4j server, which is an `engine`
real    it uses `data`, the real public data
slow    it uses `takes_long`, as every fixture does that takes long to make; or it says so itself
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from unittest import mock

import pytest

from graph.engine.arcadedb import server
from tests.queries.world_count import asked_for_everything

BY_FIXTURE = {
    "graph_server": "engine",
    "neo4j_uri": "neo4j",
    "data": "real",
    "stages": "engine",
    "takes_long": "slow",
}
QUICK = 10.0
"""So many seconds of a core may a test take that is not marked `slow` or `engine`: a few on the slowest machine."""

REFUSAL = "this test is not marked `engine`: let the fixture that starts a graph server use `graph_server`"


def mark(items: Iterable[pytest.Item]) -> None:
    """Each test by its fixtures, those of its fixtures included."""
    for item in items:
        for fixture, name in BY_FIXTURE.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(name)
        if item.get_closest_marker("neo4j"):
            item.add_marker("engine")


@contextmanager
def no_graph_server() -> Iterator[None]:
    """None is started, neither by this process nor by a command it runs: that one is told of seconds that are none."""
    refused = mock.patch.object(server, "process", side_effect=AssertionError(REFUSAL))
    with refused, mock.patch.dict(os.environ, {server.IDLE_SECONDS: REFUSAL}):
        yield


@contextmanager
def quick(item: pytest.Item) -> Iterator[None]:
    """Not by the clock, which goes on while others work: by what this process itself has computed. Not where all is asked for:
    it may take as long as it does."""
    before = time.process_time()
    yield
    took = time.process_time() - before
    if took > QUICK and not asked_for_everything() and not (item.get_closest_marker("slow") or item.get_closest_marker("engine")):
        pytest.fail(f"this took {took:.0f} seconds of a core: mark it `slow`", pytrace=False)
