"""One date of a cell, with its time, its day of the week and its part of the day, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.reading.dates.clock import Beside, beside
from loaders.reading.dates.core import cores
from loaders.reading.dates.how import How, Order
from loaders.reading.dates.named import Named
from loaders.reading.dates.tokens import NUMBER, WORD, Token
from loaders.reading.dates.words import MONTH


class Points:
    """The dates that runs of tokens of one cell may name, in one order. Each run is looked at once, known by its tokens' ids."""

    def __init__(self, how: How, order: Order) -> None:
        self._how, self._order = how, order
        self._known: dict[tuple[int, ...], list[Named]] = {}
        self._sides: dict[tuple[int, ...], list[Beside]] = {}

    def of(self, tokens: Sequence[Token]) -> list[Named]:
        """Every date that all of these tokens may name together."""
        key = tuple(id(token) for token in tokens)
        if key not in self._known:
            self._known[key] = list(dict.fromkeys(self._points(tokens)))
        return self._known[key]

    def _points(self, tokens: Sequence[Token]) -> Iterator[Named]:
        count = len(tokens)
        right = {end: self._side(tokens[end:]) for end in range(count + 1)}
        for begin in range(count + 1):
            for left in self._side(tokens[:begin]) if begin == 0 or tokens[0].mark not in ("-", "–") else ():
                for end in range(count, begin, -1):
                    if not right[end] or not _may_be_date(tokens[begin:end]):
                        continue
                    for behind in right[end]:
                        for named in cores(tokens[begin:end], self._how, self._order):
                            yield from _together(named, left, behind)
        for alone in right[0]:
            if alone.clock and not alone.dotted:
                yield Named(clock=alone.clock, weekdays=alone.weekdays)

    def _side(self, tokens: Sequence[Token]) -> list[Beside]:
        key = tuple(id(token) for token in tokens)
        if key not in self._sides:
            self._sides[key] = list(dict.fromkeys(beside(tokens)))
        return self._sides[key]


def _may_be_date(tokens: Sequence[Token]) -> bool:
    """A date has a number or a month in it, and no word that is none of dates'."""
    dated = any(token.mark == NUMBER or token.means(MONTH, "spring", "summer", "autumn", "winter") for token in tokens)
    return dated and all(token.meanings or token.mark != WORD for token in tokens)


def _together(named: Named, left: Beside, right: Beside) -> Iterator[Named]:
    """The date with what stands beside it, where the two go together."""
    if left.clock and right.clock:
        return
    clock = left.clock or right.clock
    if left.clock and left.clock.minute is None and named.level == "day" and named.month is None:
        return  # "22 h 30": minutes, and no day
    if any(one.clock and not one.strict and not named.year_first for one in (left, right)):
        return
    weekdays = left.weekdays | right.weekdays
    night = (left.night or right.night) and clock is None
    if named.level != "day" or named.day_unknown or named.month_unknown:
        if clock or weekdays or left.part_of_day or right.part_of_day:
            return
    elif any(one.dotted for one in (left, right)) and not named.has_year:
        return
    if clock and any(one.part_of_day for one in (left, right)):
        return
    yield replace(named, clock=clock, weekdays=weekdays, night=night)
