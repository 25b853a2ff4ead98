"""16: a JSON document is a table of its records; what lies within a record has a column by its path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cases.conftest import Desk

MAPPING = """
name = "posts"
title = "t"
recognised_by = ["id", "name"]
[thing.person]
label = "Person"
name  = "name"
[thing.place]
label = "Station"
each  = ["0", "1"]
name  = "places[{each}]"
[link.at]
type     = "PRESENT_AT"
begin    = "person"
end      = "place"
each     = ["0", "1"]
rests_on = "places[{each}]"
"""


def test_the_document(desk: Desk, wrong: Callable[[str], Path], tmp_path: Path) -> None:
    (tmp_path / "posts.toml").write_text(MAPPING, "utf-8")
    loaded = desk("load", wrong("16") / "in.json", "--mapping", tmp_path / "posts.toml")
    assert loaded.code == 0 and "Person 1" in loaded.out and "Station 2" in loaded.out and "0 rejects" in loaded.out, loaded
    shown = desk("show", "Kesto Marrane").out
    assert "Quay Fort" in shown and "Tannery Street" in shown


def test_the_lines_are_a_special_source(desk: Desk, wrong: Callable[[str], Path]) -> None:
    loaded = desk("load", wrong("16") / "in.jsonl")
    assert loaded.code == 0 and "read by followthemoney" in loaded.out, loaded
    shown = desk("show", "Kesto Marrane").out
    assert "was posted to (Commander)" in shown and "2nd Harbour Guard Company" in shown and "born: 1961" in shown
