"""Who is protected: everyone a leaked name could harm, unless a person's decision lifts it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph import schema

if TYPE_CHECKING:
    from graph.project.docket import Docket
    from graph.projection import Node


def shield(docket: Docket, nodes: list[Node]) -> list[Node]:
    """The nodes, every Person with `protected` true or false.

    A testimony that was withdrawn and a detention that is denied make no link; whom they name is in no less danger.
    """
    identity = docket.state.identity
    complaints = {n.id for n in nodes if n.label == "Proceeding" and n.properties.get("kind") == "complaint"}
    exposed: set[str] = set()
    for mention in docket.state.mentions.values():
        if mention.begin is None or mention.end is None:
            continue
        begin, end = identity.root(mention.begin), identity.root(mention.end)
        if mention.what in schema.MAKES_PROTECTED or (mention.what == "MADE_BY" and begin in complaints):
            exposed |= {begin, end}
    decided = {identity.root(mention): protected for mention, protected in docket.state.protection.items()}  # the last stands
    return [
        replace(n, properties={**n.properties, "protected": decided.get(n.id, n.id in exposed)}) if n.label == "Person" else n
        for n in nodes
    ]
