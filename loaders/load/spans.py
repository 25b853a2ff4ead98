"""From the dates of a row to a span: what a source says of the ends, and nothing it does not say (DESIGN §4)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO, Period, Span
from loaders.reading import Partial

if TYPE_CHECKING:
    from graph.schema import Timing

INSTANT = timedelta(microseconds=1)
INVERTED = "the last date is before the first"
NOT_YET = "it began after the day on which the sheet was made"


def cited(first: Partial | None, starts: bool, last: Partial | None, ends: bool, timing: Timing) -> tuple[Span, str | None]:
    """First and last citation. `starts`, `ends`: whether a source says that these are the beginning and the end.

    The core between two citations is bridged: no source interrupts it, none states it either.
    """
    first, last = _telling(first), _telling(last)
    periods = tuple(date.period for date in (first, last) if date and date.bounded)
    if first and last and last.period.end <= first.period.begin:
        return Span(cited=periods), INVERTED
    apart = first is not None and last is not None and not _nested(first, last) and _known_between(first, last)
    core = _between(first, last, timing) if first and last and apart else _one_day(first, last, timing)
    bridged = core is not None and apart
    possible = _limits(first if starts else None, last if ends else None)
    return Span(possible, core and possible.common(core), bridged, periods), None


def stated(begin: Partial | None, end: Partial | None, timing: Timing) -> tuple[Span, str | None]:
    """A source gives the period. "From 2007" surely held on 31 December 2007, not on 1 January."""
    span, issue = cited(begin, True, end, True, timing)
    return Span(span.possible, span.core, False, span.cited), issue


def going_on(begin: Partial | None, made: Period, timing: Timing) -> tuple[Span, str | None]:
    """ "From 2007 to date", as a source says that was made on that day: it held until then, and nobody says when it ended."""
    if begin is not None and made.end <= begin.period.begin:
        return Span(Period(begin.period.begin, UNKNOWN_TO), cited=(begin.period, made) if begin.bounded else (made,)), NOT_YET
    span, _ = cited(begin, True, Partial(made, "limits"), False, timing)
    return Span(span.possible, span.core, False, span.cited), None


def on(day: Partial | None, timing: Timing) -> tuple[Span, str | None]:
    """It was so on that day. A state held all day; a happening, at some moment of it: possible, and no core.

    A date with one known limit ("before 1979") cites no period: it is a limit of a happening, and of a state it says nothing.
    """
    if day is None:
        return Span(), None
    cited = (day.period,) if day.bounded else ()
    if timing == "happening":
        return Span(possible=day.period, cited=cited), None
    return Span(core=_one_day(day, None, timing), cited=cited), None


def during(cell: Partial | None, timing: Timing) -> tuple[Span, str | None]:
    """A whole period in one cell. A single date there is its beginning and its end: both lie in it."""
    if cell is None:
        return Span(), None
    if not cell.is_whole:
        first, last = (Partial(side, "limits") if side else None for side in (cell.first, cell.last))
        return stated(first, last, timing)
    if cell.sure:
        return stated(cell, cell, timing)
    return Span(possible=cell.period, cited=(cell.period,) if cell.bounded else ()), None


def limits(not_before: Partial | None, not_after: Partial | None) -> tuple[Span, str | None]:
    """Dates of something larger, within which it happened at an unknown time: limits, no core, and no citation."""
    if not_before and not_after and not_after.period.end <= not_before.period.begin:
        return Span(), INVERTED
    return Span(_limits(not_before, not_after)), None


def _limits(begin: Partial | None, end: Partial | None) -> Period:
    return Period(begin.period.begin if begin else UNKNOWN_FROM, end.period.end if end else UNKNOWN_TO)


def _nested(first: Partial, last: Partial) -> bool:
    """Both within one partial date, such as "May 2012" and "3 May 2012": one citation as far as time goes."""
    return first.period.contains(last.period) or last.period.contains(first.period)


def _known_between(first: Partial, last: Partial) -> bool:
    """Whether it is known by when it had begun, and until when it had not ended."""
    return first.period.end != UNKNOWN_TO and last.period.begin != UNKNOWN_FROM


def _between(first: Partial, last: Partial, timing: Timing) -> Period | None:
    """From the last moment the first date may mean to the first moment the last date may mean; a state held both days."""
    begin, end = first.period.end, last.period.begin
    if timing == "state":
        begin, end = Period.day(begin - INSTANT).begin, Period.day(end).end
    return Period(begin, end) if begin < end else None


def _one_day(first: Partial | None, last: Partial | None, timing: Timing) -> Period | None:
    """The day of the only citation, if it lies within a day and the kind of thing holds all day."""
    if timing == "happening":
        return None
    dates = [date for date in (first, last) if date and date.sure and date.bounded]
    days = {day for date in dates if (day := Period.day(date.period.begin)).contains(date.period)}
    return days.pop() if len(days) == 1 else None


def _telling(date: Partial | None) -> Partial | None:
    """The date, unless it is an open end."""
    return None if date is None or date.says_nothing else date
