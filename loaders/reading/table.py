"""What reading a file gives: tables of verbatim text, what was refused, and what is worth knowing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple


class Fault(NamedTuple):
    """A cell of a row, by its place, whose value cannot be read, and why.

    `refuses`: there is a value, and who made the file can show it: the row is refused wherever this column is read.
    """

    at: int
    reason: str
    refuses: bool


class Covered(NamedTuple):
    """An empty cell of a row, by its place, that lies in a merged block below or beside the block's first cell.

    `text`: what the first cell holds; `row` and `column`, where that cell stands: its row as a spreadsheet counts, its place.
    """

    at: int
    text: str
    row: int
    column: int


class Aside(NamedTuple):
    """What stands at a cell without being its text, by the cell's place: a comment, a footnote, the address it links to; or that
    it is struck through (then without a text). `author`: of a comment, where it is said.
    """

    at: int
    kind: Literal["comment", "footnote", "link", "struck"]
    text: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One record, as it stands in its file.

    `number` counts as a spreadsheet does: the header is row 1, the first record row 2; blank and rejected records count
    too, so the number finds the row in the original. In a text file a record may take several physical lines; `line` is
    the first of them. In JSON Lines `number` is the line. `cells` is as long as the table's header; '' is an empty cell.
    """

    number: int
    line: int | None
    cells: tuple[str, ...]
    faults: tuple[Fault, ...] = ()
    """Cells whose value cannot be read. In `cells` they are empty."""
    merged: tuple[Covered, ...] = ()
    """Empty cells that are one with another cell, as the file itself says."""
    written: tuple[tuple[int, str], ...] = ()
    """Cells by their place that hold in the file something else than in `cells`: a sign for what stands above."""
    asides: tuple[Aside, ...] = ()
    """What stands at its cells beside their text."""

    @property
    def as_written(self) -> tuple[str, ...]:
        """The cells as the file has them."""
        if not self.written:
            return self.cells
        written = dict(self.written)
        return tuple(written.get(at, cell) for at, cell in enumerate(self.cells))


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a workbook, one table of a document (`table 2`), or the whole of a text file (whose `sheet` is '')."""

    sheet: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    path: str = ""
    """Of an XML document: where in it the records lie."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A record that was not read, and why. `lines` is how many physical lines of a text file it covers.

    `raw` is the record itself: for the case's rejects folder, never for a terminal or a log.
    """

    file: str
    sheet: str
    row: int | None
    line: int | None
    column: str | None
    reason: str
    raw: str = field(repr=False)
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of the load report should know; nothing was refused because of it."""

    file: str
    sheet: str
    row: int | None
    column: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file as read. Of a text file: header, rows, rejects and `blank` lines together are all its `lines`.

    `lines` of a workbook counts its rows, header and blank ones included; `encoding` and `delimiter` say how the text was
    read, so that the answer to a question can be journalled; `format` is 'csv', 'tsv', 'jsonl', 'json', 'xml' or the form of a
    workbook or document, such as 'xlsx' (`forms`).
    """

    tables: tuple[Table, ...]
    rejects: Sequence[Reject]
    encoding: str
    delimiter: str | None
    lines: int
    format: str
    sha256: str
    blank: int = 0
    notes: tuple[Note, ...] = ()
    plain: tuple[Table, ...] | None = None
    """Where a layout was given: the tables without it, none where the file is none without it. They are the file's whole content,
    whichever part of it a mapping reads.
    """
