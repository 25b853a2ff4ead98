"""What LibreOffice keeps of a form when it saves it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from graph.errors import SourceError
from graph.kept.case import Case
from loaders.forms import form, kinds
from tests.loaders.forms.filled import every_word, filled, fine, prepared


@pytest.mark.parametrize("kind", kinds())
def test_columns_words_and_formats_survive(kind: str, saved_by_office: dict[str, Path]) -> None:
    meant, book = form(kind), openpyxl.load_workbook(saved_by_office[kind])
    sheet = book.worksheets[0]
    assert book.sheetnames == [meant.sheet, "Read me"]
    assert [cell.value for cell in sheet[1]] == [column.name for column in meant.columns]
    rules = {str(rule.sqref).split("2:")[0]: rule for rule in sheet.data_validations.dataValidation}
    listed = {sheet[f"{letter}1"].value: tuple(rule.formula1.strip('"').split(",")) for letter, rule in rules.items()}
    assert listed == {column.name: column.words for column in meant.columns if column.words}
    assert {rule.type for rule in rules.values()} == {"list"} and all(rule.showErrorMessage for rule in rules.values())
    assert all(cell.comment and cell.number_format == "@" for cell in sheet[1])


@pytest.mark.parametrize("kind", kinds())
def test_an_empty_one_says_that_it_has_no_rows(kind: str, saved_by_office: dict[str, Path]) -> None:
    with pytest.raises(SourceError, match="a header, and no rows under it"):
        prepared(saved_by_office[kind])


@pytest.mark.parametrize("kind", kinds())
def test_filled_in_it_loads_as_ours_does(kind: str, saved_by_office: dict[str, Path], case: Case) -> None:
    fine(case, filled(saved_by_office[kind], every_word(kind)))
