"""What only a page needs is loaded for a page alone: pyvis brings a notebook's whole program with it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from tests.cli.program import SECONDS, environment

HEAVY = ("pyvis", "IPython", "igraph")
CHAIN = ("command/chain_up", "--unit", "7 Watch Company", "--on", "1980-01-01")
RUN = f"""
import json, sys
from queries.cli import main
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]), file=sys.stderr)
"""


@pytest.fixture
def own_case(shared_case: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy, since what leaves a case is entered in its journal."""
    case = Path(shutil.copytree(shared_case, tmp_path / "case", ignore=shutil.ignore_patterns("graph")))
    yield case
    ArcadeEngine(case / "graph").stop()


def loaded(case: Path, *arguments: str) -> list[str]:
    """Which of the heavy ones a command has loaded when it ends."""
    command = [sys.executable, "-c", RUN, *arguments]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment(case), timeout=SECONDS)
    assert ran.returncode == 0, ran.stderr
    return list(json.loads(ran.stderr.splitlines()[-1]))


@pytest.mark.parametrize("command", [("query", *CHAIN), ("show", "7 Watch Company"), ("status",), ("page", "--help")])
def test_nothing_is_drawn_with_that_draws_nothing(shared_case: Path, command: tuple[str, ...]) -> None:
    assert loaded(shared_case, *command) == []


def test_nor_by_an_export(own_case: Path, tmp_path: Path) -> None:
    out = ("--as", "csv,graphml", "--profile", "internal", "--out", str(tmp_path / "out"))
    assert loaded(own_case, "export", *CHAIN, *out) == []


def test_control_a_page_does(own_case: Path, tmp_path: Path) -> None:
    out = ("--profile", "internal", "--out", str(tmp_path / "page.html"))
    assert "pyvis" in loaded(own_case, "page", *CHAIN, *out)
