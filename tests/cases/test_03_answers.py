"""03: the wrong answer to the question of the order of day and month is taken back by loading the file again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cases.conftest import Desk


def test_the_second_answer_takes_the_place_of_the_first(desk: Desk, wrong: Callable[[str], Path]) -> None:
    file, mapping = wrong("03") / "in.csv", wrong("03") / "map.toml"
    assert desk("load", file, "--mapping", mapping, "--dates", "month-first").out.startswith("in.csv: load 2, read by")
    second = desk("load", file, "--mapping", mapping, "--dates", "day-first")
    assert second.out.startswith("in.csv: load 5, in place of load 2, read by"), second
    shown = desk("show", "Barracks").out
    assert "3 April 2012 – 5 April 2012" in shown and "1 April 2012 – 6 April 2012" in shown
    assert "March" not in shown and "January" not in shown
