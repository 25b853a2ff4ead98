"""A question that asks for too much costs itself an answer, and nobody else."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from graph.engine.neo4j.engine import Neo4jEngine
from graph.engine.neo4j.waiting import given_up_after
from tests.conftest import started
from tests.graph.engine.bombs import ROOMS
from tests.graph.engine.records import chain
from tests.neo4j import server
from tests.promises import Promise
from tests.queries.world_count import asked_for_everything

ROOT = Path(__file__).parents[3]
ORDINARY_SECONDS, REFUSED_SECONDS, MEGABYTES = 3.0, 5.0, 300.0
"""What is promised: of the next question, of the bomb beyond its time, of the process that asks."""
EVERY = 1 if asked_for_everything() else 8
"""Each so-manieth is tried on Neo4j, which needs seconds for most of them."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("bombs") / "graph"
    engine = ArcadeEngine(folder)
    engine.publish(chain(300))
    yield folder
    engine.stop()


@pytest.fixture(scope="module")
def bombed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """No other test may meet what the bombs leave at work."""
    for uri in started(server.Release.asked_for(), tmp_path_factory.mktemp("bombed")):
        with Neo4jEngine(uri, None) as engine:
            engine.publish(chain(300))
        yield uri


@pytest.mark.trust("after a greedy query the next is answered in 3 s: embedded")
@pytest.mark.engine
@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_after_each_an_ordinary_question_is_answered(folder: Path, room: str, promise: Promise) -> None:
    exploded(str(folder), room, 1)
    promise.tried(len(ROOMS[room]))


@pytest.mark.trust("after a greedy query the next is answered in 3 s: Neo4j")
@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.parametrize("room", sorted(ROOMS, key="lists".__eq__))
def test_the_same_on_a_server_that_nobody_may_end(bombed: str, room: str, promise: Promise) -> None:
    found = exploded(bombed, room, min(EVERY, 2) if room == "lists" else EVERY)
    if room == "lists":
        promise.control(1, found["busy"] > 0)
        assert found["busy"], "the control: one is still at work, and the others wait"
    promise.tried(int(found["tried"]))


def exploded(graph: str, room: str, step: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.graph.engine.bombs", graph, room, str(step)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(run.stdout)
    assert found["slowest"] < ORDINARY_SECONDS
    assert found["refused"] < 1 + REFUSED_SECONDS
    assert found["memory"] < MEGABYTES
    return found


def test_what_takes_too_long_is_left_alone() -> None:
    assert given_up_after(5, lambda: "done") == "done"
    with pytest.raises(ZeroDivisionError):
        given_up_after(5, lambda: 1 // 0)
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        given_up_after(0.05, lambda: time.sleep(1))
    assert time.monotonic() - begun < 0.9
