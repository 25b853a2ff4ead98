"""Workbooks: text as shown in full, and what has no reliable text refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph.errors import SourceError
from loaders.reading import read
from tests.loaders.reading.workbooks import HEAD, MAIN, cells, handmade, reading, refusal, saved, sheet


def test_values_are_as_a_spreadsheet_shows_them_in_full(tmp_path: Path) -> None:
    values: list[tuple[object, str]] = [
        ("007", "007"), (5, "5"), (5.0, "5"), (0.1 + 0.2, "0.3"), (1e15, "1000000000000000"), (1e-7, "0.0000001"), (-2.5, "-2.5"),
        (123456789012, "123456789012"), (True, "TRUE"), (False, "FALSE"), ("TRUE", "TRUE"), (" x ", " x "),
        ("one\ntwo", "one\ntwo"), (dt.time(9, 5), "09:05"),
        (dt.datetime(2020, 8, 9), "2020-08-09"), (dt.datetime(2020, 8, 9, 14, 30), "2020-08-09T14:30"),
        (dt.date(2020, 8, 9), "2020-08-09"), (dt.datetime(2020, 8, 9, 14, 30, 5), "2020-08-09T14:30:05"),
        (dt.timedelta(hours=30, minutes=5), "30:05:00"), ("Ольга é 漢", "Ольга é 漢"), (None, ""),
    ]  # fmt: skip
    found = reading(tmp_path, ["value", "next"], *([value, "x"] for value, _ in values))
    assert [row[0] for row in cells(found)] == [text for _, text in values]
    assert (found.format, found.rejects, found.tables[0].rows[0].number) == ("xlsx", (), 2)


@pytest.mark.parametrize(
    ("shown", "stored", "text"),
    [
        ("mmm yyyy", dt.datetime(2012, 5, 1), "2012-05"),
        ("yyyy-mm", dt.datetime(2012, 5, 1), "2012-05"),
        ("yyyy", dt.datetime(2012, 1, 1), "2012"),
        ("mmm yyyy", dt.datetime(2012, 5, 17), "2012-05-17"),
        ("yyyy", dt.datetime(2012, 5, 1), "2012-05-01"),
        ("dd/mm/yyyy", dt.datetime(2012, 5, 1), "2012-05-01"),
        ("[$-419]d mmmm yyyy", dt.datetime(2012, 5, 1), "2012-05-01"),
        ('"dated" mmm yyyy', dt.datetime(2012, 5, 1), "2012-05"),
    ],
)
def test_a_date_is_as_precise_as_its_cell_shows_it(tmp_path: Path, shown: str, stored: dt.datetime, text: str) -> None:
    def fill(book: Any) -> None:
        book.active.append(["seen"])
        book.active.append([stored])
        book.active["A2"].number_format = shown

    assert cells(read(saved(tmp_path, fill))) == [(text,)]


def test_cells_without_a_reliable_text_are_faults_of_their_row(tmp_path: Path) -> None:
    found = reading(tmp_path, ["a", "b"], ["=1+1", 1], [2, "#N/A"], [3, dt.datetime(1900, 1, 5)], [4, "fine"], [5, "x", "beyond"])
    assert cells(found) == [("", "1"), ("2", ""), ("3", ""), ("4", "fine")]
    faults = [(row.number, fault.at, fault.refuses) for row in found.tables[0].rows for fault in row.faults]
    assert faults == [(2, 0, True), (3, 1, False), (4, 1, True)]
    assert "result was not saved" in found.tables[0].rows[0].faults[0].reason
    (reject,) = found.rejects
    assert (reject.row, reject.column) == (6, "C") and "beyond" not in reject.reason


def test_the_saved_result_of_a_formula_is_read(tmp_path: Path) -> None:
    rows = (
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>"x"</f><v>x</v></c></row>'
        '<row r="3"><c r="A3"><f>1+1</f><v/></c></row>'
        '<row r="4"><c r="A4" t="str"><f>""</f><v></v></c><c r="B4"><v>7</v></c></row>'
        '<row r="5"><c r="A5" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    found = read(handmade(tmp_path, sheet(HEAD + rows)))
    assert cells(found) == [("2", "x"), ("", ""), ("", "7"), ("", "")]
    assert [(row.number, *fault) for row in found.tables[0].rows for fault in row.faults] == [
        (3, 0, "a formula whose result was not saved: open the workbook in a spreadsheet program and save it", True),
        (5, 0, "an error value (#N/A, #REF! or the like)", False),
    ]


def test_hidden_things_are_read_and_noted(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        for row in (["a", "b"], [1, 2], [3, 4]):
            book.active.append(row)
        book.active.row_dimensions[3].hidden = True
        book.active.column_dimensions["B"].hidden = True
        other = book.create_sheet("Other")
        other.append(["c"])
        other.append(["x"])
        other.sheet_state = "veryHidden"
        book.create_sheet("Nothing")

    found = read(saved(tmp_path, fill))
    assert [(table.sheet, len(table.rows)) for table in found.tables] == [("Sheet", 2), ("Other", 1)]
    assert [note.text for note in found.notes] == [
        "hidden rows, read as the others: 1",
        "hidden columns, read as the others: 1",
        "a hidden sheet; it was read",
        "an empty sheet",
    ]


def test_a_merged_name_counts_its_columns(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        for row in (["name", None, "b"], ["x", "y", "z"]):
            book.active.append(row)
        book.active.merge_cells("A1:B1")

    found = read(saved(tmp_path, fill))
    assert found.tables[0].header == ("name", "name (2)", "b")
    assert cells(found) == [("x", "y", "z")]


def test_an_empty_cell_in_a_merged_block_is_told_with_what_its_first_cell_holds(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        rows = [["unit", "name", "x"], ["1 Co", "Ada", 1], [None, "Olu", 2], [None, None, 3], ["2 Co", None, 4], [None] * 3, [5]]
        for row in rows:
            book.active.append(row)
        for block in ("A2:A4", "A5:B6"):
            book.active.merge_cells(block)

    found = read(saved(tmp_path, fill)).tables[0].rows
    assert {row.number: [tuple(one) for one in row.merged] for row in found} == {
        2: [],
        3: [(0, "1 Co", 2, 0)],
        4: [(0, "1 Co", 2, 0)],
        5: [(1, "2 Co", 5, 0)],
        7: [],
    }


def test_blank_rows_keep_the_numbers_right(tmp_path: Path) -> None:
    found = reading(tmp_path, ["a"], [], ["x"], [], [], ["y"])
    assert [row.number for row in found.tables[0].rows] == [3, 6]
    assert (found.lines, found.blank) == (6, 3)


def test_a_sheet_without_a_usable_header_is_refused_whole_and_visibly(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        for row in (["a", "b"], [1, 2]):
            book.active.append(row)
        for row in (["x", "x"], [1, 2], [3, 4]):
            book.create_sheet("Bad").append(row) if "Bad" not in book.sheetnames else book["Bad"].append(row)

    found = read(saved(tmp_path, fill))
    assert [table.sheet for table in found.tables] == ["Sheet"]
    assert [(reject.sheet, reject.lines) for reject in found.rejects] == [("Bad", 3)]


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ([["a", "a"], [1, 2]], "same name"),
        ([["a", None, "c"], [1, 2, 3]], "has no name"),
        ([[None], ["a"], [1]], "first row is empty"),
        ([["=1", "b"], [1, 2]], "of the header"),
        ([[]], "without any filled sheet"),
    ],
)
def test_a_workbook_without_a_usable_header_is_refused(tmp_path: Path, rows: list[list[object]], word: str) -> None:
    with pytest.raises(SourceError, match=word):
        reading(tmp_path, *rows)


def test_escaped_characters_are_characters(tmp_path: Path) -> None:
    strings = "<si><t>x_x000D_y</t></si><si><t>x_x0007_y</t></si>"
    rows = '<row r="2"><c r="A2" t="s"><v>0</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c></row>'
    found = read(handmade(tmp_path, sheet(HEAD + rows), strings=strings))
    assert cells(found) == [("x\ry", "")]
    assert [(reject.row, reject.column) for reject in found.rejects] == [(3, "a")]


def test_naive_reading_drops_rows_out_of_order(tmp_path: Path) -> None:
    """The positive control: openpyxl leaves such rows out without a word; ours refuses the workbook."""
    rows = '<row r="3"><c r="A3"><v>3</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
    path = handmade(tmp_path, sheet(HEAD + rows))
    book = openpyxl.load_workbook(path, read_only=True)
    assert len([row for row in book.worksheets[0].iter_rows(values_only=True) if any(row)]) == 2
    book.close()
    assert "out of order" in refusal(path)
    for row in ('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>', '<row r="2"><c r="A7"><v>1</v></c></row>'):
        assert "out of order" in refusal(handmade(tmp_path, sheet(HEAD + row)))


def test_the_strict_form_is_named_and_not_read_as_empty(tmp_path: Path) -> None:
    strict = sheet(HEAD).replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
    assert "Strict" in refusal(handmade(tmp_path, strict))


def test_cut_and_flipped_workbooks_are_refused_or_read_never_a_traceback(tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        for n in range(300):
            book.active.append([f"c{n}", "x"])

    path = saved(tmp_path, fill)
    whole = path.read_bytes()
    for cut in (10, len(whole) // 3, len(whole) // 2, len(whole) - 30, len(whole) - 1):
        path.write_bytes(whole[:cut])
        assert "list.xlsx" in refusal(path)
    for at in range(7, len(whole), len(whole) // 12):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :])
        try:
            read(path)
        except SourceError as refused:
            assert "\n" not in str(refused)
