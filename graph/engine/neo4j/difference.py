"""What must be removed, created and set so that a database holds a projection."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph import canonical, schema
from graph.engine import bolt
from graph.engine.neo4j.marker import FOREIGN
from graph.errors import IntegrityError
from graph.progress import Progress

if TYPE_CHECKING:
    from graph.engine.neo4j.marker import HeldGraph
    from graph.projection import Hashes, Link, Node, Projection


@dataclass(frozen=True, slots=True)
class Changes:
    """In the order in which it is written: an end must be there before its link, and gone only after it."""

    links_removed: list[tuple[str, str]] = field(default_factory=list)
    """Type and id."""
    nodes_removed: list[tuple[str, str]] = field(default_factory=list)
    """Label and id."""
    nodes_created: list[Node] = field(default_factory=list)
    nodes_set: list[Node] = field(default_factory=list)
    links_created: list[Link] = field(default_factory=list)
    links_set: list[Link] = field(default_factory=list)

    def __len__(self) -> int:
        return sum(
            len(part)
            for part in (
                self.links_removed,
                self.nodes_removed,
                self.nodes_created,
                self.nodes_set,
                self.links_created,
                self.links_set,
            )
        )


def difference(run: bolt.Run, held: HeldGraph | None, projection: Projection, progress: Progress | None) -> Changes:
    """Read everything that is there and compare. IntegrityError where it is not all Linkage's."""
    if held is None and run("MATCH (n) RETURN count(n)", {}).single()[0]:
        raise IntegrityError(FOREIGN)
    there = There()
    hashes = there.read(run, progress)
    if held is not None and held.marker is not None and held.marker.hashes.graph != hashes.graph:
        raise IntegrityError("the database was changed by somebody else since the last publish; empty it and publish again")
    return there.towards(projection)


class There:
    """What a database holds, by id, as digests: enough to see what changed."""

    def __init__(self) -> None:
        self.nodes: dict[str, tuple[str, bytes]] = {}
        self.links: dict[str, tuple[tuple[str, str, str], bytes]] = {}

    def read(self, run: bolt.Run, progress: Progress | None) -> Hashes:
        """Remember all that is there, and give its hashes. IntegrityError for anything that the schema does not know."""
        return bolt.read_back(run, progress, seen_node=self._node, seen_link=self._link)

    def towards(self, projection: Projection) -> Changes:
        """What to do. A node that changes its label is another node, and so are then its links."""
        change = Changes()
        nodes = {node.id: node for node in projection.nodes}
        links = {link.id: link for link in projection.links}
        anew = set()
        for identifier, (label, _) in self.nodes.items():
            if identifier not in nodes or nodes[identifier].label != label:
                change.nodes_removed.append((label, identifier))
                anew.add(identifier)
        for node in projection.nodes:
            if node.id not in self.nodes or node.id in anew:
                change.nodes_created.append(node)
            elif self.nodes[node.id][1] != _digest(canonical.node_line(node)):
                change.nodes_set.append(node)
        for identifier, (place, _) in self.links.items():
            if identifier not in links or _place(links[identifier]) != place or anew.intersection(place[1:]):
                change.links_removed.append((place[0], identifier))
        gone = {identifier for _, identifier in change.links_removed}
        for link in projection.links:
            if link.id not in self.links or link.id in gone:
                change.links_created.append(link)
            elif self.links[link.id][1] != _digest(canonical.link_line(link)):
                change.links_set.append(link)
        return change

    def _node(self, node: Node) -> None:
        if node.label not in schema.NODE or node.id in self.nodes:
            raise IntegrityError(FOREIGN)
        self.nodes[node.id] = node.label, _digest(canonical.node_line(node))

    def _link(self, link: Link) -> None:
        if link.type not in schema.LINK or link.id in self.links:
            raise IntegrityError(FOREIGN)
        self.links[link.id] = _place(link), _digest(canonical.link_line(link))


def _place(link: Link) -> tuple[str, str, str]:
    return link.type, link.begin, link.end


def _digest(line: str) -> bytes:
    return hashlib.sha256(line.encode()).digest()
