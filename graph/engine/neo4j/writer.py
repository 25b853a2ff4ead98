"""A difference written in numbered batches, each in one transaction with the marker, each exactly once.

A connection may be lost while a transaction is committed, and nobody then knows whether it was. The marker does: it carries
the writer's token and the number of the last batch, so a batch that is run again finds that it is done. It also shows when
a second writer came between.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from graph.engine import Marker, limits
from graph.engine.neo4j import statements, sums
from graph.errors import EngineError
from graph.progress import Progress

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Session

    from graph.engine.neo4j.difference import Changes
    from graph.engine.neo4j.marker import HeldGraph
    from graph.projection import Link, Node, Projection

Sessions: TypeAlias = "Callable[[], Session]"
Work: TypeAlias = "Callable[[ManagedTransaction], object]"
Moving: TypeAlias = "tuple[object, int]"
"""A row that is written, and by how much it moves the sum of what stands there."""

BATCH = 2000
TRIES = 5

LOCK = "MERGE (m:Projection {id: 'linkage'}) REMOVE m.lock"
WHERE = "MATCH (m:Projection) RETURN m.writer, m.batch"
BEGIN = "MATCH (m:Projection) SET m = {id: 'linkage', case: $case, writer: $writer, towards: $sequence}"
FINISH = "MATCH (m:Projection) SET m += $marker REMOVE m.towards"
DONE = "MATCH (m:Projection) SET m.batch = $batch, m.sum = $sum"

BETWEEN = "another process is publishing to the same database; wait for it and publish again"


class Writer:
    """One publish. `before`: the marker from before all was read that the difference rests on; `there`: the sum of that."""

    def __init__(self, sessions: Sessions, before: HeldGraph | None, there: int) -> None:
        self._sum = there
        self._sessions = sessions
        self._before = (None, None) if before is None else (before.writer, before.batch)
        self._token = secrets.token_hex(16)
        self._batch = 0

    def begin(self, projection: Projection) -> None:
        """From now on the marker is null. The first batch, too, is run only once."""
        begun = {"writer": self._token, "sequence": projection.sequence, "case": projection.case}
        self._once(lambda tx: tx.run(BEGIN, begun).consume())

    def write(self, change: Changes, progress: Progress | None) -> None:
        """Everything of the difference."""
        done = 0
        for statement, batch in _batches(change):
            rows, moved = [row for row, _ in batch], sum(by for _, by in batch)
            self._once(lambda tx, statement=statement, rows=rows: tx.run(statement, rows=rows).consume(), moved)  # type: ignore[misc]
            done += len(rows)
            if progress is not None:
                progress("writing", done, len(change))

    def finish(self, marker: Marker, projection: Projection) -> None:
        """Say what the database holds."""
        properties = {
            "graph": marker.hashes.graph,
            "facts": marker.hashes.facts,
            "sequence": marker.sequence,
            "head": marker.head,
            "shape": marker.shape,
            "nodes": len(projection.nodes),
            "links": len(projection.links),
        }
        self._once(lambda tx: tx.run(FINISH, marker=properties).consume())

    def _once(self, work: Work, moved: int = 0) -> None:
        """Run the next batch, which moves the sum by so much; where its connection is lost, look whether it was committed, and
        else run it again."""
        from neo4j.exceptions import ServiceUnavailable, SessionExpired

        self._batch += 1
        self._sum = sums.moved(self._sum, moved)
        for last in (*(False,) * (TRIES - 1), True):
            try:
                with self._sessions() as session:
                    session.execute_write(self._numbered, work)
                return
            except (ServiceUnavailable, SessionExpired):
                if last:
                    raise
                time.sleep(0.5)

    def _numbered(self, tx: ManagedTransaction, work: Work) -> None:
        tx.run(LOCK).consume()  # two writers wait for one another here
        writer, batch = tx.run(WHERE).single(strict=True).values()
        if (writer, batch) == (self._token, self._batch):
            return
        if (writer, batch) != (self._before if self._batch == 1 else (self._token, self._batch - 1)):
            raise EngineError(BETWEEN)
        work(tx)
        tx.run(DONE, batch=self._batch, sum=sums.text(self._sum)).consume()


def prepare(session: Session) -> None:
    """Indexes for finding what is set and removed, and for the saved queries; made once a database."""
    there = set(session.run(statements.NAMES).single(strict=True)[0])
    missing = [statement for name, statement in statements.INDEXES.items() if name not in there]
    for statement in missing:
        session.run(statement).consume()
    if missing:
        session.run(statements.AWAIT).consume()


def _batches(change: Changes) -> Iterator[tuple[str, list[Moving]]]:
    """Statements and their rows. Links go before their ends, and come after them."""
    nodes, links = change.there.nodes, change.there.links

    yield from _grouped(
        (statements.LINK_REMOVED[kind], (identifier, _by(None, links[identifier]))) for kind, identifier in change.links_removed
    )
    yield from _grouped(
        (statements.NODE_REMOVED[label], (identifier, _by(None, nodes[identifier]))) for label, identifier in change.nodes_removed
    )
    yield from _grouped(
        (statements.NODE_CREATED[node.label], (_row(node.label, node), _by(sums.of_node(node), None)))
        for node in change.nodes_created
    )
    yield from _grouped(
        (statements.NODE_SET[node.label], (_row(node.label, node), _by(sums.of_node(node), nodes[node.id])))
        for node in change.nodes_set
    )
    yield from _grouped(
        (
            statements.LINK_CREATED[link.type, link.begin_label, link.end_label],
            ({"begin": link.begin, "end": link.end, "own": _row(link.type, link)}, _by(sums.of_link(link), None)),
        )
        for link in change.links_created
    )
    yield from _grouped(
        (statements.LINK_SET[link.type], (_row(link.type, link), _by(sums.of_link(link), links[link.id])))
        for link in change.links_set
    )


def _by(after: bytes | None, before: tuple[object, bytes] | None) -> int:
    """By how much a record moves the sum."""
    return (int.from_bytes(after) if after else 0) - (int.from_bytes(before[1]) if before else 0)


def _row(kind: str, record: Node | Link) -> dict[str, object]:
    return limits.written(kind, record.properties)


def _grouped(rows: Iterable[tuple[str, Moving]]) -> Iterator[tuple[str, list[Moving]]]:
    for statement, same in groupby(sorted(rows, key=itemgetter(0)), key=itemgetter(0)):
        while batch := [row for _, row in islice(same, BATCH)]:
            yield statement, batch
