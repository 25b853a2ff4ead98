"""Sheets as people make them: titles, headers in two rows or none, totals, merged cells, several tables in a book."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph.errors import MappingError, SourceError
from graph.kept.case import Case
from loaders.load.kept import kept_load
from loaders.load.load import Load, prepare
from loaders.mapping import parse, shipped
from loaders.reading.layout import PLAIN
from tests.graph.small_case import graph, links, new_case, nodes
from tests.loaders.load.sheet import entered

MAPPING = """
name  = "stays"
title = "An invented list"
recognised_by = ["name", "place"]
{table}
[thing.person]
label = "Person"
name  = "name"
[thing.place]
label = "Station"
key   = {{ space = "file", columns = ["place"] }}
name  = "place"
[link.held]
type     = "HELD_AT"
begin    = "person"
end      = "place"
rests_on = "place"
span     = {{ on = "on" }}
"""
Rows = list[list[Any]]
Book = dict[str, Rows]
TABLE: Rows = [["name", "place", "on"], ["Ada Brumm", "Barracks", "2012-05-03"], ["Olu Zent", "Barracks", "2012-05-04"]]
HELD = {("Ada Brumm", "Barracks"), ("Olu Zent", "Barracks")}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as found:
        yield found


def book(folder: Path, sheets: Book, *merged: str) -> Path:
    made = openpyxl.Workbook()
    del made["Sheet"]
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
    made.save(folder / "book.xlsx")
    return folder / "book.xlsx"


def text(folder: Path, rows: Rows, delimiter: str = ",") -> Path:
    lines = (delimiter.join("" if cell is None else str(cell) for cell in row) for row in rows)
    (folder / "list.csv").write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return folder / "list.csv"


def load(case: Case, path: Path, table: str = "", mapping: str = MAPPING, name: str = "stays") -> Load:
    meant = parse(mapping.format(table=table).replace('"stays"', f'"{name}"'), name)
    found = prepare(path, meant)
    return entered(case, found)


def held(case: Case) -> set[tuple[object, object]]:
    named = {id_: node.properties["name"] for label in ("Person", "Station") for id_, node in nodes(case.state, label).items()}
    return {(named[link.begin], named[link.end]) for link in links(case.state, "HELD_AT").values()}


def said(load: Load) -> str:
    return "\n".join(f"{note.sheet}|{note.row}|{note.column}|{note.text}" for note in load.notes)


ABOVE = [["List of detainees, version 3"], [], *TABLE]
BELOW = [*TABLE, ["Total: 2", None, None], ["made by the committee", None, None]]
DOWN: Rows = [["name", "place", "on"], ["Ada Brumm", "Barracks", "2012-05-03"], ["Olu Zent", None, "2012-05-04"]]
AMONG = [TABLE[0], TABLE[1], ["— Southern District —", None, None], TABLE[2]]
LAYOUTS: dict[str, tuple[str, Rows, str]] = {
    "a title above": ("header = 3", ABOVE, "rows above the header, left out: "),
    "found by its words": ('header_has = ["place", "name"]', ABOVE, "rows above the header, left out: "),
    "no header": ('columns = ["name", "place", "on"]', TABLE[1:], ""),
    "totals below": ('until = "^Total"', BELOW, "the table ends above this row; rows left out: 2"),
    "headings among the rows": ('skip = "^—"', AMONG, "rows left out, as the mapping says: 1 (3)"),
    "blank means as above": ('fill_down = ["place"]', DOWN, "empty cells read as the cell above: 1 (row 3)"),
}


@pytest.mark.parametrize("what", LAYOUTS)
@pytest.mark.parametrize("form", ["workbook", "text"])
def test_nobody_edits_the_original(case: Case, tmp_path: Path, what: str, form: str) -> None:
    table, rows, noted = LAYOUTS[what]
    path = book(tmp_path, {"Stays": rows}) if form == "workbook" else text(tmp_path, rows)
    found = load(case, path, f"[table]\n{table}")
    assert held(case) == HELD
    assert not found.rejects and not found.issues
    assert noted in said(found)
    numbers = {row.number for row in found.reading.tables[0].rows}
    assert numbers == {at for at, row in enumerate(rows, start=1) if row and row[0] in ("Ada Brumm", "Olu Zent")}
    entry = case.journal.entry(found.sequence or 0)
    assert entry is not None and kept_load(case, entry).claims == found.claims


def test_a_merged_block_is_filled_and_nothing_beyond_it(case: Case, tmp_path: Path) -> None:
    rows: Rows = [*DOWN, ["Ida Rook", None, None], ["made by the committee", None, None]]
    found = load(case, book(tmp_path, {"Stays": rows}, "B2:B3"), '[table]\nfill_merged = ["place"]')
    assert held(case) == HELD
    assert "|place|merged cells read as the first of their block: 1 (row 3)" in said(found)
    entry = case.journal.entry(found.sequence or 0)
    assert entry is not None and kept_load(case, entry).claims == found.claims


@pytest.mark.parametrize("form", ["workbook", "text"])
def test_below_an_empty_row_nothing_stands_above(case: Case, tmp_path: Path, form: str) -> None:
    rows: Rows = [*DOWN, ["Ida Rook", None, None], [], ["made by the committee", None, None]]
    path = book(tmp_path, {"Stays": rows}) if form == "workbook" else text(tmp_path, rows)
    found = load(case, path, '[table]\nfill_down = ["place"]')
    assert held(case) == HELD | {("Ida Rook", "Barracks")}
    assert "empty cells read as the cell above: 2 (rows 3–4)" in said(found)


def test_below_a_row_that_cannot_be_read_nothing_stands_above(case: Case, tmp_path: Path) -> None:
    path = text(tmp_path, [*DOWN, ["A", "Mill", "2012-05-04", "one too many"], ["Ida Rook", None, None]])
    found = load(case, path, '[table]\nfill_down = ["place"]')
    assert len(found.rejects) == 1
    assert held(case) == HELD


def test_without_a_word_of_the_mapping_nothing_is_skipped(case: Case, tmp_path: Path) -> None:
    for path in (book(tmp_path, {"Stays": ABOVE}), text(tmp_path, ABOVE)):
        with pytest.raises(SourceError):
            load(case, path)


TWO_ROWS: Rows = [["Person", None, "Stay", None], ["name", "age", "place", "on"], ["Ada Brumm", 40, "Barracks", "2012-05-03"]]
NAMED_SO = """
name  = "stays"
title = "An invented list"
recognised_by = ["Person / name"]
{table}
[thing.person]
label = "Person"
name  = "Person / name"
[thing.place]
label = "Station"
name  = "Stay / place"
[link.held]
type     = "HELD_AT"
begin    = "person"
end      = "place"
rests_on = "Stay / place"
span     = {{ on = "Stay / on" }}
"""


def test_a_header_in_two_rows(case: Case, tmp_path: Path) -> None:
    path = book(tmp_path, {"Stays": TWO_ROWS}, "A1:B1", "C1:D1")
    found = load(case, path, "[table]\nheader = [1, 2]", NAMED_SO)
    assert found.reading.tables[0].header == ("Person / name", "Person / age", "Stay / place", "Stay / on")
    assert held(case) == {("Ada Brumm", "Barracks")}


def test_a_text_in_two_rows_has_no_merged_cells_and_says_each_name(case: Case, tmp_path: Path) -> None:
    rows = [["Person", "Person", "Stay", "Stay"], *TWO_ROWS[1:]]
    load(case, text(tmp_path, rows, ";"), "[table]\nheader = [1, 2]", NAMED_SO)
    assert held(case) == {("Ada Brumm", "Barracks")}


MIXED: Book = {"Stays": TABLE, "Read me": [["This workbook was made by the committee"], ["Version 3"]], "Empty": []}


@pytest.mark.parametrize("table", ['sheet = "stays"', 'header_has = ["name", "place"]'])
def test_sheets_that_are_no_table_are_left_out_and_named(case: Case, tmp_path: Path, table: str) -> None:
    found = load(case, book(tmp_path, MIXED), f"[table]\n{table}")
    assert held(case) == HELD
    assert "Read me|None|None|a sheet of 2 rows, left out: " in said(found)
    assert not found.rejects


@pytest.mark.parametrize("table", ['sheet = ["People"]', 'header_has = ["name", "unit"]', "header = [40]"])
def test_where_no_sheet_is_the_table_that_is_said(case: Case, tmp_path: Path, table: str) -> None:
    with pytest.raises(SourceError, match=r"\[table\]|holds all the words|no row 40|none of its sheets"):
        load(case, book(tmp_path, MIXED), f"[table]\n{table}")


def test_the_name_of_the_sheet_is_a_value(case: Case, tmp_path: Path) -> None:
    rows = [["name", "on"], ["Ada Brumm", "2012-05-03"]]
    mapping = MAPPING.replace('"place"]', '"{{sheet}}"]').replace('= "place"', '= "{{sheet}}"')
    mapping = mapping.replace('recognised_by = ["name", "{{sheet}}"]', 'recognised_by = ["name"]')
    mapping = mapping.replace('end      = "{{sheet}}"', 'end      = "place"')
    load(case, book(tmp_path, {"Barracks": rows, "Customs House": rows}), "", mapping)
    assert held(case) == {("Ada Brumm", "Barracks"), ("Ada Brumm", "Customs House")}


OTHERS = """
name  = "others"
title = "An invented list of units"
recognised_by = ["unit"]
[table]
sheet = ["Units"]
[thing.unit]
label = "Unit"
name  = "unit"
"""
TWO_TABLES: Book = {"Stays": TABLE, "Units": [["unit"], ["Harbour Guard"]]}


@pytest.mark.parametrize("turned", [False, True])
def test_one_workbook_by_two_mappings_is_one_source_in_either_order(case: Case, tmp_path: Path, turned: bool) -> None:
    path = book(tmp_path, TWO_TABLES)
    both: list[Callable[[], Load]] = [
        lambda: load(case, path, '[table]\nsheet = ["Stays"]'),
        lambda: load(case, path, "", OTHERS, "others"),
    ]
    first, second = [one() for one in (reversed(both) if turned else both)]
    assert first.series == second.series and second.supersedes is None
    assert len(nodes(case.state, "Source")) == 1, "one file is one independent origin"
    assert held(case) == HELD and len(nodes(case.state, "Unit")) == 1
    before = graph(case.state).facts
    corrected = load(case, path, "", OTHERS.replace("An invented list", "A list"), "others")
    assert corrected.supersedes in (first.sequence, second.sequence)
    assert held(case) == HELD and len(nodes(case.state, "Source")) == 1
    assert graph(case.state).facts != before or corrected.sequence


@pytest.mark.parametrize(
    "table",
    [
        'header = [2]\ncolumns = ["a"]',
        'header = [2]\nheader_has = ["a"]',
        "header = [3, 2]",
        "header = [2, 4]",
        "header = [0]",
        'columns = ["a", "a"]',
        'until = "("',
        'sheets = ["a"]',
        'sheet = "a"\nleave_out = "b"',
    ],
)
def test_what_cannot_be_meant_is_a_fault_of_the_mapping(table: str) -> None:
    with pytest.raises(MappingError, match=r"stays, line \d+: \[table\]"):
        parse(MAPPING.format(table=f"[table]\n{table}"), "stays")


def test_what_comes_with_linkage_takes_files_as_they_are() -> None:
    """But for what explains a form: rows are rows, wherever they are."""
    assert all(replace(mapping.layout, leave_out=()) == PLAIN for mapping in shipped())


def test_a_sheet_that_is_left_out_is_named_with_its_rows(case: Case, tmp_path: Path) -> None:
    sheets = {"May": TABLE, "Read me": [["What this is"], ["An invented list"]], "June": [TABLE[0], ["Ada Brumm", "Depot", None]]}
    found = load(case, book(tmp_path, sheets), '[table]\nleave_out = "read me"')
    assert held(case) == HELD | {("Ada Brumm", "Depot")}
    assert [table.sheet for table in found.reading.tables] == ["May", "June"]
    assert "Read me|None|None|a sheet of 2 rows, left out: the mapping leaves it out" in said(found)


def test_an_error_cell_costs_nothing_where_nobody_reads_it_and_its_value_where_somebody_does(case: Case, tmp_path: Path) -> None:
    rows = [[*TABLE[0], "age"], [*TABLE[1], "#N/A"], ["Olu Zent", "Barracks", "#REF!", 40]]
    found = load(case, book(tmp_path, {"Stays": rows}))
    assert held(case) == HELD and not found.rejects
    assert [(issue.row, issue.column) for issue in found.issues] == [(3, "on")]


def test_a_formula_without_its_result_refuses_the_row_where_it_is_read(case: Case, tmp_path: Path) -> None:
    rows = [[*TABLE[0], "age"], [*TABLE[1], "=1+1"], ["Olu Zent", "=A1", "2012-05-04", 40]]
    found = load(case, book(tmp_path, {"Stays": rows}))
    assert held(case) == {("Ada Brumm", "Barracks")}
    assert [(reject.row, reject.column) for reject in found.rejects] == [(3, "place")]
