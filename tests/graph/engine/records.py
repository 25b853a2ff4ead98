"""Projections for engine tests: everything the schema allows, with values that break what is not careful."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta

from graph import schema
from graph.engine.limits import INDEXED_BYTES
from graph.projection import Link, Node, Projection, Properties, Value

TEXTS = (
    "",
    " ",
    "Аркадий Ёлкин",
    "מפקד\u200f",
    "\u202eabc\u202c \u2066x\u2069",
    "a\x00b",
    "e\u0301 \u00e9",
    "\r\n\t\x01\x1f\x7f\u0085\u2028\u2029\ufeff",
    "𝔘😀",
    "'\"\\`{}[]$x",
    "#12:3",
    "2019-05-01",
    "2019-05-01T10:00:00",
    "null",
    "12",
    "true",
    '{"a":1}',
    "x" * INDEXED_BYTES,
    "x" * 20_000,
)
TIMES = (datetime(1, 1, 1), datetime(9999, 12, 31), datetime(1582, 10, 10, 5), datetime(1969, 12, 31, 23, 59, 59, 999_999))
INTS = (0, -1, 2**53 + 1, 2**63 - 1, -(2**63))
FLOATS = (0.1, -0.0, 3.0, 1e308, 5e-324, 48)


def everything(seed: int = 1, each: int = 4) -> Projection:
    """Some nodes of each label and links of each type between all the labels it may join, two of them parallel."""
    chance = random.Random(seed)
    nodes = [
        Node(kind.label, {"id": f"{kind.prefix}-{n}", **_some(chance, kind.properties)})
        for kind in schema.NODES
        for n in range(each)
    ]
    by_label = {kind.label: [node for node in nodes if node.label == kind.label] for kind in schema.NODES}
    links = []
    for kind in schema.LINKS:
        for begin, end in ((a, b) for a in kind.begins for b in kind.ends):
            first, last = chance.choice(by_label[begin]).id, chance.choice(by_label[end]).id
            for copy in range(2):
                own = {"id": f"l-{kind.type}-{begin}-{end}-{copy}", **_some(chance, kind.properties)}
                links.append(Link(kind.type, begin, first, end, last, own))
    return Projection(7, tuple(nodes), tuple(links), "head")


def chain(length: int, *, sequence: int = 1, name: str = "unit") -> Projection:
    """Units in a row, each under the next. Every node carries the name, so that two of them mixed are seen."""
    nodes = [Node("Unit", {"id": f"u{n}", "name": name, "kind": "real"}) for n in range(length)]
    links = [
        Link(
            "SUBORDINATE_TO", "Unit", f"u{n}", "Unit", f"u{n + 1}", {"id": f"l{n}", "relation": "command", "conflicts": ["rank"]}
        )
        for n in range(length - 1)
    ]
    return Projection(sequence, tuple(nodes), tuple(links), f"head-{sequence}")


def renamed(projection: Projection, identifier: str, name: str) -> Projection:
    """The same with another name for one node, a journal entry later."""
    nodes = tuple(
        replace(node, properties={**node.properties, "name": name}) if node.id == identifier else node
        for node in projection.nodes
    )
    return replace(projection, nodes=nodes, sequence=projection.sequence + 1)


def _some(chance: random.Random, properties: tuple[schema.Property, ...]) -> Properties:
    return {p.name: _value(chance, p) for p in properties if p.name != "id" and chance.random() < 0.8}


def _value(chance: random.Random, declared: schema.Property) -> Value:
    if declared.type == "texts":
        return [chance.choice(TEXTS[:-2]) for _ in range(chance.randrange(4))]
    if declared.type == "times":
        return [_time(chance) for _ in range(chance.randrange(4))]
    if declared.type == "time":
        return _time(chance)
    if declared.type == "int":
        return chance.choice(INTS)
    if declared.type == "float":
        return chance.choice(FLOATS)
    if declared.type == "bool":
        return chance.random() < 0.5
    return chance.choice(TEXTS[:-1] if declared.indexed else TEXTS)


def _time(chance: random.Random) -> datetime:
    return chance.choice((*TIMES, datetime(2012, 5, 1) + timedelta(hours=chance.randrange(50_000))))
