"""Whoever says "it was not done to me" denies what was done: an event of which every victim is denied is denied itself.

An event of which no victim is told is as sure as its times, and so is one that somebody suffered, whoever else denies it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from graph.projection import Node, Projection


def with_denied_events(projection: Projection) -> Projection:
    """The same world, in which each event that is denied says so, as a denied link does."""
    victims: defaultdict[str, list[bool]] = defaultdict(list)
    for link in projection.links:
        if link.type == "SUFFERED":
            victims[link.end].append(bool(link.properties.get("disputed")))

    def told(node: Node) -> Node:
        if node.label != "Event":
            return node
        own = {name: value for name, value in node.properties.items() if name != "disputed"}
        return replace(node, properties={**own, "disputed": True} if victims[node.id] and all(victims[node.id]) else own)

    return replace(projection, nodes=tuple(map(told, projection.nodes)))
