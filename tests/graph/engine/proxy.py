"""A Bolt connection that breaks when it hurts most."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message as it goes over the wire: two bytes long, a structure without fields, its end."""
RUN = b"\xb3\x10"
"""How a statement begins on the wire: a structure of three fields, and which one. No text that tests write holds these bytes."""


class Proxy:
    """Passes everything on, and cuts the connection at the messages of one kind whose numbers are given.

    `before` cuts without passing the message on; else the server gets it, and only its answer is lost. `instead` is done in
    place of a cut: the server is killed, which ends the connection too.
    """

    def __init__(
        self, uri: str, cut: set[int], *, before: bool, kind: bytes = COMMIT, instead: Callable[[], object] | None = None
    ) -> None:
        self.target = (urlsplit(uri).hostname, urlsplit(uri).port)
        self.cut, self.before, self.kind, self.instead = cut, before, kind, instead
        self.messages = 0
        self.mutex = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        """Until the listener is closed."""
        with contextlib.suppress(OSError):
            while True:
                client = self.listener.accept()[0]
                try:
                    server = socket.create_connection(self.target)
                except OSError:  # it was killed: who asks is turned away, as by its own port
                    client.close()
                    continue
                lost = threading.Event()
                threading.Thread(target=self.pass_on, args=(client, server, lost, True), daemon=True).start()
                threading.Thread(target=self.pass_on, args=(server, client, lost, False), daemon=True).start()

    def hits(self, data: bytes) -> bool:
        """Whether a message is in it at which the connection is cut."""
        with self.mutex:
            first, self.messages = self.messages + 1, self.messages + data.count(self.kind)
            return any(number in self.cut for number in range(first, self.messages + 1))

    def pass_on(self, source: socket.socket, target: socket.socket, lost: threading.Event, asks: bool) -> None:
        """One direction."""
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if asks and self.hits(data):
                    lost.set()
                    if self.instead is not None:
                        self.instead()
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
def cutting(
    uri: str, cut: set[int], *, before: bool, kind: bytes = COMMIT, instead: Callable[[], object] | None = None
) -> Iterator[Proxy]:
    """A proxy before this server."""
    proxy = Proxy(uri, cut, before=before, kind=kind, instead=instead)
    thread = threading.Thread(target=proxy.serve, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        with contextlib.suppress(OSError):
            proxy.listener.shutdown(socket.SHUT_RDWR)
        proxy.listener.close()
        thread.join()
