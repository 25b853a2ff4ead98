"""Delimited text, record by record; after a broken one reading goes on at the next line that is a record.

Every record that runs over lines is doubted (`lost_quote`). Where a quotation mark was surely lost, its line alone is
rejected and the next ones are read. Where it is unsure, a file without any other defect is taken at its word, and in a
defective one the lines are rejected together. What was accepted, rejected and blank is added up against the lines of the
file, each time.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from graph.errors import IntegrityError, SourceError
from loaders.reading.cell import REPLACEMENT, defect, is_clean, raw_text
from loaders.reading.dialect import DELIMITERS, Dialect, dialect_of
from loaders.reading.header import checked, letters, nameless
from loaders.reading.heading import ROWS_ABOVE, Heading
from loaders.reading.layout import LOOKED_AT, PLAIN, Body, Layout
from loaders.reading.lost_quote import SURE, closes_by_opening, evidence, first_record, holds_record, resumption, shown_record
from loaders.reading.physical import PhysicalLines
from loaders.reading.record import Record, RecordFault
from loaders.reading.rejects import Rejects
from loaders.reading.table import Note, Reject, Row, Table

_MOST_LINES: Final = 1_000
_PATIENCE: Final = 20  # how often a text may be read again in search of lost quotes before it is given up
_LOST: Final = "a quotation mark opened here is not closed before the next records"
_UNDECIDED: Final = "a cell over several lines that also read as records: in a file with defects, not decided"


@dataclass(frozen=True, slots=True)
class Delimited:
    """The table of a text file, what was refused, and how the file was taken apart."""

    table: Table
    rejects: Rejects
    notes: tuple[Note, ...]
    dialect: Dialect
    lines: int
    blank: int


def read_delimited(text: str, file: str, suffix: str, layout: Layout = PLAIN) -> Delimited:
    """All records of the text, each accepted or rejected. SourceError if the header cannot be used."""
    above, text = above_header(text, file, layout)
    dialect = dialect_of(text, suffix)

    def begun() -> _Reader:
        return _Reader(file, PhysicalLines(text, dialect), layout, line=1 + above, number=1 + above, first=1 + above)

    reader = begun()
    reader.run(wary=False)
    if reader.rejects and reader.doubts:
        reader = begun()
        reader.run(wary=True)
    reader.check_sums()
    body = reader.body
    nameless(body.header, file, "", ((row.number, row.cells) for row in reader.rows))
    notes = list(reader.notes)
    if above:
        notes.insert(0, Note(file, "", None, None, ROWS_ABOVE.format(above)))
    if not body.header[-1].strip():
        body.header = checked(body.header, file)
        notes.append(Note(file, "", 1, None, "delimiters after the last name: the columns they make are empty and left out"))
    if not dialect.quoted and '"' in text:
        notes.append(Note(file, "", None, None, "quotation marks are read as letters: they enclose no cells in this file"))
    rows = tuple(replace(row, cells=body.whole(row.number, row.cells[: len(body.header)])) for row in reader.rows)
    notes += body.notes()
    return Delimited(Table("", body.named(), rows), reader.rejects, tuple(notes), dialect, reader.line - 1, reader.blank)


def above_header(text: str, file: str, layout: Layout) -> tuple[int, str]:
    """How many lines stand above the first that names columns, and the text from there on. SourceError where there is none."""
    terminator = "\n" if "\n" in text else "\r"
    if layout.words:
        lines = text.split(terminator, LOOKED_AT)[:LOOKED_AT]
        above = next((at for at, line in enumerate(lines) if all(word in line for word in layout.words)), None)
    else:
        above = 0 if layout.names else layout.rows[0] - 1
        lines = text.split(terminator, above)
        above = above if len(lines) > above else None
    if above is None:
        raise Heading(layout, file, "").missing()
    return above, text[sum(len(line) + 1 for line in lines[:above]) :]


@dataclass(slots=True)
class _Reader:
    """One pass over a text: `at` is where the next record begins, on physical line `line`, as record `number`."""

    file: str
    lines: PhysicalLines
    layout: Layout
    first: int
    """The line on which its text begins."""
    body: Body = field(init=False)
    left_out: int = 0
    at: int = 0
    line: int = 1
    number: int = 1
    blank: int = 0
    doubts: int = 0
    wasted: int = 0
    accepted: int = 0
    clean: bool = False
    rows: list[Row] = field(default_factory=list)
    rejects: Rejects = field(default_factory=Rejects)
    notes: list[Note] = field(default_factory=list)

    def run(self, *, wary: bool) -> None:
        """Read the header and every record. `wary`: what is doubtful is rejected."""
        text = self.lines.text
        self._read_header()
        self.clean = is_clean(text) and REPLACEMENT not in text
        while self.at < len(text):
            if self.body.ended is not None:
                self.left_out += self.body.leave(self._go_on(len(text)))
                break
            end = self.lines.end(self.at)
            if not text[self.at : end].strip("\r\n"):
                self.blank += 1
                self._go_on(end)
                continue
            record = self.lines.scan(self.at)
            if isinstance(record, RecordFault):
                self._refuse_fault(record, end)
            elif record.end > end:
                self._judge(record, end, wary=wary)
            elif not self.body.takes(self.number, record.cells):
                self.left_out += self._go_on(end)
            elif len(record.cells) == self.lines.width:
                self._accept(record)
            else:
                self._refuse(end, self._misfit(record))

    def check_sums(self) -> None:
        """Every physical line is the header's, a row's, a reject's, left out by the layout, or blank."""
        counted = self.accepted + self.blank + self.left_out + self.rejects.lines
        physical = self.lines.count(0, len(self.lines.text))
        if counted != physical or self.line - self.first != physical:
            reason = f"{physical} lines, but {counted} accounted for. Nothing was read; please report this"
            raise IntegrityError(f"{self.file}: {reason}")

    def _read_header(self) -> None:
        names = self.layout.names or self._names()
        self.body = Body(self.layout, names, self.file, "")
        self.lines = replace(self.lines, width=len(names))

    def _names(self) -> tuple[str, ...]:
        """From the first record, or as many as name columns."""
        if self.lines.text[:4].casefold() == "sep=" and len(self.lines.text.split("\n", 1)[0]) <= 8:
            remedy = "Remove the line 'sep='"
            raise SourceError("begins with a line for Excel, not the header", file=self.file, row=1, remedy=remedy)
        heading = Heading(replace(self.layout, words=()), self.file, "")
        names, width = None, 0
        while names is None and self.at < len(self.lines.text):
            record = self.lines.scan(self.at)
            if isinstance(record, RecordFault):
                raise SourceError(
                    f"column {letters(record.cell)}: {record.reason}", file=self.file, row=self.number, remedy="Fix the header"
                )
            width = max(width, len(record.cells))
            names = heading.take(self.number if not self.layout.words else self.layout.rows[-1], record.cells)
            self.accepted += self._go_on(record.end)
        if names is None:
            raise heading.missing()
        # Delimiters after the last name make columns without a name: all of them must be empty below.
        return names + ("",) * (width - len(names))

    def _judge(self, record: Record, end: int, *, wary: bool) -> None:
        """Accept or reject a record over several physical lines; `end` is where its second line begins."""
        inside = self.lines.starts(end, record.end)
        if len(record.cells) != self.lines.width:
            self._refuse_lines(record, record.end, inside, self._misfit(record))
            return
        points = evidence(self.lines, self.at, inside)
        if points >= SURE or closes_by_opening(self.lines, record, inside[-1]):
            self._lose_patience(record.end)
            self._refuse(end, _LOST)
        elif record.swallows and (opened := first_record(self.lines, inside)) is not None:
            self._lose_patience(record.end)
            self._refuse(opened, _LOST)
        elif wary and (points or holds_record(self.lines, inside)):
            shown = shown_record(self.lines, record, inside, record.end)
            self._refuse(shown or record.end, _LOST if shown else _UNDECIDED)
        elif len(inside) >= _MOST_LINES:
            self._refuse(record.end, f"a cell of more than {_MOST_LINES:,} lines")
        else:
            self.doubts += points > 0 or holds_record(self.lines, inside)
            self._accept(record)

    def _accept(self, record: Record) -> None:
        if record.cells == self.body.header:
            self._refuse(record.end, "the header again")
            return
        if not self.clean or record.end - self.at > 1_000_000:
            for index, cell in enumerate(record.cells):
                if fault := defect(cell):
                    self._refuse(record.end, fault, index)
                    return
                if REPLACEMENT in cell:
                    text = "characters were lost before this file was made (U+FFFD stands for them); kept as they are"
                    self.notes.append(Note(self.file, "", self.number, self.body.header[index], text))
        self.rows.append(Row(self.number, self.line, record.cells))
        self.accepted += self._go_on(record.end)

    def _misfit(self, record: Record) -> str:
        cells, wanted = len(record.cells), self.lines.width
        reason = f"{cells:,} cell{'s' * (cells != 1)} where the header has {wanted:,}"
        if cells > wanted:
            return f"{reason}: a delimiter too many, or a cell without its quotation marks"
        for mark, name in DELIMITERS.items():
            if mark != self.lines.dialect.delimiter and sum(cell.count(mark) for cell in record.cells) + 1 >= wanted:
                return f"{reason}; the delimiter seems to be a {name} here"
        return reason

    def _refuse_fault(self, fault: RecordFault, end: int) -> None:
        """Reject a record that breaks off, on its first line (which ends at `end`) or further down."""
        if fault.at < end:
            self._refuse(end, fault.reason, fault.cell)
            return
        self._lose_patience(fault.at)
        if fault.at == len(self.lines.text):
            self._refuse(end, fault.reason, fault.cell)
        else:
            stop = self.lines.end(fault.at)
            self._refuse_lines(fault, stop, self.lines.starts(end, stop), fault.reason, fault.cell)

    def _refuse_lines(
        self, broken: Record | RecordFault, stop: int, inside: list[int], reason: str, column: int | None = None
    ) -> None:
        """Reject what stands before the next line that is a record, and go on there; all together where none shows to be one."""
        again = resumption(self.lines, broken, inside, stop) if inside else None
        if again is not None:
            self._lose_patience(stop)
            self._refuse(again, _LOST, column)
        else:
            self._refuse(stop, reason, column)

    def _refuse(self, stop: int, reason: str, column: int | None = None) -> None:
        raw = self.lines.text[self.at : stop].rstrip("\r\n")
        name = None if column is None else (self.body.header[column] if column < self.lines.width else "") or letters(column)
        number, line = self.number, self.line
        self._note_fragment(raw)
        self.rejects.append(Reject(self.file, "", number, line, name, reason, raw_text(raw), self._go_on(stop)))

    def _note_fragment(self, raw: str) -> None:
        """Where a cell over lines lost its opening mark, a sound record is left, and below it a line that is none."""
        few = raw.count(self.lines.dialect.delimiter) < self.lines.width - 1
        odd = self.lines.dialect.quoted and raw.endswith('"') and raw.count('"') % 2
        if few and odd and self.rows and self.rows[-1].number == self.number - 1:
            text = "the line below it is broken and may belong to its last cell"
            self.notes.append(Note(self.file, "", self.number - 1, self.body.header[-1], text))

    def _lose_patience(self, looked: int) -> None:
        """Text looked through for a closing mark is looked through again; without a limit a hostile file takes for ever."""
        self.wasted += looked - self.at
        if self.wasted > _PATIENCE * max(len(self.lines.text), 5_000_000):
            reason = f"quotation marks are broken throughout, lastly on line {self.line}"
            raise SourceError(reason, file=self.file, remedy="Save it again from where it came")

    def _go_on(self, end: int) -> int:
        """Step to the next record; returns how many physical lines this one took."""
        taken = self.lines.count(self.at, end)
        self.at = end
        self.line += taken
        self.number += 1
        return taken
