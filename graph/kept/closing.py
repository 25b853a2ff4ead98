"""A case is its owner's alone: whatever in it others could read is closed to them.

A folder that was there before, a copy, a file that an editor wrote: their permissions are those of the account, not ours. On
Windows the folder's own permissions hold.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final

from graph.errors import CaseError
from graph.kept.beside import WINDOWS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
"""Whatever an account that is not the owner's may do."""
DEEP: Final = frozenset({"originals", "graph"})
"""Folders with many files, all of them ours: looked into only where the case was open to others."""


def close_to_others(folder: Path) -> str | None:
    """Closes the folder of a case, and what is in it. What to say where others could have read it, else None.

    CaseError where it stays open: it is another account's, or its disk keeps no permissions.
    """
    if WINDOWS:
        return None
    was = stat.S_IMODE(folder.stat().st_mode)
    reached = bool(was & OTHERS)
    _close(folder, folder)
    closed = sum(_close(folder, path) for path in _within(folder, deep=reached))
    if not reached:
        return None
    more = f", and {closed:,} of the files and folders in it" if closed else ""
    return f"other accounts of this computer could look into the case folder (mode {was:04o}): it is closed to them now{more}"


def _within(folder: Path, *, deep: bool, top: bool = True) -> Iterator[Path]:
    """What is in a folder, but for what a link leads to."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:  # another command took it away meanwhile
        return
    for entry in entries:
        if entry.is_symlink():
            continue
        path = folder / entry.name
        yield path
        if entry.is_dir(follow_symlinks=False) and (deep or not (top and entry.name in DEEP)):
            yield from _within(path, deep=deep, top=False)


def _close(case: Path, path: Path) -> bool:
    """Whether it was open to others."""
    try:
        mode = stat.S_IMODE(path.lstat().st_mode)
        if not mode & OTHERS:
            return False
        path.chmod(mode & ~OTHERS)
        still = bool(path.lstat().st_mode & OTHERS)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _open(case, error.strerror) from None
    if still:
        raise _open(case, "its disk keeps no permissions")
    return True


def _open(case: Path, why: str | None) -> CaseError:
    return CaseError(
        f"others can read {case}, and it cannot be closed to them ({why}):"
        " let its owner run chmod -R go= on it, or move it to a disk that keeps permissions"
    )
