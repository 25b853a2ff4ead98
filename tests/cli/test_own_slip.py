"""A typing error in a question of one's own is said to be one, with its place, and not put down to memory."""

from __future__ import annotations

from pathlib import Path

import pytest

import queries
from tests.cli.program import inside

ASKED = ("query", "mine", "--unit", "9 Watch Company", "--on", "1983-01-01", "--within", "any")


@pytest.mark.parametrize(("right", "wrong"), [("coalesce(", "size(1, ")])
def test_a_typing_error_is_said_with_its_place(right: str, wrong: str, shared_case: Path) -> None:
    own = shared_case / "queries" / "mine.cypher"
    text = Path(queries.__path__[0], "command", "chain_up.cypher").read_text("utf-8")
    assert right in text
    own.write_text(text.replace(right, wrong), "utf-8")
    try:
        ran = inside(*ASKED, case=shared_case)
    finally:
        own.unlink()

    assert (ran.code, ran.out) == (2, "")
    assert ran.complaint.startswith("mine: the graph server cannot read the query") and "memory" not in ran.err
    assert ran.err.count("\n") == 1
