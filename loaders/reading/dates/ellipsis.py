"""Two dates of which one leaves out what the other says: "9-12 August 2020", "2019-21", "22:30 - 23:15, 10.08.2021"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from loaders.reading.dates.named import Named


def completed(first: Named, last: Named, *, in_a_row: bool) -> Iterator[tuple[Named, Named]]:
    """Both with all that is stated of either. `in_a_row`: the second is not before the first, so that its year is known."""
    if first.tail:
        return
    if last.tail:
        if first.level == "year" and first.year is not None and first.years == 1 and not first.part:
            assert last.short is not None  # noqa: S101 - a tail is two figures
            year = first.year - first.year % 100 + last.short
            yield first, replace(last, year=year if year >= first.year else year + 100, short=None, tail=False)
        return
    first, last = _century(first, last)
    if first.level == "none" or last.level == "none":
        yield from _times(first, last, in_a_row)
    elif first.has_year and last.has_year:
        if first.day is not None and first.month is None and not first.month_unknown:
            return
        yield (first, last.in_month_of(first) if _day_alone(last) else last)
    elif first.level != last.level:
        return
    elif not first.has_year and last.has_year:
        yield from _first_from(first, last, in_a_row)
    elif first.has_year:
        yield from _last_from(first, last, in_a_row)
    elif not (_day_alone(first) and _day_alone(last)):
        yield (first.in_month_of(last) if _day_alone(first) else first, last.in_month_of(first) if _day_alone(last) else last)


def _day_alone(named: Named) -> bool:
    return named.level == "day" and named.month is None and not named.month_unknown


def _century(first: Named, last: Named) -> tuple[Named, Named]:
    """A second year in two figures lies behind the first in four."""
    if first.year is not None and last.year is None and last.short is not None:
        year = first.year - first.year % 100 + last.short
        last = replace(last, year=year if year >= first.year else year + 100, short=None)
    return first, last


def _first_from(first: Named, last: Named, in_a_row: bool) -> Iterator[tuple[Named, Named]]:
    if _day_alone(last):  # "August 9-12, 2020"
        if not _day_alone(first):
            yield first.with_year_of(last), last.in_month_of(first)
    elif _day_alone(first):
        yield first.in_month_of(last), last
    else:
        inside = first.with_year_of(last)
        if not _after(inside, last):
            yield inside, last
        else:
            yield (_a_year_on(inside, -1) if in_a_row else replace(inside, fault="several readings")), last


def _last_from(first: Named, last: Named, in_a_row: bool) -> Iterator[tuple[Named, Named]]:
    if _day_alone(first):
        return
    if _day_alone(last):
        yield first, last.in_month_of(first)
        return
    inside = last.with_year_of(first)
    if not _after(first, inside):
        yield first, inside
    else:
        yield first, (_a_year_on(inside, 1) if in_a_row else replace(inside, fault="several readings"))


def _a_year_on(named: Named, by: int) -> Named:
    if named.year is None:
        return named
    return replace(named, year=named.year + by)


def _after(one: Named, other: Named) -> bool:
    if one.year != other.year:
        return (one.year or 0) > (other.year or 0)
    return (one.month or 0, one.day or 0) > (other.month or 0, other.day or 0)


def _times(first: Named, last: Named, in_a_row: bool) -> Iterator[tuple[Named, Named]]:
    """One of the two is a time of day alone: it is of the other's day, or of the day next to it."""
    if not (first.clock and last.clock) or (first.level == last.level == "none"):
        return
    turned = first.clock.of_day > last.clock.of_day
    if turned and not in_a_row:
        return
    if first.level == "none":
        day = first.on_day_of(last)
        yield (_next_day(day, -1) if turned else day), last
    else:
        day = last.on_day_of(first)
        yield first, (_next_day(day, 1) if turned else day)


def _next_day(named: Named, by: int) -> Named:
    """The day next to it. Of another calendar than ours it is left as it is, and refused as inverted."""
    if named.year is None or named.month is None or named.day is None or named.calendar or named.names not in (None, "gregorian"):
        return named
    try:
        day = date(named.year, named.month, named.day) + timedelta(days=by)
    except (ValueError, OverflowError):
        return named
    return replace(named, year=day.year, month=day.month, day=day.day)
