"""The canonical form of a graph, the same from a projection and read back from any engine.

One JSON line a node or link: UTF-8, keys sorted, no nulls, whole numbers plain, times ISO, floats by `repr`, lists sorted
and unique unless the schema says ordered, strings as they are. Lines sorted bytewise, each ended by a newline; SHA-256.
`sort FILE | sha256sum` under LC_ALL=C gives the same figure. The marker of a projection is no part of it.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from graph import schema
from graph.projection import Hashes, Link, Node, Properties, Value

if TYPE_CHECKING:
    from collections.abc import Iterable


def node_line(node: Node, *, facts: bool = False) -> str:
    """The line of one node; with `facts`, without its list of claims."""
    return _line({"label": node.label}, node.label, node.properties, facts)


def link_line(link: Link, *, facts: bool = False) -> str:
    """The line of one link; with `facts`, without its list of claims."""
    return _line({"type": link.type, "begin": link.begin, "end": link.end}, link.type, link.properties, facts)


def hashes(nodes: Iterable[Node], links: Iterable[Link]) -> Hashes:
    """Both figures. Order of the input does not matter."""
    whole: list[bytes] = []
    facts: list[bytes] = []
    for node in nodes:
        whole.append(node_line(node).encode())
        if not schema.NODE[node.label].evidence:
            facts.append(node_line(node, facts=True).encode())
    for link in links:
        whole.append(link_line(link).encode())
        if not schema.LINK[link.type].evidence:
            facts.append(link_line(link, facts=True).encode())
    return Hashes(_digest(whole), _digest(facts))


def _digest(lines: list[bytes]) -> str:
    lines.sort()
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line + b"\n")
    return digest.hexdigest()


def _line(head: dict[str, str], kind: str, properties: Properties, facts: bool) -> str:
    body: dict[str, object] = dict(head)
    body["properties"] = {
        name: _plain(kind, name, value)
        for name, value in properties.items()
        if value is not None and not (facts and name == "claims")
    }
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _plain(kind: str, name: str, value: Value) -> object:
    if isinstance(value, list | tuple):
        items = [_scalar(item) for item in value]
        return items if _ordered(kind, name) else sorted(set(items))
    if _type(kind, name) == "float":
        return float(value)  # type: ignore[arg-type]  # declared a number
    return _scalar(value)


def _scalar(value: object) -> str | int | float | bool:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"no canonical form for {type(value).__name__}")


@cache
def _ordered(kind: str, name: str) -> bool:
    return schema.property_of(kind, name).ordered


@cache
def _type(kind: str, name: str) -> str:
    return schema.property_of(kind, name).type
