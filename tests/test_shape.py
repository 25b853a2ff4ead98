"""The house stays one of short files: one concept a file."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = {
    path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines())
    for package in ("graph", "loaders", "queries", "viz")
    for kind in ("*.py", "*.cypher")
    for path in sorted((ROOT / package).rglob(kind))
}
"""Lines by file: what is programmed. Tables of words, mappings and what others wrote are data."""


def test_the_files_are_found() -> None:
    assert {Path(name).suffix for name in FILES} == {".py", ".cypher"}
    assert len(FILES) > 200


@pytest.mark.parametrize("package", ["graph", "loaders", "queries", "viz"])
def test_half_of_the_files_have_at_most_a_hundred_lines(package: str) -> None:
    assert statistics.median(lines for name, lines in FILES.items() if name.startswith(f"{package}/")) <= 100


def test_none_has_more_than_four_hundred() -> None:
    assert {name: lines for name, lines in FILES.items() if lines > 400} == {}
