"""Whether a column of dates shows by itself if the day or the month stands first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from loaders.reading.dates import Order, numbers_of


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


def order_shown(texts: Iterable[str]) -> OrderShown:
    """The evidence of a whole column: `27/06/2001` shows day-first, `6/27/2001` month-first, `5/5/2001` nothing."""
    day_first = month_first = ambiguous = 0
    for text in texts:
        numbers = numbers_of(text)
        if numbers is None:
            continue
        first, second = numbers
        if 12 < first <= 31 and 1 <= second <= 12:
            day_first += 1
        elif 12 < second <= 31 and 1 <= first <= 12:
            month_first += 1
        elif 1 <= first <= 12 and 1 <= second <= 12 and first != second:
            ambiguous += 1
    return OrderShown(day_first, month_first, ambiguous)
