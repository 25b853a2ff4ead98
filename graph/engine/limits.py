"""What a projection must keep to before a server is given it.

Both servers take some values and give back others, or fail half-way through a load. So every property is held against the
schema and these limits first. A message names the node or link and the property, never the value.
"""

from __future__ import annotations

import math
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from graph import schema
from graph.errors import EngineError

if TYPE_CHECKING:
    from graph.projection import Projection, Properties

LINK_BYTES = 56_000
"""What one link may hold: the embedded engine keeps it within a page of 64 KiB, of which 8,230 bytes are its own."""

INDEXED_BYTES = 8_000
"""What a text may hold that things are looked up by: a key of Neo4j's index is at most 8,167 bytes long."""

_LARGEST = 2**63 - 1
_PER_PROPERTY, _PER_ITEM = 16, 4


def check(projection: Projection) -> None:
    """Every id once, every link between nodes that are there, every value one that both servers keep. EngineError where not."""
    labels: dict[str, str] = {}
    for node in projection.nodes:
        if node.label not in schema.NODE:
            raise EngineError(f"the schema has no label {node.label!r}")
        _measure(node.label, node.properties)
        if node.id in labels:
            raise EngineError(f"two nodes have the id {node.id}")
        labels[node.id] = node.label
    seen: set[str] = set()
    for link in projection.links:
        if link.type not in schema.LINK:
            raise EngineError(f"the schema has no link type {link.type!r}")
        size = _measure(link.type, link.properties)
        if size > LINK_BYTES:
            raise EngineError(f"link {link.id} holds {size:,} bytes; the most a link can hold is {LINK_BYTES:,}")
        if link.id in seen:
            raise EngineError(f"two links have the id {link.id}")
        seen.add(link.id)
        if labels.get(link.begin) != link.begin_label or labels.get(link.end) != link.end_label:
            raise EngineError(f"link {link.id} begins or ends at a node that is not there")


def written(kind: str, properties: Properties) -> dict[str, object]:
    """Checked properties as they are sent: times as ISO text, floats as floats, lists without an order sorted and unique."""
    return {name: _written(declarations(kind)[name], value) for name, value in properties.items()}


def _written(declared: schema.Property, value: Any) -> object:
    if declared.many:
        items = [item.isoformat() for item in value] if declared.type == "times" else list(value)
        return items if declared.ordered else sorted(set(items))
    if declared.type == "time":
        return value.isoformat()
    return float(value) if declared.type == "float" else value


@cache
def declarations(kind: str) -> dict[str, schema.Property]:
    """The properties of a label or link type, by name."""
    return {declared.name: declared for declared in schema.kind_of(kind).properties}


def _measure(kind: str, properties: Properties) -> int:
    """About how many bytes the properties take. EngineError where one of them cannot be kept."""
    size = 0
    known = declarations(kind)
    if not isinstance(properties.get("id"), str) or not properties["id"]:
        raise EngineError(f"a {kind} has no id")
    for name, value in properties.items():
        try:
            declared = known.get(name)
            if declared is None:
                raise ValueError("is not in the schema")
            own = _list(value, declared) if declared.many else _scalar(value, declared.type)
            if declared.indexed and own > INDEXED_BYTES:
                raise ValueError(f"holds {own:,} bytes; the most an indexed text can hold is {INDEXED_BYTES:,}")
            size += _PER_PROPERTY + own
        except UnicodeEncodeError:
            raise EngineError(f"{kind} {_place(properties)}: {name} holds half of a surrogate pair") from None
        except ValueError as reason:
            raise EngineError(f"{kind} {_place(properties)}: {name} {reason}") from None
    return size


def _place(properties: Properties) -> str:
    return str(properties["id"]).encode("utf-8", "backslashreplace").decode()


def _list(value: object, declared: schema.Property) -> int:
    if not isinstance(value, list | tuple):
        raise ValueError("must be a list")
    kind = "text" if declared.type == "texts" else "time"
    return sum(_PER_ITEM + _scalar(item, kind) for item in value)


def _scalar(value: object, declared: str) -> int:
    if declared in ("text", "date") and isinstance(value, str):
        return len(value) if value.isascii() else len(value.encode())
    if declared == "bool" and isinstance(value, bool):
        return 1
    if declared == "time" and isinstance(value, datetime):
        if value.tzinfo is not None:
            raise ValueError("has a time zone; times are local to the case")
        return 12
    if isinstance(value, bool) or not isinstance(value, int | float) or declared not in ("int", "float"):
        raise ValueError("is empty: leave it out" if value is None else f"must be a {declared}, not a {type(value).__name__}")
    if declared == "int" and not (isinstance(value, int) and -_LARGEST - 1 <= value <= _LARGEST):
        raise ValueError("must be a whole number below 2^63")
    if declared == "float" and not math.isfinite(value):
        raise ValueError("must be a finite number")
    return 9
