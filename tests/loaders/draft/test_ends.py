"""Rows that are no records, headers that the sheet itself shows by merged cells, and columns that stand apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.loaders.draft.test_books import book, drafted

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

HEADER: list[Any] = ["No", "victim", "held at", "came", "left", "age"]
ROWS: list[list[Any]] = [
    ["1", "Orsolin Vade", "Tannery Street Barracks", "13.05.2020", "14.05.2020", "30"],
    ["2", "Ilka Brennoy", "Salt Quay Barracks", "16.05.2020", "19.05.2020", "41"],
]


def test_headings_of_parts_and_totals_of_parts_are_no_records(tmp_path: Path) -> None:
    rows = [HEADER, ["MAY 2020"], *ROWS, ["Total so far", "2"], ["JUNE 2020"], *ROWS, ["6 persons"]]
    (draft,) = drafted(book(tmp_path, {"May": rows}))
    assert draft.facts.rows == 2 * len(ROWS)
    assert draft.place is not None and draft.place.until == "^6 persons"


def test_a_heading_that_records_name_too_takes_no_record_away(tmp_path: Path) -> None:
    rows = [HEADER, ["Salt Quay Barracks"], *ROWS, ["Tannery Street Barracks"], *ROWS]
    (draft,) = drafted(book(tmp_path, {"May": rows}))
    assert draft.facts.rows == 6


def test_a_total_whose_word_a_record_has_takes_no_record_away(tmp_path: Path) -> None:
    rows = [HEADER, *ROWS, ["Total", "2"], ["3", "Total Brennoy", *ROWS[0][2:]], *ROWS]
    (draft,) = drafted(book(tmp_path, {"May": rows}))
    assert draft.facts.rows == 6


def test_merged_names_above_words_that_no_language_knows(tmp_path: Path) -> None:
    groups = ["No", "victim", "held at", "stay", None, "sources", None]
    parts = [None, None, None, "xq", "zk", "vv", "ww"]
    rows = [groups, parts, *([*row[:5], "x", ""] for row in ROWS), *([*row[:5], "", "x"] for row in ROWS)]
    (draft,) = drafted(book(tmp_path, {"May": rows}, ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1")))
    assert [column.name for column in draft.facts.columns][3:] == ["stay / xq", "stay / zk", "sources / vv", "sources / ww"]


def test_a_name_alone_in_its_row_is_no_heading(tmp_path: Path) -> None:
    rows = [HEADER, ["Tam Hesk"], *ROWS * 2, ["Teodar Vinsk"], *ROWS]
    (draft,) = drafted(book(tmp_path, {"May": rows}))
    assert draft.facts.rows == 8
