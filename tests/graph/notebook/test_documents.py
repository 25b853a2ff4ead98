"""The example notebook and the page on it say what happens, on both engines."""

from __future__ import annotations

import doctest
import re
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from graph.kept.settings import FILE
from tests.conftest import ENGINES
from tests.demo.made import Made, whole
from tests.graph.notebook.executed import DOCS, EXAMPLE, executed, read
from tests.neo4j import server

pytestmark = [
    pytest.mark.engine,
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("py2neo") is None, reason="py2neo is not installed (the extra notebook brings it)"),
]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    with whole(tmp_path_factory.getbasetemp()) as demo:
        yield demo


@pytest.fixture(params=ENGINES)
def demo_case(request: pytest.FixtureRequest, made: Made, tmp_path: Path) -> Iterator[Path]:
    """The demo's case, its graph on one of the engines."""
    folder = tmp_path / "case"
    shutil.copytree(made.case.folder, folder, ignore=shutil.ignore_patterns("graph"))
    if request.param != "embedded":
        uri = request.getfixturevalue(request.param)
        server.empty(uri)
        settings = (folder / FILE).read_text("utf-8")
        assert '"embedded"' in settings
        (folder / FILE).write_text(settings.replace('"embedded"', f'"{uri}"', 1), "utf-8")
    yield folder
    if request.param == "embedded":
        ArcadeEngine(folder / "graph").stop()


def answers(notebook: Any) -> list[tuple[str, list[Any]]]:
    """What each cell says and what came of it."""
    return [("".join(cell["source"]), cell.get("outputs", [])) for cell in notebook["cells"]]


def test_the_example_has_the_answers_that_it_gives(demo_case: Path, tmp_path: Path) -> None:
    """Where it has not: `python -m tests.graph.notebook.executed CASE` writes them anew."""
    assert answers(executed(demo_case, tmp_path)) == answers(read(EXAMPLE))


def test_the_example_names_no_machine() -> None:
    text = EXAMPLE.read_text("utf-8")
    assert re.findall(r"/(?:home|root|tmp|Users|work)\b|bolt://|127\.0\.0\.1|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", text) == []


def test_the_page_is_run(demo_case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINKAGE_CASE", str(demo_case))
    ran = doctest.testfile(str(DOCS / "notebook.md"), module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8")
    assert ran.failed == 0
    assert ran.attempted > 10
