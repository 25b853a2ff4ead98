"""The physical lines of a delimited text, and what reads as a record where one of them begins."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.reading.dialect import Dialect
from loaders.reading.record import Record, RecordFault, line_end, scan


@dataclass(frozen=True, slots=True)
class PhysicalLines:
    """A text, how it is taken apart, and how many cells its header has. Places are offsets into the text."""

    text: str = field(repr=False)
    dialect: Dialect
    width: int = 0

    def end(self, at: int) -> int:
        """Where the next line begins, or the text ends."""
        return min(line_end(self.text, at, self.dialect.terminator) + 1, len(self.text))

    def starts(self, start: int, stop: int) -> list[int]:
        """Where the lines between two places begin."""
        found = []
        while start < stop:
            found.append(start)
            start = self.end(start)
        return found

    def count(self, start: int, stop: int) -> int:
        """How many lines there are between two places; the last of the text may lack its end."""
        whole = self.text.count(self.dialect.terminator, start, stop)
        return whole + (start < stop and not self.text.endswith(self.dialect.terminator, start, stop))

    def cells(self, at: int) -> int:
        """How many cells the line would have if quotation marks meant nothing."""
        return self.text.count(self.dialect.delimiter, at, line_end(self.text, at, self.dialect.terminator)) + 1

    def scan(self, at: int) -> Record | RecordFault:
        """The record that begins here. The usual line, without any quotation mark, is simply split."""
        end = line_end(self.text, at, self.dialect.terminator)
        if self.dialect.quoted and self.text.find('"', at, end) >= 0:
            return scan(self.text, at, self.dialect.delimiter, self.dialect.terminator)
        line = self.text[at:end]
        if self.dialect.terminator == "\n":
            line = line.removesuffix("\r")
        cells = line.split(self.dialect.delimiter)
        if "\r" in line:
            fault = next(index for index, cell in enumerate(cells) if "\r" in cell)
            return RecordFault("a carriage return inside a cell without quotation marks", fault, at)
        return Record(tuple(cells), min(end + 1, len(self.text)))

    def record(self, at: int) -> Record | None:
        """The record that begins here, if there is one and it has the header's number of cells."""
        found = self.scan(at)
        return found if isinstance(found, Record) and len(found.cells) == self.width else None
