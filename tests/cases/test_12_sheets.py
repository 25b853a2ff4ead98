"""12: several sheets, a title above the header, a header in two rows, merged cells: the mapping says which and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases.conftest import Desk

STAYS = """
name="stays"
title="t"
recognised_by=["no","name"]
[table]
{table}
[thing.person]
label="Person"
key={{space="file", columns=["{no}"]}}
name="{name}"
[thing.place]
label="Station"
name="{place}"
[link.held]
type="HELD_AT"
begin="person"
end="place"
rests_on="{place}"
"""
PLAIN = {"no": "no", "name": "name", "place": "place"}
BOOKS = {
    "title_row": ("header = 3", PLAIN, {"A One"}),
    "merged": ('fill_merged = ["place"]', PLAIN, {"A One", "B Two", "C Three"}),
    "two_headers": ("header = [1, 2]", {"no": "person / no", "name": "person / name", "place": "stay / place"}, {"A One"}),
}


@pytest.mark.parametrize("book", BOOKS)
def test_the_table_is_where_the_mapping_says(desk: Desk, wrong: Callable[[str], Path], tmp_path: Path, book: str) -> None:
    table, columns, held = BOOKS[book]
    (tmp_path / "stays.toml").write_text(STAYS.format(table=table, **columns), "utf-8")
    loaded = desk("load", wrong("12") / f"{book}.xlsx", "--mapping", tmp_path / "stays.toml")
    assert loaded.code == 0 and "0 rejects" in loaded.out, loaded
    for name in held:
        assert "held" in desk("show", name).out and "Barracks" in desk("show", name).out


def test_a_sheet_of_another_table_is_left_out_and_named(desk: Desk, wrong: Callable[[str], Path], tmp_path: Path) -> None:
    mapping = (wrong("12") / "map.toml").read_text("utf-8")
    refused = desk("load", wrong("12") / "in.xlsx", "--mapping", wrong("12") / "map.toml")
    assert refused.code == 2 and "[table]" in refused.complaint, refused
    (tmp_path / "units.toml").write_text(mapping.replace("[thing.unit]", '[table]\nsheet = "Units"\n[thing.unit]'), "utf-8")
    loaded = desk("load", wrong("12") / "in.xlsx", "--mapping", tmp_path / "units.toml")
    assert loaded.code == 0 and "SUBORDINATE_TO 2" in loaded.out, loaded
    assert "People" in loaded.out and "Read me" in loaded.out and "left out" in loaded.out
