"""What Windows does not have is asked for, never named: a name that is missing there stops the command that meets it."""

from __future__ import annotations

import ast
from pathlib import Path

THERE = {"SIGABRT", "SIGBREAK", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM"}
SOURCES = [path for room in ("graph", "loaders", "queries", "viz") for path in Path(room).rglob("*.py")]


def test_no_signal_is_named_that_windows_lacks() -> None:
    named = {
        f"{path}: {node.attr}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "signal"
        if node.attr.startswith("SIG") and node.attr not in THERE
    }
    assert len(SOURCES) > 200
    assert named == set()
