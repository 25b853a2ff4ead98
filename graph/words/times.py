"""Moments and periods as a reader says them. The one place that knows how to say "until".

The end of a period in the graph is the first moment at which it no longer held. A reader wants the last one at which it
did, as the source named it:

- An end at midnight is the end of the day before: "until 15 January" is kept as 16 January 00:00 and reads 15 January.
- Any other end is the end of a minute: loaders read an hour as the minute it names, so "until 07:00" is kept as 07:01
  and reads 07:00. A source's own midnight with a date stands for the whole day, and reads as that day.
- 23:59 and 24:00 end where their day ends, and read as that day. Only within one day the end is named, "22:00 – 24:00":
  an end that reads like the day it began on would seem to lie before it.
- The end of a question's own period is a moment somebody typed, not a minute (`typed`): it reads as it was typed.

The first and the last instant of the calendar stand for "unknown".
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from graph.said.span import ONE_DAY, UNKNOWN_FROM, UNKNOWN_TO

UNKNOWN = "unknown"
ONE_MINUTE = timedelta(minutes=1)
_INSTANT = timedelta(microseconds=1)


def is_unknown(moment: date) -> bool:
    """Whether a moment stands for a beginning or an end that nobody knows."""
    when = moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)
    return when.replace(tzinfo=None) in (UNKNOWN_FROM, UNKNOWN_TO)


def is_midnight(moment: datetime) -> bool:
    """Whether a moment is the beginning of a day."""
    return (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)


def last(end: datetime) -> date:
    """What is the last of a period that ends here: a day (no `datetime`) for a midnight, else the beginning of a minute."""
    if is_midnight(end):
        return (end - ONE_DAY).date()
    return (end - _INSTANT).replace(second=0, microsecond=0)


def day(when: date) -> str:
    """A calendar day: "3 July 2013"."""
    return f"{when.day} {when:%B} {when.year}"


def moment(when: date, *, short: bool = False) -> str:
    """A moment: "3 July 2013 22:30", in a table (`short`) "2013-07-03 22:30". A midnight reads as its day."""
    if is_unknown(when):
        return UNKNOWN
    return _written(when, hour=isinstance(when, datetime) and not is_midnight(when), short=short)


def until(end: datetime, typed: datetime | None = None, *, short: bool = False) -> str:
    """An end, by the rule above. `typed`: the end of the question's own period, where it was given to the minute."""
    if is_unknown(end) or end == typed:
        return moment(end, short=short)
    final = last(end)
    return _written(final, hour=isinstance(final, datetime), short=short)


def period(begin: datetime, end: datetime) -> str:
    """A period: "May 2012", "2012", "3 July 2013", "3 July 2013 – 5 July 2013" or "3 July 2013 22:00 – 23:30"."""
    if named := _named(begin, end):
        return named
    first, final = moment(begin), until(end)
    if first == final:
        return first if first != UNKNOWN else f"{first} – {final}"
    if not is_midnight(begin) and begin.date() == (end - _INSTANT).date():
        final = "24:00" if is_midnight(end) else f"{last(end):%H:%M}"
    return f"{first} – {final}"


def inclusive(end: datetime) -> str | None:
    """An end in a file that programs read: the last day ("2013-07-03") or the last minute ("2013-07-03T22:30"), or None."""
    if is_unknown(end):
        return None
    final = last(end)
    return f"{final:%Y-%m-%dT%H:%M}" if isinstance(final, datetime) else final.isoformat()


def _written(when: date, *, hour: bool, short: bool) -> str:
    written = f"{when:%Y-%m-%d}" if short else day(when)
    return f"{written} {when:%H:%M}" if hour else written


def _named(begin: datetime, end: datetime) -> str:
    """A whole year or month by its name; else nothing."""
    if is_unknown(begin) or is_unknown(end) or not (is_midnight(begin) and is_midnight(end)) or begin.day != 1:
        return ""
    if begin.month == 1 and end == datetime(begin.year + 1, 1, 1):
        return str(begin.year)
    following = (begin + timedelta(days=31)).replace(day=1)
    return f"{begin:%B} {begin.year}" if end == following else ""
