"""Characters that nobody sees and that turn the direction of writing: a name with one reads otherwise than it is spelt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from loaders.reading import Note, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.reading import Table

_TURNING: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
HEADER = "its name holds characters that turn the direction of writing: a mapping must spell them too"
CELLS = "{count:,} cell{s} with characters that turn the direction of writing; kept, and shown as marks"


def without(name: str) -> str:
    """A name without such characters: as it looks."""
    return _TURNING.sub("", name)


def notes(file: str, table: Table) -> Iterator[Note]:
    """One for each column: of its name, and of its cells with the first row that has one."""
    for at, name in enumerate(table.header):
        column = printable(name)
        if _TURNING.search(name):
            yield Note(file, table.sheet, 1, column, HEADER)
        rows = [row.number for row in table.rows if not row.cells[at].isascii() and _TURNING.search(row.cells[at])]
        if rows:
            yield Note(file, table.sheet, rows[0], column, CELLS.format(count=len(rows), s="s" * (len(rows) != 1)))
