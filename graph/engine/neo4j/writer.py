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
from graph.engine.neo4j import statements
from graph.errors import EngineError
from graph.progress import Progress

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Session

    from graph.engine.neo4j.difference import Changes
    from graph.engine.neo4j.marker import HeldGraph
    from graph.projection import Link, Node

Sessions: TypeAlias = "Callable[[], Session]"
Work: TypeAlias = "Callable[[ManagedTransaction], object]"

BATCH = 2000
TRIES = 5

LOCK = "MERGE (m:Projection {id: 'linkage'}) REMOVE m.lock"
WHERE = "MATCH (m:Projection) RETURN m.writer, m.batch"
BEGIN = "MATCH (m:Projection) SET m = {id: 'linkage', writer: $writer, towards: $sequence}"
FINISH = "MATCH (m:Projection) SET m += $marker REMOVE m.towards"
DONE = "MATCH (m:Projection) SET m.batch = $batch"

BETWEEN = "another process is publishing to the same database; wait for it and publish again"


class Writer:
    """One publish. `before` is the marker from before everything was read that the difference rests on."""

    def __init__(self, sessions: Sessions, before: HeldGraph | None) -> None:
        self._sessions = sessions
        self._before = (None, None) if before is None else (before.writer, before.batch)
        self._token = secrets.token_hex(16)
        self._batch = 0

    def begin(self, sequence: int) -> None:
        """From now on the marker is null. The first batch, too, is run only once."""
        self._once(lambda tx: tx.run(BEGIN, writer=self._token, sequence=sequence).consume())

    def write(self, change: Changes, progress: Progress | None) -> None:
        """Everything of the difference."""
        done = 0
        for statement, rows in _batches(change):
            self._once(lambda tx, statement=statement, rows=rows: tx.run(statement, rows=rows).consume())  # type: ignore[misc]
            done += len(rows)
            if progress is not None:
                progress("writing", done, len(change))

    def finish(self, marker: Marker) -> None:
        """Say what the database holds."""
        properties = {
            "graph": marker.hashes.graph,
            "facts": marker.hashes.facts,
            "sequence": marker.sequence,
            "head": marker.head,
            "shape": marker.shape,
        }
        self._once(lambda tx: tx.run(FINISH, marker=properties).consume())

    def _once(self, work: Work) -> None:
        """Run the next batch; where its connection is lost, look whether it was committed, and else run it again."""
        from neo4j.exceptions import ServiceUnavailable, SessionExpired

        self._batch += 1
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
        tx.run(DONE, batch=self._batch).consume()


def prepare(session: Session) -> None:
    """Indexes for finding what is set and removed, and for the saved queries; made once a database."""
    there = set(session.run(statements.NAMES).single(strict=True)[0])
    missing = [statement for name, statement in statements.INDEXES.items() if name not in there]
    for statement in missing:
        session.run(statement).consume()
    if missing:
        session.run(statements.AWAIT).consume()


def _batches(change: Changes) -> Iterator[tuple[str, list[object]]]:
    """Statements and their rows. Links go before their ends, and come after them."""
    yield from _grouped((statements.LINK_REMOVED[kind], identifier) for kind, identifier in change.links_removed)
    yield from _grouped((statements.NODE_REMOVED[label], identifier) for label, identifier in change.nodes_removed)
    yield from _grouped((statements.NODE_CREATED[node.label], _row(node.label, node)) for node in change.nodes_created)
    yield from _grouped((statements.NODE_SET[node.label], _row(node.label, node)) for node in change.nodes_set)
    yield from _grouped(
        (
            statements.LINK_CREATED[link.type, link.begin_label, link.end_label],
            {"begin": link.begin, "end": link.end, "own": _row(link.type, link)},
        )
        for link in change.links_created
    )
    yield from _grouped((statements.LINK_SET[link.type], _row(link.type, link)) for link in change.links_set)


def _row(kind: str, record: Node | Link) -> dict[str, object]:
    return limits.written(kind, record.properties)


def _grouped(rows: Iterable[tuple[str, object]]) -> Iterator[tuple[str, list[object]]]:
    for statement, same in groupby(sorted(rows, key=itemgetter(0)), key=itemgetter(0)):
        while batch := [row for _, row in islice(same, BATCH)]:
            yield statement, batch
