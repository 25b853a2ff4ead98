"""A form as a workbook: a sheet to fill in, and one that explains its columns.

Every column is text, so that a spreadsheet program keeps what is typed: it would make a day of "3-5", and 1961 days of 1961.
"""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from loaders.forms.kind import Form, FormColumn

TEXT: Final = "@"
LAST_ROW: Final = 1_048_576
NARROW, WIDE = 14, 34
EXPLAINED: Final = (22, 70, 34, 70)
"""Widths of columns, in letters."""
HEIGHT: Final = 15
"""Of a line, in points: a cell of several lines is as high as they are."""
COLOUR: Final = "DCE6F1"
FONT: Final = "Calibri"
REFUSAL: Final = "Choose one of the list. If none fits, leave the cell empty and write it under Notes."
DATES: Final = "a date as the source gives it: 3 May 2020, 2020-05-03, May 2020, 2020, about 2020"


def workbook(form: Form) -> bytes:
    """The workbook, with its sheet to fill in first."""
    import openpyxl

    book = openpyxl.Workbook()
    book.properties.creator = "Linkage"
    for sheet in book.worksheets:
        book.remove(sheet)
    _to_fill(book.create_sheet(form.sheet), form)
    _explained(book.create_sheet(form.explained_in), form)
    for sheet in book.worksheets:
        _printed(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _to_fill(sheet: Worksheet, form: Form) -> None:
    from openpyxl.comments import Comment
    from openpyxl.utils import get_column_letter

    sheet.append([column.name for column in form.columns])
    sheet.freeze_panes = "A2"
    for at, column in enumerate(form.columns, start=1):
        letter = get_column_letter(at)
        whole = sheet.column_dimensions[letter]
        whole.number_format = TEXT
        whole.width = max(NARROW, min(WIDE, max(map(len, (column.name, column.example, *column.words))) + 4))
        head = sheet.cell(1, at)
        head.number_format = TEXT
        _heading(sheet, 1, at)
        head.comment = Comment(f"{column.means} Example: {column.example}", "Linkage", height=120, width=320)
        if column.words:
            _drop_down(sheet, letter, column)


def _drop_down(sheet: Worksheet, letter: str, column: FormColumn) -> None:
    """Below the header, to the last row that there can be."""
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = DataValidation(type="list", formula1=f'"{",".join(column.words)}"', allow_blank=True, showErrorMessage=True)
    listed.errorTitle, listed.error = column.name, REFUSAL
    listed.add(f"{letter}2:{letter}{LAST_ROW}")
    sheet.add_data_validation(listed)


def _explained(sheet: Worksheet, form: Form) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet.append([f"{form.sheet}: one row is {form.a_row}"])
    for rule in form.rules:
        sheet.append([rule])
    sheet.append([])
    sheet.append(["Column", "What it holds", "Example", "How it is written"])
    top = sheet.max_row
    for column in form.columns:
        sheet.append([column.name, column.means, column.example, _written(column)])
    for number, row in enumerate(sheet.iter_rows(min_row=top), start=top):
        for cell in row:
            cell.number_format = TEXT
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        lines = max(math.ceil(len(str(cell.value)) / width) for cell, width in zip(row, EXPLAINED, strict=True))
        sheet.row_dimensions[number].height = HEIGHT * lines
    sheet["A1"].font = Font(name=FONT, size=11, bold=True)
    for at, width in enumerate(EXPLAINED, start=1):
        _heading(sheet, top, at)
        sheet.column_dimensions[get_column_letter(at)].width = width


def _written(column: FormColumn) -> str:
    if column.words:
        return f"one of: {', '.join(column.words)}"
    return DATES if column.dated else "any text"


def _heading(sheet: Worksheet, row: int, at: int) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = sheet.cell(row, at)
    cell.font, cell.fill = Font(name=FONT, size=11, bold=True), PatternFill("solid", fgColor=COLOUR)
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _printed(sheet: Worksheet) -> None:
    """As wide as the paper, and as long as it is."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
