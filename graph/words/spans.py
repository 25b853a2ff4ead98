"""When something held, as a reader says it: each end as a source names it, where one does, and what is sure beside it.

"2007" as a beginning is known as the whole year, and a citation says so: `cited_from`, `cited_to` hold what sources named.
An end that no citation names reads by its limits.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias, cast

from graph.said.span import ONE_DAY, Period
from graph.words.times import ONE_MINUTE, UNKNOWN, is_midnight, is_unknown, moment, period, until

if TYPE_CHECKING:
    from graph.projection import Properties

Limits: TypeAlias = tuple[datetime, datetime]

NO_DAY = "no day is sure"


def briefly(properties: Properties) -> str:
    """A span in one phrase: "2007 – 3 July 2013", "by May 2012 – unknown". The empty text where nothing is dated.

    A whole month or year is called by its name only where a source calls it so, or where no source names an end.
    """
    limits, core = _pair(properties, "possible"), _core(properties)
    if limits is None:
        return ""
    named = _cited(properties)
    begun = next((one for one in named if one.begin == limits[0]), None)
    ended = next((one for one in named if one.end == limits[1]), None)
    if core is None:
        return _unsure(limits, named, begun, ended)
    if core == limits and not (begun and ended):
        return period(*limits)
    first, final = _begin(limits[0], core[0], begun, named), _end(core[1], limits[1], ended, named)
    if is_unknown(limits[0]) and is_unknown(limits[1]):
        return f"at least {first}" if first == final else f"by {first} – at least {final}"
    if is_unknown(limits[0]):
        first = f"by {first}"
    if is_unknown(limits[1]):
        final = f"at least {final}"
    return _joined(first, final, limits)


def line_by_line(properties: Properties) -> list[tuple[str, str]]:
    """A span in lines: what is sure, what is possible, what sources cite. Nothing where nothing is dated."""
    limits, core, named = _pair(properties, "possible"), _core(properties), _cited(properties)
    lines: list[tuple[str, str]] = []
    if core:
        how = ", assumed between two citations" if properties.get("bridged") else ""
        lines.append(("surely", period(*core) + how))
    elif limits:
        lines.append(("surely", NO_DAY))
    if limits:
        lines.append(("possibly", period(*limits)))
    if named:
        lines.append(("cited", "; ".join(_name(one) for one in named)))
    return lines


def _unsure(limits: Limits, named: list[Period], begun: Period | None, ended: Period | None) -> str:
    """Of what holds on no day for sure: the ends that sources name, or the limits within which it may have been."""
    if is_unknown(limits[0]) and is_unknown(limits[1]):
        if len(named) > 1:  # such as an end before its beginning: neither is the one by which it had begun
            return f"{UNKNOWN} – {UNKNOWN}, cited {' and '.join(_name(one) for one in named)}"
        return f"by {_name(named[0])} – {UNKNOWN}" if named else f"{UNKNOWN} – {UNKNOWN}"
    if is_unknown(limits[1]):
        return f"{_name(begun)} – {UNKNOWN}" if begun else f"not before {moment(limits[0])}"
    if is_unknown(limits[0]):
        return f"{UNKNOWN} – {_name(ended)}" if ended else f"not after {until(limits[1])}"
    if begun and ended and begun != ended:
        return _joined(_name(begun), _name(ended), limits)
    whole = period(*limits)
    if "–" in whole:
        return f"some time between {moment(limits[0])} and {until(limits[1])}"
    if limits[1] - limits[0] <= ONE_MINUTE:
        return whole
    return f"some time {'on' if Period(*limits).is_one_day else 'in'} {whole}"


def _begin(possible: datetime, certain: datetime, begun: Period | None, named: list[Period]) -> str:
    """The beginning; where it is unknown, the first time for which it is sure."""
    if is_unknown(possible):
        first = next((one for one in named if certain in (one.end - ONE_DAY, one.end)), None)
        return _name(first) if first else moment(certain)
    if begun and certain <= begun.end:
        return _name(begun)
    return moment(possible) if possible == certain else _somewhere(possible, certain + _unit(certain))


def _end(certain: datetime, possible: datetime, ended: Period | None, named: list[Period]) -> str:
    """The end; where it is unknown, the last time for which it is sure."""
    if is_unknown(possible):
        final = next((one for one in reversed(named) if certain in (one.begin, one.begin + ONE_DAY)), None)
        return _name(final) if final else until(certain)
    if ended and ended.begin <= certain:
        return _name(ended)
    return until(possible) if possible == certain else _somewhere(certain - _unit(certain), possible)


def _unit(moment: datetime) -> timedelta:
    """A day that begins here, or a minute."""
    return ONE_DAY if is_midnight(moment) else ONE_MINUTE


def _somewhere(begin: datetime, end: datetime) -> str:
    """One end of a span that lies somewhere in here."""
    whole = period(begin, end)
    return f"between {moment(begin)} and {until(end)}" if "–" in whole else whole


def _joined(first: str, final: str, limits: Limits) -> str:
    """Both ends; of one day and its hours the day is named once."""
    if first == final:
        return first
    if not is_midnight(limits[0]) and (first, final) == (moment(limits[0]), until(limits[1])):
        return period(*limits)
    return f"{first} – {final}"


def _name(cited: Period) -> str:
    return period(cited.begin, cited.end)


def _cited(properties: Properties) -> list[Period]:
    """The periods that sources cite, in order."""
    begins, ends = properties.get("cited_from"), properties.get("cited_to")
    if not isinstance(begins, list | tuple) or not isinstance(ends, list | tuple):
        return []
    pairs = zip(cast("list[datetime]", begins), cast("list[datetime]", ends), strict=False)
    return [Period(begin, end) for begin, end in pairs if begin < end]


def _core(properties: Properties) -> Limits | None:
    """When it surely held. The minute that a stated hour leaves open is not told apart from it: from 22:00 is from 22:00."""
    core, limits = _pair(properties, "certain"), _pair(properties, "possible")
    if core is None or limits is None:
        return core
    begin = limits[0] if core[0] - limits[0] == ONE_MINUTE else core[0]
    return begin, limits[1] if limits[1] - core[1] == ONE_MINUTE else core[1]


def _pair(properties: Properties, which: str) -> Limits | None:
    begin, end = properties.get(f"{which}_from"), properties.get(f"{which}_to")
    return (begin, end) if isinstance(begin, datetime) and isinstance(end, datetime) else None
