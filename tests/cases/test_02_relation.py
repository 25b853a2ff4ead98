"""02: a subordination of which the sheet does not say in what way is a gap of a chain, and the load says what to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cases.conftest import Desk


def test_the_superior_of_an_unsaid_kind_is_named_as_a_gap(desk: Desk, wrong: Callable[[str], Path]) -> None:
    loaded = desk("load", wrong("02") / "in.csv", "--mapping", wrong("02") / "map.toml")
    assert "gives no relation" in loaded.out, loaded
    asked = desk("query", "command/chain_up", "--unit", "A Company", "--on", "2014-01-01")
    assert "gap\tFirst Battalion (unknown)" in asked.out, asked
