"""What a form means in a column of this kind: the period named, and of a period its beginning and its end."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from graph.said.span import ALWAYS, ONE_DAY, UNKNOWN_FROM, UNKNOWN_TO, Period
from loaders.reading.dates.forms import Between, Both, Either, Form, Limit, Night, One, Open
from loaders.reading.dates.partial import Partial
from loaders.reading.dates.periods import NOON, Meant, meant
from loaders.reading.dates.refusal import DateError

if TYPE_CHECKING:
    from loaders.reading.dates.how import How, Kind
    from loaders.reading.dates.named import Named


def of_form(form: Form, how: How, kind: Kind) -> Partial:
    """The period, or DateError."""
    match form:
        case One(named):
            found = meant(named, how)
            return Partial(found.period, found.precision)
        case Open(since):
            return _open(since, how, kind)
        case Limit():
            return _limit(form, how, kind)
        case Between():
            return _between(form, how, kind)
        case Either(some):
            return Partial(_hull([meant(named, how).period for named in some]), "limits", sure=False)
        case Both(first, second):
            return _told_twice(first, second, how)
        case Night(before):
            day = _day(before, how)
            return Partial(Period(day.begin - NOON, day.begin + NOON), "limits")


def _open(since: Named | None, how: How, kind: Kind) -> Partial:
    if since is None or kind == "end":
        if kind not in ("end", "range") or (since is None and kind == "range"):
            raise DateError("no date")
        return Partial(ALWAYS, "limits", sure=False, goes_on=True)
    return replace(_begun(meant(since, how), kind), goes_on=kind == "range")


def _begun(found: Meant, kind: Kind) -> Partial:
    """From then on: in a column of beginnings that is when it began."""
    if kind == "begin":
        return Partial(found.period, found.precision)
    on = Period(found.period.begin, UNKNOWN_TO)
    return Partial(on, "limits", sure=False, first=found.period if kind == "range" else None)


def _limit(form: Limit, how: How, kind: Kind) -> Partial:
    found = meant(form.named, how)
    if form.bound == "after":
        return Partial(Period(found.period.begin, UNKNOWN_TO), "limits", sure=False)
    if form.bound == "from":
        return _begun(found, kind)
    if form.bound == "before" or kind not in ("end", "range"):
        return Partial(Period(UNKNOWN_FROM, found.period.end), "limits", sure=False)
    last = found if form.bound == "to" else _until(found)
    if kind == "end":
        return Partial(last.period, last.precision)
    return Partial(Period(UNKNOWN_FROM, last.period.end), "limits", sure=False, last=last.period)


def _until(found: Meant) -> Meant:
    """Until a day: it ended on that day or the day before. Until a time: then."""
    if found.timed:
        return found
    return Meant(Period(found.period.begin - ONE_DAY, found.period.end), "limits")


def _between(form: Between, how: How, kind: Kind) -> Partial:
    if form.nights:
        return _night(_day(form.first, how), _day(form.last, how))
    first, last = meant(form.first, how), meant(form.last, how)
    if last.period.end <= first.period.begin:
        raise DateError("inverted")
    if form.until and kind in ("range", "end"):
        last = _until(last)
    hull = first.period.hull(last.period)
    if form.within or kind != "range":
        return Partial(hull, "limits", sure=not form.within)
    return Partial(hull, "limits", first=first.period, last=last.period)


def _night(evening: Period, morning: Period) -> Partial:
    """From one day to the next."""
    if morning.begin - evening.begin != ONE_DAY:
        raise DateError("inverted" if morning.begin <= evening.begin else "several readings")
    return Partial(Period(evening.begin + NOON, morning.begin + NOON), "limits")


def _told_twice(first: Named, second: Named, how: How) -> Partial:
    """In two calendars, they must share a day; in one, it was one or the other."""
    one, two = meant(first, how), _in_brackets(second, how)
    if _calendar(first, how) == _calendar(second, how) and two == meant_or_none(second, how):
        return Partial(one.period.hull(two.period), "limits", sure=False) if one != two else Partial(one.period, one.precision)
    common = one.period.common(two.period)
    if common is None or not (one.period.contains(two.period) or two.period.contains(one.period)):
        raise DateError("calendars disagree")
    return Partial(common, one.precision if common == one.period else two.precision)


def _calendar(named: Named, how: How) -> str:
    ours = named.names == "gregorian" and how.calendar not in ("julian", "buddhist")
    return named.calendar or ("gregorian" if ours else how.calendar) or "gregorian"


def meant_or_none(named: Named, how: How) -> Meant | None:
    """The period, or None where there is none such."""
    try:
        return meant(named, how)
    except DateError:
        return None


def _in_brackets(named: Named, how: How) -> Meant:
    """A date in brackets: where it cannot be of the column's calendar, it is of ours."""
    try:
        return meant(named, how)
    except DateError as error:
        if error.reason != "year out of range" or named.calendar or how.calendar is None:
            raise
        return meant(replace(named, calendar="gregorian"), how)


def _day(named: Named, how: How) -> Period:
    found = meant(named, how)
    if found.precision != "day":
        raise DateError("no date")
    return found.period


def _hull(periods: list[Period]) -> Period:
    return reduce(Period.hull, periods)
