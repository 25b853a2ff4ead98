"""The shape of a mapping file: which of its values are texts, lists and tables. What they mean is `parse`'s business."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from graph import schema

Check: TypeAlias = Callable[[str, Any], Iterable[str]]
"""From where a value stands, and the value, to what is wrong with it."""


def faults(told: Mapping[str, Any]) -> list[str]:
    """Everything in this mapping file that is of another kind than it must be."""
    return list(MAPPING("", told))


def _text(where: str, told: Any) -> Iterable[str]:
    if not isinstance(told, str) or not told:
        yield f"{where} is a text that is not empty"


def _join(where: str, told: Any) -> Iterable[str]:
    if not isinstance(told, str):
        yield f"{where} is a text"


def _flag(where: str, told: Any) -> Iterable[str]:
    if not isinstance(told, bool):
        yield f"{where} is true or false"


def _each(where: str, told: Any) -> Iterable[str]:
    if isinstance(told, bool) or not isinstance(told, str | int):
        yield f"{where} is a list of texts or whole numbers"


def _anything(where: str, told: Any) -> Iterable[str]:
    return ()


def _among(*choices: str) -> Check:
    def check(where: str, told: Any) -> Iterable[str]:
        if told not in choices:
            yield f"{where} is one of {', '.join(choices)}"

    return check


def _list(item: Check) -> Check:
    def check(where: str, told: Any) -> Iterable[str]:
        if not isinstance(told, list):
            yield f"{where} is a list"
            return
        for value in told:
            yield from item(where, value)

    return check


def _table(known: Mapping[str, Check], other: Check = _anything, called: str = "a table") -> Check:
    """A table: its known keys so, every other key so."""

    def check(where: str, told: Any) -> Iterable[str]:
        if not isinstance(told, dict):
            yield f"{where} is {called}"
            return
        for name, value in told.items():
            yield from known.get(name, other)(f"{where}.{name}" if where else name, value)

    return check


def _or(kind: type, first: Check, second: Check) -> Check:
    """What is of this kind is held against the first, anything else against the second."""
    return lambda where, told: first(where, told) if isinstance(told, kind) else second(where, told)


def _one_or_many(item: Check) -> Check:
    return _or(list, _list(item), item)


def _parts(known: Mapping[str, Check], other: Check = _anything) -> Check:
    """Tables by the name of the part, told of as `[thing.unit]`."""
    part = _table(known, other)

    def check(where: str, told: Any) -> Iterable[str]:
        if not isinstance(told, dict):
            yield f"{where} is written as [{where}.NAME]"
            return
        for name, value in told.items():
            inside = f"[{where}.{name}]"
            yield from part(inside, value) if isinstance(value, dict) else [f"{inside} is a table"]

    return check


_TEXTS = _list(_text)
_CELL = _or(
    str,
    _text,
    _table(
        dict.fromkeys(("column", "text", "split", "source", "grade", "quote", "language"), _text)
        | {"columns": _TEXTS, "join": _join, "values": _table({}), "matches": _table({})}
        | {"basis": _among(*schema.property_of("Claim", "basis").choices)},
        called="the name of a column, or a table",
    ),
)
_DATE = _or(
    str,
    _text,
    _table(
        {"column": _text, "parts": _TEXTS, "precision": _among("day", "month", "year"), "source": _text, "grade": _text},
        called="the name of a column, or a table",
    ),
)
_DATES = _one_or_many(_DATE)
_WHEN = _one_or_many(_table({"column": _text, "is": _TEXTS, "filled": _flag}))
_SPAN = _table(dict.fromkeys(("first_is_start", "last_is_end", "last_is_open"), _text), _DATES)
_PART: dict[str, Check] = {"when": _WHEN, "each": _list(_each), "span": _SPAN}
_KEY = _table({"space": _text, "columns": _TEXTS, "never": _text, "partial": _flag, "distinct": _flag})

MAPPING = _table(
    {
        "name": _text,
        "title": _text,
        "dates": _text,
        "recognised_by": _TEXTS,
        "missing": _list(_join),
        "unread": _TEXTS,
        "source": _table({}, _or(bool, _anything, _text)),
        "key_space": _parts({"distinct": _flag}, _join),
        "citations": _table({"space": _text, "separator": _text}),
        "thing": _parts(
            _PART | {"label": _text, "key": _KEY, "own_id": _text, "attached": _text, "rests_on": _list(_CELL)},
            _one_or_many(_CELL),
        ),
        "link": _parts(
            _PART | {"type": _text, "begin": _one_or_many(_text), "end": _one_or_many(_text), "rests_on": _CELL, "denies": _flag},
            _one_or_many(_CELL),
        ),
        "entry": _parts({"kind": _text, "about": _text, "when": _WHEN}, _CELL),
        "remark": _list(_table({"column": _text, "matches": _text, "says": _text})),
        "checked_date": _DATES,
    }
)
