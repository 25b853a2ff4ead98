"""Python reads this as it starts, in each process that is watched: logs at DEBUG go to one file, foreign addresses to another."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

LOCAL = ("127.", "::1", "localhost", "0.0.0.0", "/", "\x00")
ASKED = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0, "socket.gethostbyname": 0}
"""Where in the arguments of an event the address stands."""


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event not in ASKED:
        return
    address = arguments[ASKED[event]]
    host = address[0] if isinstance(address, tuple) else address
    text = host.decode("utf-8", "replace") if isinstance(host, bytes) else str(host or "localhost")
    if not text.startswith(LOCAL):
        with Path(os.environ["WATCHED_FOREIGN"]).open("a", encoding="utf-8") as file:
            file.write(f"{event} {text}\n")
        raise OSError("only this computer itself is to be spoken to")


sys.addaudithook(_watch)
logging.basicConfig(filename=os.environ["WATCHED_LOG"], level=logging.DEBUG)
logging.getLogger("watched").debug("started")
