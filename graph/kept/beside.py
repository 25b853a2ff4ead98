"""What lies beside its place until it is whole: named so that nobody else's is taken for it, held while somebody is at it.

What a process that was killed left behind is nobody's any more, and is cleared.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from graph.kept.lock import release, take

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE: Final = 0o600
FOLDER: Final = 0o700
WINDOWS: Final = os.name == "nt"
EARLIER: Final = "-earlier"
"""How the name of a folder ends in which what stood in the place is kept for the moment of the move."""
_NAME: Final = re.compile(rf"\.linkage-[0-9a-f]{{16}}({EARLIER})?")
_DAY: Final = 24 * 3600.0


def is_beside(path: Path) -> bool:
    """Whether it is something on its way to its place, or left on the way."""
    return bool(_NAME.fullmatch(path.name))


def name_beside() -> str:
    """A name that nobody else has."""
    return f".linkage-{secrets.token_hex(8)}"


def new_file(path: Path) -> BinaryIO:
    """A new file, held for as long as it is open: whoever clears the folder leaves it alone."""
    file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE), "wb")
    if not WINDOWS:
        take(file)
    return file


@contextmanager
def new_folder(parent: Path, ending: str = "") -> Iterator[Path]:
    """A new folder of ours, held while it is used."""
    folder = parent / f"{name_beside()}{ending}"
    folder.mkdir(mode=FOLDER)
    held = None if WINDOWS else os.open(folder, os.O_RDONLY)
    try:
        if held is not None:
            take(held)
        yield folder
    finally:
        if held is not None:
            os.close(held)


def clear(folder: Path) -> None:
    """Takes away what a process that was killed left in this folder; what it had moved aside goes back to its place."""
    for left in [path for path in folder.iterdir() if is_beside(path)]:
        with suppress(OSError):
            if _abandoned(left):
                if left.name.endswith(EARLIER) and left.is_dir():
                    for earlier in left.iterdir():
                        if not (folder / earlier.name).exists():
                            earlier.rename(folder / earlier.name)
                remove(left)


@contextmanager
def removed(path: Path) -> Iterator[None]:
    """Whatever happens, nothing of this name is left afterwards."""
    try:
        yield
    finally:
        remove(path)


def remove(path: Path) -> None:
    """A file or a folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(FileNotFoundError):
        if WINDOWS:
            path.chmod(FILE)  # what is read-only cannot be deleted there
        path.unlink()


def _abandoned(path: Path) -> bool:
    """Whether nobody holds it any more: the kernel lets go when a process dies."""
    if WINDOWS:  # a file that somebody writes cannot be deleted there; a folder cannot be held
        return path.is_file() or time.time() - path.stat().st_mtime > _DAY
    if path.is_symlink():
        return False
    held = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        if not take(held):
            return False
        release(held)
        return True
    finally:
        os.close(held)


def sync(folder: Path) -> None:
    """Makes what was moved or made in a folder survive a power cut, where the system can."""
    if WINDOWS:
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):  # a file system that does not know of this
            raise
    finally:
        os.close(held)
