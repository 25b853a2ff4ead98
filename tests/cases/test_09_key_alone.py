"""09: a thing that a mapping knows by its key alone is loaded; it ended the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cases.conftest import Desk


def test_a_key_alone_is_somebody(desk: Desk, wrong: Callable[[str], Path]) -> None:
    loaded = desk("load", wrong("09") / "in.csv", "--mapping", wrong("09") / "map.toml")
    assert loaded.code == 0 and "mentions of Person 1" in loaded.out, loaded
