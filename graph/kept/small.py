"""What is read whole, from a case or from outside: settings, mappings, queries, keys, seals, proofs. It is small, and a file."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 1024**2


def read_small(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file of at most so many; OSError where it is none."""
    with open_regular(path) as file:
        large = os.fstat(file.fileno()).st_size > most
        content = b"" if large else file.read(most + 1)
    if large or len(content) > most:
        raise OSError(errno.EFBIG, f"larger than {most // 1024} KB", str(path))
    return content


def open_regular(path: Path) -> BinaryIO:
    """A regular file, to be read. OSError where it is none: a pipe or a device would be waited for."""
    # O_NONBLOCK: opening a pipe must not wait for its writer. Windows has neither flag.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return os.fdopen(handle, "rb")
