"""What opens one JSON document in a process of its own (`limited`), with nothing to say but its records.

It knows the standard library alone. `at` in the limits says where in the document the records lie. It says `record`, the text of
an object on one line with every number as it was written and every key as often as it stands there; or where records may lie,
`places`, by path how many. What it cannot read it names by one word of a fixed list.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from loaders.reading.formats import Stop

DAMAGED = "json"


class Pairs(list[Any]):
    """The keys and values of an object, repeated keys included."""


class Number(str):
    """A number as it is written."""

    __slots__ = ()


def refuse(name: str) -> None:
    """NaN and Infinity are no JSON."""
    raise Stop("json")


def written(value: Any) -> str:
    """A value as JSON again, on one line."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, Pairs):
        return "{" + ",".join(f"{json.dumps(key)}:{written(inner)}" for key, inner in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    return json.dumps(value)


def within(document: Any, at: str) -> Any:
    """What lies at a path such as `data.items`; the document itself for the empty path."""
    for key in at.split(".") if at else ():
        named = [inner for name, inner in document if name == key] if isinstance(document, Pairs) else []
        if len(named) != 1:
            raise Stop("nowhere")
        document = named[0]
    return document


def is_table(value: Any) -> bool:
    """Whether this is a list of objects."""
    return (
        isinstance(value, list) and not isinstance(value, Pairs) and bool(value) and all(isinstance(one, Pairs) for one in value)
    )


def places(value: Any, path: str, depth: int) -> dict[str, int]:
    """Where lists of objects lie, not looked for within lists, and how many each holds."""
    found: dict[str, int] = {}
    if is_table(value):
        found[path] = len(value)
    elif isinstance(value, Pairs) and depth:
        for key, inner in value:
            found |= places(inner, f"{path}.{key}" if path else key, depth - 1)
    return found


def say(data: bytes, limits: dict[str, Any], send: Callable[..., None]) -> None:
    """Write every record, or where there may be some."""
    at = limits["at"]
    try:
        text = data.decode("utf-8-sig")
        document = json.loads(text, object_pairs_hook=Pairs, parse_int=Number, parse_float=Number, parse_constant=refuse)
    except UnicodeDecodeError:
        raise Stop("encoding") from None
    except ValueError:
        raise Stop("json") from None
    if at is None:
        known = places(document, "", 4)
        if len(known) != 1:
            send(places=known)
            return
        at = next(iter(known))
    table = within(document, at)
    if not is_table(table):
        raise Stop("nowhere")
    for record in table:
        send(record=written(record))
