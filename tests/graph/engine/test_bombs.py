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
from graph.engine.neo4j.waiting import given_up_after
from tests.graph.engine.bombs import ROOMS
from tests.graph.engine.records import chain

ROOT = Path(__file__).parents[3]
ORDINARY_SECONDS, REFUSED_SECONDS, MEGABYTES = 3.0, 5.0, 300.0
"""What is promised: of the next question, of the bomb beyond its time, of the process that asks."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("bombs") / "graph"
    engine = ArcadeEngine(folder)
    engine.publish(chain(300))
    yield folder
    engine.stop()


@pytest.mark.engine
@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_after_each_an_ordinary_question_is_answered(folder: Path, room: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.graph.engine.bombs", str(folder), room],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(run.stdout)
    assert found["slowest"] < ORDINARY_SECONDS
    assert found["refused"] < 1 + REFUSED_SECONDS
    assert found["memory"] < MEGABYTES


def test_what_takes_too_long_is_left_alone() -> None:
    assert given_up_after(5, lambda: "done") == "done"
    with pytest.raises(ZeroDivisionError):
        given_up_after(5, lambda: 1 // 0)
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        given_up_after(0.05, lambda: time.sleep(1))
    assert time.monotonic() - begun < 0.9
