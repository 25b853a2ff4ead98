"""Spans and values in words, as a person reads them beside a picture."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import cast

from graph.projection import Properties
from graph.said.span import ONE_DAY, UNKNOWN_FROM, UNKNOWN_TO, Period

UNKNOWN = "unknown"


def plain(name: str) -> str:
    """A property's, column's or link type's name without underscores: "possible_from" is "possible from"."""
    return name.replace("_", " ").strip().lower()


def value(told: object) -> str:
    """A property's value as a line of text; the empty text where there is none."""
    if told is None:
        return ""
    if isinstance(told, bool):
        return "yes" if told else "no"
    if isinstance(told, datetime):
        return moment(told)
    if isinstance(told, date):
        return day(told)
    if isinstance(told, list | tuple):
        return ", ".join(value(item) for item in told)
    return str(told)


def moment(told: datetime) -> str:
    """An instant; a midnight is its day, the ends of the calendar are unknown."""
    if told in (UNKNOWN_FROM, UNKNOWN_TO):
        return UNKNOWN
    return day(told) if _midnight(told) else f"{day(told)} {told:%H:%M}"


def last(told: datetime) -> str:
    """The last day before an excluded end: of [10, 14) it is the 13th."""
    return moment(told - ONE_DAY) if _midnight(told) and told != UNKNOWN_TO else moment(told)


def day(told: date) -> str:
    """A calendar day: "3 July 2013"."""
    return f"{told.day} {told:%B} {told.year}"


def period(begin: datetime, end: datetime) -> str:
    """A half-open period: "May 2012", "2012", "3 July 2013" or "3 July 2013 – 5 July 2013"."""
    if begin != UNKNOWN_FROM and end != UNKNOWN_TO and _midnight(begin) and _midnight(end) and begin.day == 1:
        if begin.month == 1 and end == datetime(begin.year + 1, 1, 1):
            return str(begin.year)
        if end == (begin + timedelta(days=31)).replace(day=1):
            return f"{begin:%B} {begin.year}"
    first, final = moment(begin), last(end)
    return first if first == final and first != UNKNOWN else f"{first} – {final}"


def cited(properties: Properties) -> list[str]:
    """The periods that sources cite, in order."""
    begins, ends = properties.get("cited_from"), properties.get("cited_to")
    if not isinstance(begins, list | tuple) or not isinstance(ends, list | tuple):
        return []
    return [period(cast("datetime", a), cast("datetime", b)) for a, b in zip(begins, ends, strict=False)]


def briefly(properties: Properties) -> str:
    """A span in one phrase: "by May 2012 – unknown". The empty text where nothing is dated."""
    limits = _pair(properties, "possible")
    if limits is None:
        return ""
    core, told = _pair(properties, "certain"), cited(properties)
    if core and core == limits:
        return period(*limits)
    if core is None:
        if limits == (UNKNOWN_FROM, UNKNOWN_TO):
            return f"by {told[0]} – unknown" if told else "unknown – unknown"
        told_limits = period(*limits)
        if UNKNOWN in told_limits or "–" in told_limits:
            return told_limits
        return f"some time {'on' if Period(*limits).is_one_day else 'in'} {told_limits}"
    return f"{_begin(limits[0], core[0])} – {_end(core[1], limits[1])}"


def fully(properties: Properties) -> list[tuple[str, str]]:
    """A span line by line: surely, possibly, cited. Nothing where nothing is dated."""
    limits, core, told = _pair(properties, "possible"), _pair(properties, "certain"), cited(properties)
    lines: list[tuple[str, str]] = []
    if core:
        how = ", assumed between two citations" if properties.get("bridged") else ""
        lines.append(("surely", period(*core) + how))
    elif limits:
        lines.append(("surely", "no day is sure"))
    if limits:
        lines.append(("possibly", period(*limits)))
    if told:
        lines.append(("cited", "; ".join(told)))
    return lines


def _begin(possible: datetime, certain: datetime) -> str:
    if possible == UNKNOWN_FROM:
        return f"by {moment(certain)}"
    return moment(certain) if possible == certain else _partial(possible, certain + ONE_DAY)


def _end(certain: datetime, possible: datetime) -> str:
    if possible == UNKNOWN_TO:
        return f"at least {last(certain)}"
    return last(certain) if possible == certain else _partial(certain - ONE_DAY, possible)


def _partial(begin: datetime, end: datetime) -> str:
    """One end of a span that lies somewhere in here: "2007" as a beginning is the whole year."""
    told = period(begin, end)
    return f"between {moment(begin)} and {last(end)}" if "–" in told else told


def _pair(properties: Properties, which: str) -> tuple[datetime, datetime] | None:
    begin, end = properties.get(f"{which}_from"), properties.get(f"{which}_to")
    return (begin, end) if isinstance(begin, datetime) and isinstance(end, datetime) else None


def _midnight(told: datetime) -> bool:
    return (told.hour, told.minute, told.second, told.microsecond) == (0, 0, 0, 0)
