"""11: an error in a column that nobody reads costs nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cases.conftest import Desk


def test_both_rows_are_there(desk: Desk, wrong: Callable[[str], Path]) -> None:
    loaded = desk("load", wrong("11") / "in.xlsx", "--mapping", wrong("11") / "map.toml")
    assert loaded.code == 0 and "2 rows" in loaded.out and "0 rejects" in loaded.out, loaded
    assert "HELD_AT 2" in loaded.out and "error value" not in loaded.out
