"""The rows of a sheet that name its columns: the first, those that the layout names, or the one that holds its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.errors import SourceError
from loaders.reading.header import checked, letters
from loaders.reading.layout import BETWEEN, LOOKED_AT, Layout
from loaders.reading.table import Fault, Note

ROWS_ABOVE = "rows above the header, left out: {:,}"
MERGED = "a merged name: its other columns are numbered"


@dataclass(slots=True)
class Heading:
    """Takes the rows of a sheet from above, until the columns have names. `merged`: cells that are one, as the sheet says."""

    layout: Layout
    file: str
    sheet: str
    merged: Sequence[Sequence[int]] = ()
    above: int = 0
    """Rows that are no part of the table."""
    notes: list[Note] = field(default_factory=list)
    _taken: list[tuple[int, list[str]]] = field(default_factory=list)

    def take(self, number: int, cells: Sequence[str], faults: Sequence[Fault] = ()) -> tuple[str, ...] | None:
        """The names, once their last row is here. SourceError where they can name no columns."""
        if self.layout.words:
            if number > LOOKED_AT:
                raise self.missing()
            last = self.layout.has_words(cells)
            wanted = last
        else:
            wanted, last = number in self.layout.rows, number >= self.layout.rows[-1]
        if not wanted and not last:
            self.above += 1
            return None
        for fault in faults:
            reason = f"column {letters(fault.at)} of the header: {fault.reason}"
            raise SourceError(reason, file=self.file, row=number, remedy="Fix the header")
        if wanted:
            self._taken.append((number, self._whole(number, cells)))
        if not last:
            return None
        row = number if wanted else self.layout.rows[-1]
        if self.above:
            self.notes.append(Note(self.file, self.sheet, None, None, ROWS_ABOVE.format(self.above)))
        return checked(self._joined() if wanted else (), self.file, self.sheet, row)

    def missing(self) -> SourceError:
        """That the sheet ends before its header."""
        place = f"{self.file} [{self.sheet}]" if self.sheet else self.file
        if self.layout.words:
            reason = f"none of its first {LOOKED_AT} rows holds all the words of the header"
        else:
            reason = f"it has no row {self.layout.rows[-1]}, which should name the columns"
        return SourceError(reason, file=place, remedy="Correct [table] in the mapping")

    def _whole(self, number: int, cells: Sequence[str]) -> list[str]:
        """A merged name covers several columns. In the last row it is kept for the first and counted on for the others; above
        that it stands over all of them.
        """
        names = list(cells)
        lowest = bool(self.layout.words) or number == self.layout.rows[-1]
        for top, left, bottom, right in self.merged:
            if not (top <= number <= bottom) or left > len(names) or right == left:
                continue
            name = names[left - 1] if top == number else ""
            if not name.strip():
                continue
            names += [""] * (right - len(names))
            for at in range(left, right):
                names[at] = f"{name} ({at - left + 2})" if lowest and len(self.layout.rows) == 1 else name
            if lowest and len(self.layout.rows) == 1:
                self.notes.append(Note(self.file, self.sheet, number, name, MERGED))
        return names

    def _joined(self) -> list[str]:
        """The names of several rows, from above, each once."""
        width = max(len(names) for _, names in self._taken)
        columns = ([names[at].strip() if at < len(names) else "" for _, names in self._taken] for at in range(width))
        if len(self._taken) == 1:
            return self._taken[0][1]
        return [BETWEEN.join(dict.fromkeys(filter(None, parts))) for parts in columns]
