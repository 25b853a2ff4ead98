"""Days of other calendars. The libraries are imported when such a date is met, and not before."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from loaders.reading.dates.refusal import DateError

if TYPE_CHECKING:
    from loaders.reading.dates.how import Calendar

BUDDHIST = 543
"""Years before ours. Thailand's year began in April until 1940: the years before 2484 are not ours less 543 throughout."""
FIRST_BUDDHIST = 2484
DISPUTED = frozenset({1243, 1255, 1259, 1267, 1271, 1276})
"""Solar years that two libraries, one by a cycle and one by the sun, begin a day apart. From 1277 to 1409 they agree."""


def length(calendar: Calendar, year: int, month: int) -> int:
    """How many days a month has."""
    if not 1 <= month <= 12:
        raise DateError("no such month")
    following = (year + month // 12, month % 12 + 1)
    match calendar:
        case "gregorian":
            return monthrange(year, month)[1]
        case "buddhist":
            return monthrange(year - BUDDHIST, month)[1]
        case "julian":
            return 29 if month == 2 and year % 4 == 0 else monthrange(2023, month)[1]
        case _:
            return (first(calendar, *following) - first(calendar, year, month)).days


def first(calendar: Calendar, year: int, month: int) -> date:
    """The first day of a month. DateError where the calendar cannot name it."""
    try:
        match calendar:
            case "gregorian":
                return date(year, month, 1)
            case "buddhist":
                if year < FIRST_BUDDHIST:
                    raise DateError("several readings" if year >= 2400 else "year out of range")
                return date(year - BUDDHIST, month, 1)
            case "julian":
                from convertdate import julian

                return date(*julian.to_gregorian(year, month, 1))
            case "solar-hijri":
                if year in DISPUTED:
                    raise DateError("several readings")
                import jdatetime

                found = jdatetime.date(year, month, 1).togregorian()
                return date(found.year, found.month, found.day)
            case "umm-al-qura":
                return _moon(year, month)
            case "hijri":
                return _computed(year, month)
    except (ValueError, OverflowError) as error:
        raise error if isinstance(error, DateError) else DateError("year out of range") from None


def day(calendar: Calendar, year: int, month: int, number: int) -> date:
    """A day. DateError where the calendar has none such."""
    if not 1 <= number <= length(calendar, year, month):
        raise DateError("no such day")
    return first(calendar, year, month) + timedelta(days=number - 1)


def _moon(year: int, month: int) -> date:
    """As Saudi Arabia's tables say, of 1343 to 1500."""
    from hijridate import Hijri

    found = Hijri(year, month, 1).to_gregorian()
    return date(found.year, found.month, found.day)


def _computed(year: int, month: int) -> date:
    """By those tables, or by arithmetic outside of them."""
    try:
        return _moon(year, month)
    except (ValueError, OverflowError):
        from convertdate import islamic

        return date(*(int(part) for part in islamic.to_gregorian(year, month, 1)))
