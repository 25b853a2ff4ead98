"""Spreadsheets and tables of OpenDocument: text as shown in full, repeated cells once each, comments beside their cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.reading import read
from tests.loaders.reading.documents import c, open_document, table
from tests.loaders.reading.workbooks import cells, refusal

VALUES = [
    (c("007"), "007"),
    (c("5", 'office:value-type="float" office:value="5"'), "5"),
    (c("0.3", 'office:value-type="float" office:value="0.30000000000000004"'), "0.3"),
    (c("25%", 'office:value-type="percentage" office:value="0.25"'), "0.25"),
    (c("TRUE", 'office:value-type="boolean" office:boolean-value="true"'), "TRUE"),
    (c("TRUE", 'table:formula="of:=TRUE()" office:value-type="float" office:value="1"'), "TRUE"),
    (c("x", 'office:value-type="date" office:date-value="2012-05-01"'), "2012-05-01"),
    (c("x", 'table:style-name="month" office:value-type="date" office:date-value="2012-05-01"'), "2012-05"),
    (c("x", 'office:value-type="date" office:date-value="1897-05-01T14:30:00"'), "1897-05-01T14:30"),
    (c("x", 'office:value-type="time" office:time-value="PT09H05M00S"'), "09:05"),
    (c("x", 'table:style-name="long" office:value-type="time" office:time-value="PT09H05M00S"'), "9:05:00"),
    (c("x", 'office:value-type="time" office:time-value="PT30H05M00S"'), "30:05:00"),
    (c("one<text:line-break/>two</text:p><text:p>th<text:s text:c='3'/>ree<text:tab/>!"), "one\ntwo\nth   ree\t!"),
    (c("<text:span>bo</text:span>ld"), "bold"),
]


def test_values_are_as_a_spreadsheet_shows_them_in_full(tmp_path: Path) -> None:
    found = read(open_document(tmp_path, table(c("value") + c("b"), *(cell + c("x") for cell, _ in VALUES))))
    assert [row[0] for row in cells(found)] == [text for _, text in VALUES]
    assert (found.format, found.tables[0].sheet, found.tables[0].rows[0].number) == ("ods", "One", 2)


def test_cells_without_a_reliable_text_are_faults_of_their_row(tmp_path: Path) -> None:
    rows = [
        c("#N/A", 'table:formula="of:=NA()" office:value-type="string" calcext:value-type="error"') + c("1"),
        c("", 'table:formula="of:=A1"') + c("2"),
        c("x", 'office:value-type="date" office:date-value="-0044-03-15"') + c("3"),
        c("", "", "<table:table><table:table-row/></table:table>") + c("4"),
    ]
    found = read(open_document(tmp_path, table(c("a") + c("b"), *rows))).tables[0].rows
    assert [(row.number, row.cells) for row in found] == [(n, ("", str(n - 1))) for n in range(2, 6)]
    assert [(fault.reason.split(":")[0], fault.refuses) for row in found for fault in row.faults] == [
        ("an error value (#N/A, #REF! or the like)", False),
        ("a formula whose result was not saved", True),
        ("a value of an unknown kind", True),
        ("a table inside the cell", True),
    ]


def test_what_is_repeated_stands_as_often_and_emptiness_costs_nothing(tmp_path: Path) -> None:
    twice, wide = 'table:number-columns-repeated="2"', 'table:number-columns-repeated="16384"'
    rows = (
        c("a") + c("b") + c("c") + '<table:table-cell table:number-columns-repeated="16381"/>',
        f'<table:table-row table:number-rows-repeated="2">{c("x", twice)}</table:table-row>',
        f'<table:table-row table:number-rows-repeated="3">{c()}</table:table-row>',
        c() + c("y"),
        f'<table:table-row table:number-rows-repeated="1048568">{c("", wide)}</table:table-row>',
    )
    found = read(open_document(tmp_path, table(*rows)))
    assert [(row.number, row.cells) for row in found.tables[0].rows] == [
        (2, ("x", "x", "")),
        (3, ("x", "x", "")),
        (7, ("", "y", "")),
    ]
    assert (found.lines, found.blank) == (7, 3)


def test_comments_links_strokes_and_merged_cells_stand_beside_their_cells(tmp_path: Path) -> None:
    comment = "<office:annotation><dc:creator>Analyst</dc:creator><text:p>seen</text:p><text:p>twice</text:p></office:annotation>"
    rows = (
        c("unit") + c("name"),
        c("1 Co", 'table:number-rows-spanned="2"') + c("Ada", "", comment),
        "<table:covered-table-cell/>"
        + c('<text:a xlink:href="https://list.invalid/a">Olu</text:a>', 'table:style-name="struck"'),
    )
    first, second = read(open_document(tmp_path, table(*rows))).tables[0].rows
    assert (first.cells, [tuple(aside) for aside in first.asides]) == (
        ("1 Co", "Ada"),
        [(1, "comment", "seen\ntwice", "Analyst")],
    )
    assert [tuple(one) for one in second.merged] == [(0, "1 Co", 2, 0)]
    assert [tuple(aside) for aside in second.asides] == [(1, "link", "https://list.invalid/a", ""), (1, "struck", "", "")]


def test_hidden_things_are_read_and_noted(tmp_path: Path) -> None:
    column = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    hidden = f'<table:table-row table:visibility="filter">{c("x") + c("y")}</table:table-row>'
    body = table(c("a") + c("b"), hidden, before=column) + table(c("c"), c("z"), name="Other", style="away")
    found = read(open_document(tmp_path, body))
    assert [note.text for note in found.notes] == [
        "hidden rows, read as the others: 1",
        "hidden columns, read as the others: 1",
        "a hidden sheet; it was read",
    ]
    assert cells(found) == [("x", "y")] and cells(found, 1) == [("z",)]


def test_the_tables_of_a_text_are_numbered_and_what_was_deleted_is_none_of_it(tmp_path: Path) -> None:
    gone = f"<text:tracked-changes>{table(c('gone'), c('x'))}</text:tracked-changes><text:p>Before</text:p>"
    found = read(open_document(tmp_path, gone + table(c("a"), c("x")) + table(c("b"), c("y")), name="list.odt"))
    assert [(part.sheet, part.header, part.rows[0].cells) for part in found.tables] == [
        ("table 1", ("a",), ("x",)),
        ("table 2", ("b",), ("y",)),
    ]
    assert "changes are recorded in it: what was deleted is not read" in [note.text for note in found.notes]


MANIFEST = "META-INF/manifest.xml"


@pytest.mark.parametrize(
    ("body", "extra", "word"),
    [
        (table(c("a"), c("x")), {MANIFEST: "<m:file-entry><m:encryption-data/></m:file-entry>"}, "with a password"),
        (table(c("a"), c("x")), {"Basic/Standard/Module1.xml": "<x/>"}, "macros"),
        (table(c("a"), c("x")), {"mimetype": "application/vnd.oasis.opendocument.text"}, "named .ods but is a document"),
        (table(c("a"), c("x"), before='<table:table-source xlink:href="file:///etc/passwd"/>'), {}, "draws on other files"),
        (table(c("a"), c("x" * 9_000, 'table:number-columns-repeated="16000"')), {}, "unfolds"),
        (table(c("a"), f'<table:table-row table:number-rows-repeated="1048570">{c("x" * 999)}</table:table-row>'), {}, "unfolds"),
        (table(c("a"), f'<table:table-row table:number-rows-repeated="9999999">{c("x")}</table:table-row>'), {}, "out of order"),
        (table(c("a"), c("x", 'table:number-columns-repeated="-1"')), {}, "out of order"),
        ("<text:p>" * 200_000 + "</text:p>" * 200_000, {}, "without any filled sheet"),
        (table(c("a"), c("x")), {"Object 1/content.xml": " " * 60_000_000}, "unfolds"),
        ("<table:table><table:table-row>", {}, "damaged"),
        ("", {"content.xml": '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'}, "entities"),
        ("", {}, "without any filled sheet"),
    ],
)
def test_what_was_made_to_harm_stops_with_a_reason(tmp_path: Path, body: str, extra: dict[str, str], word: str) -> None:
    assert word in refusal(open_document(tmp_path, body, extra=extra))
