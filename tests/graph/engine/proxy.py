"""A Bolt connection that breaks when it hurts most."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message as it goes over the wire: two bytes long, a structure without fields, its end."""


class Proxy:
    """Passes everything on, and cuts the connection at the commits whose numbers are given.

    `before` cuts without passing the commit on; else the server gets it, and only its answer is lost.
    """

    def __init__(self, uri: str, cut: set[int], *, before: bool) -> None:
        self.target = (urlsplit(uri).hostname, urlsplit(uri).port)
        self.cut, self.before = cut, before
        self.commits = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        """Until the listener is closed."""
        with contextlib.suppress(OSError):
            while True:
                client = self.listener.accept()[0]
                server = socket.create_connection(self.target)
                lost = threading.Event()
                threading.Thread(target=self.pass_on, args=(client, server, lost, True), daemon=True).start()
                threading.Thread(target=self.pass_on, args=(server, client, lost, False), daemon=True).start()

    def pass_on(self, source: socket.socket, target: socket.socket, lost: threading.Event, asks: bool) -> None:
        """One direction."""
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if asks and COMMIT in data:
                    self.commits += 1
                    if self.commits in self.cut:
                        lost.set()
                        if self.before:
                            break
                if not asks and lost.is_set():
                    break
                target.sendall(data)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@contextmanager
def cutting(uri: str, cut: set[int], *, before: bool) -> Iterator[Proxy]:
    """A proxy before this server."""
    proxy = Proxy(uri, cut, before=before)
    thread = threading.Thread(target=proxy.serve, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        with contextlib.suppress(OSError):
            proxy.listener.shutdown(socket.SHUT_RDWR)
        proxy.listener.close()
        thread.join()
