"""A `py2neo.Graph` on a case: to read, of one projection, by Linkage's own engine.

    with open_graph(Case.find("my-case")) as graph:
        graph.run("MATCH (u:Unit) RETURN u.name").data()

The embedded server stays up for as long as the graph is open. Whoever uses no `with` calls `graph.close()`, or leaves it to
the end of the notebook.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, Self

import py2neo
from py2neo.cypher import Cursor
from py2neo.cypher.proc import ProcedureLibrary

from graph.notebook import refusal
from graph.notebook.entities import Entities
from graph.notebook.matchers import Links, Nodes
from graph.notebook.server import CaseSchema, Service
from graph.notebook.source import Source
from graph.notebook.transaction import ReadTransaction

if TYPE_CHECKING:
    from graph.kept.case import Case

SECONDS = 30.0


def open_graph(case: Case, *, seconds: float = SECONDS) -> CaseGraph:
    """The graph of this case, projected anew first if the case has changed. A query may take so many seconds."""
    return CaseGraph(case, seconds)


class CaseGraph(py2neo.Graph):  # type: ignore[misc]  # py2neo ships no types
    """The graph of a case as one projection of it. Where the case has moved on, it says so instead of answering."""

    def __init__(self, case: Case, seconds: float = SECONDS) -> None:
        self.source = Source(case, seconds)
        self._let_go = weakref.finalize(self, self.source.close)
        self.service = Service(self.source.engine.name)
        self.__name__ = self.source.marker.hashes.graph

    def close(self) -> None:
        """Let go of the server."""
        self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.service.uri}, graph {self.name[:12]}: to read, internal>"

    def hydrated(self, rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
        """Rows with py2neo's nodes and links in them."""
        entities = self.entities(rows)
        return [[entities.plain(value) for value in row] for row in rows]

    def entities(self, values: Iterable[Any]) -> Entities:
        """The nodes and links in these values, each end of a link with all its properties."""
        entities = Entities(self)
        for node in self.source.nodes(entities.lacking(values)):
            entities.node(node)
        return entities

    def auto(self, readonly: bool = True) -> ReadTransaction:
        """Something to ask by, once or often."""
        return ReadTransaction(self)

    def begin(self, readonly: bool = True) -> ReadTransaction:
        """The same: nothing is written, so nothing begins."""
        return ReadTransaction(self)

    def commit(self, tx: ReadTransaction | None) -> None:
        """Nothing is there to commit; it is not asked again."""
        if tx is not None:
            tx._closed = True

    rollback = commit

    def query(self, cypher: str, parameters: Mapping[str, Any] | None = None, timeout: float | None = None) -> Cursor:
        """The same as `run`; the graph's own `seconds` limit it."""
        return self.run(cypher, parameters)

    @property
    def schema(self) -> CaseSchema:
        """To ask for labels and link types by."""
        return CaseSchema(self)

    @property
    def call(self) -> ProcedureLibrary:
        """To call a procedure of the server by, such as `graph.call.db.labels()`."""
        return ProcedureLibrary(self)

    @property
    def nodes(self) -> Nodes:
        """To find nodes by."""
        return Nodes(self)

    @property
    def relationships(self) -> Links:
        """To find links by."""
        return Links(self)

    def match(self, nodes: Any = None, r_type: Any = None, limit: int | None = None) -> Any:
        """The links that begin or end at these nodes."""
        return self.relationships.match(nodes, r_type).limit(limit)

    def exists(self, subgraph: py2neo.Subgraph) -> bool:
        """Whether all of it is in this graph."""
        things = [*subgraph.nodes, *subgraph.relationships]
        if any(thing.graph != self or thing.identity is None for thing in things):
            return False
        there = {node.id for node in self.source.nodes({node.identity for node in subgraph.nodes})}
        links = {link.identity for link in subgraph.relationships}
        return len(there) == len({n.identity for n in subgraph.nodes}) and len(self.relationships.get(links)) == len(links)

    def pull(self, subgraph: py2neo.Subgraph) -> None:
        """Give back to nodes and links the properties that the graph has of them."""
        mine = [thing for thing in (*subgraph.nodes, *subgraph.relationships) if thing.graph == self]
        properties = {node.id: node.properties for node in self.source.nodes({thing.identity for thing in mine})}
        properties |= {link.identity: dict(link) for link in self.relationships.get([t.identity for t in mine])}
        for thing in mine:
            thing.clear()
            thing.update(properties[thing.identity])

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        """Whatever is written to a view is lost."""
        raise refusal.refuse(refusal.READ_ONLY)

    create = delete = delete_all = merge = push = separate = update = _refuse
