"""A sheet of a workbook, or a table of a document, while its rows come in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from graph.errors import SourceError
from loaders.reading.cell import REPLACEMENT, defect, raw_text
from loaders.reading.header import letters, nameless
from loaders.reading.heading import Heading
from loaders.reading.layout import Body, Layout
from loaders.reading.merged import MergedCells
from loaders.reading.rejects import Rejects
from loaders.reading.table import Aside, Fault, Note, Reject, Row, Table

_FAULTS: Final = {
    "error": "an error value (#N/A, #REF! or the like)",
    "formula": "a formula whose result was not saved: open the workbook in a spreadsheet program and save it",
    "calendar": "a date before March 1900, where the calendar of spreadsheets is wrong: enter it as text",
    "nested": "a table inside the cell: take it out of the cell",
    "unknown": "a value of an unknown kind",
}
STRUCK: Final = "cells struck through, read as the others: {cells:,}, in {rows}"
OUTSIDE: Final = "comments and links on cells outside the rows of the table, not loaded: {:,}"
UNCLEAN: Final = "a comment, note or link that holds what no text may hold: {}; not loaded"


@dataclass(slots=True)
class Sheet:
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
    struck: dict[int, int] = field(default_factory=dict)
    """By row, how many of its cells are struck through."""
    outside: int = 0
    """Comments and links on no cell of a row."""

    def begin(self) -> None:
        """What is known before any row."""
        self.left_out = self.layout.why_not(self.title)
        if self.layout.names and not self.left_out:
            self._has(self.layout.names, 0)

    def take(self, number: int, cells: list[str], faults: list[tuple[int, str]], asides: list[tuple[int, str, str, str]]) -> None:
        """One row as the child read it: of the header, a record, or a reject."""
        blank = not (cells or faults)
        self.filled += not blank
        if self.refused or self.left_out:
            return
        if blank:  # a comment on the name of a column explains the column, and says nothing of a row
            self.outside += sum(kind != "struck" for _, kind, *_ in asides)
            return
        if self.body:
            self._record(self.body, number, cells, faults, asides)
            return
        try:
            names = self.heading.take(number, cells, [fault_of(*found) for found in faults])
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
        if self.struck:
            rows = ", ".join(map(str, list(self.struck)[:6])) + (" …" if len(self.struck) > 6 else "")
            rows = f"row{'s' * (len(self.struck) > 1)} {rows}"
            self.notes.append(Note(self.file, self.title, None, None, STRUCK.format(cells=sum(self.struck.values()), rows=rows)))
        if self.outside:
            self.notes.append(Note(self.file, self.title, None, None, OUTSIDE.format(self.outside)))
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

    def _record(
        self,
        body: Body,
        number: int,
        cells: list[str],
        faults: list[tuple[int, str]],
        asides: list[tuple[int, str, str, str]],
    ) -> None:
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
        kept = tuple(self._asides(number, asides, width))
        self.rows.append(
            Row(number, None, whole, tuple(fault_of(*found) for found in faults if found[0] <= width), merged, asides=kept)
        )

    def _asides(self, number: int, asides: list[tuple[int, str, str, str]], width: int) -> Iterator[Aside]:
        for column, kind, text, author in asides:
            if kind == "struck":
                self.struck[number] = self.struck.get(number, 0) + 1
            if fault := defect(text) or defect(author):
                self.notes.append(Note(self.file, self.title, number, letters(column - 1), UNCLEAN.format(fault)))
            elif column > width:
                self.outside += kind != "struck"
            elif kind == "struck" or text.strip():
                yield Aside(column - 1, kind, text.strip(), author.strip())  # type: ignore[arg-type]  # one of the kinds

    def _reject(self, body: Body, number: int, index: int, reason: str, cells: list[str]) -> None:
        column = (body.header[index] if index < len(body.header) else "") or letters(index)
        raw = raw_text(json.dumps(cells, ensure_ascii=False))
        self.rejects.append(Reject(self.file, self.title, number, None, column, reason, raw))


def fault_of(column: int, word: str) -> Fault:
    """A cell without a value, by the word that a child gives."""
    return Fault(column - 1, _FAULTS.get(word, _FAULTS["unknown"]), word != "error")
