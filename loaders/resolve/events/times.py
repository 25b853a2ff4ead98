"""How the times of two events stand to each other, each as exactly as it is told."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from loaders.resolve.record import EventRecord

Time: TypeAlias = Literal["same hours", "same day", "hours apart", "next day", "overlapping", "unknown", "different"]

TOGETHER = timedelta(hours=3)
"""Two times in hours are one time of day where both lie within so much: of one man, two such sessions would be one."""
APART = timedelta(hours=6)
"""Whoever has no watch may be wrong by a few hours, and does not take the morning for the evening."""
DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)
_ISO_DAY = len("2012-05-03")


class Told(NamedTuple):
    """From a moment to another, or to midnight after the last day. `first_day`, `last_day`: midnight before the first and the
    last day that it touches. `by_hour`: hours are told, not days alone. `known`: both limits are."""

    begin: datetime
    end: datetime
    first_day: datetime
    last_day: datetime
    by_hour: bool
    known: bool


def times(one: EventRecord, other: EventRecord) -> Time:
    """`overlapping`: they share a moment, and are not both told to the day. `unknown`: one of them has no limit somewhere, and
    nothing that is told keeps them apart."""
    first, second = sorted((_told(one.first, one.last), _told(other.first, other.last)))
    hours = first.by_hour and second.by_hour
    if first.end <= second.begin:
        return _apart(first, second, by_hour=hours)
    if not (first.known and second.known):
        return "unknown"
    if hours and max(first.end, second.end) - first.begin <= TOGETHER:
        return "same hours"
    one_day = first.first_day == second.first_day == first.last_day == second.last_day
    return "same day" if one_day else "overlapping"


def _apart(first: Told, second: Told, *, by_hour: bool) -> Time:
    if by_hour and second.begin - first.end <= APART:
        return "hours apart"
    to_the_day = all(told.known and told.end - told.begin <= DAY for told in (first, second))
    return "next day" if to_the_day and second.first_day - first.last_day == DAY else "different"


@lru_cache(maxsize=100_000)
def _told(first: str | None, last: str | None) -> Told:
    begin = datetime.min if first is None else datetime.fromisoformat(first)
    end = datetime.max if last is None else datetime.fromisoformat(last)
    if last is not None and len(last) == _ISO_DAY:
        end += DAY
    by_hour = any(limit is not None and len(limit) > _ISO_DAY for limit in (first, last))
    return Told(begin, end, _midnight(begin), _midnight(end - _INSTANT), by_hour, first is not None and last is not None)


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment, time.min)
