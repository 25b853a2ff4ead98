"""The file itself: opened once, read whole, hashed; everything later works on those bytes."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graph.errors import SourceError
from loaders.reading import bounds

LIMIT: Final = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a file, its printable name and their SHA-256."""

    name: str
    suffix: str
    data: bytes = field(repr=False)
    sha256: str


def printable(name: str) -> str:
    """A file's name safe to print: control characters, direction marks and undecodable bytes are written as escapes."""
    escaped = (c if c.isprintable() and c != "\\" else c.encode("unicode_escape", "backslashreplace").decode() for c in name)
    return "".join(escaped)


def fetch(path: Path, limit: int = LIMIT) -> Original:
    """Read a regular file. A link, folder, device or pipe is refused: what is hashed must be what was named."""
    name = printable(path.name)
    try:
        # O_NONBLOCK: opening a pipe must not wait for its writer. Windows has neither flag.
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except (OSError, ValueError) as error:
        raise _unopened(path, error) from None
    try:
        kind = os.fstat(handle)
        if not stat.S_ISREG(kind.st_mode):
            raise SourceError("not a regular file", file=name, remedy="Name one file, not a folder or device")
        if kind.st_size > limit:
            raise _too_large(name, limit)
        with os.fdopen(handle, "rb", closefd=False) as file:
            bounds.check(file, name, Path(name).suffix.casefold())
            file.seek(0)
            data = file.read(limit + 1)
    except OSError:
        raise SourceError("cannot be read to its end", file=name, remedy="Check the disk it lies on") from None
    finally:
        os.close(handle)
    if len(data) > limit:
        raise _too_large(name, limit)
    if not data:
        raise SourceError("the file is empty", file=name, remedy="Look whether it was copied completely")
    return Original(name, Path(name).suffix.casefold(), data, hashlib.sha256(data).hexdigest())


def _too_large(name: str, limit: int) -> SourceError:
    return SourceError(
        f"larger than {limit // 1024**2} MB", file=name, remedy="Split it into smaller files, each with the header"
    )


def _unopened(path: Path, error: OSError | ValueError) -> SourceError:
    name = printable(path.name) or printable(str(path))
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOENT:
        return SourceError("no such file", file=name, remedy="Check the path")
    if number == errno.ELOOP or path.is_symlink():
        return SourceError("a symbolic link", file=name, remedy="Name the file it points to")
    if number in (errno.EISDIR, errno.ENOTDIR) or (number == errno.EACCES and path.is_dir()):
        return SourceError("a folder, or inside something that is none", file=name, remedy="Name one file")
    if number in (errno.EACCES, errno.EPERM):
        return SourceError("may not be read", file=name, remedy="Check its permissions")
    return SourceError("cannot be opened", file=name, remedy="Check the path")
