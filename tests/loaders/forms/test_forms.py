"""An empty form: its columns are its mapping's, its drop-downs hold every word of ours, and what is typed stays so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph import schema
from graph.errors import MappingError, SourceError
from loaders.forms import FormColumn, form, kinds, workbook
from loaders.forms.choices import choices
from loaders.mapping import parse, shipped
from tests.loaders.forms.filled import empty, prepared

KINDS = kinds()
MOST_INLINE = 255
"""As many letters does a spreadsheet take of a list in a cell's rule."""


def opened(kind: str, folder: Path) -> Any:
    return openpyxl.load_workbook(empty(kind, folder))


def test_every_form_has_a_mapping_and_every_mapping_of_a_form_a_form() -> None:
    assert KINDS == ("held", "incidents", "postings", "sources", "units")
    assert {f"form-{kind}" for kind in KINDS} == {mapping.name for mapping in shipped() if mapping.name.startswith("form-")}


def test_no_other_form() -> None:
    with pytest.raises(MappingError, match="no form is called 'stays': name one of held, incidents"):
        form("stays")
    with pytest.raises(MappingError, match="no form is called"):
        form("../every")


@pytest.mark.parametrize("kind", KINDS)
def test_its_header_is_all_that_the_mapping_reads_or_leaves_out(kind: str, tmp_path: Path) -> None:
    mapping = form(kind).mapping
    header = [cell.value for cell in opened(kind, tmp_path).worksheets[0][1]]
    assert set(mapping.recognised_by) == mapping.columns()
    assert len(header) == len(set(header)) and set(header) == mapping.accounted
    assert header == [*mapping.recognised_by, *mapping.unread]


@pytest.mark.parametrize("kind", KINDS)
def test_a_choice_has_a_drop_down_with_a_word_for_each_value(kind: str, tmp_path: Path) -> None:
    mapping, sheet = form(kind).mapping, opened(kind, tmp_path).worksheets[0]
    header = {cell.column_letter: cell.value for cell in sheet[1]}
    listed = {}
    for rule in sheet.data_validations.dataValidation:
        letter = str(rule.sqref).split("2:")[0]
        assert str(rule.sqref) == f"{letter}2:{letter}1048576"
        assert (rule.type, rule.errorStyle or "stop", rule.showErrorMessage) == ("list", "stop", True)
        assert len(rule.formula1) <= MOST_INLINE + 2
        listed[header[letter]] = tuple(rule.formula1.strip('"').split(","))
    assert listed == choices(mapping)
    parts = [*((thing.label, thing) for thing in mapping.thing.values()), *((link.type, link) for link in mapping.link.values())]
    for name, part in parts:
        for prop, cells in part.properties.items():
            declared = schema.property_of(name, prop)
            for cell in cells:
                if (declared.choices or declared.type == "bool") and cell.column is not None:
                    assert sorted(map(str, cell.values.values())) == sorted(declared.choices or ("False", "True"))
                    assert tuple(cell.values) == listed[cell.column], "one column, one list"
                    assert not set(cell.values) & mapping.no_value


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_typed_stays_as_it_is_typed(kind: str, tmp_path: Path) -> None:
    """Also where nobody has typed yet: a spreadsheet takes the format of the column."""
    sheet = opened(kind, tmp_path).worksheets[0]
    assert sheet.freeze_panes == "A2" and sheet.max_row == 1
    for cell in sheet[1]:
        assert sheet.column_dimensions[cell.column_letter].number_format == cell.number_format == "@"
        assert sheet.column_dimensions[cell.column_letter].width >= 14


@pytest.mark.parametrize("kind", KINDS)
def test_each_column_is_explained_in_one_line_with_an_example(kind: str, tmp_path: Path) -> None:
    meant, book = form(kind), opened(kind, tmp_path)
    assert book.sheetnames == [meant.sheet, "Read me"] and book.active is book.worksheets[0]
    rows = [row for row in book["Read me"].iter_rows(values_only=True) if row[1]]
    assert rows[0][:3] == ("Column", "What it holds", "Example")
    assert [row[0] for row in rows[1:]] == [column.name for column in meant.columns]
    for column, row, cell in zip(meant.columns, rows[1:], book.worksheets[0][1], strict=True):
        assert row[1] == column.means and row[2] == column.example and "\n" not in column.means
        assert cell.comment.text == f"{column.means} Example: {column.example}"
        assert written(column) in row[3]


def written(column: FormColumn) -> str:
    if column.words:
        assert column.example in column.words
        return ", ".join(column.words)
    return "3 May 2020" if column.dated else "any text"


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_form_says_that_it_has_no_rows(kind: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=f"form-{kind}.xlsx: a header, and no rows under it"):
        prepared(empty(kind, tmp_path))


def test_a_column_of_the_mapping_that_nobody_explained_is_no_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: the columns come from the mapping, not from what is said of them."""
    meant = form("units").mapping
    more = parse(meant.text.replace('unread  = ["Notes"]', 'unread  = ["Notes", "Colour"]'), "units")
    monkeypatch.setattr("loaders.forms.kind.named", lambda _: more)
    with pytest.raises(KeyError, match="Colour"):
        form("units")


def test_a_drop_down_takes_any_word_but_one_with_a_comma() -> None:
    for kind in KINDS:
        assert workbook(form(kind))
        assert all("," not in word and '"' not in word for words in choices(form(kind).mapping).values() for word in words)
