"""What an engine says that nobody has tried is not passed on in silence."""

from __future__ import annotations

import importlib.metadata

import pytest

from graph.engine import Engine, conformance
from graph.engine.tried import untried
from tests.graph.engine.records import chain


@pytest.mark.parametrize("version", ["ArcadeDB 26.11.1.dev2", "Neo4j 5.26", "Neo4j 5.26.26", "Neo4j 2026.09.0"])
def test_one_that_was_tried(version: str) -> None:
    assert untried(version) == ""


@pytest.mark.parametrize(
    "version", ["ArcadeDB 26.11.1", "Neo4j 5.2", "Neo4j 5.265.1", "Neo4j 2026.10.0", "Memgraph 5.26", "", "Neo4j"]
)
def test_one_that_was_not_is_named(version: str) -> None:
    assert f"Answered by {version}, on which Linkage was not tried" in untried(version)


def test_the_embedded_engine_that_is_installed_was_tried() -> None:
    assert untried(f"ArcadeDB {importlib.metadata.version('arcadedb')}") == ""


def test_the_engines_that_these_tests_run_on_are_listed(engine: Engine) -> None:
    assert untried(engine.version()) == ""


def test_the_engines_that_these_tests_run_on_conform(engine: Engine) -> None:
    engine.publish(chain(4))

    assert conformance.wrong(engine, conformance.DATES) == []
    assert conformance.wrong(engine, conformance.paths(engine)) == []
    known = {check.what for check in conformance.KNOWN} if engine.version().startswith("ArcadeDB") else set()
    assert set(conformance.wrong(engine, conformance.KNOWN)) == known
