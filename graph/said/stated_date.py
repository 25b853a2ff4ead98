"""A date as far as it is stated, as a property keeps it.

`1956-02-07`, `1964-08`, `1961`, `1956 to 1966`, `until 1960`, `from 1970`.

One period has one text: years where both limits are those of years, else months, else days. A time of day is not kept.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from graph.said.span import ONE_DAY, UNKNOWN_FROM, UNKNOWN_TO, Period

_TEXT: Final = re.compile(
    r"(?:(?P<only>[0-9-]+)|(?P<first>[0-9-]+) to (?P<last>[0-9-]+)|until (?P<until>[0-9-]+)|from (?P<since>[0-9-]+))"
)
_PART: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def text_of(period: Period) -> str | None:
    """The text; None where neither limit is known."""
    begin = period.begin if period.begin == UNKNOWN_FROM else Period.day(period.begin).begin
    end = period.end if period.end == UNKNOWN_TO else Period.day(period.end - timedelta(microseconds=1)).end
    known = [limit for limit in (begin, end) if limit not in (UNKNOWN_FROM, UNKNOWN_TO)]
    if not known:
        return None
    months, years = all(at.day == 1 for at in known), all((at.month, at.day) == (1, 1) for at in known)
    unit = "%Y" if years else "%Y-%m" if months else "%Y-%m-%d"
    first, last = f"{begin:{unit}}", f"{end - ONE_DAY:{unit}}"
    if len(known) == 1:
        return f"until {last}" if begin == UNKNOWN_FROM else f"from {first}"
    return first if first == last else f"{first} to {last}"


def period_of(text: str) -> Period:
    """The period of such a text. ValueError where it is none."""
    found = _TEXT.fullmatch(text)
    if found is None:
        raise ValueError("not a date, such as 1956-02-07, 1964-08, 1961, 1956 to 1966, until 1960 or from 1970")
    first = found["only"] or found["first"] or found["since"]
    last = found["only"] or found["last"] or found["until"]
    begin = _whole(first).begin if first else UNKNOWN_FROM
    end = _whole(last).end if last else UNKNOWN_TO
    if not begin < end:
        raise ValueError("a date that ends before it begins")
    return Period(begin, end)


def _whole(text: str) -> Period:
    """A day, a month or a year. ValueError where there is no such one."""
    found = _PART.fullmatch(text)
    if found is None:
        raise ValueError("not a date")
    year, month, day = int(found[1]), found[2], found[3]
    begin = datetime(year, int(month or 1), int(day or 1))
    if day:
        return Period.day(begin)
    if month:
        return Period(begin, (begin + timedelta(days=31)).replace(day=1))
    return Period(begin, datetime(year + 1, 1, 1))
