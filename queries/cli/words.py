"""Spans and claims in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.projection import Properties
    from queries.saved import SavedQuery


def span(properties: Properties) -> str:
    """When something held: "surely 10 May 2012 – 3 July 2013 (assumed between two citations), not before 1 May 2012"."""
    if "possible_from" not in properties:
        return ""
    possible = _limits(properties["possible_from"], properties["possible_to"])
    if "certain_from" not in properties:
        return possible or "at an unknown time"
    core = _between(properties["certain_from"], properties["certain_to"])
    how = " (assumed between two citations)" if properties.get("bridged") else ""
    if possible == f"possibly {core}":
        return f"surely {core}{how}, and no longer"
    return f"surely {core}{how}, {possible or 'its limits unknown'}"


def _limits(begin: object, end: object) -> str:
    """What no source excludes; empty where that is all time."""
    if begin != UNKNOWN_FROM and end != UNKNOWN_TO:
        return f"possibly {_between(begin, end)}"
    if begin != UNKNOWN_FROM:
        return f"not before {_moment(cast('datetime', begin))}"
    return "" if end == UNKNOWN_TO else f"not after {_last(cast('datetime', end))}"


def count(number: int, thing: str) -> str:
    """ "1 claim", "2 claims"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def parameters_in_words(saved: SavedQuery, parameters: Mapping[str, object], called: Mapping[str, str]) -> str:
    """What was asked about: "unit 7 Division (u-…), on 2014-05-01"."""
    parts = []
    for parameter in saved.parameters:
        given = {name: value for name in parameter.options if (value := parameters.get(name)) not in (None, "any")}
        if not given and parameter.about_time:
            parts.append("at any time")
        for name, value in given.items():
            values = value if isinstance(value, list | tuple) else [value]
            parts.append(f"{name} {', '.join(_named(str(one), called) for one in values)}")
    return ", ".join(parts)


def _named(value: str, called: Mapping[str, str]) -> str:
    return f"{called[value]} ({value})" if value in called else value


def _between(begin: object, end: object) -> str:
    since, last = _moment(cast("datetime", begin)), _last(cast("datetime", end))
    return since if since == last else f"{since} – {last}"


def _last(end: datetime) -> str:
    """The last day of a half-open range, or its last moment."""
    return _moment(end - timedelta(days=1)) if _midnight(end) else _moment(end)


def _moment(value: datetime) -> str:
    return f"{value.day} {value:%B %Y}" if _midnight(value) else f"{value.day} {value:%B %Y %H:%M}"


def _midnight(value: datetime) -> bool:
    return (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
