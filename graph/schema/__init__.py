"""What may exist in a case: kinds of nodes, kinds of links, their properties. Each is declared once, in one file of this room.

Validation of mappings, the engines' types and indexes, the canonical form, the linter of saved queries, who is protected,
exports and the page all read it. To add a kind, add one entry to the file it belongs to:

people       persons, units, postings, who answers to whom
places       stations, areas, who was based there, present there, held there
events       what happened, to whom, by whom; medical findings
proceedings  complaints, cases, orders, reports
evidence     sources, claims, casefiles, legal elements

kinds        what an entry says
choices      words that are the only values of a property
"""

from __future__ import annotations

from functools import cache

from graph.schema import events, evidence, people, places, proceedings
from graph.schema.kinds import BARE, SPAN, LinkKind, NodeKind, Property, Timing, ValueType

__all__ = ["BARE", "LINK", "LINKS", "NODE", "NODES", "SPAN", "LinkKind", "NodeKind", "Property", "Timing", "ValueType"]

_FILES = (people, places, events, proceedings, evidence)

NODES: tuple[NodeKind, ...] = tuple(kind for file in _FILES for kind in file.NODES)
LINKS: tuple[LinkKind, ...] = tuple(kind for file in _FILES for kind in file.LINKS)

NODE: dict[str, NodeKind] = {kind.label: kind for kind in NODES}
LINK: dict[str, LinkKind] = {kind.type: kind for kind in LINKS}
PREFIX: dict[str, str] = {kind.prefix: kind.label for kind in NODES}
LINK_PREFIX = "l"
INDEXED: tuple[tuple[str, str], ...] = tuple((kind.label, prop.name) for kind in NODES for prop in kind.own if prop.indexed)
"""Labels and properties, beside the ids, that nodes are looked up by."""


def kind_of(name: str) -> NodeKind | LinkKind:
    """The declaration of a label or link type. KeyError where there is none."""
    return NODE[name] if name in NODE else LINK[name]


@cache
def property_of(name: str, prop: str) -> Property:
    """The declaration of a label's or link type's property. KeyError where there is none."""
    return {declared.name: declared for declared in kind_of(name).properties}[prop]
