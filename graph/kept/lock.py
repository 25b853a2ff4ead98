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
    from typing import IO

PATIENCE = 5.0
"""Seconds a second writer waits before it says who holds the case."""


@contextmanager
def locked(path: Path, who: str, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the case for writing. BusyError names the holder where it is not free in time."""
    with path.open("a+", encoding="utf-8") as handle:
        begun = time.monotonic()
        while not _take(handle):
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
            _release(handle)


if os.name == "nt":  # pragma: no cover - tried on Windows by hand
    import msvcrt

    def _take(handle: IO[str]) -> bool:
        handle.seek(1 << 20)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        except OSError:
            return False
        return True

    def _release(handle: IO[str]) -> None:
        handle.seek(1 << 20)
        msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined, unused-ignore]

else:
    import fcntl

    def _take(handle: IO[str]) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _release(handle: IO[str]) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
