"""What a column of dates shows by itself, and what must be asked: the order of day and month, and the century of short years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from loaders.reading.ages import says_age
from loaders.reading.dates import FIRST_YEAR, LAST_YEAR, DateError, How, Order, Partial, read_date

PLAIN: Final = How()
Shows = Literal["day-first", "month-first", "ambiguous", ""]
_NUMBERS: Final = re.compile(r"\s*(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?\s*", re.ASCII)
_TWO_NUMBERS: Final = re.compile(r"\d\d?\D{1,3}\d")


@dataclass(frozen=True, slots=True)
class OrderShown:
    """How many dates of a column can only be day-first, only month-first, or either."""

    day_first: int = 0
    month_first: int = 0
    ambiguous: int = 0

    @property
    def order(self) -> Order | None:
        """The order shown: a date that only one order explains, and none that contradicts it. Else None."""
        if self.day_first and not self.month_first:
            return "day-first"
        if self.month_first and not self.day_first:
            return "month-first"
        return None

    @property
    def must_ask(self) -> bool:
        """Some dates can be read two ways and the column does not show which way is meant."""
        return self.ambiguous > 0 and self.order is None


def order_shown(texts: Iterable[str], how: How = PLAIN) -> OrderShown:
    """The evidence of a whole column: `27/06/2001` shows day-first, `6/27/2001` month-first, `5/5/2001` nothing."""
    day_first = month_first = ambiguous = 0
    for text in texts:
        shows = _shows(text, how)
        day_first += shows == "day-first"
        month_first += shows == "month-first"
        ambiguous += shows == "ambiguous"
    return OrderShown(day_first, month_first, ambiguous)


def lacks_century(text: str, how: How) -> bool:
    """Whether all that a date lacks is the century of its year."""
    if how.century is not None or _NUMBERS.fullmatch(text):
        return False
    return _read(text, how) == "two digits of year" and not says_age(text, how)


def _shows(text: str, how: How) -> Shows:
    if (numbers := _NUMBERS.fullmatch(text)) and how.calendar is None:
        first, second, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return ""
        if 1 <= first <= 12 and 1 <= second <= 12:
            return "ambiguous" if first != second else ""
        if 12 < first <= 31 and 1 <= second <= 12:
            return "day-first"
        return "month-first" if 12 < second <= 31 and 1 <= first <= 12 else ""
    return _compared(text, how) if _TWO_NUMBERS.search(text) else ""


@lru_cache(maxsize=65_536)
def _compared(text: str, how: How) -> Shows:
    """Of a date in words, or of several in one cell: what it gives in either order."""
    day, month = (_read(text, replace(how, order=order)) for order in ("day-first", "month-first"))
    if isinstance(day, Partial) and isinstance(month, Partial):
        return "ambiguous" if day != month else ""
    if isinstance(day, Partial):
        return "day-first" if month == "against the order" else ""
    return "month-first" if isinstance(month, Partial) and day == "against the order" else ""


def _read(text: str, how: How) -> Partial | str | None:
    try:
        return read_date(text, how)
    except DateError as error:
        return error.reason
