"""Spreadsheets and tables of OpenDocument (.ods, .odt), read in one pass over their XML.

Rows and cells are written once and counted, so what is repeated is only repeated where it holds something. A comment, a picture
and a deleted text stand inside a cell, and are no part of what it holds.
"""

from __future__ import annotations

import datetime as dt
import io
import math
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from typing import Any, Final
from xml.parsers import expat

from loaders.reading.formats import Stop
from loaders.reading.formats.odf_styles import ELAPSED, Styles
from loaders.reading.formats.sheet import MOST_COLUMNS, MOST_ROWS, Cell, Sheet, send_sheet
from loaders.reading.formats.shown import clock, elapsed, number, truth, when

DAMAGED = "damaged"
ODF: Final = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES: Final = {
    f"{ODF}office:1.0": "office", f"{ODF}table:1.0": "table", f"{ODF}text:1.0": "text", f"{ODF}style:1.0": "style",
    f"{ODF}datastyle:1.0": "number", f"{ODF}drawing:1.0": "draw", "http://www.w3.org/1999/xlink": "xlink",
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}  # fmt: skip
LEFT_OUT: Final = {
    "table:tracked-changes": "changes", "text:tracked-changes": "changes", "table:shapes": "", "office:forms": "",
    "table:dde-links": "", "text:note": "footnotes", "draw:frame": "", "draw:custom-shape": "", "draw:g": "", "draw:control": "",
    "office:annotation-end": "", "text:ruby-text": "", "office:scripts": "",
}  # fmt: skip
"""Elements that are passed over whole, and the word under which that is said."""
CELLS: Final = ("table:table-cell", "table:covered-table-cell")
DURATION: Final = re.compile(r"(-?)PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,](\d{1,9}))?S")
ERROR: Final = re.compile(r"#[A-Z/0]{2,8}[!?]?|Err:\d{3}")


