"""Drafts of workbooks as offices keep them: titles, headers in two rows, merged blocks, several persons in a cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from loaders.draft.draft import Draft, drafts_of
from loaders.draft.questions import Ask
from loaders.load.fit import need_columns
from loaders.mapping import parse
from loaders.reading import fetch, read

STAFF: list[list[Any]] = [
    ["УТВЕРЖДАЮ"],
    ["Список личного состава батальона на 01.03.2020"],
    [],
    ["Подразделение", "Ф.И.О.", "Назначение", None, "Должность", "Звание"],
    [None, None, "с", "по", None, None],
    [1, 2, 3, 4, 5, 6],
    ["1-я рота", "Драгомыслов Евгений Петрович", "12.03.2018", "2020", "командир роты", "капитан"],
    [None, "Велин Артём Ильич", "15.04.2019", None, "стрелок", "рядовой"],
    ["2-я рота", "Ледонивук Виктор Олегович", "01.02.2017", "25.12.2019", "командир роты", "майор"],
    [None, "Тиховежик Иван Игоревич", None, None, "стрелок", "рядовой"],
    ["Итого по батальону:", 4],
    ["Составил: начальник штаба"],
]


def book(folder: Path, sheets: dict[str, list[list[Any]]], merged: tuple[str, ...] = ()) -> Path:
    """A workbook of these sheets; blocks of the first are merged."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for block in merged:
        made.worksheets[0].merge_cells(block)
    made.save(folder / "book.xlsx")
    return folder / "book.xlsx"


def drafted(path: Path, ask: Ask | None = None) -> tuple[Draft, ...]:
    """Its drafts, each of which is read and fits."""
    drafts = drafts_of(fetch(path), ask=ask).drafts
    for draft in drafts:
        mapping = parse(draft.text, "book.toml")
        for table in read(path, layout=mapping.layout).tables:
            need_columns(mapping, table, path.name)
    return drafts


def test_a_header_in_two_rows_and_merged_blocks(tmp_path: Path) -> None:
    (draft,) = drafted(book(tmp_path, {"Штат": STAFF}, ("C4:D4", "A4:A5", "B4:B5", "A7:A8", "A9:A10")))
    assert draft.place is not None and (draft.place.header, draft.place.until) == ((4, 5, 6), "^Итого")
    assert draft.outline.links["posted"].lines["span"] == {"begin": "Назначение / с / 3", "end": "Назначение / по / 4"}
    assert draft.outline.fill_merged == ["Подразделение / 1"] and draft.outline.fill_down == []


def test_blanks_that_no_block_covers_are_filled_if_a_person_says_so(tmp_path: Path) -> None:
    path = book(tmp_path, {"Штат": STAFF}, ("C4:D4",))
    (draft,) = drafted(path)
    assert draft.outline.fill_down == [] and "add fill_down" in draft.text
    (asked,) = drafted(path, lambda question: "above" if "empty" in question.asks else question.default)
    assert asked.outline.fill_down == ["Подразделение / 1"]


def test_what_a_post_means_a_person_says(tmp_path: Path) -> None:
    path = book(tmp_path, {"Штат": STAFF})
    (draft,) = drafted(path)
    assert "function" not in draft.outline.links["posted"].lines
    (asked,) = drafted(path, lambda question: question.default)
    assert asked.outline.links["posted"].lines["function"]["values"] == {"командир роты": "commander"}


def test_each_kind_of_sheet_has_a_draft_and_an_explanation_none(tmp_path: Path) -> None:
    held = [["victim", "held at"], ["Orsolin Vade", "Tannery Street Barracks"], ["Ilka Brennoy", "Salt Quay Depot"]]
    path = book(tmp_path, {"May": held, "June": held, "Staff": STAFF, "Read me": [["Collected by volunteers."]]})
    assert [draft.sheets for draft in drafted(path)] == [("May", "June"), ("Staff",)]
    assert [sheet for sheet, _ in drafts_of(fetch(path)).left_out] == ["Read me"]


def test_several_persons_in_a_cell(tmp_path: Path) -> None:
    rows = [["victims", "held at"], ["Orsolin Vade; Ilka Brennoy", "Tannery Street Barracks"], ["Tam Hesk", "Salt Quay Depot"]]
    (draft,) = drafted(book(tmp_path, {"Held": rows}))
    assert draft.outline.things["person"].lines["split"] == ";"
