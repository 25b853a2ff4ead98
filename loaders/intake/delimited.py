"""Delimited text, record by record; after a broken one reading goes on at the next line that is a record.

Where a quote is lost, a reader that trusts it swallows the rows up to the next quote. So every record that runs over lines
is doubted: if the lines inside it are records of their own, the quote was lost and only its line is rejected. How sure that
is depends on how many delimiters stand where records have them (`_SURE`). Below that, a cell of prose and a swallowed row
cannot be told apart; then a file without any other defect is taken at its word, and in a defective one the lines are
rejected together. What was accepted, rejected and blank is added up against the lines of the file, each time.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from graph.errors import IntegrityError, SourceError
from loaders.intake.cell import REPLACEMENT, defect, is_clean, raw_text
from loaders.intake.dialect import DELIMITERS, Dialect, dialect_of
from loaders.intake.header import checked, letters, nameless
from loaders.intake.record import Fault, Record, line_end, scan
from loaders.intake.table import Note, Reject, Row, Table

_SURE: Final = 12
_MOST_LINES: Final = 1_000
_PATIENCE: Final = 20  # how often a file may be read again in search of lost quotes before it is given up
_LOST = "a quotation mark opened here is not closed before the next records"


@dataclass(frozen=True, slots=True)
class Delimited:
    """The table of a text file, what was refused, and how the file was taken apart."""

    table: Table
    rejects: tuple[Reject, ...]
    notes: tuple[Note, ...]
    dialect: Dialect
    lines: int
    blank: int


def read_delimited(text: str, file: str, suffix: str) -> Delimited:
    """All records of the text, each accepted or rejected. SourceError if the header cannot be used."""
    dialect = dialect_of(text, suffix)
    reader = _Reader(text, file, dialect)
    reader.run(wary=False)
    if reader.rejects and reader.doubts:
        reader = _Reader(text, file, dialect)
        reader.run(wary=True)
    reader.check_sums()
    nameless(reader.header, file, "", ((row.number, row.cells) for row in reader.rows))
    notes = list(reader.notes)
    header, rows = reader.header, tuple(reader.rows)
    if not header[-1].strip():
        header = checked(header, file)
        rows = tuple(replace(row, cells=row.cells[: len(header)]) for row in rows)
        notes.append(Note(file, "", 1, None, "delimiters after the last name: the columns they make are empty and left out"))
    if not dialect.quoted and '"' in text:
        notes.append(Note(file, "", None, None, "quotation marks are read as letters: they enclose no cells in this file"))
    return Delimited(Table("", header, rows), tuple(reader.rejects), tuple(notes), dialect, reader.line - 1, reader.blank)


@dataclass(slots=True)
class _Reader:
    """One pass over the text: `at` is where the next record begins, on physical line `line`, as record `number`."""

    text: str
    file: str
    dialect: Dialect
    at: int = 0
    line: int = 1
    number: int = 1
    blank: int = 0
    doubts: int = 0
    wasted: int = 0
    accepted: int = 0
    header: tuple[str, ...] = ()
    width: int = 0
    clean: bool = False
    rows: list[Row] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def run(self, *, wary: bool) -> None:
        """Read the header and every record. `wary`: what is doubtful is rejected."""
        self._read_header()
        self.clean = is_clean(self.text) and REPLACEMENT not in self.text
        while self.at < len(self.text):
            end = line_end(self.text, self.at, self.dialect.terminator)
            if not self.text[self.at : end].rstrip("\r"):
                self.blank += 1
                self._go_on(end + 1)
                continue
            found = self._scan(self.at)
            if isinstance(found, Record):
                self._judge(found, end, wary=wary)
            else:
                self._refuse_fault(found, end)

    def check_sums(self) -> None:
        """Every physical line is the header's, a row's, a reject's or blank."""
        counted = self.accepted + self.blank + sum(reject.lines for reject in self.rejects)
        physical = self.text.count(self.dialect.terminator) + (not self.text.endswith(self.dialect.terminator))
        if counted != physical or self.line - 1 != physical:
            raise IntegrityError(
                f"{self.file}: {physical} lines, but {counted} accounted for. Nothing was read; please report this"
            )

    def _read_header(self) -> None:
        found = self._scan(0)
        if isinstance(found, Fault):
            raise SourceError(f"column {letters(found.cell)}: {found.reason}", file=self.file, row=1, remedy="Mend the header")
        self.header = checked(found.cells, self.file)
        if self.text.casefold().startswith("sep=") and len(found.cells) <= 2:
            raise SourceError(
                "begins with a line for Excel, not the header", file=self.file, row=1, remedy="Remove the line 'sep='"
            )
        # Delimiters after the last name make columns without a name: all of them must be empty below.
        self.header += ("",) * (len(found.cells) - len(self.header))
        self.width = len(self.header)
        self.accepted += self._go_on(found.end)

    def _scan(self, at: int) -> Record | Fault:
        """The record at this place; the usual line without any quotation mark is simply split."""
        end = line_end(self.text, at, self.dialect.terminator)
        if self.dialect.quoted and self.text.find('"', at, end) >= 0:
            return scan(self.text, at, self.dialect.delimiter, self.dialect.terminator)
        line = self.text[at:end]
        if self.dialect.terminator == "\n":
            line = line.removesuffix("\r")
        cells = line.split(self.dialect.delimiter)
        if "\r" in line:
            fault = next(index for index, cell in enumerate(cells) if "\r" in cell)
            return Fault("a carriage return inside a cell without quotation marks", fault, at)
        return Record(tuple(cells), min(end + 1, len(self.text)))

    def _judge(self, record: Record, end: int, *, wary: bool) -> None:
        """Accept or reject what reads as a record; `end` is where its first physical line ends."""
        fits = len(record.cells) == self.width
        if record.end <= end + 1:
            if fits:
                self._accept(record)
            else:
                self._refuse(end + 1, *self._misfit(record))
            return
        inside = self._lines(end + 1, record.end)
        if not fits:
            self._refuse_lines(record.end, inside, *self._misfit(record))
            return
        points = self._evidence(inside)
        if points >= _SURE or self._closes_by_opening(record, inside[-1]):
            self._refuse(end + 1, _LOST, None)
        elif points and wary:
            self.doubts += 1
            self._refuse(
                record.end, "a cell over several lines that also read as records: in a file with defects, not decided", None
            )
        elif len(inside) >= _MOST_LINES:
            self._refuse(record.end, f"a cell of more than {_MOST_LINES:,} lines", None)
        else:
            self.doubts += points > 0
            self._accept(record)

    def _accept(self, record: Record) -> None:
        if record.cells == self.header:
            self._refuse(record.end, "the header again", None)
            return
        if not self.clean or record.end - self.at > 1_000_000:
            for index, cell in enumerate(record.cells):
                if fault := defect(cell):
                    self._refuse(record.end, fault, index)
                    return
                if REPLACEMENT in cell:
                    text = "characters were lost before this file was made (U+FFFD stands for them); kept as they are"
                    self.notes.append(Note(self.file, "", self.number, self.header[index], text))
        self.rows.append(Row(self.number, self.line, record.cells))
        self.accepted += self._go_on(record.end)

    def _misfit(self, record: Record) -> tuple[str, int | None]:
        found, wanted = len(record.cells), self.width
        for mark, name in DELIMITERS.items():
            if mark != self.dialect.delimiter and sum(cell.count(mark) for cell in record.cells) + 1 >= max(wanted, 2) > found:
                return f"{_cells(found)} where the header has {wanted}; the delimiter seems to be a {name} here", None
        if found > wanted:
            return (
                f"{_cells(found)} where the header has {wanted}: a delimiter too many, or a cell without its quotation marks",
                None,
            )
        return f"{_cells(found)} where the header has {wanted}", None

    def _refuse_fault(self, fault: Fault, end: int) -> None:
        if fault.at <= end:
            self._refuse(end + 1, fault.reason, fault.cell)
            return
        self.wasted += fault.at - self.at
        if self.wasted > _PATIENCE * max(len(self.text), 5_000_000):
            reason = f"quotation marks are broken throughout, lastly on line {self.line}"
            raise SourceError(reason, file=self.file, remedy="Save it anew from where it came")
        stop = min(line_end(self.text, fault.at, self.dialect.terminator) + 1, len(self.text))
        if fault.at == len(self.text):
            self._refuse(end + 1, fault.reason, fault.cell)
        else:
            self._refuse_lines(stop, self._lines(end + 1, stop), fault.reason, fault.cell)

    def _refuse_lines(self, stop: int, inside: list[int], reason: str, column: int | None) -> None:
        """Reject the first line alone if the others look like records, and go on with them; else reject all together."""
        records = sum(self._is_record(at, last=at == inside[-1]) for at in inside)
        if 2 * records >= len(inside):
            self._refuse(inside[0], _LOST, column)
        else:
            self._refuse(stop, reason, column)

    def _refuse(self, stop: int, reason: str, column: int | None) -> None:
        stop = min(stop, len(self.text))
        raw = self.text[self.at : stop].rstrip("\r\n")
        name = None if column is None else self.header[column] if column < self.width else letters(column)
        number, line = self.number, self.line
        fragment = raw.endswith('"') and raw.count('"') % 2 and raw.count(self.dialect.delimiter) < self.width - 1
        if fragment and self.rows and self.rows[-1].number == number - 1:
            # The rest of a cell over lines whose opening mark was lost looks like this.
            text = "the line below it is broken and may belong to its last cell"
            self.notes.append(Note(self.file, "", number - 1, self.header[-1], text))
        lines = self._go_on(stop)
        self.rejects.append(Reject(self.file, "", number, line, name or None, reason, raw_text(raw), lines))

    def _closes_by_opening(self, record: Record, last: int) -> bool:
        """The mark that closes this record rather opens a cell of the next: so read, what follows is sound; else it is not."""
        instead = self._scan(last)
        if isinstance(instead, Fault) or len(instead.cells) != self.width or instead.end <= record.end:
            return False
        return self._is_sound(instead.end) and not self._is_sound(record.end)

    def _is_sound(self, at: int) -> bool:
        """The text ends here, or goes on with a record."""
        found = self._scan(at)
        return at >= len(self.text) or (not isinstance(found, Fault) and len(found.cells) == self.width)

    def _evidence(self, inside: list[int]) -> int:
        """Delimiters that stand where records have them, in the lines of a cell after its first; 0 if most do not fit."""
        first_fits = self._plain_width(self.at) == self.width
        *middle, last = inside
        fitting = sum(self._is_record(at, last=False) for at in middle)
        if middle and 2 * fitting < len(middle):
            return 0
        closes = self._plain_width(last) == self.width and (bool(middle) or first_fits)
        return (fitting + closes) * (self.width - 1) + (self.width == 1 and fitting > 0)

    def _is_record(self, at: int, *, last: bool) -> bool:
        """Whether the physical line at this place is a record by itself; the last may go on over the following lines."""
        found = self._scan(at)
        if isinstance(found, Fault) or len(found.cells) != self.width:
            return False
        return last or found.end <= line_end(self.text, at, self.dialect.terminator) + 1

    def _plain_width(self, at: int) -> int:
        return self.text.count(self.dialect.delimiter, at, line_end(self.text, at, self.dialect.terminator)) + 1

    def _lines(self, start: int, stop: int) -> list[int]:
        """Where the physical lines between two places begin."""
        found = []
        while start < stop:
            found.append(start)
            start = line_end(self.text, start, self.dialect.terminator) + 1
        return found

    def _go_on(self, end: int) -> int:
        """Step to the next record; returns how many physical lines this one took."""
        end = min(end, len(self.text))
        taken = self.text.count(self.dialect.terminator, self.at, end)
        taken += not self.text.endswith(self.dialect.terminator, self.at, end)
        self.at = end
        self.line += taken
        self.number += 1
        return taken


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count:,} cells"
