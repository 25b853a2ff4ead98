"""A file as a grid: every row as it stands, before anybody has said which of them names the columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from loaders.reading.dialect import dialect_of
from loaders.reading.encoding import decode
from loaders.reading.header import WIDEST, letters
from loaders.reading.kind import kind_of
from loaders.reading.layout import Layout
from loaders.reading.physical import PhysicalLines
from loaders.reading.reader import read_original
from loaders.reading.record import Record
from loaders.reading.table import Covered

if TYPE_CHECKING:
    from loaders.reading.original import Original

NARROW: Final = 128
"""Columns that a sheet is first read with: few have more."""
NO_HEADER: Final = ("jsonlines", "document")
"""Kinds of files whose records name their values themselves."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: numbered rows of verbatim cells, blank ones left out; trailing empty cells are cut off."""

    sheet: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    merged: Mapping[int, tuple[Covered, ...]] = field(default_factory=dict)
    """Of rows by their number, the empty cells that are one with another cell."""


def grids(original: Original, *, encoding: str | None = None) -> tuple[Grid, ...]:
    """Every sheet that holds something; none where the records name their values themselves. SourceError as `read` has it."""
    kind = kind_of(original)
    if kind in NO_HEADER:
        return ()
    if kind == "delimited":
        return (_of_text(decode(original.data, original.name, encoding).text, original.suffix),)
    for width in (NARROW, WIDEST):
        reading = read_original(original, layout=Layout(names=tuple(map(letters, range(width)))))
        if width == WIDEST or not reading.rejects:
            break
    return tuple(
        Grid(
            table.sheet,
            tuple((row.number, _cut(row.cells)) for row in table.rows),
            {row.number: row.merged for row in table.rows if row.merged},
        )
        for table in reading.tables
        if table.rows
    )


def _of_text(text: str, suffix: str) -> Grid:
    lines = PhysicalLines(text, dialect_of(text, suffix))
    rows, at, number = [], 0, 1
    while at < len(text):
        record = lines.scan(at)
        end = record.end if isinstance(record, Record) else lines.end(at)
        if isinstance(record, Record) and (cells := _cut(record.cells)):
            rows.append((number, cells))
        number, at = number + lines.count(at, end), end
    return Grid("", tuple(rows))


def _cut(cells: tuple[str, ...]) -> tuple[str, ...]:
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return cells[:width]
