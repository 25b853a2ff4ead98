"""One writer at a time. The kernel lets go of the lock when its holder dies."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.errors import BusyError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO, Any

PATIENCE = 5.0
"""Seconds a second writer waits before it says who holds the case."""


@contextmanager
def locked(path: Path, who: str, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the case for writing. BusyError names the holder where it is not free in time."""
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8") as handle:
        begun = time.monotonic()
        while not take(handle):
            if time.monotonic() - begun > patience:
                handle.seek(0)
                holder = handle.read().strip() or "another process"
                raise BusyError(f"the case is being written to by {holder}: wait until that command has ended, then try again")
            time.sleep(0.05)
        handle.seek(0)
        handle.truncate()
        handle.write(f"{who} (process {os.getpid()})")
        handle.flush()
        try:
            yield
        finally:
            handle.seek(0)
            handle.truncate()
            release(handle)


if os.name == "nt":  # pragma: no cover - tried on Windows by hand
    import msvcrt

    def take(handle: IO[Any] | int) -> bool:
        """Whether this open file is now held by us, until it is closed or released. A byte far beyond its text is locked."""
        assert not isinstance(handle, int)  # noqa: S101 - folders cannot be held here
        handle.seek(1 << 20)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        except OSError:
            return False
        handle.seek(0)
        return True

    def release(handle: IO[Any] | int) -> None:
        """Let go of it."""
        assert not isinstance(handle, int)  # noqa: S101 - see take
        handle.seek(1 << 20)
        msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined, unused-ignore]

else:
    import fcntl

    def take(handle: IO[Any] | int) -> bool:
        """Whether this open file or folder is now held by us, until it is closed or released."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def release(handle: IO[Any] | int) -> None:
        """Let go of it."""
        fcntl.flock(handle, fcntl.LOCK_UN)
