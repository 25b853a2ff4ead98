"""Merged cells below a header: which empty cells of a row are one with another cell, and what that cell holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.reading.table import Covered


@dataclass(frozen=True, slots=True)
class _Open:
    """A block that the rows have reached: its first cell, its text, and the last row it covers."""

    row: int
    column: int
    text: str
    bottom: int


class MergedCells:
    """Takes the rows below a header from above. `blocks`: top, left, bottom and right of each, counted from 1.

    A block that begins in the header or above it is one of names. Blocks that lie over each other are in no workbook that a
    program made: of a cell that two cover, the later one speaks.
    """

    def __init__(self, blocks: Iterable[Sequence[int]], header: int, width: int) -> None:
        self._width = width
        self._coming = sorted((tuple(block) for block in blocks if block[0] > header and block[1] <= width), reverse=True)
        self._over: dict[int, _Open] = {}

    def take(self, number: int, cells: Sequence[str]) -> tuple[Covered, ...]:
        """The empty cells of this row that lie in a block, from left to right. Rows come once each, by rising number."""
        self._begin(number, cells)
        if not self._over:
            return ()
        self._over = {at: block for at, block in self._over.items() if block.bottom >= number}
        return tuple(
            Covered(at, block.text, block.row, block.column)
            for at, block in sorted(self._over.items())
            if (block.row, block.column) != (number, at) and not (at < len(cells) and cells[at])
        )

    def _begin(self, number: int, cells: Sequence[str]) -> None:
        """Blocks that begin in this row, or in rows before it that hold nothing."""
        room = self._width
        while self._coming and self._coming[-1][0] <= number:
            top, left, bottom, right = self._coming.pop()
            covers = range(left - 1, min(right, self._width))
            if bottom < number or len(covers) > room:  # over, or one upon another: no row has room for more
                continue
            room -= len(covers)
            text = cells[left - 1] if top == number and left <= len(cells) else ""
            self._over.update(dict.fromkeys(covers, _Open(top, left - 1, text, bottom)))
