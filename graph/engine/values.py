"""What comes out of a graph server, as plain Python, and what goes in with a query.

Graph values become those of `graph.answer`; temporal values become naive `datetime`s in the case's zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from graph.answer import NodeValue, PathValue, RelValue
from graph.errors import EngineError
from graph.projection import Properties

Ends = Mapping[str, str]
"""Our node ids by the server's element ids: a link returned without its nodes knows only the latter."""


Converted = dict[int, NodeValue | RelValue]
"""What nodes and links of an answer became, by the identity of the driver's: the event of a question stands in every row."""

_PLAIN = (str, int, float, datetime)


def plain(value: Any, ends: Ends, converted: Converted) -> Any:
    """A driver's value without the driver. Lists stay lists, maps stay maps.

    `converted` is kept for as long as the driver's records are: what was met in one row is not read again in the next.
    """
    if value is None or isinstance(value, _PLAIN):
        return value
    if isinstance(value, list):
        return [plain(item, ends, converted) for item in value]
    if isinstance(value, dict):
        return {name: plain(item, ends, converted) for name, item in value.items()}
    return _graph_or_time(value, ends, converted)


def lacking(values: Iterable[Any]) -> set[str]:
    """Element ids of ends that came without their properties, anywhere in a driver's values."""
    ids: set[str] = set()
    for value in values:
        if value is None or isinstance(value, _PLAIN):
            continue
        if isinstance(value, list):
            ids |= lacking(value)
        elif isinstance(value, dict):
            ids |= lacking(value.values())
        elif isinstance(value, _kinds()[1]):
            ids.update(node.element_id for node in value.nodes if node is not None and "id" not in node)
    return ids


def properties(stored: Mapping[str, Any]) -> Properties:
    """The properties of a node or link."""
    nobody: Ends = {}
    converted: Converted = {}  # a property is no node and no link
    return {name: plain(value, nobody, converted) for name, value in stored.items()}


def parameters(given: Mapping[str, object]) -> dict[str, object]:
    """Parameters as the driver takes them. EngineError, naming the parameter, for one that no server can take."""
    taken: dict[str, object] = {}
    for name, value in given.items():
        try:
            taken[name] = _taken(value)
        except (ValueError, OverflowError):
            raise EngineError(f"parameter {name!r} holds a value that a graph server cannot take") from None
    return taken


def _taken(value: object) -> object:
    if isinstance(value, str):
        value.encode()  # half a surrogate pair fails here and not in the driver
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [_taken(item) for item in value]
    if isinstance(value, Mapping):
        return {str(name): _taken(item) for name, item in value.items()}
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise OverflowError
    if value is None or isinstance(value, int | float | date | datetime):
        return value
    raise ValueError


@cache
def _kinds() -> tuple[Any, Any, Any, Any, Any]:
    from neo4j import graph, time

    return graph.Node, graph.Relationship, graph.Path, (time.DateTime, time.Date), time.Duration


def _graph_or_time(value: Any, ends: Ends, converted: Converted) -> Any:
    node, relationship, path, times, duration = _kinds()
    if isinstance(value, times):  # by far the most
        return value.to_native()
    if isinstance(value, node):
        return _node(value, converted)
    if isinstance(value, relationship):
        return _rel(value, ends, converted)
    if isinstance(value, path):
        nodes = tuple(_node(part, converted) for part in value.nodes)
        return PathValue(nodes, tuple(_rel(part, ends, converted) for part in value.relationships))
    if isinstance(value, duration):
        return value.iso_format()
    raise EngineError(f"the query returns a {type(value).__name__}, which no answer can hold")


def _node(value: Any, converted: Converted) -> NodeValue:
    made = converted.get(id(value))
    if not isinstance(made, NodeValue):
        own = properties(dict(value))
        made = converted[id(value)] = NodeValue(str(own.get("id")), ":".join(sorted(value.labels)), own)
    return made


def _rel(value: Any, ends: Ends, converted: Converted) -> RelValue:
    made = converted.get(id(value))
    if not isinstance(made, RelValue):
        own = properties(dict(value))
        begin, end = (str(node.get("id", ends.get(node.element_id))) for node in value.nodes)
        made = converted[id(value)] = RelValue(str(own.get("id")), value.type, begin, end, own)
    return made
