"""The dates of a row. A text cell may be repeated in cells of month, day and year: where they differ, that is reported."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.said.span import FIRST_YEAR, LAST_YEAR, Period, Span
from loaders.load import spans
from loaders.load.cells import Cells, Issue
from loaders.reading import DateError, Order, Partial, parse_date

if TYPE_CHECKING:
    from graph.schema import Timing
    from loaders.mapping import DateCell, Flag, SpanPart

NO_DATE = "no date: {reason}"
SPLIT_USED = f"no date between {FIRST_YEAR} and {LAST_YEAR}; the split cells are used"
NO_HOUR = "an hour that cannot be read; the day is used"
DIFFER = "text and split cells differ; the text is used"
NO_END = "marked as not going on, without a last citation"
OTHER_FLAG = "a word for yes or no that the mapping does not know: add it to the flag's values; the date is not taken as a limit"


@dataclass(frozen=True, slots=True)
class Dated:
    """A span as a row gives it: the cells it was read from, verbatim, and what is wrong with them."""

    span: Span
    original: str
    sides: tuple[tuple[DateCell, ...], ...]
    """The cells that were filled, first and last: each may cite sources of its own."""
    issue: str | None


def dated(part: SpanPart, cells: Cells, timing: Timing, order: Order | None, issues: list[Issue]) -> Dated | None:
    """The span of this part in this row, or None where no cell says anything of time."""
    first_cell, first = _first_filled(part.opening, cells, order, issues)
    last_cell, last = _first_filled(part.closing, cells, order, issues)
    filled = tuple((cell,) for cell in (first_cell, last_cell) if cell)
    if not filled:
        return None
    begun = len(issues)
    match part.form:
        case "cited":
            letter = _letter(part.end_flag, cells, issues)
            if part.last_is_open and letter == "N" and not last_cell:
                issues.append(Issue(cells.row, _column(part.last_is_open.column, cells), NO_END))
            ends = letter == "E" or (part.last_is_end is not None and letter == "Y")
            starts = _letter(part.first_is_start, cells, issues) == "Y"
            span, issue = spans.cited(first, starts, last, ends, timing)
        case "stated":
            span, issue = spans.stated(first, last, timing)
        case "on":
            span, issue = spans.on(first, timing)
        case "limits":
            span, issue = spans.limits(first, last)
    if issue:
        issues.append(Issue(cells.row, _column(filled[-1][0].column, cells), issue))
    wrong = [issue.what for issue in issues[begun:]]
    for (cell,) in filled:
        columns = {cells.column(name) for name in cell.reads}
        wrong += [issue.what for issue in issues[:begun] if issue.column in columns]
    return Dated(span, _original(part, cells), filled, "; ".join(dict.fromkeys(wrong)) or None)


def check_date(cell: DateCell, cells: Cells, order: Order | None, issues: list[Issue]) -> None:
    """Holds the text of a date that no span reads against its split cells."""
    _first_filled((cell,), cells, order, issues)


def _first_filled(
    alternatives: tuple[DateCell, ...], cells: Cells, order: Order | None, issues: list[Issue]
) -> tuple[DateCell | None, Partial | None]:
    """Of several cells for one date, the first that holds anything; and what it says."""
    for cell in alternatives:
        if cell.text is not None or any(cells.text(name) for name in cell.reads):
            return cell, _date(cell, cells, order, issues)
    return None, None


def _date(cell: DateCell, cells: Cells, order: Order | None, issues: list[Issue]) -> Partial | None:
    if cell.text is not None:
        return parse_date(cell.text, "year-first")
    assert cell.column is not None  # noqa: S101 - the mapping was checked
    column = cells.column(cell.column)
    try:
        stated = _with_hour(parse_date(cells.text(cell.column), order), cell, cells, order, issues)
    except DateError as error:
        again = _parts(cell, cells)
        issues.append(Issue(cells.row, column, SPLIT_USED if again else NO_DATE.format(reason=error.reason)))
        return again
    again = _parts(cell, cells) if cell.parts else stated
    if cell.parts and (again is None or stated is None or again.period != stated.period):
        issues.append(Issue(cells.row, column, DIFFER))
    return _no_finer(stated, cell.precision) if stated else again


def _with_hour(day: Partial | None, cell: DateCell, cells: Cells, order: Order | None, issues: list[Issue]) -> Partial | None:
    """The date, to the minute that a cell of its own says. An hour sharpens a day, and nothing else."""
    hour = cells.text(cell.time) if cell.time is not None else ""
    if day is None or cell.column is None or cell.time is None or not hour:
        return day
    try:
        return parse_date(f"{cells.text(cell.column)} {hour}", order)
    except DateError:
        issues.append(Issue(cells.row, cells.column(cell.time), NO_HOUR))
        return day


def _parts(cell: DateCell, cells: Cells) -> Partial | None:
    """The date of the split cells, if they are numbers and make one: year, or month and year, or all three."""
    if not cell.parts:
        return None
    month, day, year = (cells.text(name) for name in cell.parts)
    if not year or (day and not month) or not all(part.isdecimal() for part in (month, day, year) if part):
        return None
    digits = [part.zfill(2) for part in (month, day) if part]
    try:
        return parse_date("-".join([year, *digits]), "year-first")
    except DateError:
        return None


def _no_finer(date: Partial, precision: str | None) -> Partial:
    """The date cut to what the column can mean: a column of months writes the first of each."""
    if precision is None:
        return date
    begin = date.period.begin
    text = f"{begin:%Y-%m}" if precision == "month" else f"{begin:%Y}" if precision == "year" else f"{begin:%Y-%m-%d}"
    cut = parse_date(text, "year-first")
    return cut if cut and cut.period.contains(Period.day(begin)) else date


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
        named |= {cells.column(name): cells.raw(name) for name in cell.reads} or {"(the mapping)": str(cell.text)}
    for flag in (part.first_is_start, part.end_flag):
        if flag and flag.column is not None:
            named[cells.column(flag.column)] = cells.raw(flag.column)
    return json.dumps(named, ensure_ascii=False)
