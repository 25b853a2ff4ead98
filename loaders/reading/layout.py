"""Where in a file a table stands: which sheets, which rows name its columns, where it ends, what empty cells mean."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from loaders.reading.header import letters
from loaders.reading.table import Covered, Note

Sign: TypeAlias = Callable[[str], bool]
"""Whether a cell shows something, such as the end of the table."""
SHEET: Final = "{sheet}"
"""The column that holds the name of the sheet."""
LOOKED_AT: Final = 100
"""Rows in which a header is looked for."""
ABOVE: Final = "empty cells read as the cell above: {}"
OF_BLOCK: Final = "merged cells read as the first of their block: {}"
SHOWN: Final = 6
"""How many rows a note names."""
BETWEEN: Final = " / "
"""Between the names of a header in several rows."""


@dataclass(frozen=True, slots=True)
class Layout:
    """As it stands without a word of the mapping: every sheet is a table, and its first row names the columns.

    `rows`: the numbers of the rows that name columns. Instead of them `words`: the first row that holds all of these does; or
    `names`: no row does, and the columns are called so.
    """

    sheets: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    rows: tuple[int, ...] = (1,)
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    until: Sign | None = None
    skip: Sign | None = None
    fill_merged: tuple[str, ...] = ()
    fill_down: tuple[str, ...] = ()
    records: str | None = None
    """Of one JSON document: the path of the list that holds the records; of an XML document, that of the records."""
    with_sheet: bool = False
    """Whether the sheet's name stands in a column of its own (`SHEET`)."""

    def takes(self, sheet: str) -> bool:
        """Whether the table is in this sheet, as far as its name says."""
        return not self.why_not(sheet)

    def why_not(self, sheet: str) -> str:
        """By its name, why this sheet is no table; empty where it may be one."""
        if _among(sheet, self.leave_out):
            return "the mapping leaves it out"
        return "the mapping is for other sheets" if self.sheets and not _among(sheet, self.sheets) else ""

    def has_words(self, cells: Sequence[str]) -> bool:
        """Whether this row is the header that is looked for by its words."""
        return {cell.strip() for cell in cells}.issuperset(self.words)


def _among(sheet: str, names: Sequence[str]) -> bool:
    return sheet.strip().casefold() in {name.strip().casefold() for name in names}


PLAIN: Final = Layout()


@dataclass(slots=True)
class Body:
    """The rows below a header, as the layout takes them: each is asked for once, from above."""

    layout: Layout
    header: tuple[str, ...]
    file: str
    sheet: str
    ended: int | None = None
    """The row in which the table ends."""
    below: int = 0
    skipped: list[int] = field(default_factory=list)
    _above: dict[int, str] = field(default_factory=dict)
    _filled: dict[int, list[int]] = field(default_factory=dict)
    _of_block: dict[int, list[int]] = field(default_factory=dict)
    _last: int = 0
    """The row before."""

    def takes(self, number: int, cells: Sequence[str]) -> bool:
        """Whether this row is one of the table."""
        if self.ended is None and self.layout.until and any(map(self.layout.until, filter(None, cells))):
            self.ended = number
        if self.ended is not None:
            self.below += 1
            return False
        if self.layout.skip and any(map(self.layout.skip, filter(None, cells))):
            self.skipped.append(number)
            return False
        return True

    def leave(self, rows: int) -> int:
        """So many more rows stand below the table."""
        self.below += rows
        return rows

    def whole(self, number: int, cells: tuple[str, ...], merged: Sequence[Covered] = ()) -> tuple[str, ...]:
        """The row's cells, with those that an empty cell stands for, and the sheet's name. Rows come by rising number.

        `merged`: its empty cells that are one with another. Below an empty row, or one that could not be read, nobody knows what
        stands above.
        """
        block = {cell.at: cell.text for cell in merged if cell.text and self._named(cell.at) in self.layout.fill_merged}
        for at in block:
            self._of_block.setdefault(at, []).append(number)
        cells = tuple(block.get(at, cell) for at, cell in enumerate(cells)) if block else cells
        if self.layout.fill_down:
            between = bisect(self.skipped, number) - bisect(self.skipped, self._last)
            if number - self._last - 1 > between:
                self._above.clear()
            self._last = number
            cells = tuple(self._down(number, at, cell) for at, cell in enumerate(cells))
        return (*cells, self.sheet) if self.layout.with_sheet else cells

    def named(self) -> tuple[str, ...]:
        """The header, with the column of the sheet's name."""
        return (*self.header, SHEET) if self.layout.with_sheet else self.header

    def notes(self) -> Iterator[Note]:
        """What was left out or filled: a person can see whether it was meant."""
        if self.ended is not None:
            yield Note(self.file, self.sheet, self.ended, None, f"the table ends above this row; rows left out: {self.below:,}")
        elif self.layout.until:
            yield Note(self.file, self.sheet, None, None, "nothing shows the end of the table: it was read to the last row")
        if self.skipped:
            text = f"rows left out, as the mapping says: {len(self.skipped):,} ({_some(self.skipped)})"
            yield Note(self.file, self.sheet, None, None, text)
        for text, filled in ((OF_BLOCK, self._of_block), (ABOVE, self._filled)):
            for at, rows in filled.items():
                which = f"{len(rows):,} (row{'s' * (len(rows) > 1)} {_some(rows)})"
                yield Note(self.file, self.sheet, None, self._named(at) or letters(at), text.format(which))

    def _named(self, at: int) -> str:
        return self.header[at].strip()

    def _down(self, number: int, at: int, cell: str) -> str:
        if self._named(at) not in self.layout.fill_down:
            return cell
        if cell.strip():
            self._above[at] = cell
            return cell
        if at not in self._above:
            return cell
        self._filled.setdefault(at, []).append(number)
        return self._above[at]


def _some(rows: Sequence[int]) -> str:
    """Numbers of rows, those that follow each other as one: 3–7, 9."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs[:SHOWN]]
    return ", ".join(shown) + (" …" if len(runs) > SHOWN else "")
