"""Dates as sources write them, read to the precision they state and never beyond.

Read without a stated order: ISO (`2020-08-09`, `2020-08-09T14:30`, `2010-05`), the same with dots or slashes when the
year stands first, a partial date with its trailing dash (`2010-05-`, `2017-`: Security Force Monitor), a year, and dates
whose month is a word. Of `6/27/2001`, `27.06.2001`, `9-08-2020` the order must be known: stated by the mapping or by the
user, or forced because one of the numbers cannot be a month or both are equal. Dots are no exception: `9.08.2020` is day
first nearly everywhere, and "nearly" accuses somebody. A stated order is held to: month-first `27/06/2001` is refused.

Everything else is refused: two-digit years, years outside 1850-2099, times without a date, zones ("Z", "+03:00": times of a
case are local), serial numbers, seasons, "about".
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from graph.said.span import FIRST_YEAR, LAST_YEAR, OUTSIDE, Period
from loaders.reading.months import MONTH

Order = Literal["month-first", "day-first", "year-first"]
Precision = Literal["minute", "day", "month", "year"]


class DateError(ValueError):
    """The text is no date that can be read without guessing. Its message names the reason, never the text."""

    def __init__(self, reason: str, *, ambiguous: bool = False) -> None:
        self.reason = reason
        self.ambiguous = ambiguous
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as it is stated: "May 2012" is the whole of May, to the precision of a month."""

    period: Period
    precision: Precision


_TIME = r"(?:(?:[T ]|, ?)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:\.\d{1,9})?)?)?"
_ISO = re.compile(r"(?P<y>\d{4})(?P<sep>[-./])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})" + _TIME, re.ASCII)
_PART = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{2}))?-?", re.ASCII)
_NUMBERS = re.compile(r"(?P<a>\d{1,2})(?P<sep>[-./])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})" + _TIME, re.ASCII)
_WORD = r"(?P<word>[^\W\d_]+)\.?"
_YEAR = r"(?P<y>\d{4})(?: ?г\.?| ?р\.?)?"
_DAY_WORD = re.compile(
    r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de )?" + _WORD + r",?[ -](?:de |del )?" + _YEAR + _TIME, re.IGNORECASE
)
_WORD_DAY = re.compile(_WORD + r" (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,? " + _YEAR + _TIME, re.IGNORECASE)
_WORD_YEAR = re.compile(_WORD + r",?[ -](?:de |del )?" + _YEAR, re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{2}", re.ASCII)


def parse_date(text: str, order: Order | None) -> Partial | None:
    """The date a cell states, or None for an empty cell. DateError where it cannot be read without guessing."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    if not plain:
        return None
    if match := _ISO.fullmatch(plain):
        return _moment(match, int(match["m"]), int(match["d"]))
    if match := _PART.fullmatch(plain):
        return _partial(int(match["y"]), int(match["m"]) if match["m"] else None)
    if match := _NUMBERS.fullmatch(plain):
        _check(int(match["y"]), 1, 1)  # an impossible year is no question of order
        month, day = _month_and_day(int(match["a"]), int(match["b"]), order)
        return _moment(match, month, day)
    if match := _DAY_WORD.fullmatch(plain) or _WORD_DAY.fullmatch(plain):
        return _moment(match, _named(match["word"]), int(match["d"]))
    if match := _WORD_YEAR.fullmatch(plain):
        return _partial(int(match["y"]), _named(match["word"]))
    if _CLOCK.fullmatch(plain):
        raise DateError("a time without a date")
    if _SHORT_YEAR.fullmatch(plain):
        raise DateError("a year of two digits")
    raise DateError("not a date in a form that can be read without guessing")


def numbers_of(text: str) -> tuple[int, int] | None:
    """The first two numbers of a date such as `6/27/2001`, whose order needs to be known; None of any other text."""
    found = _NUMBERS.fullmatch(" ".join(text.split()))
    if not found or not FIRST_YEAR <= int(found["y"]) <= LAST_YEAR:
        return None
    return int(found["a"]), int(found["b"])


def _month_and_day(first: int, second: int, order: Order | None) -> tuple[int, int]:
    if order == "year-first":
        raise DateError("the year stands last where the file's dates begin with the year")
    if order is None:
        if 1 <= first <= 12 and 1 <= second <= 12 and first != second:
            raise DateError("day or month first? The order is not stated", ambiguous=True)
        order = "day-first" if first > 12 else "month-first"
    month, day = (first, second) if order == "month-first" else (second, first)
    if month > 12 and 1 <= day <= 12:
        raise DateError(f"no {order} date: its month would be above 12")
    return month, day


def _named(word: str) -> int:
    month = MONTH.get(word.casefold())
    if month is None:
        raise DateError("no month of that name")
    return month


def _partial(year: int, month: int | None) -> Partial:
    _check(year, month or 1, 1)
    if month is None:
        return Partial(Period(datetime(year, 1, 1), datetime(year + 1, 1, 1)), "year")
    following = datetime(year + month // 12, month % 12 + 1, 1)
    return Partial(Period(datetime(year, month, 1), following), "month")


def _moment(match: re.Match[str], month: int, day: int) -> Partial:
    year = int(match["y"])
    _check(year, month, day)
    if match["hour"] is None:
        return Partial(Period.day(datetime(year, month, day)), "day")
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 23 or minute > 59:
        raise DateError("an impossible time of day")
    begin = datetime(year, month, day, hour, minute)
    return Partial(Period(begin, begin + timedelta(minutes=1)), "minute")


def _check(year: int, month: int, day: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(OUTSIDE)
    if not 1 <= month <= 12:
        raise DateError("no such month")
    if not 1 <= day <= monthrange(year, month)[1]:
        raise DateError("no such day in that month")
