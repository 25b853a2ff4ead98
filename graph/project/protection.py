"""Who is protected: everyone a leaked name could harm, unless a person's decision lifts it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph import schema
from graph.said.claim import PROTECTED

if TYPE_CHECKING:
    from graph.project.docket import Docket
    from graph.projection import Node


def shield(docket: Docket, nodes: list[Node]) -> list[Node]:
    """The nodes, every Person with `protected` true or false. Which links protect whom is said by their declarations.

    A testimony that was withdrawn and a detention that is denied make no link; whom they name is in no less danger. A link whose
    other end cannot be read is none either: its load claims that the person is protected. Where nobody says whether a link
    protects, it does.
    """
    identity = docket.state.identity
    properties = {node.id: node.properties for node in nodes}
    exposed = {docket.entity(held.claim.about) for held in docket.state.claims if held.claim.property == PROTECTED}
    for mention in docket.state.mentions.values():
        if mention.begin is None or mention.end is None:
            continue
        kind = schema.LINK[mention.what]
        begin, end = identity.root(mention.begin), identity.root(mention.end)
        if kind.protects_if is not None:
            name, value = kind.protects_if
            if properties.get(begin, {}).get(name) not in (None, value):
                continue
        exposed.update(kind.exposes(begin, end))
    decided = {identity.root(mention): protected for mention, protected in docket.state.protection.items()}  # the last stands
    return [
        replace(n, properties={**n.properties, "protected": decided.get(n.id, n.id in exposed)}) if n.label == "Person" else n
        for n in nodes
    ]
