"""A Neo4j server as the rest of Linkage sees it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar

from graph import canonical
from graph.engine import Marker, Result, bolt, limits
from graph.engine.neo4j import bounds
from graph.engine.neo4j import marker as markers
from graph.engine.neo4j.difference import check_ours, difference
from graph.engine.neo4j.failure import failure
from graph.engine.neo4j.waiting import given_up_after
from graph.engine.neo4j.writer import Writer, prepare
from graph.errors import EngineError, IntegrityError
from graph.kept.address import server_at
from graph.progress import Progress

if TYPE_CHECKING:
    from neo4j import BookmarkManager, Driver, Session

    from graph.projection import Hashes, Projection

T = TypeVar("T")

GRACE_SECONDS = 2.0
"""So long after its time a question is given up, where the server did not end it: Neo4j looks at the time between rows only."""

MOVED = "the graph was published again in the meantime; ask again"
UNFINISHED = "the graph on the server is not whole: a publish is under way, or was stopped; publish again"


class Neo4jEngine:
    """A case's graph on a server, in the database that the address names, else in the server's default one.

    `auth` is user and password, or None where the server asks for none.
    """

    def __init__(self, uri: str, auth: tuple[str, str] | None) -> None:
        self.name = uri
        self._server = server_at(uri)
        self._auth = auth
        self._mutex = threading.Lock()
        self._marker: Marker | None = None
        self._whole: markers.HeldGraph | None = None
        """What the server said it holds, whole, when it was last looked at."""
        self._open: tuple[Driver, BookmarkManager] | None = None

    def marker(self) -> Marker | None:
        """What the server says it holds, or None: nothing, or a publish that was not finished."""
        with self._failures():
            held = self._read(lambda session: markers.held(session.run))
        self._marker = held.marker if held else None
        self._whole = held if self._marker else None
        return self._marker

    def check(self, projection: Projection) -> None:
        """The server is reached, and its database holds this case or nothing. IntegrityError, EngineError where not."""
        limits.check(projection)
        with self._failures():
            self._read(lambda session: check_ours(session.run, markers.held(session.run), projection.case))

    def publish(self, projection: Projection, *, progress: Progress | None = None) -> Marker:
        """Write the difference between what is held and this projection, read everything back, then set the marker.

        IntegrityError where the database holds another case, or anything that Linkage did not write: it is left as it was.
        """
        limits.check(projection)
        marker = Marker(canonical.hashes(projection.nodes, projection.links), projection.sequence, projection.head)
        with self._failures():
            self._whole = None
            before = self._read(lambda session: markers.held(session.run))
            change = self._read(lambda session: difference(session.run, before, projection, progress))
            if before is not None and before.marker == marker and not len(change):
                self._marker = marker
                return marker
            with self._session() as session:
                prepare(session)
            writer = Writer(self._session, before, change.there.sum)
            writer.begin(projection)
            writer.write(change, progress)
            if self._read(lambda session: bolt.read_back(session.run, progress)) != marker.hashes:
                raise IntegrityError(
                    "what the graph server holds differs from what it was given; empty its database, publish again"
                )
            writer.finish(marker, projection)
        self._marker = marker
        return marker

    def ask(self, cypher: str, parameters: Mapping[str, object], *, seconds: float, rows: int) -> Result:
        """Run one reading query between two looks at the marker: what is answered comes from one whole projection.

        The look before may be that after an earlier question: the marker is another after every transaction that writes.
        Whoever saw the marker of a graph is answered from that one or not at all.
        """
        from neo4j.exceptions import Neo4jError

        def answer(session: Session) -> Result:
            with session.begin_transaction(timeout=seconds) as tx:
                before = self._whole or markers.held(tx.run)
                result = bolt.answer(tx.run, cypher, parameters, rows)
                after = markers.held(tx.run)
                self._whole = after if after is not None and after.marker is not None else None
                if before is None or before.marker is None or self._whole is None:
                    raise EngineError(UNFINISHED)
                if self._whole != before or self._marker not in (None, before.marker):
                    raise EngineError(MOVED)
                return result

        with self._failures():
            try:
                return given_up_after(seconds + GRACE_SECONDS, partial(self._read, answer))
            except Neo4jError as error:
                if bolt.timed_out(error):
                    raise bolt.too_long(seconds) from None
                raise
            except TimeoutError:
                self._leave()
                raise bolt.too_long(seconds) from None

    def check_free(self) -> None:
        """Nobody's query is still at work after its time. EngineError where one is: Neo4j cannot end it, nor can we."""
        with self._failures():
            if self._read(lambda session: bounds.unstopped(session.run)):
                raise EngineError(bounds.UNSTOPPED)

    def unbounded(self) -> Sequence[str]:
        """What whoever runs the server should set."""
        with self._failures():
            return self._read(lambda session: bounds.unset(session.run))

    def explain(self, cypher: str, parameters: Mapping[str, object]) -> Sequence[str] | None:
        """The operators of the plan, from the last step to the first."""
        with self._failures():
            plan = self._read(lambda session: session.run(f"EXPLAIN {cypher}", dict(parameters)).consume().plan)
        return None if plan is None else list(_operators(plan))

    def read_back(self) -> Hashes:
        """The hashes of what is really there, record by record."""
        with self._failures():
            return self._read(lambda session: bolt.read_back(session.run))

    def version(self) -> str:
        """As the server calls itself."""
        with self._failures(), self._session(reads=True) as session:
            return str(session.run("RETURN 1").consume().server.agent).replace("/", " ")

    def distrust(self) -> str:
        """Mark the graph as altered, so that nobody is answered from it any more. What to do then."""
        self._marker = self._whole = None
        with self._failures(), self._session() as session:
            session.execute_write(lambda tx: markers.note_altered(tx.run))
        return markers.ALTERED

    def close(self) -> None:
        """Let go of the connection."""
        with self._mutex:
            if self._open is not None:
                self._open[0].close()
                self._open = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def _leave(self) -> None:
        """Leave the connection to whoever still waits at it, and open another one for what is asked next."""
        with self._mutex:
            self._open = None

    def _read(self, reading: Callable[[Session], T]) -> T:
        """What the reading gives; once more where the connection was lost under it, which costs nothing."""
        from neo4j.exceptions import ServiceUnavailable, SessionExpired

        try:
            with self._session(reads=True) as session:
                return reading(session)
        except (ServiceUnavailable, SessionExpired):
            with self._session(reads=True) as session:
                return reading(session)

    def _session(self, *, reads: bool = False) -> Session:
        """A session that sees at least what this engine has seen or written, on whichever member of a cluster."""
        import neo4j

        with self._mutex:
            if self._open is None:
                self._open = bolt.connect(self._server.uri, self._auth), neo4j.GraphDatabase.bookmark_manager()
            driver, bookmarks = self._open
        mode = neo4j.READ_ACCESS if reads else neo4j.WRITE_ACCESS
        return driver.session(
            database=self._server.database, default_access_mode=mode, bookmark_manager=bookmarks, fetch_size=bolt.FETCH
        )

    @contextmanager
    def _failures(self) -> Iterator[None]:
        """The driver's errors as ours: by their kind and code, since their words quote the query."""
        from neo4j.exceptions import DriverError, Neo4jError

        try:
            yield
        except (Neo4jError, DriverError, OSError) as error:
            raise failure(error, self._server, password=self._auth is not None) from None


def _operators(plan: Any) -> Iterator[str]:
    yield str(plan["operatorType"]).partition("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)
