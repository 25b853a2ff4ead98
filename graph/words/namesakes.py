"""Different things of one name in one answer: what a reader needs to tell them apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.answer import NodeValue


def told_apart(nodes: Iterable[NodeValue]) -> dict[str, str]:
    """By id, the names of those that share theirs: with when each was born, where that differs, else with the id."""
    by_name: defaultdict[str, dict[str, NodeValue]] = defaultdict(dict)
    for node in nodes:
        by_name[node.name][node.id] = node
    return {
        node.id: f"{name} ({beside})"
        for name, namesakes in by_name.items()
        if len(namesakes) > 1
        for node, beside in zip(namesakes.values(), _beside([*namesakes.values()]), strict=True)
    }


def _beside(namesakes: list[NodeValue]) -> list[str]:
    born = [str(node.properties.get("born") or "") for node in namesakes]
    if all(born) and len(set(born)) == len(born):
        return [f"born {when}" for when in born]
    return [node.id for node in namesakes]
