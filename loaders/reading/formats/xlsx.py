"""Workbooks (.xlsx), by openpyxl."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Callable
from typing import Any

from loaders.reading.formats import Stop
from loaders.reading.formats.beside import beside
from loaders.reading.formats.shown import clock, elapsed, number, truth, when
from loaders.reading.formats.survey import Survey

DAMAGED = "damaged"
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def text_of(cell: Any, epoch_1900: bool) -> tuple[str, str]:
    """The text of a cell and, if it has none that can be relied on, the word that says why."""
    value = cell.value
    if value is None:
        return "", ""
    if cell.data_type == "e":
        return "", "error"
    if isinstance(value, bool):
        return truth(value), ""
    if isinstance(value, str):
        return ESCAPED.sub(lambda match: chr(int(match[1], 16)), value), ""
    if isinstance(value, (int, float)):
        return number(value), ""
    if isinstance(value, dt.timedelta):
        return elapsed(value), ""
    if isinstance(value, dt.time):
        return clock(value), ""
    if isinstance(value, dt.date):
        return when(value, cell.number_format or "", epoch_1900=epoch_1900)
    return "", "unknown"


def struck_styles(workbook: Any) -> set[int]:
    """The styles of cells whose text is struck through."""
    fonts = {at for at, font in enumerate(workbook._fonts) if font.strike}
    return {at for at, style in enumerate(workbook._cell_styles) if style.fontId in fonts}


def send_sheet(sheet: Any, archive: zipfile.ZipFile, struck: set[int], budget: int, send: Callable[..., None]) -> int:
    """Write one sheet; returns how much of the budget is left."""
    with archive.open(sheet._worksheet_path) as stream:
        survey = Survey().read(stream)
    notes = beside(archive, sheet._worksheet_path, survey)
    send(
        sheet=sheet.title,
        state=sheet.sheet_state,
        hidden_rows=survey.hidden_rows,
        hidden_columns=survey.hidden_columns,
        merged=survey.merged,
        last=survey.last_row,
    )
    sheet.reset_dimensions()
    epoch_1900 = sheet.parent.epoch.year < 1904
    seen = 0
    for row, cells in enumerate(sheet.iter_rows(), start=1):
        unanswered = survey.unanswered.get(row, set())
        texts: list[str] = []
        faults: list[tuple[int, str]] = []
        asides = [(column, *aside) for column, aside in notes.pop(row, ())]
        seen += len(cells)
        for column, cell in enumerate(cells, start=1):
            text, word = ("", "formula") if column in unanswered else text_of(cell, epoch_1900)
            texts.append(text)
            if word:
                faults.append((column, word))
            if struck and text and cell._style_id in struck:
                asides.append((column, "struck", "", ""))
        while texts and not texts[-1]:
            texts.pop()
        if texts or faults or asides:
            send(row=row, cells=texts, faults=faults, asides=asides)
            budget -= sum(map(len, texts)) + len(texts) + sum(len(aside[2]) for aside in asides)
        if budget < 0:
            raise Stop("amplified")
    if seen < survey.cells:
        raise Stop("disorder")
    for row in sorted(notes):  # on rows below all that hold anything
        send(row=row, cells=[], faults=[], asides=[(column, *aside) for column, aside in notes[row]])
    return budget


def say(data: bytes, limits: dict[str, Any], send: Callable[..., None]) -> None:
    """Every sheet with its rows."""
    warnings.simplefilter("ignore")
    import openpyxl

    workbook: Any = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    budget, struck = limits["text"], struck_styles(workbook)
    for sheet in workbook.worksheets:
        budget = send_sheet(sheet, workbook._archive, struck, budget, send)