class Content:
    """The tables of a document, while its elements go by."""

    def __init__(self, budget: int, *, text: bool) -> None:
        self.styles, self.sheets, self.budget, self.text = Styles(), list[Sheet](), budget, text
        self.passed = 0
        """How deep in an element that is passed over."""
        self.sheet: Sheet | None = None
        self.columns: list[tuple[int, str]] = []
        """The styles of columns, each with the last column that has it."""
        self.row: dict[int, Cell] = {}
        self.repeat_row = 1
        self.column = 0
        self.row_style = ""
        self.cell: dict[str, str] | None = None
        self.found = Cell()
        self.paragraphs: list[str] = []
        self.spans: list[bool] = []
        self.unstruck = False
        self.comment: list[str] | None = None
        self.author = ""
        self.in_author = False
        self.lines = 0
        """How deep in paragraphs: a comment within one has its own."""
        self.at = 0
        """Rows of the sheet so far."""
        self.body = False
        self.row_hidden = False
        self.said: Counter[str] = Counter()

    def read(self, stream: Any, *, body: bool) -> None:
        """Pass over one part; Stop if it cannot be relied on. `body`: its tables are those of the document."""
        self.body = body
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, attributes: self.start(short(name), attributes)
        parser.EndElementHandler = lambda name: self.end(short(name))
        parser.CharacterDataHandler = self.characters
        parser.StartDoctypeDeclHandler = refuse
        try:
            parser.ParseFile(stream)
        except expat.ExpatError:
            raise Stop("damaged") from None

    def start(self, name: str, raw: dict[str, str]) -> None:
        """An element opens."""
        if self.passed or name in LEFT_OUT or (name == "table:table" and not self.body):
            if self.passed and self.body and name == "table:table":
                self.said["frames"] += 1
            elif not self.passed and (word := LEFT_OUT.get(name)) and (self.cell is not None or word == "changes"):
                self.said[word] += 1
            self.passed += 1
            return
        attributes = {short(key): value for key, value in raw.items()}
        if name == "table:table":
            self._start_table(attributes)
        elif self.sheet is None:
            self.styles.start(name, attributes)
        elif self.cell is not None:
            self._inside(name, attributes)
        elif name == "table:table-column":
            self._start_column(attributes)
        elif name == "table:table-row":
            self.row, self.column = {}, 0
            self.repeat_row = repeats(attributes, "table:number-rows-repeated", MOST_ROWS)
            self.row_style = attributes.get("table:default-cell-style-name", "")
            self.row_hidden = attributes.get("table:visibility") in ("collapse", "filter")
        elif name in CELLS:
            self.cell, self.found, self.paragraphs, self.spans, self.unstruck = attributes, Cell(), [], [], False
        elif name == "table:table-source":
            raise Stop("links")

    def _start_table(self, attributes: dict[str, str]) -> None:
        if self.cell is not None:  # a table within a cell is no value of it
            self.found.fault = "nested"
            self.passed += 1
            return
        if self.sheet is not None:
            raise Stop("damaged")
        title = f"table {len(self.sheets) + 1}" if self.text else attributes.get("table:name", "")
        hidden = not self.text and attributes.get("table:style-name", "") in self.styles.hidden
        self.sheet = Sheet(title, "hidden" if hidden else "visible")
        self.columns, self.at = [], 0

    def _start_column(self, attributes: dict[str, str]) -> None:
        assert self.sheet is not None  # noqa: S101 - only called within a table
        count = repeats(attributes, "table:number-columns-repeated", MOST_COLUMNS)
        before = self.columns[-1][0] if self.columns else 0
        if attributes.get("table:visibility") in ("collapse", "filter"):
            # To the right of everything is often hidden to the edge of the sheet: no column of ours.
            self.sheet.hidden_columns += max(0, min(before + count, 1_000) - before)
        self.columns.append((before + count, attributes.get("table:default-cell-style-name", "")))

    def _inside(self, name: str, attributes: dict[str, str]) -> None:
        """Of a cell: its text, its comments, its links."""
        if name == "office:annotation":
            self.comment, self.author = [], ""
        elif name == "dc:creator":
            self.in_author = True
        elif name in ("text:p", "text:h"):
            (self.paragraphs if self.comment is None else self.comment).append("")
            self.lines += 1
        elif name == "text:span":
            self.spans.append(self.styles.is_struck(attributes.get("text:style-name", "")))
        elif name == "text:s":
            self.characters(" " * repeats(attributes, "text:c", 1_000))
        elif name == "text:tab":
            self.characters("\t")
        elif name == "text:line-break":
            self.characters("\n")
        elif name == "text:a" and self.comment is None and (address := attributes.get("xlink:href")):
            self.found.asides.append(("link", address, ""))

    def characters(self, text: str) -> None:
        """Text: of a cell, or of a comment on it."""
        if self.passed or self.cell is None:
            return
        if self.in_author:
            self.author += text
        elif self.lines:
            lines = self.paragraphs if self.comment is None else self.comment
            if lines:
                lines[-1] += text
                self.unstruck = self.unstruck or (self.comment is None and not any(self.spans) and bool(text.strip()))

    def end(self, name: str) -> None:
        """An element closes."""
        if self.passed:
            self.passed -= 1
        elif name == "table:table":
            if self.sheet is not None:
                self.sheets.append(self.sheet)
            self.sheet = None
        elif self.sheet is None:
            self.styles.end(name)
        elif name in ("text:p", "text:h"):
            self.lines = max(self.lines - 1, 0)
        elif name == "text:span" and self.spans:
            self.spans.pop()
        elif name == "dc:creator":
            self.in_author = False
        elif name == "office:annotation" and self.comment is not None:
            self.found.asides.append(("comment", "\n".join(self.comment), self.author))
            self.comment = None
        elif name in CELLS and self.cell is not None:
            self._end_cell(name, self.cell)
        elif name == "table:table-row":
            self._end_row()

    def _end_cell(self, name: str, attributes: dict[str, str]) -> None:
        assert self.sheet is not None  # noqa: S101 - only called within a table
        count = repeats(attributes, "table:number-columns-repeated", MOST_COLUMNS)
        style = attributes.get("table:style-name") or self.row_style or self._column_style(self.column + 1)
        cell, self.cell = self.found, None
        if not cell.fault:
            cell.text, cell.fault = value_of(attributes, "\n".join(self.paragraphs), self.styles.shown_as(style))
        cell.asides = [aside for aside in cell.asides if aside[0] != "link" or aside[1] != cell.text]
        if cell.text and (
            self.styles.is_struck(style) or (self.paragraphs and not self.unstruck and "".join(self.paragraphs).strip())
        ):
            cell.asides.append(("struck", "", ""))
        first = self.column + 1
        self.column += count
        if cell:
            self.budget -= count * (len(cell.text) + sum(len(aside[1]) for aside in cell.asides) + 1)
            if self.budget < 0:
                raise Stop("amplified")
            if self.column > MOST_COLUMNS:
                raise Stop("disorder")
            self.row.update(dict.fromkeys(range(first, self.column + 1), cell))
        if name == "table:table-cell":
            rows, columns = (repeats(attributes, f"table:number-{way}-spanned", MOST_ROWS) for way in ("rows", "columns"))
            top = self.at + 1
            self.sheet.merge(top, first, top + rows - 1, first + columns - 1)

    def _end_row(self) -> None:
        sheet = self.sheet
        assert sheet is not None  # noqa: S101 - only called within a table
        if self.row:
            if self.at + self.repeat_row > MOST_ROWS:
                raise Stop("disorder")
            sheet.hidden_rows += self.repeat_row if self.row_hidden else 0
            self.budget -= (self.repeat_row - 1) * sum(len(cell.text) + 1 for cell in self.row.values())
            if self.budget < 0:
                raise Stop("amplified")
            sheet.rows += ((self.at + 1 + more, self.row) for more in range(self.repeat_row))
            sheet.last = self.at + self.repeat_row
        self.at += self.repeat_row
        self.row = {}

    def _column_style(self, column: int) -> str:
        return next((style for last, style in self.columns if column <= last), "")


