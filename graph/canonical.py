"""The canonical form of a graph, the same from a projection and read back from any engine.

One JSON line a node or link: UTF-8, keys sorted, no nulls, whole numbers plain, times ISO, floats by `repr`, lists sorted
and unique unless the schema says ordered, strings as they are. Lines sorted bytewise, each ended by a newline; SHA-256.
`sort FILE | sha256sum` under LC_ALL=C gives the same figure. The marker of a projection is no part of it.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import cache
from json.encoder import encode_basestring as quoted
from math import isfinite
from typing import TYPE_CHECKING

from graph import schema
from graph.projection import Hashes, Link, Node, Properties, Value
from graph.shape import RETIRED

if TYPE_CHECKING:
    from collections.abc import Iterable


def node_line(node: Node) -> str:
    """The line of one node."""
    return f'{{"label":{quoted(node.label)},"properties":{_body(node.label, node.properties)}}}'


def link_line(link: Link) -> str:
    """The line of one link."""
    body = _body(link.type, link.properties)
    return f'{{"begin":{quoted(link.begin)},"end":{quoted(link.end)},"properties":{body},"type":{quoted(link.type)}}}'


def hashes(nodes: Iterable[Node], links: Iterable[Link]) -> Hashes:
    """Both figures. Order of the input does not matter."""
    whole: list[bytes] = []
    facts: list[bytes] = []
    for node in nodes:
        whole.append(node_line(node).encode())
        if not schema.NODE[node.label].evidence:
            facts.append(whole[-1])
    for link in links:
        whole.append(link_line(link).encode())
        if not schema.LINK[link.type].evidence:
            facts.append(whole[-1])
    return Hashes(_digest(whole), _digest(facts))


def _digest(lines: list[bytes]) -> str:
    lines.sort()
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line + b"\n")
    return digest.hexdigest()


def _body(kind: str, properties: Properties) -> str:
    """The properties as a JSON object. Written out by hand: `json.dumps` for each record took twice as long."""
    members = [
        f"{quoted(name)}:{_plain(kind, name, properties[name])}" for name in sorted(properties) if properties[name] is not None
    ]
    return f"{{{','.join(members)}}}"


def _plain(kind: str, name: str, value: Value) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list | tuple):
        items = [_scalar(item) for item in value]
        return f"[{','.join(items if _declared(kind, name).ordered else sorted(set(items)))}]"
    if _declared(kind, name).type == "float":
        value = float(value)  # type: ignore[arg-type]  # declared a number
    return _scalar(value)


def _scalar(value: object) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, datetime):
        return quoted(value.isoformat())
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float) and isfinite(value):
        return repr(value)
    raise TypeError(f"no canonical form for {type(value).__name__}")


@cache
def _declared(kind: str, name: str) -> schema.Property:
    return RETIRED[name] if name in RETIRED else schema.property_of(kind, name)
