"""The marks hold: what uses a fixture has its mark, and without the mark `engine` no graph server starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from tests import marks
from tests.cli.program import outside
from tests.graph.engine.records import chain
from tests.queries.world_count import EVERYTHING


def names(request: pytest.FixtureRequest) -> set[str]:
    return {marker.name for marker in request.node.iter_markers()}


def test_what_needs_nothing_has_no_mark(request: pytest.FixtureRequest) -> None:
    assert not names(request)


def test_what_uses_a_fixture_has_its_mark(
    graph_server: None, takes_long: None, data: Path, request: pytest.FixtureRequest
) -> None:
    assert names(request) == {"engine", "slow", "real"}


def test_a_neo4j_is_an_engine(neo4j_uri: str, request: pytest.FixtureRequest) -> None:
    assert names(request) == {"neo4j", "engine"}


def test_what_is_run_on_each_engine_is_marked(engine: object, request: pytest.FixtureRequest) -> None:
    assert "engine" in names(request)


def test_without_the_mark_no_server_is_started_here(tmp_path: Path) -> None:
    with ArcadeEngine(tmp_path) as engine, pytest.raises(AssertionError, match="not marked `engine`"):
        engine.publish(chain(2))


def test_nor_by_a_command(tmp_path: Path) -> None:
    assert outside("init", tmp_path / "case", "--zone", "UTC").code == 0
    ran = outside("show", "anything", case=tmp_path / "case")
    assert ran.code != 0 and "LINKAGE_IDLE_SECONDS" in ran.err


def test_without_the_mark_slow_nothing_computes_for_long(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched, pytest.raises(pytest.fail.Exception, match="mark it `slow`"):
        patched.setattr(marks, "QUICK", 0.0)
        patched.delenv(EVERYTHING, raising=False)
        with marks.quick(request.node):
            sum(range(1_000))


@pytest.mark.slow
def test_with_it_a_test_may(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "QUICK", 0.0)
    with marks.quick(request.node):
        sum(range(1_000))
