"""The same questions in plain networkx, as somebody would write them who has the graph in memory: no grades, no gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Any

import networkx

if TYPE_CHECKING:
    from graph.projection import Projection

Graph = networkx.MultiDiGraph
ALL_TIME = (datetime(1, 1, 1), datetime(9999, 12, 31))


def graph(projection: Projection) -> Graph[str]:
    """Nodes by id, links keyed by id with all their properties."""
    found: Graph[str] = networkx.MultiDiGraph()
    for node in projection.nodes:
        found.add_node(node.id, label=node.label, **{k: v for k, v in node.properties.items() if k != "id"})
    for link in projection.links:
        found.add_edge(
            link.begin, link.end, key=link.id, type=link.type, **{k: v for k, v in link.properties.items() if k != "type"}
        )
    return found


def chain_up(world: Graph[str], given: dict[str, Any]) -> int:
    """How many paths of command links lead up from the unit on the day."""
    return sum(1 for _ in _paths(world, given["unit"], _period(given), world.out_edges))


def chain_down(world: Graph[str], given: dict[str, Any]) -> int:
    """How many lead down."""
    return sum(1 for _ in _paths(world, given["unit"], _period(given), world.in_edges))


def lowest_common_superior(world: Graph[str], given: dict[str, Any]) -> int:
    """How many units stood above all of them on the day."""
    above = [{path[-1] for path in _paths(world, unit, _period(given), world.out_edges)} for unit in given["units"]]
    return len(set.intersection(*above))


def co_detained(world: Graph[str], given: dict[str, Any]) -> int:
    """How many pairs of stays at the station share a moment of the period."""
    begin, end = _period(given)
    stays = [
        (person, max(begin, told["possible_from"]), min(end, told["possible_to"]))
        for person, _, told in world.in_edges(given["station"], data=True)
        if told["type"] == "HELD_AT" and told["possible_from"] < end and begin < told["possible_to"]
    ]
    return sum(1 for a, b in combinations(stays, 2) if a[0] != b[0] and a[1] < b[2] and b[1] < a[2])


QUESTIONS: dict[str, Callable[[Graph[str], dict[str, Any]], int]] = {
    "command/chain_up": chain_up,
    "command/chain_down": chain_down,
    "command/lowest_common_superior": lowest_common_superior,
    "colocation/co_detained": co_detained,
}


def _paths(world: Graph[str], unit: str, asked: tuple[datetime, datetime], edges: Any) -> Iterator[list[str]]:
    """Simple paths of command links that have a moment of the period in common, the unit itself first."""

    def on(path: list[str], begin: datetime, end: datetime) -> Iterator[list[str]]:
        yield path
        if len(path) > 12:
            return
        for lower, upper, told in edges(path[-1], data=True):
            other = upper if lower == path[-1] else lower
            if told["type"] != "SUBORDINATE_TO" or told["relation"] != "command" or other in path:
                continue
            since, until = max(begin, told["possible_from"]), min(end, told["possible_to"])
            if since < until:
                yield from on([*path, other], since, until)

    return on([unit], *asked)


def _period(given: dict[str, Any]) -> tuple[datetime, datetime]:
    if "on" in given:
        begin = datetime.fromisoformat(given["on"])
        return begin, begin + timedelta(days=1)
    if "from" in given:
        return datetime.fromisoformat(given["from"]), datetime.fromisoformat(given["to"]) + timedelta(days=1)
    return ALL_TIME
