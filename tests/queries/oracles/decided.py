"""A world after its review: what was decided to be one is one thing, and every link that one of them had is its own.

Nothing is left open, so whatever a query counts of it is a number that may be true.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graph.projection import Node, Projection
from tests.queries.oracles.decisions import Decision
from tests.queries.oracles.denied_events import with_denied_events


def decided(projection: Projection, decision: Decision) -> Projection:
    """The world in which this is how it was decided."""

    def one(thing: str) -> str:
        return decision.get(thing, thing)

    members: dict[str, list[Node]] = {}
    for node in projection.nodes:
        members.setdefault(one(node.id), []).append(node)
    links = (replace(link, begin=one(link.begin), end=one(link.end)) for link in projection.links)
    return with_denied_events(
        Projection(
            projection.sequence,
            tuple(_joined(id_, nodes) for id_, nodes in members.items()),
            tuple(link for link in links if link.begin != link.end),
        )
    )


def _joined(id_: str, nodes: list[Node]) -> Node:
    """Who is named by one source is named; a unit that one of them can name is known. All else is as the first has it."""
    first = next(node for node in nodes if node.id == id_)
    if len(nodes) == 1:
        return first
    properties: dict[str, Any] = dict(first.properties)
    if first.label == "Person" and any(node.properties.get("identified") != "described" for node in nodes):
        properties["identified"] = "named"
    if first.label == "Unit" and (
        kinds := [node.properties["kind"] for node in nodes if node.properties.get("kind") != "unknown"]
    ):
        properties["kind"] = kinds[0]
    return replace(first, properties=properties)
