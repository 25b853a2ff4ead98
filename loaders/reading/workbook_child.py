"""What opens a workbook in a process of its own (`limited`), with nothing to say but rows.

It knows the standard library and openpyxl, and says a sheet, then its rows. What it cannot read it names by one word of a fixed
list, so nothing a hostile file puts together reaches a terminal. It opens no file and no connection.

openpyxl drops rows and cells that stand out of order, and knows nothing of formulas without a result once it is asked for
values. So each sheet's XML is surveyed first: order, formulas, what is hidden, what is merged.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from xml.parsers import expat

DAMAGED = "damaged"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
MOST_MERGED = 100_000
REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
UNSHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|am/pm|a/p', re.IGNORECASE)


class Stop(Exception):
    """The workbook cannot be read; the word is one of the list in `workbook.py`."""


class Survey:
    """One pass over a sheet's XML: what openpyxl would not tell."""

    def __init__(self) -> None:
        self.row = self.column = self.last_row = 0
        self.cells = self.area = 0
        self.hidden_rows = self.hidden_columns = 0
        self.unanswered: dict[int, set[int]] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.kind = ""
        self.formula = self.value = self.inside = False
        self.content = False

    def read(self, stream: Any) -> Survey:
        """Pass over the whole sheet; Stop if it cannot be relied on."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.StartDoctypeDeclHandler = self.refuse
        try:
            parser.ParseFile(stream)
        except expat.ExpatError:
            raise Stop("damaged") from None
        if self.area > 20 * self.cells + 5_000_000:
            raise Stop("scattered")
        return self

    def refuse(self, *_: object) -> None:
        """A document type has no place in a sheet."""
        raise Stop("entities")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        namespace, _, tag = name.rpartition(" ")
        if namespace != MAIN:
            if tag == "worksheet":
                raise Stop("strict")
            return
        if tag == "row":
            self.row = int(attributes.get("r", self.last_row + 1))
            if not self.last_row < self.row <= MOST_ROWS:
                raise Stop("disorder")
            self.last_row, self.column = self.row, 0
            self.hidden_rows += attributes.get("hidden") in ("1", "true")
        elif tag == "c":
            self.start_cell(attributes)
        elif tag == "f":
            self.formula = True
        elif tag == "v":
            self.value = self.inside = True
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            # To the right of everything is often hidden to the edge of the sheet: no column of ours.
            self.hidden_columns += max(0, min(int(attributes["max"]), 1_000) - int(attributes["min"]) + 1)
        elif tag == "mergeCell":
            if len(self.merged) == MOST_MERGED:
                raise Stop("merged")
            corners = [position(corner) for corner in attributes["ref"].split(":")]
            self.merged.append((*corners[0], *corners[-1]))

    def start_cell(self, attributes: dict[str, str]) -> None:
        """A cell opens: in its row, to the right of the one before."""
        row, column = position(attributes["r"]) if "r" in attributes else (self.row, self.column + 1)
        if row != self.row or not self.column < column <= MOST_COLUMNS:
            raise Stop("disorder")
        self.area += column - self.column
        self.column = column
        self.cells += 1
        self.kind = attributes.get("t", "n")
        self.formula = self.value = self.content = False

    def characters(self, text: str) -> None:
        """Text, of which only that of a value matters here."""
        if self.inside:
            self.content = self.content or bool(text)

    def end(self, name: str) -> None:
        """An element closes: a formula that brought no value is remembered."""
        tag = name.rpartition(" ")[2]
        if tag == "v":
            self.inside = False
        elif tag == "c" and self.formula and not self.content and not (self.kind == "str" and self.value):
            self.unanswered.setdefault(self.row, set()).add(self.column)


def position(reference: str) -> tuple[int, int]:
    """Row and column of a reference such as B7."""
    match = REFERENCE.fullmatch(reference.replace("$", ""))
    if not match:
        raise Stop("disorder")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def text_of(cell: Any, epoch_1900: bool) -> tuple[str, str]:
    """The text of a cell and, if it has none that can be relied on, the word that says why."""
    value = cell.value
    if value is None:
        return "", ""
    if cell.data_type == "e":
        return "", "error"
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), ""
    if isinstance(value, str):
        return ESCAPED.sub(lambda match: chr(int(match[1], 16)), value), ""
    if isinstance(value, (int, float)):
        return number(value), ""
    if isinstance(value, dt.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}", ""
    if isinstance(value, dt.time):
        return value.isoformat("seconds" if value.second else "minutes"), ""
    if isinstance(value, dt.date):
        return when(value, cell.number_format or "", epoch_1900)
    return "", "unknown"


def number(value: float) -> str:
    """As a spreadsheet shows it in full: fifteen digits, no exponent, no `.0`."""
    if isinstance(value, int):
        return str(value)
    text = format(value, ".15g")
    return format(Decimal(text), "f") if "e" in text else text


def when(value: dt.date, shown_as: str, epoch_1900: bool) -> tuple[str, str]:
    """ISO, to the precision the cell shows: "May 2012" is stored as its first day, which nobody stated."""
    moment = value if isinstance(value, dt.datetime) else dt.datetime(value.year, value.month, value.day)
    moment = (moment + dt.timedelta(milliseconds=500)).replace(microsecond=0)
    if epoch_1900 and moment < dt.datetime(1900, 3, 1):
        return "", "calendar"
    shown = UNSHOWN.sub("", shown_as.split(";", maxsplit=1)[0]).lower()
    if moment.time() != dt.time():
        return moment.isoformat(timespec="seconds" if moment.second else "minutes"), ""
    if moment.day == 1 and "y" in shown and not set("dhs") & set(shown):
        if "m" in shown:
            return f"{moment:%Y-%m}", ""
        if moment.month == 1:
            return f"{moment:%Y}", ""
    return moment.date().isoformat(), ""


def send_sheet(sheet: Any, archive: zipfile.ZipFile, budget: int, send: Callable[..., None]) -> int:
    """Write one sheet; returns how much of the budget is left."""
    with archive.open(sheet._worksheet_path) as stream:
        survey = Survey().read(stream)
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
        seen += len(cells)
        for column, cell in enumerate(cells, start=1):
            text, word = ("", "formula") if column in unanswered else text_of(cell, epoch_1900)
            texts.append(text)
            if word:
                faults.append((column, word))
        while texts and not texts[-1]:
            texts.pop()
        if texts or faults:
            send(row=row, cells=texts, faults=faults)
            budget -= sum(map(len, texts)) + len(texts)
        if budget < 0:
            raise Stop("amplified")
    if seen < survey.cells:
        raise Stop("disorder")
    return budget


def say(data: bytes, limits: dict[str, Any], send: Callable[..., None]) -> None:
    """Every sheet with its rows."""
    warnings.simplefilter("ignore")
    import openpyxl

    workbook: Any = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    budget = limits["text"]
    for sheet in workbook.worksheets:
        budget = send_sheet(sheet, workbook._archive, budget, send)
