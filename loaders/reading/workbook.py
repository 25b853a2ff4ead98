"""Workbooks (.xlsx), opened by a child process with limits; this side only counts and checks what the child says."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from graph.errors import SourceError
from loaders.reading.archive import Size, inspect
from loaders.reading.cell import REPLACEMENT, defect, raw_text
from loaders.reading.header import checked, letters, nameless
from loaders.reading.original import printable
from loaders.reading.rejects import Rejects
from loaders.reading.table import Note, Reject, Row, Table

_CHILD: Final = Path(__file__).with_name("workbook_child.py")
_MEMORY: Final = 1536 * 1024**2
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
    "memory": ("a workbook that needs too much memory", "Split it into smaller workbooks, or save the sheets as CSV in UTF-8"),
}
_FAULTS: Final = {
    "error": "an error value (#N/A, #REF! or the like)",
    "formula": "a formula whose result was not saved: open the workbook in a spreadsheet program and save it",
    "calendar": "a date before March 1900, where the calendar of spreadsheets is wrong: enter it as text",
    "unknown": "a value of an unknown kind",
}
_HIDDEN: Final = {"hidden", "veryHidden"}
_OUT_OF_TIME: Final = {-getattr(signal, name) for name in ("SIGKILL", "SIGXCPU") if hasattr(signal, name)}
"""How a child ends whose processor time is used up; Windows has neither."""


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
    merged: list[list[int]]
    header: tuple[str, ...] = ()
    refused: SourceError | None = None
    filled: int = 0
    rows: list[Row] = field(default_factory=list)
    rejects: Rejects = field(default_factory=Rejects)
    notes: list[Note] = field(default_factory=list)

    def take(self, number: int, cells: list[str], faults: list[tuple[int, str]]) -> None:
        """One row as the child read it: the header, a record, or a reject."""
        self.filled += 1
        if self.refused:
            return
        if not self.header:
            try:
                self.header = self._header(number, cells, faults)
            except SourceError as error:
                self.refused = error
            return
        width = len(self.header)
        for column, word in faults:
            self._refuse(number, column - 1, _FAULTS.get(word, _FAULTS["unknown"]), cells)
            return
        if len(cells) > width:
            beyond = next(index for index in range(width, len(cells)) if cells[index])
            self._refuse(number, beyond, "a cell to the right of the last column that has a name", cells)
            return
        for index, cell in enumerate(cells):
            if fault := defect(cell):
                self._refuse(number, index, fault, cells)
                return
            if REPLACEMENT in cell:
                text = "characters were lost before this file was made (U+FFFD stands for them); kept as they are"
                self.notes.append(Note(self.file, self.title, number, self.header[index], text))
        self.rows.append(Row(number, None, (*cells, *("",) * (width - len(cells)))))

    def finish(self) -> None:
        """Check what can be checked only when all rows are known."""
        if self.header and not self.refused:
            try:
                nameless(self.header, self.file, self.title, ((row.number, row.cells) for row in self.rows))
            except SourceError as error:
                self.refused = error

    def _header(self, number: int, cells: list[str], faults: list[tuple[int, str]]) -> tuple[str, ...]:
        if number > 1:
            cells = []
        for column, word in faults:
            reason = f"column {letters(column - 1)} of the header: {_FAULTS.get(word, _FAULTS['unknown'])}"
            raise SourceError(reason, file=self.file, row=1, remedy="Fix the header")
        names = list(cells)
        for top, left, _, right in self.merged:
            # A merged name covers several columns; it is kept for the first and counted on for the others.
            if top == 1 and left <= len(names) and names[left - 1].strip():
                names += [""] * (right - len(names))
                for index in range(left, right):
                    names[index] = f"{names[left - 1]} ({index - left + 2})"
                self.notes.append(
                    Note(self.file, self.title, 1, names[left - 1], "a merged name: its other columns are numbered")
                )
        return checked(names, self.file, self.title)

    def _refuse(self, number: int, index: int, reason: str, cells: list[str]) -> None:
        column = (self.header[index] if index < len(self.header) else "") or letters(index)
        raw = raw_text(json.dumps(cells, ensure_ascii=False))
        self.rejects.append(Reject(self.file, self.title, number, None, column, reason, raw))


def read_workbook(data: bytes, file: str) -> Workbook:
    """All sheets of a workbook. SourceError if it is damaged or hostile, or if no sheet of it can be used."""
    size = inspect(data, file)
    sheets: list[_Sheet] = []
    notes: list[Note] = []
    for message in _messages(data, size, file):
        if "sheet" in message:
            title = printable(str(message["sheet"]))
            sheets.append(_Sheet(file, title, int(message["last"]), message["merged"]))
            notes += _hidden(file, title, message)
        else:
            sheets[-1].take(int(message["row"]), message["cells"], message["faults"])
    for sheet in sheets:
        sheet.finish()
    tables = tuple(Table(sheet.title, sheet.header, tuple(sheet.rows)) for sheet in sheets if sheet.header and not sheet.refused)
    refused = [sheet for sheet in sheets if sheet.refused]
    if not tables:
        raise (refused[0].refused if refused else None) or SourceError(
            "a workbook without any filled sheet", file=file, remedy="Look whether it is the right file"
        )
    rejects = Rejects(reject for sheet in sheets if not sheet.refused for reject in sheet.rejects)
    for sheet in refused:
        reason = f"the whole sheet, {sheet.filled:,} rows: {sheet.refused and sheet.refused.reason}"
        rejects.append(Reject(file, sheet.title, 1, None, None, reason, "", sheet.filled))
    for sheet in sheets:
        notes += sheet.notes
        if not sheet.filled:
            notes.append(Note(file, sheet.title, None, None, "an empty sheet"))
    blank = sum(sheet.last - sheet.filled for sheet in sheets)
    return Workbook(tables, rejects, tuple(notes), sum(sheet.last for sheet in sheets), blank)


def _hidden(file: str, title: str, message: dict[str, Any]) -> Iterator[Note]:
    if message["state"] in _HIDDEN:
        yield Note(file, title, None, None, "a hidden sheet; it was read")
    for what in ("rows", "columns"):
        if count := message[f"hidden_{what}"]:
            yield Note(file, title, None, None, f"hidden {what}, read as the others: {count:,}")
    if any(top > 1 for top, *_ in message["merged"]):
        yield Note(file, title, None, None, "merged cells below the header: only the first cell of each holds the value")


def _messages(data: bytes, size: Size, file: str) -> Iterator[dict[str, Any]]:
    """What the child says about this workbook, until its end; SourceError if it stops before."""
    megabytes = size.unpacked // 1024**2
    limits = {"memory": _MEMORY, "seconds": 4 + 2 * megabytes, "text": 16 * 1024**2 + 10 * size.unpacked}
    # -I: neither the environment nor the working folder can put another module in place of ours.
    command = [sys.executable, "-I", "-B", str(_CHILD)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdin and child.stdout  # noqa: S101 - both are pipes
        overtime = threading.Event()

        def stop() -> None:
            overtime.set()
            child.kill()

        clock = threading.Timer(5 * limits["seconds"], stop)
        clock.start()
        try:
            with contextlib.suppress(BrokenPipeError):  # it stopped early: the exit code says more
                child.stdin.write(json.dumps(limits).encode() + b"\n")
                child.stdin.write(data)
            with contextlib.suppress(BrokenPipeError):
                child.stdin.close()
            for line in child.stdout:
                message = json.loads(line)
                if "end" in message:
                    return
                if "stop" in message:
                    reason, remedy = _STOPPED.get(message["stop"], _STOPPED["damaged"])
                    raise SourceError(reason, file=file, remedy=remedy)
                yield message
            code = child.wait()
        finally:
            clock.cancel()
            child.kill()
    if overtime.is_set() or code in _OUT_OF_TIME:
        remedy = "Split it into smaller workbooks, or save the sheets as CSV in UTF-8"
        raise SourceError(f"a workbook that needs more than {limits['seconds']} s to read", file=file, remedy=remedy)
    raise SourceError("a workbook that crashed its reader", file=file, remedy=_RESAVE)
