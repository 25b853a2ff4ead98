"""Dates in the forms that most cells have, read at once: ISO, a year, figures in the order stated, with or without a time.

Whatever is not plainly such a date is left to the full reader, so that there is one place that refuses.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from graph.said.span import ONE_DAY, Period
from loaders.reading.dates.partial import Partial
from loaders.reading.dates.refusal import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from loaders.reading.dates.how import How, Kind

_TIME: Final = r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::[0-5]\d)?)?"
_ISO: Final = re.compile(r"\s*(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)" + _TIME + r"\s*", re.ASCII)
_FIGURES: Final = re.compile(r"\s*(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})" + _TIME + r"\s*", re.ASCII)
_YEAR: Final = re.compile(r"\s*(\d{4})\s*", re.ASCII)
_MONTH: Final = re.compile(r"\s*(?P<y>\d{4})-(?P<m>\d\d)\s*", re.ASCII)


def quick(text: str, how: How, kind: Kind) -> Partial | None:
    """A plain date; None where the full reader must look."""
    if how.calendar not in (None, "gregorian"):
        return None
    if match := _ISO.fullmatch(text):
        return _day(match, int(match["m"]), int(match["d"]))
    if match := _FIGURES.fullmatch(text):
        a, b = int(match["a"]), int(match["b"])
        if how.order == "day-first":
            return _day(match, b, a)
        return _day(match, a, b) if how.order == "month-first" else None
    if match := _YEAR.fullmatch(text):
        year = int(match[1])
        return (
            Partial(Period(datetime(year, 1, 1), datetime(year + 1, 1, 1)), "year") if FIRST_YEAR <= year <= LAST_YEAR else None
        )
    if kind != "range" and (match := _MONTH.fullmatch(text)):
        year, month = int(match["y"]), int(match["m"])
        if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12:
            return Partial(Period(datetime(year, month, 1), datetime(year + month // 12, month % 12 + 1, 1)), "month")
    return None


def _day(match: re.Match[str], month: int, day: int) -> Partial | None:
    year = int(match["y"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        begin = datetime(year, month, day)
    except ValueError:
        return None
    if match["hour"] is None:
        return Partial(Period(begin, begin + ONE_DAY), "day")
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 23 or minute > 59 or (hour == minute == 0):
        return None
    begin += timedelta(hours=hour, minutes=minute)
    return Partial(Period(begin, begin + timedelta(minutes=1)), "minute")
