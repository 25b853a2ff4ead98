"""The dates of a row. A text cell may be repeated in cells of month, day and year: where they differ, that is reported."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.compact import named as as_object
from graph.said.span import Period, Span
from loaders.load import spans
from loaders.load.cells import NO_DATE, Cells, Issue, no_date
from loaders.reading import DateError, How, Kind, Note, Partial, parse_date, read_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.schema import Timing
    from loaders.mapping import DateCell, Flag, SpanPart

SPLIT_USED = "no date in the text, and the split cells are used: "
NO_HOUR = "an hour that cannot be read; the day is used"
DIFFER = "text and split cells differ; the text is used"
GOES_ON = "goes on, and nobody says when that was so"
OPEN_ENDS = (
    'what goes on "to date" counts only for the day on which it began ({rows}): '
    'write in the mapping when the sheet was made, as_of = "2020-03-01", or the name of a column that says it'
)
MOST_KNOWN = 65_536
SHOWN = 6
"""How many rows a note names."""
NO_END = "marked as not going on, without a last citation"
PERIOD = "a whole period where a beginning should stand, and no end beside it: read as beginning on some day of it"
OTHER_FLAG = "a word for yes or no that the mapping does not know: add it to the flag's values; the date is not taken as a limit"


@dataclass(frozen=True, slots=True)
class Dated:
    """A span as a row gives it: the cells it was read from, verbatim, and what is wrong with them."""

    span: Span
    original: str
    sides: tuple[tuple[DateCell, ...], ...]
    """The cells that were filled, first and last: each may cite sources of its own."""
    issue: str | None


def dated(
    part: SpanPart, cells: Cells, timing: Timing, how: How, issues: list[Issue], as_of: DateCell | None = None
) -> Dated | None:
    """The span of this part in this row, or None where no cell says anything of time. `as_of`: when the sheet was made."""
    opening: Kind = "on" if part.form == "on" else "range" if part.form == "range" else "begin"
    first_cell, first = _first_filled(part.opening, cells, how, opening, issues)
    last_cell, last = _first_filled(part.closing, cells, how, "end", issues)
    filled = tuple((cell,) for cell in (first_cell, last_cell) if cell)
    if not filled:
        return None
    begun = len(issues)
    open_end = (last or first) if part.form in ("stated", "range") else None
    made = day_of(as_of, cells, how, issues) if as_of and open_end and open_end.goes_on else None
    match part.form:
        case "cited":
            letter = _letter(part.end_flag, cells, issues)
            if part.last_is_open and letter == "N" and not last_cell:
                issues.append(Issue(cells.row, _column(part.last_is_open.column, cells), NO_END))
            ends = letter == "E" or (part.last_is_end is not None and letter == "Y")
            starts = _letter(part.first_is_start, cells, issues) == "Y"
            span, issue = spans.cited(first, starts, last, ends, timing)
        case "stated" | "range" if made:
            begin = Partial(first.first, "limits") if first and first.first else first if part.form == "stated" else None
            span, issue = spans.going_on(begin, made, timing)
        case "stated":
            span, issue = spans.stated(first, last, timing)
        case "on":
            span, issue = spans.on(first, timing)
        case "range":
            span, issue = spans.during(first, timing)
        case "limits":
            span, issue = spans.limits(first, last)
    if issue:
        issues.append(Issue(cells.row, _column(filled[-1][0].column, cells), issue))
    if first_cell and part.closing and last_cell is None and _is_period(first_cell, cells, how):
        issues.append(Issue(cells.row, _column(first_cell.column, cells), PERIOD))
    wrong = [issue.what for issue in issues[begun:]]
    for (cell,) in filled:
        columns = {cells.column(name) for name in cell.reads}
        wrong += [issue.what for issue in issues[:begun] if issue.column in columns]
    if open_end and open_end.goes_on and made is None:
        issues.append(Issue(cells.row, _column(filled[-1][0].column, cells), GOES_ON))
    return Dated(span, _original(part, cells), filled, "; ".join(dict.fromkeys(wrong)) or None)


class Dates:
    """The dates of one table. What a part says is worked out once for the same cells: a list names the same days again and again.

    Only of rows of which nothing is odd: what is odd names its row.
    """

    def __init__(self, how: How, as_of: DateCell | None) -> None:
        self._how, self._as_of = how, as_of
        self._reads: dict[int, tuple[str, ...]] = {}
        self._known: dict[tuple[object, ...], tuple[Dated, dict[str, object]] | None] = {}

    def of(self, part: SpanPart, cells: Cells, timing: Timing, issues: list[Issue]) -> tuple[Dated, dict[str, object]] | None:
        """The span of a part, and its text; None where no cell says anything of time."""
        plain = not (issues or cells.each or cells.places or cells.unsaid or cells.written)
        key = (id(part), *(cells.by_column.get(name) for name in self._columns(part))) if plain else ()
        if plain and key in self._known:
            return self._known[key]
        when = dated(part, cells, timing, self._how, issues, self._as_of)
        found = None if when is None else (when, when.span.as_text())
        if plain and not issues and len(self._known) < MOST_KNOWN:
            self._known[key] = found
        return found

    def _columns(self, part: SpanPart) -> tuple[str, ...]:
        """All columns that decide it."""
        if id(part) not in self._reads:
            dates = (*part.opening, *part.closing, *([self._as_of] if self._as_of else ()))
            flags = (flag.column for flag in (part.first_is_start, part.end_flag) if flag and flag.column is not None)
            self._reads[id(part)] = tuple(dict.fromkeys((*(name for cell in dates for name in cell.reads), *flags)))
        return self._reads[id(part)]


def _is_period(cell: DateCell, cells: Cells, how: How) -> bool:
    """Whether a cell of a beginning holds an end, too."""
    try:
        how = replace(how, calendar=cell.calendar) if cell.calendar else how
        read = read_date(cells.text(cell.column), how, "range") if cell.column is not None else None
    except DateError:
        return False
    return read is not None and read.first is not None and read.last is not None


def open_ends(file: str, rows: Sequence[int]) -> Iterator[Note]:
    """That what goes on in these rows counts for little, and what to write."""
    if rows:
        shown = ", ".join(map(str, dict.fromkeys(rows[:SHOWN]))) + (" …" if len(rows) > SHOWN else "")
        yield Note(file, "", None, None, OPEN_ENDS.format(rows=f"row{'s' * (len(rows) > 1)} {shown}"))


def check_date(cell: DateCell, cells: Cells, how: How, issues: list[Issue]) -> None:
    """Holds the text of a date that no span reads against its split cells."""
    _first_filled((cell,), cells, how, "on", issues)


def day_of(cell: DateCell, cells: Cells, how: How, issues: list[Issue]) -> Period | None:
    """The day, month or year that this cell names; None where it names none, or not both its ends."""
    _, date = _first_filled((cell,), cells, how, "on", issues)
    return date.period if date and date.bounded else None


def _first_filled(
    alternatives: tuple[DateCell, ...], cells: Cells, how: How, kind: Kind, issues: list[Issue]
) -> tuple[DateCell | None, Partial | None]:
    """Of several cells for one date, the first that holds anything; and what it says."""
    for cell in alternatives:
        if cell.text is not None or any(cells.text(name) for name in cell.reads):
            return cell, _date(cell, cells, how, kind, issues)
    return None, None


def _date(cell: DateCell, cells: Cells, how: How, kind: Kind, issues: list[Issue]) -> Partial | None:
    if cell.text is not None:
        return parse_date(cell.text, "year-first")
    how = replace(how, calendar=cell.calendar) if cell.calendar else how
    if cell.column is None:
        return _only_parts(cell, cells, how, issues)
    column, text = cells.column(cell.column), cells.text(cell.column)
    try:
        stated = _with_hour(read_date(text, how, kind), cell, cells, how, issues)
    except DateError as error:
        again = _parts(cell, cells, how)
        issues.append(Issue(cells.row, column, no_date(error, text, SPLIT_USED if again else NO_DATE)))
        return again
    again = _parts(cell, cells, how) if cell.parts else stated
    if cell.parts and (again is None or stated is None or again.period != stated.period):
        issues.append(Issue(cells.row, column, DIFFER))
    return _no_finer(stated, cell.precision) if stated else again


def _with_hour(day: Partial | None, cell: DateCell, cells: Cells, how: How, issues: list[Issue]) -> Partial | None:
    """The date, to the minute that a cell of its own says. An hour sharpens a day, and nothing else."""
    hour = cells.text(cell.time) if cell.time is not None else ""
    if day is None or cell.column is None or cell.time is None or not hour:
        return day
    try:
        sharpened = read_date(f"{cells.text(cell.column)} {hour}", how)
    except DateError:
        sharpened = None
    if sharpened is None or not day.period.contains(sharpened.period):
        issues.append(Issue(cells.row, cells.column(cell.time), NO_HOUR))
        return day
    return sharpened


def _only_parts(cell: DateCell, cells: Cells, how: How, issues: list[Issue]) -> Partial | None:
    """The date that the split cells hold where no column holds it whole."""
    try:
        return _no_finer(_of_parts(cell, cells, how), cell.precision)
    except DateError as error:
        month, day, year = (cells.text(name) for name in cell.parts)
        text = " ".join(part for part in (day, month, year) if part)
        issues.append(Issue(cells.row, cells.column(cell.parts[-1]), no_date(error, text, NO_DATE)))
        return None


def _parts(cell: DateCell, cells: Cells, how: How) -> Partial | None:
    """The date of the split cells, if they make one: year, or month and year, or all three."""
    try:
        return _of_parts(cell, cells, how) if cell.parts else None
    except DateError:
        return None


def _of_parts(cell: DateCell, cells: Cells, how: How) -> Partial:
    """The same; DateError where they make none. A month may be a word, day and year are numbers."""
    month, day, year = (cells.text(name) for name in cell.parts)
    if not year:
        raise DateError("no year")
    if (day and not month) or not all(part.isdecimal() for part in (day, year) if part):
        raise DateError("no date")
    if month and not month.isdecimal():
        read = read_date(" ".join(part for part in (day, month, year) if part), how)
    else:
        digits = [part.zfill(2) for part in (month, day) if part]
        read = read_date("-".join([year, *digits]), replace(how, order="year-first"))
    if read is None:
        raise DateError("no date")
    return read


def _no_finer(date: Partial, precision: str | None) -> Partial:
    """The date cut to what the column can mean: a column of months writes the first of each."""
    if precision is None:
        return date
    begin = date.period.begin
    text = f"{begin:%Y-%m}" if precision == "month" else f"{begin:%Y}" if precision == "year" else f"{begin:%Y-%m-%d}"
    cut = parse_date(text, "year-first")
    return cut if cut and cut.period.contains(date.period) else date


def _letter(flag: Flag | None, cells: Cells, issues: list[Issue]) -> str | None:
    """What a flag says: Y, N or E, or nothing. A word that nobody explained says nothing either, and is reported."""
    if flag is None or flag.column is None:
        return flag.text if flag else None
    word = cells.text(flag.column)
    if word and word not in flag.letters:
        issues.append(Issue(cells.row, cells.column(flag.column), OTHER_FLAG))
    return flag.letters.get(word)


def _column(name: str | None, cells: Cells) -> str | None:
    return name and cells.column(name)


def _original(part: SpanPart, cells: Cells) -> str:
    """Every cell that was looked at, by its column; a date or flag that the mapping states, under that name."""
    named: dict[str, str] = {}
    for cell in (*part.opening, *part.closing):
        named |= cells.by_header(cell.reads) if cell.reads else {"(the mapping)": str(cell.text)}
    for flag in (part.first_is_start, part.end_flag):
        if flag and flag.column is not None:
            named |= cells.by_header((flag.column,))
    return as_object(named)