def refuse(*_: object) -> None:
    """A document type has no place in a document of this kind."""
    raise Stop("entities")


def short(name: str) -> str:
    """A name by the prefix that is usual for its namespace."""
    space, _, tag = name.rpartition(" ")
    return f"{SPACES.get(space, '?')}:{tag}"


def repeats(attributes: dict[str, str], name: str, most: int) -> int:
    """How often something is there; 1 where that is not said."""
    text = attributes.get(name, "1")
    if not text.isdecimal() or int(text) > most:
        raise Stop("disorder")
    return max(int(text), 1)


def value_of(attributes: dict[str, str], text: str, shown_as: str) -> tuple[str, str]:
    """The text of a cell and, if it has none that can be relied on, the word that says why."""
    kind, formula = attributes.get("office:value-type", ""), "table:formula" in attributes
    if attributes.get("calcext:value-type") == "error" or (formula and ERROR.fullmatch(text)):
        return "", "error"
    if not kind:
        return ("", "formula") if formula and not text else (text, "")
    try:
        return _typed(kind, attributes, text, shown_as)
    except (ValueError, KeyError, OverflowError):
        return "", "unknown"


def _typed(kind: str, attributes: dict[str, str], text: str, shown_as: str) -> tuple[str, str]:
    if kind in ("float", "percentage", "currency"):
        value = float(attributes["office:value"])
        if text in ("TRUE", "FALSE"):  # a formula's yes or no is saved as a number
            return text, ""
        return (number(value), "") if math.isfinite(value) else ("", "unknown")
    if kind == "boolean":
        return truth(attributes["office:boolean-value"] == "true"), ""
    if kind == "date":
        return when(dt.datetime.fromisoformat(attributes["office:date-value"][:26]), shown_as, epoch_1900=False)
    if kind == "time":
        match = DURATION.fullmatch(attributes["office:time-value"])
        if not match or match[1]:
            return "", "unknown"
        span = dt.timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=float(f"{match[4]}.{match[5] or 0}"))
        if shown_as.startswith(ELAPSED) or span >= dt.timedelta(days=1):
            return elapsed(span), ""
        seconds = round(span.total_seconds()) % 86_400
        return clock(dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60)), ""
    if kind == "string":
        return text or attributes.get("office:string-value", ""), ""
    return "", "unknown"


def say(data: bytes, limits: dict[str, Any], send: Callable[..., None]) -> None:
    """Every sheet with its rows."""
    content = Content(limits["text"], text=limits["form"] == "odt")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in ("styles.xml", "content.xml"):
            if part in archive.namelist():
                with archive.open(part) as stream:
                    content.read(stream, body=part == "content.xml")
    if content.sheets:
        content.sheets[0].said += content.said
    budget = limits["text"]
    for sheet in content.sheets:
        budget = send_sheet(sheet, budget, send)
