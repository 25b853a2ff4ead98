"""Who is protected: everyone a leaked name could harm, unless a person's decision lifts it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph import schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.projection import Link, Node
    from graph.state import State


def shield(state: State, nodes: list[Node], links: Iterable[Link]) -> list[Node]:
    """The nodes, every Person with `protected` true or false."""
    complaints = {n.id for n in nodes if n.label == "Proceeding" and n.properties.get("kind") == "complaint"}
    exposed: set[str] = set()
    for link in links:
        if link.type in schema.MAKES_PROTECTED or (link.type == "MADE_BY" and link.begin in complaints):
            exposed |= {link.begin, link.end}
    decided = {state.identity.root(mention): protected for mention, protected in state.protection.items()}
    return [
        replace(n, properties={**n.properties, "protected": decided.get(n.id, n.id in exposed)}) if n.label == "Person" else n
        for n in nodes
    ]
