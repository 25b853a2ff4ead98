"""Tables of Word documents: what the document says once its changes are accepted, and what stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.reading import read
from loaders.reading.layout import Layout
from tests.loaders.reading.documents import tbl, tc, word
from tests.loaders.reading.workbooks import cells, refusal


def test_each_table_is_read_by_its_number(tmp_path: Path) -> None:
    body = tbl(["letterhead"]) + "<w:p/>" + tbl(["name", "rank"], ["Ada", "major"], ["", ""], ["Olu", "captain"])
    found = read(word(tmp_path, body), layout=Layout(sheets=("table 2",)))
    assert [(table.sheet, table.header) for table in found.tables] == [("table 2", ("name", "rank"))]
    assert [(row.number, row.cells) for row in found.tables[0].rows] == [(2, ("Ada", "major")), (4, ("Olu", "captain"))]
    assert (found.format, [note.text for note in found.notes]) == (
        "docx",
        ["a table of 1 rows, left out: the mapping is for other sheets"],
    )


def test_merged_cells_are_told_as_those_of_a_workbook(tmp_path: Path) -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = tbl(
        ["unit", "name", "note"],
        [tc("1 Co", begins), "Ada", "x"],
        [tc("", goes_on), "Olu", "y"],
        [tc("2 Co", '<w:gridSpan w:val="2"/>'), "z"],
    )
    rows = read(word(tmp_path, body)).tables[0].rows
    assert [row.cells for row in rows] == [("1 Co", "Ada", "x"), ("", "Olu", "y"), ("2 Co", "", "z")]
    assert [[tuple(one) for one in row.merged] for row in rows] == [[], [(0, "1 Co", 2, 0)], [(1, "2 Co", 4, 0)]]


def test_text_is_that_of_the_accepted_document(tmp_path: Path) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    changed = f"{run('maj')}<w:del><w:r><w:delText>ure</w:delText></w:r></w:del><w:ins>{run('or')}</w:ins>"
    moved = f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>"
    lines = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
    control = "<w:sdt><w:sdtContent>" + run("chosen") + "</w:sdtContent></w:sdt>"
    found = read(word(tmp_path, tbl(["a", "b", "c", "d"], [changed, moved, lines, control])))
    assert cells(found) == [("major", "here", "a\tb\nc", "chosen")]
    assert [note.text for note in found.notes] == ["words deleted in recorded changes, not read: 2"]


def test_what_stands_beside_a_cell(tmp_path: Path) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    commented = (
        f'<w:commentRangeStart w:id="0"/>{run("Ada")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    noted = f'{run("Olu")}<w:r><w:footnoteReference w:id="2"/></w:r>'
    linked = f'<w:hyperlink r:id="r1">{run("list")}</w:hyperlink>'
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>captain</w:t></w:r>"
    numbered = "<w:pPr><w:numPr/></w:pPr>"
    found = read(word(tmp_path, tbl(["a", "b", "c", "d", "no"], [commented, noted, linked, struck, numbered])))
    assert [tuple(aside) for aside in found.tables[0].rows[0].asides] == [
        (0, "comment", "seen twice", "Analyst"),
        (1, "footnote", "Order 7", ""),
        (2, "link", "https://list.invalid/a", ""),
        (3, "struck", "", ""),
    ]
    assert "paragraphs that the program numbers by itself; the numbers are not read: 1" in [note.text for note in found.notes]


def test_a_table_within_a_cell_costs_its_cell(tmp_path: Path) -> None:
    inner = f"<w:tc>{tbl(['x'])}<w:p/></w:tc>"
    row = read(word(tmp_path, tbl(["a", "b"], [inner, "1"]))).tables[0].rows[0]
    assert (row.cells, [(fault.at, fault.refuses) for fault in row.faults]) == (("", "1"), [(0, True)])


@pytest.mark.parametrize(
    ("body", "extra", "reason"),
    [
        ("<w:p/>", {}, "a document without any table"),
        (tbl(["a"], ["x"]), {"word/vbaProject.bin": "x"}, "macros"),
        (tbl(["a"], ["x"]), {"word/embeddings/a.xlsx": "x"}, "files inside"),
        (tbl(["a"], ["x"]), {"word/document.xml": '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'}, "entities"),
        (tbl(["a"], [tc("x", '<w:gridSpan w:val="999999"/>')]), {}, "out of order"),
        (tbl(["a"], ["<w:smartTag>" * 5_000 + "</w:smartTag>" * 5_000]), {}, "nested too deeply"),
        ("<w:tbl><w:tr>", {}, "damaged"),
        (tbl(["a"], ["x"]), {"word/media/a.xml": " " * 60_000_000}, "unfolds"),
    ],
)
def test_what_was_made_to_harm_stops_with_a_reason(tmp_path: Path, body: str, extra: dict[str, str], reason: str) -> None:
    assert reason in refusal(word(tmp_path, body, extra=extra))
