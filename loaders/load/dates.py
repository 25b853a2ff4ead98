"""The dates of a row. A text cell may be said again in cells of month, day and year: where they differ, that is told."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.said.span import Period, Span
from loaders.load import spans
from loaders.load.cells import Cells, Issue
from loaders.reading.dates import DateError, Order, Partial, parse_date

if TYPE_CHECKING:
    from graph.schema import Timing
    from loaders.mapping.form import DateCell, SpanPart

NO_DATE = "no date between 1850 and 2030"
SPLIT_USED = "no date between 1850 and 2030; the split cells are used"
DIFFER = "text and split cells differ; the text is used"
NO_END = "marked as not going on, without a last citation"
YES, OVER = "Y", ("Y", "E")


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
    first_cell, first = _first_filled(part.first, cells, order, issues)
    last_cell, last = _first_filled(part.last, cells, order, issues)
    filled = tuple((cell,) for cell in (first_cell, last_cell) if cell)
    if not filled:
        return None
    begun = len(issues)
    match part.form:
        case "cited":
            flag = part.last_is_end or part.last_is_open or ""
            said = cells.text(flag)
            ends = said in OVER if part.last_is_end else said == "E"
            if part.last_is_open and said == "N" and not last_cell:
                issues.append(Issue(cells.row, cells.column(flag), NO_END))
            starts = cells.text(part.first_is_start or "") == YES
            span, issue = spans.cited(first, starts, last, ends, timing)
        case "stated":
            span, issue = spans.stated(first, last, timing)
        case "on":
            span, issue = spans.on(first, timing)
        case "limits":
            span, issue = spans.limits(first, last)
    if issue:
        issues.append(Issue(cells.row, cells.column(filled[-1][0].column), issue))
    said_wrong = [issue.what for issue in issues[begun:]]
    for cell in (first_cell, last_cell):
        said_wrong += [i.what for i in issues[:begun] if cell and i.row == cells.row and i.column == cells.column(cell.column)]
    flags = tuple(name for name in (part.first_is_start, part.last_is_open or part.last_is_end) if name)
    return Dated(span, _original(part, cells, flags), filled, "; ".join(dict.fromkeys(said_wrong)) or None)


def check_date(cell: DateCell, cells: Cells, order: Order | None, issues: list[Issue]) -> None:
    """Holds the text of a date that no span reads against its split cells."""
    _first_filled((cell,), cells, order, issues)


def _first_filled(
    alternatives: tuple[DateCell, ...], cells: Cells, order: Order | None, issues: list[Issue]
) -> tuple[DateCell | None, Partial | None]:
    """Of several cells for one date, the first that holds anything; and what it says."""
    for cell in alternatives:
        if cells.text(cell.column) or any(cells.text(part) for part in cell.parts):
            return cell, _date(cell, cells, order, issues)
    return None, None


def _date(cell: DateCell, cells: Cells, order: Order | None, issues: list[Issue]) -> Partial | None:
    column = cells.column(cell.column)
    try:
        said = parse_date(cells.text(cell.column), order)
    except DateError:
        again = _parts(cell, cells)
        issues.append(Issue(cells.row, column, SPLIT_USED if again else NO_DATE))
        return again
    again = _parts(cell, cells) if cell.parts else said
    if cell.parts and (again is None or said is None or again.period != said.period):
        issues.append(Issue(cells.row, column, DIFFER))
    return _no_finer(said, cell.precision) if said else again


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


def _original(part: SpanPart, cells: Cells, flags: tuple[str, ...]) -> str:
    named: dict[str, str] = {}
    for cell in (*part.first, *part.last):
        for name in (cell.column, *cell.parts):
            named[cells.column(name)] = cells.raw(name)
    for name in flags:
        named[cells.column(name)] = cells.raw(name)
    return json.dumps(named, ensure_ascii=False)
