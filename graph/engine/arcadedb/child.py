"""The server's process: holds the engine, speaks Bolt on loopback, and answers who is there on a control socket.

Serving a case, it holds server.lock for life, refuses damaged files, and ends when nobody has held a lease for a while,
or when server.json is no longer its own because the folder was deleted under it. Started privately, to read a database
back, it says on its standard output where it listens and ends with its standard input.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import socket
import sys
import threading
import time
from pathlib import Path
from typing import Any

from graph.engine.arcadedb import files, quiet
from graph.kept.private import put_file

TAKEN, DAMAGED = 3, 4
"""Exit codes: another process serves this case; the files are not what was built."""

SWAPS = 8
"""So many databases opened one after the other, and the server makes way for a fresh one: it never lets go of their files."""


def start(root: Path, seconds: float) -> tuple[Any, int, str]:
    """Serve the working folder's databases, read-only: the engine (it ends when dropped), its port and password.

    In READ_ONLY mode the engine refuses every write and writes nothing itself. `root` keeps what it wants to keep, which
    is removed first: a stored root user would keep the old password. HTTP cannot be switched off; it gets any port.
    """
    shutil.rmtree(root / files.CONFIG, ignore_errors=True)
    arcadedb = quiet.load(root / files.LOG, megabytes=1024, seconds=seconds)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    password = secrets.token_urlsafe(24)
    server = arcadedb.create_server(
        str(root),
        password,
        {
            "mode": "production",
            "host": "127.0.0.1",
            "http_port": 0,
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "bolt_host": "127.0.0.1",
            "bolt_port": port,
            "server_databaseDirectory": files.DATABASES,
            "server_defaultDatabaseMode": "READ_ONLY",
            "server_databaseLoadAtStartup": False,
            "server_saltIterations": 1000,
        },
    )
    server.start()
    return server, port, password


class Child:
    """The server of a case, for as long as somebody needs it."""

    def __init__(self, folder: Path, idle: float) -> None:
        self.folder, self.idle = folder, idle
        self.token = secrets.token_hex(16)
        self.leases, self.used = 0, time.monotonic()
        self.served: set[str] = set()
        self.mutex = threading.Lock()

    def run(self, seconds: float) -> None:
        """Serve until `end`."""
        lock = files.try_lock(self.folder / files.SERVER_LOCK, str(os.getpid()))
        if lock is None:
            os._exit(TAKEN)
        current = files.read_current(self.folder)
        if current is None or not files.intact(self.folder, current):
            os._exit(DAMAGED)
        self.tidy()
        self.engine, port, password = start(self.folder, seconds)
        listener = socket.create_server(("127.0.0.1", 0))
        address = {"pid": os.getpid(), "control": listener.getsockname()[1], "bolt": port, "seconds": seconds}
        secret = {"password": password, "token": self.token}
        put_file(self.folder / files.SERVER, json.dumps(address | secret).encode())
        threading.Thread(target=self.watch, daemon=True).start()
        while True:
            threading.Thread(target=self.lease, args=(listener.accept()[0],), daemon=True).start()

    def lease(self, connection: socket.socket) -> None:
        """One client, for as long as its socket is open. A line in, a line out; a wrong token ends it."""
        known = False
        try:
            with connection, connection.makefile("rw", encoding="utf-8") as stream:
                for line in stream:
                    request = json.loads(line)
                    if not secrets.compare_digest(str(request["token"]), self.token):
                        return
                    if not known:
                        known = True
                        self.count(1)
                    if request["do"] == "stop":
                        self.end()
                    said = {"fault": self.fault(request)} if request["do"] == "read" else {}
                    stream.write(json.dumps({"pid": os.getpid()} | said) + "\n")
                    stream.flush()
        except (OSError, ValueError, KeyError, TypeError):
            return
        finally:
            if known:
                self.count(-1)

    def fault(self, request: Any) -> str | None:
        """What the engine says against a query, which it reads and plans and does not run. It quotes the query."""
        try:
            self.engine.get_database(str(request["database"])).query("opencypher", f"EXPLAIN {request['query']}")
        except Exception as error:
            return str(error) if "Parsing" in str(error) or "Semantic" in str(error) else None
        return None

    def count(self, change: int) -> None:
        """One lease more or less."""
        with self.mutex:
            self.leases += change
            self.used = time.monotonic()

    def watch(self) -> None:
        """End when it is time."""
        while True:
            time.sleep(min(1.0, self.idle / 4))
            if (current := files.read_current(self.folder)) is not None:
                self.served.add(current.name)
            with self.mutex:
                unused = not self.leases and time.monotonic() - self.used > self.idle
            if unused or len(self.served) > SWAPS or not self.ours():
                self.end()

    def ours(self) -> bool:
        """Whether server.json still names this process."""
        try:
            return bool(json.loads((self.folder / files.SERVER).read_text("utf-8"))["token"] == self.token)
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def tidy(self) -> None:
        """Remove databases that are served no more, unless somebody is publishing."""
        with contextlib.suppress(OSError):
            publishing = files.try_lock(self.folder / files.PUBLISH_LOCK)
            current = files.read_current(self.folder)
            if publishing is not None and current is not None:
                files.sweep(self.folder, {current.name})
            if publishing is not None:
                publishing.close()

    def end(self) -> None:
        """End at once. Nothing of the graph is written, so nothing is lost."""
        if self.ours():
            with contextlib.suppress(OSError):
                (self.folder / files.SERVER).unlink()
            self.tidy()
        os._exit(0)


def private(root: Path) -> None:
    """Serve whoever started us, without a time limit, until they are gone."""
    engine, port, password = start(root, 0)
    sys.stdout.write(json.dumps({"bolt": port, "password": password}) + "\n")
    sys.stdout.flush()
    sys.stdin.read()
    os._exit(0 if engine else 1)


if __name__ == "__main__":
    if sys.argv[1] == "private":
        private(Path(sys.argv[2]))
    Child(Path(), float(sys.argv[2])).run(float(sys.argv[3]))
