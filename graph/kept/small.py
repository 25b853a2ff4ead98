"""What a person writes by hand for a case: settings, mappings, queries. Such a file is small, and a file."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 1024**2


def read_small(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file of at most so many. OSError where it is none: a pipe or a device would be waited for."""
    # O_NONBLOCK: opening a pipe must not wait for its writer. Windows has neither flag.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"larger than {most // 1024} KB, which nobody writes by hand", str(path))
    return content
