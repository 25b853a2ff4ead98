"""From what a cell names to the period it means."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from graph.said.span import ONE_DAY, Period
from loaders.reading.dates import calendars
from loaders.reading.dates.refusal import FIRST_YEAR, LAST_YEAR, DateError

if TYPE_CHECKING:
    from loaders.reading.dates.how import Calendar, How
    from loaders.reading.dates.named import Clock, Named, Part
    from loaders.reading.dates.partial import Precision

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
NOON = timedelta(hours=12)
Unit = Literal["minute", "day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Meant:
    """The period, how finely it is stated, and the unit by which "until" goes back."""

    period: Period
    precision: Precision
    timed: bool = False


@cache
def limits() -> dict[str, Any]:
    """What words mean as limits."""
    return tomllib.loads((Path(__file__).parent / "limits.toml").read_text("utf-8"))


def meant(named: Named, how: How) -> Meant:
    """The period of one date. DateError where there is none such, or where something of it is not stated."""
    if named.fault:
        raise DateError(named.fault)
    if named.level == "none" or (named.month is None and named.day is not None and not named.month_unknown):
        raise DateError("no date")
    if named.year is None:
        raise DateError("two digits of year" if named.short is not None and not named.tail else "no year")
    if named.part and named.part.what == "season" and how.hemisphere is None:
        raise DateError("season")
    calendar = _calendar(named, how)
    found = _timed(named, named.clock, calendar, how) if named.clock else _dated(named, calendar, how)
    _within(found.period)
    if calendar == "hijri" and not named.clock:
        around = timedelta(days=limits()["sighting"]["days"])
        found = Meant(Period(found.period.begin - around, found.period.end + around), "limits")
    if named.weekdays and found.precision in ("day", "minute") and calendar != "hijri":
        day = _day(named, calendar)
        if day.isoweekday() not in named.weekdays:
            raise DateError("weekday")
    if named.night:
        return Meant(Period(found.period.begin - NOON, found.period.end + NOON), "limits")
    return _around(found, named, calendar) if named.circa or (named.clock and named.clock.circa) else found


def _calendar(named: Named, how: How) -> Calendar:
    """Only what the mapping or the cell states. A month's name belongs to its calendar."""
    stated = named.calendar or how.calendar or "gregorian"
    if named.names == "gregorian":
        return stated if stated in ("julian", "buddhist") else "gregorian"
    if named.names and named.names != stated and not (named.names == "hijri" and stated == "umm-al-qura"):
        ours = named.year is not None and FIRST_YEAR <= named.year <= LAST_YEAR
        raise DateError("no date" if ours else "year out of range")
    return stated


def _within(period: Period) -> None:
    if not FIRST_YEAR <= period.begin.year <= LAST_YEAR:
        raise DateError("year out of range")


def _midnight(calendar: Calendar, year: int, month: int, day: int) -> datetime:
    found = calendars.day(calendar, year, month, day)
    return datetime(found.year, found.month, found.day)


