"""What was asked, as a reader says it: "unit 7 Division (u-…)", "on 1 May 2014", "at any time"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from graph.words.times import moment
from graph.words.values import plain, value

ANY = "any"
WHEN = ("on", "from", "to")
"""Parameters of the question's time: nothing given is said, too."""


def question(parameters: Mapping[str, object], names: Mapping[str, str], *, short: bool = False) -> list[tuple[str, str]]:
    """Each parameter that narrows the question, and what was given, ids after their names. `short`: dates as in a table."""
    lines = [
        (
            plain(name),
            ", ".join(_given(item, names, short=short) for item in (given if isinstance(given, list | tuple) else [given])),
        )
        for name, given in parameters.items()
        if given not in (None, ANY)
    ]
    times = [name for name in WHEN if name in parameters]
    if times and all(parameters[name] in (None, ANY) for name in times):
        lines.append(("at", "any time"))
    return lines


def _given(item: object, names: Mapping[str, str], *, short: bool) -> str:
    if isinstance(item, str):
        if item in names:
            return f"{names[item]} ({item})"
        when = _date(item)
        return moment(when, short=short) if when else item
    return value(item, short=short)


def _date(text: str) -> date | None:
    """The day or moment that a text is, as an answer writes one down."""
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
