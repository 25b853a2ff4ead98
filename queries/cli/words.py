"""Spans and claims in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from graph.span import UNKNOWN_FROM, UNKNOWN_TO

if TYPE_CHECKING:
    from graph.projection import Properties


def span(properties: Properties) -> str:
    """When something held: "surely 10 May 2012 – 3 July 2013 (assumed between citations), possibly unknown – unknown"."""
    if "possible_from" not in properties:
        return ""
    possible = _between(properties["possible_from"], properties["possible_to"])
    if "certain_from" not in properties:
        return f"possibly {possible}"
    core = _between(properties["certain_from"], properties["certain_to"])
    how = " (assumed between two citations)" if properties.get("bridged") else ""
    return f"surely {core}{how}, possibly {possible}"


def _between(begin: object, end: object) -> str:
    first, after = cast("datetime", begin), cast("datetime", end)
    since = "unknown" if first == UNKNOWN_FROM else _moment(first)
    last = "unknown" if after == UNKNOWN_TO else _moment(after - timedelta(days=1)) if _midnight(after) else _moment(after)
    return since if since == last and since != "unknown" else f"{since} – {last}"


def _moment(value: datetime) -> str:
    return f"{value.day} {value:%B %Y}" if _midnight(value) else f"{value.day} {value:%B %Y %H:%M}"


def _midnight(value: datetime) -> bool:
    return (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
