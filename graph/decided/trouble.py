"""What stands in the way where SQLite cannot read or write the journal: the disk, its permissions, or the file itself."""

from __future__ import annotations

import sqlite3
from typing import Final

_ROOM: Final = "there is no room left for {name}, or what this account may write is limited: make room, then try again"
_DISK: Final = "the disk with {name} could not be read or written: look at the disk before anything else, then try again"
_DENIED: Final = "{name} cannot be opened for writing, which reading needs too: look at the permissions of it and of its folder"
_BUSY: Final = "{name} is held by another program: end it, then try again"
_DAMAGED: Final = "{name} is not a journal that can be read: restore the case from a backup"
_BY_NAME: Final = (
    ("SQLITE_FULL", _ROOM),
    ("SQLITE_IOERR_SHM", _ROOM),  # the index beside the journal: it is made or made longer whenever the journal is opened
    ("SQLITE_IOERR_WRITE", _ROOM),
    ("SQLITE_IOERR_FSYNC", _ROOM),
    ("SQLITE_IOERR_TRUNCATE", _ROOM),
    ("SQLITE_IOERR", _DISK),
    ("SQLITE_CANTOPEN", _DENIED),
    ("SQLITE_READONLY", _DENIED),
    ("SQLITE_PERM", _DENIED),
    ("SQLITE_AUTH", _DENIED),
    ("SQLITE_BUSY", _BUSY),
    ("SQLITE_LOCKED", _BUSY),
)
"""By the beginning of the name that SQLite gives an error, the first that fits."""


def trouble(error: Exception, name: str) -> str:
    """One sentence, with what to do. Anything that SQLite does not put down to something else is a damaged file."""
    return in_the_way(error, name) or _DAMAGED.format(name=name)


def in_the_way(error: Exception, name: str) -> str | None:
    """The sentence, or None where the file itself is at fault."""
    code = getattr(error, "sqlite_errorname", "") if isinstance(error, sqlite3.Error) else ""
    return next((text.format(name=name) for start, text in _BY_NAME if code.startswith(start)), None)
