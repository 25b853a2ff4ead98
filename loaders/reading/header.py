"""The first row: names of columns, one each, no two alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from graph.errors import SourceError
from loaders.reading.cell import defect

WIDEST: Final = 16_384  # columns of a spreadsheet
_LONGEST_NAME: Final = 1_000
_DATUM = re.compile(r"[-+]?\d[\d .,/:-]*(?:[T ]\d{1,2}:\d{2}.*)?")


def letters(index: int) -> str:
    """A column as a spreadsheet calls it: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def checked(cells: Iterable[str], file: str, sheet: str = "", row: int = 1) -> tuple[str, ...]:
    """The names as they stand in this row, without nameless columns at the end. SourceError unless they can name columns.

    Names may be empty in between: whether that does harm depends on the rows below (`nameless`).
    """
    names = list(cells)
    while names and not names[-1].strip():
        names.pop()
    place = f"{file} [{sheet}]" if sheet else file
    if not names:
        which = "the first row" if row == 1 else f"row {row}"
        remedy = f"{which.capitalize()} must hold the column names"
        raise SourceError(f"{which} is empty", file=place, row=row, remedy=remedy)
    if len(names) > WIDEST:
        raise SourceError(f"more than {WIDEST:,} columns", file=place, row=row, remedy="Check how the file was saved")
    for index, name in enumerate(names):
        if fault := defect(name) or ("a name of more than 1,000 characters" if len(name) > _LONGEST_NAME else None):
            raise SourceError(f"column {letters(index)}: {fault} in its name", file=place, row=row, remedy="Fix the header")
    if all(_DATUM.fullmatch(name.strip()) for name in names if name.strip()):
        which = "the first row" if row == 1 else f"row {row}"
        reason = f"{which} holds numbers or dates, not names of columns"
        raise SourceError(reason, file=place, row=row, remedy="Put a header row above the records")
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        key = name.strip()
        if key and key in first:
            reason = f"columns {letters(first[key])} and {letters(index)} have the same name"
            raise SourceError(reason, file=place, row=row, column=key, remedy="Give each column a name of its own")
        first.setdefault(key, index)
    return tuple(names)


def nameless(header: tuple[str, ...], file: str, sheet: str, rows: Iterable[tuple[int, tuple[str, ...]]]) -> None:
    """SourceError if a column without a name holds something in one of these numbered rows."""
    empty = [index for index, name in enumerate(header) if not name.strip()]
    if not empty:
        return
    for number, cells in rows:
        for index in empty:
            if cells[index]:
                place = f"{file} [{sheet}]" if sheet else file
                reason = f"column {letters(index)} has no name but holds something in row {number}"
                raise SourceError(reason, file=place, row=1, remedy="Give it a name in the header")
