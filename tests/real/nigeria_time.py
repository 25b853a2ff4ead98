"""Ranges of time, the dates of the two Nigerian sheets, and what two citations of a state say: the lower half of the
plain walk that `command/chain_up` is held against. How it was written, and from what, is told in `nigeria_walk`.

Its time rule is deliberately dull: the limits of all ranges are laid on one line, the line is cut at each of them, and
every piece is asked in turn whether all the ranges hold there. Nothing is compared limit by limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

DAY = timedelta(days=1)
UNKNOWN_FROM = datetime(1, 1, 1)
UNKNOWN_TO = datetime(9999, 12, 31)
FIRST_YEAR, LAST_YEAR = 1850, 2099
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


# ---------------------------------------------------------------- ranges of time


@dataclass(frozen=True, order=True)
class Range:
    """A stretch of local time, half-open: `start` belongs to it, `stop` does not."""

    start: datetime
    stop: datetime

    def holds(self, moment: datetime) -> bool:
        return self.start <= moment < self.stop

    def is_one_day(self) -> bool:
        return self.stop - self.start == DAY


def day(on: date) -> Range:
    """The 24 hours of one day."""
    midnight = datetime.combine(on, time())
    return Range(midnight, midnight + DAY)


def pieces(ranges: Iterable[Range]) -> list[Range]:
    """The line of time cut at every limit of every range, so that no range begins or ends inside a piece."""
    cuts = sorted({limit for r in ranges for limit in (r.start, r.stop)})
    return [Range(a, b) for a, b in pairwise(cuts)]


def shared(ranges: Sequence[Range]) -> Range | None:
    """The moments at which all the ranges hold, or None if there is no such moment. They touch, so they are one range."""
    common = [piece for piece in pieces(ranges) if all(r.holds(piece.start) for r in ranges)]
    return Range(common[0].start, common[-1].stop) if common else None


def inside(inner: Range, outer: Range) -> bool:
    """Whether every moment of `inner` is a moment of `outer`."""
    return all(outer.holds(piece.start) for piece in pieces((inner, outer)) if inner.holds(piece.start))


# ---------------------------------------------------------------- dates as the sheets write them


def _whole(month: int | None, day_of_month: int | None, year: int) -> Range | None:
    """The days a date stands for: one day, a month or a year; None if there is no such date between 1850 and 2099.

    *Decided*: the years 1850 and 2099 themselves are good; a day without a month is no date.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month is None:
        if day_of_month is not None:
            return None
        return Range(datetime(year, 1, 1), datetime(year + 1, 1, 1))
    if not 1 <= month <= 12:
        return None
    if day_of_month is None:
        return Range(datetime(year, month, 1), datetime(year + month // 12, month % 12 + 1, 1))
    try:
        return day(date(year, month, day_of_month))
    except ValueError:
        return None


def read_text(text: str) -> Range | None:
    """`6/27/2001` (month first), `May 2012`, `2007`; anything else, the empty cell too, is no date.

    *Decided*: space around a slash is no fault (`10 /21/2010`, one cell); leading zeros are none; the name of the
    month is written out in full, in any case.
    """
    text = text.strip()
    if full := re.fullmatch(r"(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d+)", text):
        return _whole(int(full[1]), int(full[2]), int(full[3]))
    if named := re.fullmatch(r"([A-Za-z]+)\s+(\d+)", text):
        name = named[1].lower()
        return _whole(MONTHS.index(name) + 1, None, int(named[2])) if name in MONTHS else None
    if re.fullmatch(r"\d+", text):
        return _whole(None, None, int(text))
    return None


def read_split(month: str, day_of_month: str, year: str) -> Range | None:
    """The same date from its three cells. *Decided*: a cell that is filled but no number spoils the date."""
    cells = [cell.strip() for cell in (month, day_of_month, year)]
    if not cells[2] or any(cell and not cell.isdecimal() for cell in cells):
        return None
    numbers = [int(cell) if cell else None for cell in cells[:2]]
    return _whole(numbers[0], numbers[1], int(cells[2]))


def read_date(text: str, month: str = "", day_of_month: str = "", year: str = "") -> Range | None:
    """The text cell if it is a date, else the split cells if they are, else None.

    *Decided*: an empty text cell is no date either, so the split cells would speak (it occurs nowhere in the two sheets).
    """
    return read_text(text) or read_split(month, day_of_month, year)


# ---------------------------------------------------------------- what two citations of a state say


@dataclass(frozen=True)
class Span:
    """What one row says of a state: the limits no source excludes, when it surely held, and when it was cited."""

    possible: Range
    core: Range | None
    bridged: bool
    cited: tuple[Range, ...]


def state_span(first: Range | None, first_is_start: bool, last: Range | None, last_is_end: bool) -> Span:
    """One cited range of a state (a posting, a subordination), by DESIGN §4 "Mapping of cited ranges".

    The possible limits and the core are found apart:

    - possible from: the first day of `first` if that is the start ("2007" as a start: 1 January 2007), else unknown.
    - possible to: the end of `last` if that is the end ("2007" as an end: until 2008 begins), else unknown.
    - *Decided*: a flag about a cell that holds no date says nothing. Only `first` given with an end flag: possible_to
      unknown, for there is no `last` to be the end; only `last` given with a start flag: possible_from unknown.

    The core, by the dates at hand (years, months and days are nested or apart, they never overlap by a part):

    - none: no core. One: that day, if it is a full date, *stated*; else none. *Decided*: a start flag changes nothing
      here, so a partial start without `last` ("2007, Y") is possible from 1 January 2007 and has no core.
    - both, one within the other or equal: the narrower one, if it is a full date, *stated*; else none. So
      "2007 … 5/3/2007" and "5/3/2007 … May 2007" surely held on 3 May and "May 2007 … 2007" on no day that can be named.
    - both, `last` wholly before `first`: no core, limits unknown, whatever the flags say; the citations stay.
    - both, apart and in order: [last day of `first`, day after the first day of `last`), *bridged*. *Decided*: bridged
      also where both are full dates and both flags say start and end (the rule knows no exception), and also where
      they are neighbours (30 April, 1 May).

    A core so made lies inside the possible limits always: it begins no earlier than `first` does and ends no later than
    `last` does. Equal citations are one citation ("two" citations of one day are one period).
    """
    cited = tuple(sorted({period for period in (first, last) if period is not None}))
    since = first.start if first is not None and first_is_start else UNKNOWN_FROM
    until = last.stop if last is not None and last_is_end else UNKNOWN_TO
    possible = Range(since, until)

    if first is None or last is None or inside(first, last) or inside(last, first):
        narrowest = min(cited, key=lambda period: period.stop - period.start, default=None)
        core = narrowest if narrowest is not None and narrowest.is_one_day() else None
        return Span(possible, core, False, cited)
    if last.stop <= first.start:
        return Span(Range(UNKNOWN_FROM, UNKNOWN_TO), None, False, cited)
    return Span(possible, Range(first.stop - DAY, last.start + DAY), True, cited)
