"""What decides what a graph holds, as one name: a graph of another shape is projected anew before anything is asked or leaves.

A new kind, a new property, another rule of the projection; and also whom a link protects: a graph made before that would give
away real names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from graph.schema import LINKS, NODES, LinkKind, NodeKind, Property

RULES = 3
"""Raised whenever the projection makes something else of the same claims and decisions: what a denial meets, what is one link."""


def shape(nodes: Iterable[NodeKind], links: Iterable[LinkKind], rules: int = RULES) -> str:
    """The name of what these declare. What only people read, such as meanings, is no part of it."""
    declared = [(node.label, node.timing, node.evidence, _held(node)) for node in nodes]
    joined = [(link.type, link.timing, link.evidence, link.protects, link.protects_if, link.once, _held(link)) for link in links]
    return hashlib.sha256(repr((declared, joined, rules)).encode()).hexdigest()[:16]


def _held(kind: NodeKind | LinkKind) -> list[tuple[object, ...]]:
    return [(p.name, p.type, p.ordered, p.indexed, p.discriminates) for p in kind.properties]


SHAPE = shape(NODES, LINKS)
"""That of this release."""

RETIRED: dict[str, Property] = {"claims": Property("claims", "texts")}
"""What an earlier release wrote and this one does not: read where a server still holds it, never written."""
