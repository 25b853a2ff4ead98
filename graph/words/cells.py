"""The columns of an answer, as a reader has them and as a file has them.

A column of type `time` holds an end if its name says so: `until`, `…_until`, `…_to`, `last`, `last_…`. In files an end
stays as it is, half-open, and beside it stands `…_inclusive`: the last day, or the last minute, that still belongs to it.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Final

from graph.answer import NodeValue, PathValue, RelValue
from graph.words.links import link
from graph.words.times import inclusive, until
from graph.words.values import value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.answer import Column

INCLUSIVE: Final = "_inclusive"
HALF_OPEN: Final = (
    "Half-open: the first moment at which it no longer held. The same name with _inclusive has the last day that still belongs"
    " to it, or, of an end that is no midnight, the last minute."
)
_END = re.compile(r"(.+_)?(until|to)|last(_.+)?")


def is_end(name: str) -> bool:
    """Whether a column or property of times with this name holds ends."""
    return bool(_END.fullmatch(name))


def ends(columns: Mapping[str, str]) -> tuple[str, ...]:
    """Of columns or properties, by name with their type, those that hold ends."""
    return tuple(name for name, type_ in columns.items() if type_ in ("time", "times") and is_end(name))


def last_of(held: object, unknown: str | None = None) -> object:
    """What stands beside an end, or a list of ends, in a file: the last that belongs to it; `unknown` where nobody knows."""
    if isinstance(held, list | tuple):
        return [last_of(item, unknown) for item in held]
    return inclusive(held) or unknown if isinstance(held, datetime) else None


def question_end(parameters: Mapping[str, object]) -> datetime | None:
    """The end of the question's own period, where somebody gave it to the minute."""
    given = parameters.get("to")
    return datetime.fromisoformat(given) if isinstance(given, str) and "T" in given else None


def cell(column: Column, held: object, typed: datetime | None = None, *, short: bool = False) -> str:
    """What a reader sees in a column. `typed`: see `question_end`; `short`: in a table on a terminal."""
    if isinstance(held, NodeValue):
        return held.name
    if isinstance(held, RelValue):
        return link(held.type, held.properties)
    if isinstance(held, PathValue):
        return " → ".join(node.name for node in held.nodes)
    if isinstance(held, datetime) and is_end(column.name):
        return until(held, typed, short=short)
    return value(held, many="; ", short=short)


def with_last(properties: Mapping[str, object], unknown: str | None = None) -> dict[str, object]:
    """Properties for a file: after each end, what stands beside it."""
    beside: dict[str, object] = {}
    for name, held in properties.items():
        beside[name] = held
        if is_end(name) and is_time(held):
            beside[f"{name}{INCLUSIVE}"] = last_of(held, unknown)
    return beside


def is_time(held: object) -> bool:
    """Whether a property holds a time or times."""
    return isinstance(held, datetime) or (isinstance(held, list | tuple) and bool(held) and isinstance(held[0], datetime))