def _start(calendar: Calendar, year: int, month: int) -> datetime:
    """Of a month, counted on from the first of this year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    found = calendars.first(calendar, year, month)
    return datetime(found.year, found.month, found.day)


def _dated(named: Named, calendar: Calendar, how: How) -> Meant:
    year = named.year
    assert year is not None  # noqa: S101 - asked before
    if calendar == "gregorian" and not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError("year out of range")
    if named.years > 1:
        return Meant(_of_years(named.part, calendar, year, named.years), "limits")
    if named.month is None:
        if named.part:
            season = named.part.what == "season"
            part = _season(named.part, year, calendar, how) if season else _of_year(named.part, calendar, year)
            return Meant(part, "limits")
        return Meant(Period(_start(calendar, year, 1), _start(calendar, year + 1, 1)), "year")
    if named.day is None:
        if named.part:
            return Meant(_of_month(named.part, calendar, year, named.month), "limits")
        if not 1 <= named.month <= 12:
            raise DateError("no such month")
        return Meant(Period(_start(calendar, year, named.month), _start(calendar, year, named.month + 1)), "month")
    return Meant(Period.day(_day(named, calendar)), "day")


def _day(named: Named, calendar: Calendar) -> datetime:
    assert named.year is not None  # noqa: S101 - asked before
    if named.month is None or named.day is None:
        raise DateError("no date")
    if calendar == "gregorian" and not FIRST_YEAR <= named.year <= LAST_YEAR:
        raise DateError("year out of range")
    return _midnight(calendar, named.year, named.month, named.day)


def _rule(part: Part) -> dict[str, list[int]]:
    rule = limits()["part"][part.what]
    found: dict[str, list[int]] = rule[part.which - 1] if isinstance(rule, list) else rule
    return found


def _of_years(part: Part | None, calendar: Calendar, year: int, years: int) -> Period:
    begin, end = 0, years - 1
    if part:
        if years != 10 or "decade" not in (rule := _rule(part)):
            raise DateError("no date")
        begin, end = rule["decade"]
    return Period(_start(calendar, year + begin, 1), _start(calendar, year + end + 1, 1))


def _of_year(part: Part, calendar: Calendar, year: int) -> Period:
    begin, end = _rule(part)["year"]
    return Period(_start(calendar, year, begin), _start(calendar, year, end + 1))


def _season(part: Part, year: int, calendar: Calendar, how: How) -> Period:
    begin, end = limits()["season"][how.hemisphere][part.name]
    over = begin > end
    if not over:
        if part.which:
            raise DateError("several readings")
        return Period(_start(calendar, year, begin), _start(calendar, year, end + 1))
    first = year if part.which else year - 1  # of one year alone: the one before it, or the one after
    return Period(_start(calendar, first, begin), _start(calendar, year + 1, end + 1))


def _of_month(part: Part, calendar: Calendar, year: int, month: int) -> Period:
    if "month" not in (rule := _rule(part)):
        raise DateError("no date")
    begin, end = rule["month"]
    last = calendars.length(calendar, year, month)
    return Period(_midnight(calendar, year, month, begin), _midnight(calendar, year, month, min(end, last)) + ONE_DAY)


def _timed(named: Named, clock: Clock, calendar: Calendar, how: How) -> Meant:
    """A minute, an hour, or a whole day where midnight stands for it."""
    day = _day(named, calendar)
    if clock.fault:
        raise DateError(clock.fault)
    begin = day + timedelta(minutes=clock.of_day)
    local = begin if clock.offset is None else _in_zone(begin, clock.offset, how)
    if clock.minute is not None and clock.whole and local.time() == time():
        return Meant(Period.day(local), "day")
    if clock.offset is None or begin != day or not clock.whole:
        return _moment(local, clock)
    hull = Period(local, local + MINUTE).hull(Period.day(day))
    return Meant(hull, "day" if hull.is_one_day else "limits")


def _moment(begin: datetime, clock: Clock) -> Meant:
    if clock.minute is None:
        return Meant(Period(begin, begin + HOUR), "limits", timed=True)
    return Meant(Period(begin, begin + MINUTE), "minute", timed=True)


def _in_zone(moment: datetime, offset: int, how: How) -> datetime:
    """A moment of another zone in the zone of the case."""
    if how.zone is None:
        raise DateError("no zone")
    from zoneinfo import ZoneInfo

    instant = (moment - timedelta(minutes=offset)).replace(tzinfo=UTC)
    return instant.astimezone(ZoneInfo(how.zone)).replace(tzinfo=None, second=0)


def _around(found: Meant, named: Named, calendar: Calendar) -> Meant:
    """About then: so many of its own unit on either side."""
    more = limits()["circa"]
    begin, end = found.period.begin, found.period.end
    if named.clock and named.clock.circa:
        wide = timedelta(minutes=more["minutes"])
        return Meant(Period(begin - wide, end + wide), "limits", timed=True)
    if named.clock:
        day = Period.day(begin)
        begin, end = day.begin, day.end
    if named.level == "day" and not (named.day_unknown or named.month_unknown):
        wide = timedelta(days=more["days"])
        return Meant(Period(begin - wide, end + wide), "limits")
    assert named.year is not None  # noqa: S101 - it has a period
    if named.month is not None or (named.part and named.years == 1):
        return Meant(Period(_months(begin, -more["months"], calendar), _months(end, more["months"], calendar)), "limits")
    return Meant(Period(_months(begin, -12 * more["years"], calendar), _months(end, 12 * more["years"], calendar)), "limits")


def _months(when: datetime, by: int, calendar: Calendar) -> datetime:
    """So many months later; in a calendar with other months, by the day of ours that is nearest outwards."""
    month = when.month - 1 + by
    year, month = when.year + month // 12, month % 12 + 1
    return datetime(year, month, min(when.day, calendars.length("gregorian", year, month)))
