"""What only a page needs is loaded for a page alone: pyvis brings a notebook's whole program with it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import environment

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


def loaded(case: Path, *arguments: str) -> list[str]:
    """Which of the heavy ones a command has loaded when it ends."""
    command = [sys.executable, "-c", RUN, *arguments]
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment(case), timeout=120)
    assert ran.returncode == 0, ran.stderr
    return list(json.loads(ran.stderr.splitlines()[-1]))


@pytest.mark.parametrize("command", [("query", *CHAIN), ("show", "7 Watch Company"), ("status",), ("page", "--help")])
def test_nothing_is_drawn_with_that_draws_nothing(shared_case: Path, command: tuple[str, ...]) -> None:
    assert loaded(shared_case, *command) == []


def test_nor_by_an_export(shared_case: Path, tmp_path: Path) -> None:
    out = ("--as", "csv,graphml", "--profile", "internal", "--out", str(tmp_path / "out"))
    assert loaded(shared_case, "export", *CHAIN, *out) == []


def test_control_a_page_does(shared_case: Path, tmp_path: Path) -> None:
    out = ("--profile", "internal", "--out", str(tmp_path / "page.html"))
    assert "pyvis" in loaded(shared_case, "page", *CHAIN, *out)
