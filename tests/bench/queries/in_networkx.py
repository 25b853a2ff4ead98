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
        for person, _, told in _at(world, given["station"], "HELD_AT", (begin, end))
    ]
    return sum(1 for a, b in combinations(stays, 2) if a[0] != b[0] and a[1] < b[2] and b[1] < a[2])


def holders_of_command(world: Graph[str], given: dict[str, Any]) -> int:
    """How many were posted to the unit on the day."""
    return sum(1 for _ in _at(world, given["unit"], "POSTED_TO", _period(given)))


def commanders_at_station(world: Graph[str], given: dict[str, Any]) -> int:
    """How many were posted to the units based there in the period, or to any unit above them."""
    asked = _period(given)
    based = {unit for unit, _, _ in _at(world, given["station"], "BASED_AT", asked)}
    return len(_commanders(world, based, asked))


def commanders_for_event(world: Graph[str], given: dict[str, Any]) -> int:
    """The same of the units that were at the event, or based where it happened."""
    event = world.nodes[given["event"]]
    asked = event["possible_from"], event["possible_to"]
    units = {unit for unit, _, told in world.in_edges(given["event"], data=True) if told["type"] == "ALLEGED_IN"}
    for _, station, told in world.out_edges(given["event"], data=True):
        if told["type"] == "OCCURRED_AT":
            units |= {unit for unit, _, _ in _at(world, station, "BASED_AT", asked)}
    return len(_commanders(world, {unit for unit in units if world.nodes[unit]["label"] == "Unit"}, asked))


def co_detained_with(world: Graph[str], given: dict[str, Any]) -> int:
    """How many stays of others share a moment with a stay of the person at one station."""
    return sum(
        1
        for _, station, stay in world.out_edges(given["person"], data=True)
        if stay["type"] == "HELD_AT"
        for other, _, _ in _at(world, station, "HELD_AT", (stay["possible_from"], stay["possible_to"]))
        if other != given["person"]
    )


def co_detained_everywhere(world: Graph[str], given: dict[str, Any]) -> int:
    """How many pairs of stays share a moment of the period, at any station."""
    return sum(
        co_detained(world, {**given, "station": node}) for node, told in world.nodes(data=True) if told["label"] == "Station"
    )


def operation_footprint(world: Graph[str], given: dict[str, Any]) -> int:
    """How many chains lead up from the units alleged in events of the period."""
    asked = _period(given)
    return sum(
        1
        for node, told in world.nodes(data=True)
        if told["label"] == "Event" and told["possible_from"] < asked[1] and asked[0] < told["possible_to"]
        for unit, _, alleged in world.in_edges(node, data=True)
        if alleged["type"] == "ALLEGED_IN" and world.nodes[unit]["label"] == "Unit"
        for _ in _paths(world, unit, asked, world.out_edges)
    )


QUESTIONS: dict[str, Callable[[Graph[str], dict[str, Any]], int]] = {
    "command/chain_up": chain_up,
    "command/chain_down": chain_down,
    "command/lowest_common_superior": lowest_common_superior,
    "command/holders_of_command": holders_of_command,
    "command/commanders_at_station": commanders_at_station,
    "command/commanders_for_event": commanders_for_event,
    "command/operation_footprint": operation_footprint,
    "colocation/co_detained": co_detained,
    "colocation/co_detained_with": co_detained_with,
    "colocation/co_detained_everywhere": co_detained_everywhere,
}


def _at(world: Graph[str], node: str, kind: str, asked: tuple[datetime, datetime]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Links of one kind that lead to a node and share a moment of the period."""
    begin, end = asked
    for link in world.in_edges(node, data=True):
        told = link[2]
        if told["type"] == kind and told["possible_from"] < end and begin < told["possible_to"]:
            yield link


def _commanders(world: Graph[str], units: set[str], asked: tuple[datetime, datetime]) -> set[str]:
    above = {path[-1] for unit in units for path in _paths(world, unit, asked, world.out_edges)}
    return {person for unit in above for person, _, _ in _at(world, unit, "POSTED_TO", asked)}


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
