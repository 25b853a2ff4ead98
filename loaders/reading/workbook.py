"""Workbooks (.xlsx), opened by a child process with limits; this side only counts and checks what the child says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from graph.errors import SourceError
from loaders.reading.archive import Size, inspect
from loaders.reading.cell import REPLACEMENT, defect, raw_text
from loaders.reading.child import MEMORY, Stopped, messages
from loaders.reading.header import letters, nameless
from loaders.reading.heading import Heading
from loaders.reading.layout import PLAIN, Body, Layout
from loaders.reading.merged import MergedCells
from loaders.reading.original import printable
from loaders.reading.rejects import Rejects
from loaders.reading.table import Fault, Note, Reject, Row, Table

_CHILD: Final = Path(__file__).with_name("workbook_child.py")
_RESAVE: Final = "Open it, copy the sheets into a new workbook and save that as .xlsx"
_STOPPED: Final = {
    "damaged": ("a damaged workbook", "Copy it again, or open it in Excel, repair and save it"),
    "disorder": ("a workbook whose rows or cells are out of order", _RESAVE),
    "scattered": (
        "a workbook with a few cells scattered over a huge sheet",
        "Delete the stray cells far below or right, then save",
    ),
    "strict": ("a workbook in the form 'Strict Open XML'", "Save it as an ordinary Excel workbook (.xlsx)"),
    "entities": ("a workbook that declares a document type or entities", _RESAVE),
    "amplified": ("a workbook that unfolds to far more than its size", _RESAVE),
    "merged": ("a sheet of more than 100,000 blocks of merged cells", "Unmerge its cells, then save it"),
    "crashed": ("a workbook that crashed its reader", _RESAVE),
    "memory": ("a workbook that needs too much memory", "Split it into smaller workbooks, or save the sheets as CSV in UTF-8"),
}
_FAULTS: Final = {
    "error": "an error value (#N/A, #REF! or the like)",
    "formula": "a formula whose result was not saved: open the workbook in a spreadsheet program and save it",
    "calendar": "a date before March 1900, where the calendar of spreadsheets is wrong: enter it as text",
    "unknown": "a value of an unknown kind",
}
_HIDDEN: Final = {"hidden", "veryHidden"}


@dataclass(frozen=True, slots=True)
class Workbook:
    """The tables of a workbook, hidden ones included, and what was refused."""

    tables: tuple[Table, ...]
    rejects: Rejects
    notes: tuple[Note, ...]
    lines: int
    blank: int


@dataclass(slots=True)
class _Sheet:
    """A sheet while its rows come in. A header that cannot be used refuses the sheet, not the workbook."""

    file: str
    title: str
    last: int
    heading: Heading
    layout: Layout
    body: Body | None = None
    merged: MergedCells | None = None
    """Of the rows below the header."""
    refused: SourceError | None = None
    left_out: str = ""
    """Why it is no table of this mapping."""
    filled: int = 0
    rows: list[Row] = field(default_factory=list)
    rejects: Rejects = field(default_factory=Rejects)
    notes: list[Note] = field(default_factory=list)

    def begin(self) -> None:
        """What is known before any row."""
        self.left_out = self.layout.why_not(self.title)
        if self.layout.names and not self.left_out:
            self._has(self.layout.names, 0)

    def take(self, number: int, cells: list[str], faults: list[tuple[int, str]]) -> None:
        """One row as the child read it: of the header, a record, or a reject."""
        self.filled += 1
        if self.refused or self.left_out:
            return
        if self.body:
            self._record(self.body, number, cells, faults)
            return
        try:
            names = self.heading.take(number, cells, [_fault(*found) for found in faults])
        except SourceError as error:
            self._refuse(error)
            return
        if names:
            self._has(names, number)

    def _has(self, names: tuple[str, ...], header: int) -> None:
        """The columns are called so, by the rows down to this one."""
        self.body = Body(self.layout, names, self.file, self.title)
        self.merged = MergedCells(self.heading.merged, header, len(names))

    def finish(self) -> None:
        """Check what can be checked only when all rows are known."""
        if self.body is None:
            if self.filled and not self.refused and not self.left_out:
                self._refuse(self.heading.missing())
            return
        self.notes += [*self.heading.notes, *self.body.notes()]
        try:
            nameless(self.body.header, self.file, self.title, ((row.number, row.cells) for row in self.rows))
        except SourceError as error:
            self.refused = error

    def table(self) -> Table | None:
        """What came of it."""
        if self.body is None or self.refused:
            return None
        return Table(self.title, self.body.named(), tuple(self.rows))

    def _refuse(self, error: SourceError) -> None:
        """A sheet without the words that are looked for is no table of this mapping, unless it is meant by name."""
        if self.layout.words and not self.layout.sheets and self.body is None:
            self.left_out = "no row of it holds all the words of the header"
        else:
            self.refused = error

    def _record(self, body: Body, number: int, cells: list[str], faults: list[tuple[int, str]]) -> None:
        merged = self.merged.take(number, cells) if self.merged else ()
        if not body.takes(number, cells):
            return
        width = len(body.header)
        if len(cells) > width and (beyond := next((at for at in range(width, len(cells)) if cells[at]), None)) is not None:
            self._reject(body, number, beyond, "a cell to the right of the last column that has a name", cells)
            return
        for index, cell in enumerate(cells):
            if fault := defect(cell):
                self._reject(body, number, index, fault, cells)
                return
            if REPLACEMENT in cell:
                text = "characters were lost before this file was made (U+FFFD stands for them); kept as they are"
                self.notes.append(Note(self.file, self.title, number, body.header[index], text))
        whole = body.whole(number, (*cells[:width], *("",) * (width - len(cells))), merged)
        self.rows.append(Row(number, None, whole, tuple(_fault(*found) for found in faults if found[0] <= width), merged))

    def _reject(self, body: Body, number: int, index: int, reason: str, cells: list[str]) -> None:
        column = (body.header[index] if index < len(body.header) else "") or letters(index)
        raw = raw_text(json.dumps(cells, ensure_ascii=False))
        self.rejects.append(Reject(self.file, self.title, number, None, column, reason, raw))


def read_workbook(data: bytes, file: str, layout: Layout = PLAIN) -> Workbook:
    """All sheets of a workbook. SourceError if it is damaged or hostile, or if no sheet of it can be used."""
    size = inspect(data, file)
    sheets: list[_Sheet] = []
    notes: list[Note] = []
    for message in _messages(data, size, file):
        if "sheet" in message:
            title = printable(str(message["sheet"]))
            heading = Heading(layout, file, title, message["merged"])
            sheets.append(_Sheet(file, title, int(message["last"]), heading, layout))
            sheets[-1].begin()
            if not sheets[-1].left_out:
                notes += _hidden(file, title, message, heading)
        else:
            sheets[-1].take(int(message["row"]), message["cells"], message["faults"])
    for sheet in sheets:
        sheet.finish()
    tables = tuple(table for sheet in sheets if (table := sheet.table()))
    refused = [sheet for sheet in sheets if sheet.refused]
    if not tables:
        raise _no_table(sheets, file)
    rejects = Rejects(reject for sheet in sheets if sheet.table() for reject in sheet.rejects)
    for sheet in refused:
        reason = f"the whole sheet, {sheet.filled:,} rows: {sheet.refused and sheet.refused.reason}"
        rejects.append(Reject(file, sheet.title, 1, None, None, reason, "", sheet.filled))
    for sheet in sheets:
        notes += sheet.notes
        if not sheet.filled:
            notes.append(Note(file, sheet.title, None, None, "an empty sheet"))
        elif sheet.left_out:
            notes.append(Note(file, sheet.title, None, None, f"a sheet of {sheet.filled:,} rows, left out: {sheet.left_out}"))
    blank = sum(sheet.last - sheet.filled for sheet in sheets)
    return Workbook(tables, rejects, tuple(notes), sum(sheet.last for sheet in sheets), blank)


def _fault(column: int, word: str) -> Fault:
    return Fault(column - 1, _FAULTS.get(word, _FAULTS["unknown"]), word != "error")


def _no_table(sheets: Sequence[_Sheet], file: str) -> SourceError:
    """Why no sheet of it is a table."""
    if refused := next((sheet.refused for sheet in sheets if sheet.refused), None):
        return refused
    if left_out := [sheet for sheet in sheets if sheet.left_out and sheet.filled]:
        reason = f"none of its sheets is a table of this mapping ({left_out[0].left_out})"
        return SourceError(reason, file=file, remedy="Correct [table] in the mapping, or name another one by --mapping")
    return SourceError("a workbook without any filled sheet", file=file, remedy="Look whether it is the right file")


def _hidden(file: str, title: str, message: dict[str, Any], heading: Heading) -> Iterator[Note]:
    if message["state"] in _HIDDEN:
        yield Note(file, title, None, None, "a hidden sheet; it was read")
    for what in ("rows", "columns"):
        if count := message[f"hidden_{what}"]:
            yield Note(file, title, None, None, f"hidden {what}, read as the others: {count:,}")
    if any(top > heading.layout.rows[-1] for top, *_ in message["merged"]):
        yield Note(
            file,
            title,
            None,
            None,
            "merged cells below the header: only the first of each holds the value; fill_merged fills the others",
        )


def _messages(data: bytes, size: Size, file: str) -> Iterator[dict[str, Any]]:
    """What the child says about this workbook, until its end; SourceError if it stops before."""
    seconds = 4 + 2 * (size.unpacked // 1024**2)
    limits = {"memory": MEMORY, "seconds": seconds, "text": 16 * 1024**2 + 10 * size.unpacked}
    try:
        yield from messages(_CHILD, data, limits)
    except Stopped as stopped:
        if stopped.word == "overtime":
            remedy = "Split it into smaller workbooks, or save the sheets as CSV in UTF-8"
            raise SourceError(f"a workbook that needs more than {seconds} s to read", file=file, remedy=remedy) from None
        reason, remedy = _STOPPED.get(stopped.word, _STOPPED["damaged"])
        raise SourceError(reason, file=file, remedy=remedy) from None
