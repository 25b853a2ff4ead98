"""Finding or starting the server of a case, holding a lease on it, ending it."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, cast

from graph.engine import bolt
from graph.engine.arcadedb import files
from graph.engine.arcadedb.child import DAMAGED, TAKEN
from graph.errors import EngineError
from graph.kept.private import make_folder

if TYPE_CHECKING:
    from pathlib import Path

    from neo4j import Driver

IDLE_SECONDS = "LINKAGE_IDLE_SECONDS"
"""The environment variable that says how long a server stays after its last client; ten minutes where it is not set."""

START_SECONDS = 30
READ_SECONDS = 1.0
"""How long a server that answers may take to read a query: one that has no memory left may not answer at all."""
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


class Damaged(Exception):  # a state, not a failure: the caller projects anew
    """The files of the database are not what was built."""


class Server:
    """A lease on a running server: it stays up at least until `close`."""

    def __init__(self, folder: Path, stream: Any, address: Mapping[str, Any]) -> None:
        self.folder, self.address = folder, address
        self.token: str = address["token"]
        self.seconds = float(address["seconds"])
        """The server ends a query by itself after this time."""
        self._stream = stream
        self._driver: Driver | None = None
        self._mutex = threading.Lock()

    @property
    def driver(self) -> Driver:
        """The driver, connected when first used."""
        with self._mutex:
            if self._driver is None:
                self._driver = bolt.connect(f"bolt://127.0.0.1:{self.address['bolt']}", ("root", self.address["password"]))
            return self._driver

    @property
    def listed(self) -> bool:
        """Whether this is still the server the folder names: it may have been deleted, and another one started."""
        address = _address(self.folder)
        return address is not None and address.get("token") == self.token

    def fault(self, database: str, query: str) -> str | None:
        """What the engine says against the query, without running it; None where nothing, or where it answers no more."""
        try:
            connection = socket.create_connection(("127.0.0.1", self.address["control"]), timeout=READ_SECONDS)
            with connection, connection.makefile("rw", encoding="utf-8") as stream:
                told = _request(stream, self.address, "read", database=database, query=query).get("fault")
        except (OSError, ValueError, AttributeError):
            return None
        return told if isinstance(told, str) else None

    def stop(self) -> None:
        """Ask it to end, and let go."""
        with contextlib.suppress(OSError, ValueError):
            _request(self._stream, self.address, "stop")
        self.close()

    def close(self) -> None:
        """Let go; the server stays until it is idle."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None
        with contextlib.suppress(OSError):
            self._stream.close()


def lease(folder: Path, seconds: float) -> Server:
    """A lease on the server of this folder, started where none is running. Damaged, or EngineError where it does not start."""
    begun, pause = time.monotonic(), 0.005
    child: subprocess.Popen[bytes] | None = None
    starts, rescued = 0, False
    while (server := _find(folder)) is None:
        waited = time.monotonic() - begun
        ended = None if child is None else child.poll()
        if ended == DAMAGED:
            raise Damaged
        if waited > START_SECONDS or (starts > 3 and ended not in (None, 0, TAKEN)):
            raise EngineError("the embedded graph server did not start: try again; README.md says on which computers it runs")
        if not rescued and waited > START_SECONDS / 2:
            rescued = True  # it is wedged, or its server.json was deleted
            end_holder(folder)
        if child is None or ended is not None:
            child = _spawn(folder, "serve", str(_idle()), str(seconds))
            starts += ended != TAKEN  # another process won the race: its server is about to answer
            if starts == 1:
                import neo4j  # noqa: F401  # a sixth of a second, while the child starts
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)
    return server


def running(folder: Path) -> bool:
    """Whether a process serves this folder."""
    lock = files.try_lock(folder / files.SERVER_LOCK)
    if lock is not None:
        lock.close()
    return lock is None


def ended(folder: Path) -> bool:
    """Whether no process serves this folder any more: one that dies lets go of its connections a moment before its lock."""
    for _ in range(10):
        if not running(folder):
            return True
        time.sleep(0.05)
    return False


def end_holder(folder: Path) -> None:
    """End the process that holds server.lock. A pid in a lock that is held is alive and ours; any other may be anybody's."""
    try:
        if running(folder):
            os.kill(int((folder / files.SERVER_LOCK).read_text("utf-8")), _KILL)
    except (OSError, ValueError):
        return


@contextmanager
def private(folder: Path) -> Iterator[Driver]:
    """A server of our own on this folder's databases, without a time limit: for reading everything back."""
    root = f"{files.BUILDING}/{secrets.token_hex(8)}"
    make_folder(folder / root)
    child = _spawn(folder, "private", root, pipes=True)
    try:
        line = cast("IO[bytes]", child.stdout).readline()
        if not line:
            raise EngineError("the embedded graph server did not start: try again; README.md says on which computers it runs")
        address = json.loads(line)
        with bolt.connect(f"bolt://127.0.0.1:{address['bolt']}", ("root", address["password"])) as driver:
            yield driver
    finally:
        child.kill()
        child.communicate()
        shutil.rmtree(folder / root, ignore_errors=True)


def _idle() -> float:
    try:
        return float(os.environ.get(IDLE_SECONDS, "600"))
    except ValueError:
        raise EngineError(f"{IDLE_SECONDS} must be a number of seconds") from None


def _spawn(folder: Path, *arguments: str, pipes: bool = False) -> subprocess.Popen[bytes]:
    return process(folder, "graph.engine.arcadedb.child", *arguments, pipes=pipes)


def process(folder: Path, module: str, *arguments: str, pipes: bool = False) -> subprocess.Popen[bytes]:
    """One of our modules as a process, in this folder, silent, without our secrets and deaf to our terminal's Ctrl-C."""
    pipe = subprocess.PIPE if pipes else subprocess.DEVNULL
    started = subprocess.Popen(
        [sys.executable, "-I", "-m", module, *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")},
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    threading.Thread(target=started.wait, daemon=True).start()  # it may outlive us; where it does not, it leaves no zombie
    return started


def _find(folder: Path) -> Server | None:
    """The running server, if there is one that knows its token: no file, a dead pid, another program on that port are none.

    Nor is the server of the folder this one was copied from: it holds the lock there, not here.
    """
    address = _address(folder)
    try:
        if address is None or not running(folder):
            return None
        connection = socket.create_connection(("127.0.0.1", address["control"]), timeout=2)
        with connection:
            stream = connection.makefile("rw", encoding="utf-8")
        if _request(stream, address, "hello")["pid"] == address["pid"]:
            return Server(folder, stream, address)
        stream.close()
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return None


def _address(folder: Path) -> dict[str, Any] | None:
    try:
        address = json.loads((folder / files.SERVER).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return address if isinstance(address, dict) else None


def _request(stream: Any, address: Mapping[str, Any], what: str, **more: str) -> Any:
    stream.write(json.dumps({"token": address["token"], "do": what, **more}) + "\n")
    stream.flush()
    return json.loads(stream.readline())
