"""The embedded engine as the rest of Linkage sees it."""

from __future__ import annotations

import importlib.metadata
import shutil
import threading
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Self

from graph import canonical
from graph.engine import Marker, Result, bolt, limits
from graph.engine.alarm import Alarm
from graph.engine.arcadedb import files, publish, server
from graph.engine.slip import slip
from graph.errors import EngineError, IntegrityError, OverrunError
from graph.kept.private import make_folder
from graph.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from graph.projection import Hashes, Projection

SECONDS = 30.0
"""How long a query may take on a server that is started before one is asked."""

GRACE_SECONDS = 2.0
"""So long after its time a query is ended by ending the server, where the server did not end it by itself."""

LOST = "the query ended the embedded graph server twice, most often because memory ran out"
CUT = "the connection to the embedded graph server was lost twice, though it had not ended; it is started anew: ask again"
MOVED = "the graph was built again in the meantime; ask again"
ALTERED = "the graph was not what the journal says, and is set aside: the next command builds it anew"
NOTHING = "the case has no graph yet, or it was removed; the next command builds it again"


class ArcadeEngine:
    """A case's graph in its own folder, served to all commands by one child process."""

    name = "embedded"

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self._server: server.Server | None = None
        self._shown: files.Current | None = None
        self._mutex = threading.RLock()
        self._alarm = Alarm()
        self._reader = files.Reader(self.folder)

    def marker(self) -> Marker | None:
        """What is held, or None: nothing, or files that are not what was built.

        Sizes are looked at each time, hashes whenever a server starts.
        """
        self._shown = None
        current = files.read_current(self.folder)
        if current is None or not files.whole(self.folder, current):
            return None
        try:
            self._serving(0)
        except server.Damaged:
            return None
        self._shown = current
        return current.marker

    def check(self, projection: Projection) -> None:
        """Within what a graph can hold; the folder is the case's own. EngineError where not."""
        limits.check(projection)

    def publish(self, projection: Projection, *, progress: Progress | None = None) -> Marker:
        """Build a new database, read it back, compare, and serve it from then on. The served one is not touched."""
        limits.check(projection)
        marker = Marker(canonical.hashes(projection.nodes, projection.links), projection.sequence, projection.head)
        make_folder(self.folder)
        with publish.alone(self.folder):
            before = files.read_current(self.folder)
            if before is not None and before.marker == marker and files.intact(self.folder, before):
                self._shown = before
                return marker
            files.sweep(self.folder, {before.name} if before is not None else set())
            name = publish.build(self.folder, projection, progress)
            if publish.read_back(self.folder, name, progress) != marker.hashes:
                shutil.rmtree(self.folder / files.DATABASES / name, ignore_errors=True)
                raise IntegrityError("what the embedded graph server holds differs from what it was given; nothing was changed")
            self._shown = files.switch(self.folder, name, marker)
            if not server.running(self.folder):
                files.sweep(
                    self.folder, {name}
                )  # else the one before stays for its readers, until the server or a publisher ends
        return marker

    def ask(self, cypher: str, parameters: Mapping[str, object], *, seconds: float, rows: int) -> Result:
        """Run one reading query. Where the server is lost under it, which costs it nothing, once more on the next one.

        Whoever saw the marker of a graph is answered from that one, also when another is served meanwhile, or not at all.
        A server that ran out of memory or time is ended, and so is one that lives but lost the query: it may keep a lock for
        ever, and let every later question wait in vain (ArcadeDB does, where memory runs out in a query: seen with 26.11).
        """
        import neo4j.exceptions

        died = 0
        for last in (False, True):
            serving, current = self._current(seconds)
            overrun = threading.Event()
            grace = GRACE_SECONDS if serving.seconds <= seconds else 0
            try:
                with (
                    self._alarm.after(seconds + grace, partial(self._overrun, overrun)),
                    serving.driver.session(database=current.name, fetch_size=min(rows + 1, bolt.FETCH)) as session,
                ):
                    return bolt.answer(session.run, cypher, parameters, rows)
            except neo4j.exceptions.Neo4jError as error:
                if bolt.unknown(error) and not overrun.is_set() and (fault := serving.fault(current.name, cypher)):
                    raise slip(fault) from None
                lost = overrun.is_set() or bolt.unserved(error)
                if not lost and (last or (serving.listed and files.whole(self.folder, current))):
                    raise bolt.failure(error) from None
                if lost:
                    self._end(serving)
                if overrun.is_set() or bolt.timed_out(error):
                    raise bolt.too_long(seconds) from None
                if lost and (last or not bolt.transient(error)):
                    raise bolt.failure(error) from None
            except (neo4j.exceptions.DriverError, OSError):
                died = died + 1 if server.ended(self.folder) else died
                self._end(serving)
                if overrun.is_set():
                    raise bolt.too_long(seconds) from None
                if last:
                    raise OverrunError(LOST) if died == 2 else EngineError(CUT) from None
            self._drop(serving)  # ended, or the database was removed before it was opened
        raise AssertionError("the second attempt returns or raises")

    def check_free(self) -> None:
        """Always: a server with such a query is ended."""

    def unbounded(self) -> Sequence[str]:
        """None: it is started with its bounds."""
        return ()

    def explain(self, cypher: str, parameters: Mapping[str, object]) -> Sequence[str] | None:
        """None: the server cannot say while it serves read-only."""
        return None

    def read_back(self) -> Hashes:
        """The hashes of what is really there, by a server started for that alone."""
        current = files.read_current(self.folder)
        if current is None:
            raise EngineError(NOTHING)
        return publish.read_back(self.folder, current.name)

    def version(self) -> str:
        """Of the library, which is the server too: nothing is started."""
        return f"ArcadeDB {importlib.metadata.version('arcadedb')}"

    def distrust(self) -> str:
        """Serve this database no more: the next command builds it anew."""
        (self.folder / files.CURRENT).unlink(missing_ok=True)
        self.stop()
        return ALTERED

    def stop(self) -> None:
        """End the server instead of leaving it until it is idle: before a case folder is moved, and after a test."""
        with self._mutex:
            try:
                if (self.folder / files.SERVER).exists():
                    self._serving(0).stop()
            except (server.Damaged, EngineError):
                server.end_holder(self.folder)
            self._server = None

    def close(self) -> None:
        """Let go; the server stays until it is idle."""
        with self._mutex:
            if self._server is not None:
                self._server.close()
                self._server = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *unused: object) -> None:
        self.close()

    def _current(self, seconds: float) -> tuple[server.Server, files.Current]:
        """The database to ask: the one whose marker the caller saw, else the one that is served."""
        current, shown = self._reader.current(), self._shown
        if current is None:
            raise EngineError(NOTHING)
        if shown is not None and shown.marker != current.marker:
            current = shown
        if not files.whole(self.folder, current):
            raise EngineError(NOTHING if shown is None else MOVED)
        try:
            return self._serving(seconds), current
        except server.Damaged:
            raise EngineError("the files of the graph were damaged; the next command builds it again") from None

    def _serving(self, seconds: float) -> server.Server:
        """Our lease, on a server that lets a query take this long."""
        with self._mutex:
            if self._server is not None and not self._server.listed:
                self.close()
            if self._server is None:
                self._server = server.lease(self.folder, max(seconds, SECONDS))
            if self._server.seconds < seconds:
                self._server.stop()
                self._server = server.lease(self.folder, seconds)
            return self._server

    def _drop(self, lost: server.Server) -> None:
        with self._mutex:
            if self._server is lost:
                self.close()

    def _end(self, lost: server.Server) -> None:
        """End this server, unless another one serves by now."""
        if lost.listed:
            server.end_holder(self.folder)
        self._drop(lost)

    def _overrun(self, overrun: threading.Event) -> None:
        overrun.set()
        server.end_holder(self.folder)
