"""Nodes, links and paths of ours as py2neo's: what is one in the case is one object here, under our id.

py2neo would look up both ends of every link with questions of its own, several each. Here the ends are given to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import py2neo

from graph import schema
from graph.answer import NodeValue, PathValue, RelValue


def label_of(id_: str) -> str | None:
    """The label of the thing that has this id, as far as the id tells."""
    return schema.PREFIX.get(id_.partition("-")[0])


class Entities:
    """py2neo's objects for the values of one answer. With a graph they are its own, and can be walked on from."""

    def __init__(self, graph: py2neo.Graph | None) -> None:
        self.graph = graph
        self._nodes: dict[str, py2neo.Node] = {}
        self._links: dict[str, py2neo.Relationship] = {}

    def lacking(self, values: Iterable[Any]) -> set[str]:
        """Ids of link ends that stand nowhere in these values as nodes. Nodes met on the way are kept."""
        ends: set[str] = set()
        for value in _parts(values):
            if isinstance(value, NodeValue):
                self.node(value)
            else:
                ends |= {value.begin, value.end}
        return ends - self._nodes.keys()

    def plain(self, value: Any) -> Any:
        """A value of an answer with every node, link and path of ours in it as py2neo's."""
        if isinstance(value, NodeValue):
            return self.node(value)
        if isinstance(value, RelValue):
            return self.link(value)
        if isinstance(value, PathValue):
            steps: list[Any] = [self.node(value.nodes[0])]
            for link, node in zip(value.links, value.nodes[1:], strict=True):
                steps += [self.link(link), self.node(node)]
            return py2neo.Path(*steps)
        if isinstance(value, list | tuple):
            return [self.plain(item) for item in value]
        if isinstance(value, Mapping):
            return {name: self.plain(item) for name, item in value.items()}
        return value

    def node(self, value: NodeValue) -> py2neo.Node:
        """The node."""
        if value.id not in self._nodes:
            labels = value.label.split(":") if value.label else ()
            self._nodes[value.id] = self._ours(py2neo.Node(*labels, **value.properties), value.id)
        return self._nodes[value.id]

    def link(self, value: RelValue) -> py2neo.Relationship:
        """The link. Two links between the same two nodes are two."""
        if value.id not in self._links:
            begin, end = self._end(value.begin), self._end(value.end)
            made = py2neo.Relationship(begin, value.type, end, **value.properties)
            self._links[value.id] = self._ours(made, value.id)
        return self._links[value.id]

    def _end(self, id_: str) -> py2neo.Node:
        """A node that a link names and no row shows has its id and its label."""
        if id_ not in self._nodes:
            self.node(NodeValue(id_, label_of(id_) or "", {"id": id_}))
        return self._nodes[id_]

    def _ours(self, entity: Any, id_: str) -> Any:
        if self.graph is not None:
            entity.graph, entity.identity = self.graph, id_
        return entity


def _parts(values: Iterable[Any]) -> Iterable[NodeValue | RelValue]:
    for value in values:
        if isinstance(value, NodeValue | RelValue):
            yield value
        elif isinstance(value, PathValue):
            yield from value.nodes
            yield from value.links
        elif isinstance(value, Mapping):
            yield from _parts(value.values())
        elif isinstance(value, list | tuple):
            yield from _parts(value)
