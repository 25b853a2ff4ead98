"""Room on disk for what does not fit into memory: inside the case, its owner's alone, and gone when it is left."""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX: Final = "spilled-"
_LEFT_BEHIND: Final = 24 * 3600.0
"""Seconds after which room that nobody has touched belonged to a process that was killed."""


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A new folder in this one, removed however it is left; and with it what a killed process left there days ago."""
    for old in folder.glob(f"{_PREFIX}*"):
        with suppress(FileNotFoundError):  # another process has just left it
            if time.time() - old.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(old, ignore_errors=True)
    room = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))  # mkdtemp: mode 0700
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)
