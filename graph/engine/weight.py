"""How much of an answer may come over the wire: whoever reads it must not run out of memory.

Rows are counted as they come; but one row may be as large as a server's memory. The driver has no bound of its own. Where its
inside is not what we know, nothing is weighed.
"""

from __future__ import annotations

from typing import Any

MOST_BYTES = 32 * 1024 * 1024
"""Of one answer on the wire. In memory that is up to eight times as much."""


class TooHeavyError(OSError):
    """More came than may come: to the driver, the connection is broken."""


class Weighed:
    """A connection's socket that breaks once an answer is too large."""

    def __init__(self, socket: Any) -> None:
        self._socket, self.taken = socket, 0

    def recv_into(self, buffer: Any, nbytes: int) -> int:
        """As the socket does, as long as there is room."""
        received: int = self._socket.recv_into(buffer, nbytes)
        self.taken += received
        if self.taken > MOST_BYTES:
            raise TooHeavyError("the answer is too large")
        return received

    @property
    def too_heavy(self) -> bool:
        """Whether it broke for this."""
        return self.taken > MOST_BYTES

    def __getattr__(self, name: str) -> Any:
        return getattr(self._socket, name)


def weigh(found: Any) -> Weighed | None:
    """Counts from now on what comes for this result of the driver. None where the driver cannot do so."""
    inbox = getattr(getattr(found, "_connection", None), "inbox", None)
    if inbox is None or not hasattr(inbox, "_socket"):
        return None
    held = inbox._socket
    socket = held._socket if isinstance(held, Weighed) else held
    inbox._socket = Weighed(socket)
    return inbox._socket  # type: ignore[no-any-return]
