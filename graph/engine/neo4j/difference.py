"""What must be removed, created and set so that a database holds a projection."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph import schema
from graph.engine import bolt
from graph.engine.neo4j import sums
from graph.engine.neo4j.marker import ALTERED, FOREIGN, check_case
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
    there: There = field(default_factory=lambda: There())  # noqa: PLW0108 - the class is defined below
    """What stands in the database before."""

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
    """Read everything that is there and compare. IntegrityError where it is not all Linkage's, and of this case."""
    check_ours(run, held, projection.case)
    there = There()
    hashes = there.read(run, progress)
    if held is not None and held.marker is not None and held.marker.hashes.graph != hashes.graph:
        raise IntegrityError(ALTERED)
    if held is not None and held.marker is None and held.sum != sums.text(there.sum):
        raise IntegrityError(ALTERED)
    return there.towards(projection)


def check_ours(run: bolt.Run, held: HeldGraph | None, case: str) -> None:
    """IntegrityError where the database can be seen not to be this case's, without reading all of it."""
    if held is None and run("MATCH (n) RETURN count(n)", {}).single()[0]:
        raise IntegrityError(FOREIGN)
    check_case(held, case)


class There:
    """What a database holds, by id, as digests: enough to see what changed."""

    def __init__(self) -> None:
        self.nodes: dict[str, tuple[str, bytes]] = {}
        self.links: dict[str, tuple[tuple[str, str, str], bytes]] = {}

    @property
    def sum(self) -> int:
        """Of all that is there."""
        return sums.total(digest for part in (self.nodes, self.links) for _, digest in part.values())

    def read(self, run: bolt.Run, progress: Progress | None) -> Hashes:
        """Remember all that is there, and give its hashes. IntegrityError for anything that the schema does not know."""
        return bolt.read_back(run, progress, seen_node=self._node, seen_link=self._link)

    def towards(self, projection: Projection) -> Changes:
        """What to do. A node that changes its label is another node, and so are then its links."""
        change = Changes(there=self)
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
            elif self.nodes[node.id][1] != sums.of_node(node):
                change.nodes_set.append(node)
        for identifier, (place, _) in self.links.items():
            if identifier not in links or _place(links[identifier]) != place or anew.intersection(place[1:]):
                change.links_removed.append((place[0], identifier))
        gone = {identifier for _, identifier in change.links_removed}
        for link in projection.links:
            if link.id not in self.links or link.id in gone:
                change.links_created.append(link)
            elif self.links[link.id][1] != sums.of_link(link):
                change.links_set.append(link)
        return change

    def _node(self, node: Node) -> None:
        if node.label not in schema.NODE or node.id in self.nodes:
            raise IntegrityError(FOREIGN)
        self.nodes[node.id] = node.label, sums.of_node(node)

    def _link(self, link: Link) -> None:
        if link.type not in schema.LINK or link.id in self.links:
            raise IntegrityError(FOREIGN)
        self.links[link.id] = _place(link), sums.of_link(link)


def _place(link: Link) -> tuple[str, str, str]:
    return link.type, link.begin, link.end
