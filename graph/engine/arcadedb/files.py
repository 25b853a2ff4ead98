"""What lies in the graph folder, and who may touch it.

    current       which database is served, what it holds, the size and SHA-256 of each of its files
    databases/N   one folder a projection, never changed after it was built
    building/     a database before it is finished
    server.json   0600: where the server listens, its password and token; a hint, verified by asking
    server.lock   held by the server for life, so held means alive; its text is the server's pid
    publish.lock  held by whoever publishes
    log/ config/  the engine's own; emptied at each start

All of it may be deleted at any time: the journal is the truth.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, TextIO

from graph.engine import Marker
from graph.kept.lock import take
from graph.kept.private import put_file
from graph.projection import Hashes

if TYPE_CHECKING:
    from pathlib import Path

CURRENT, SERVER, SERVER_LOCK, PUBLISH_LOCK = "current", "server.json", "server.lock", "publish.lock"
DATABASES, BUILDING, LOG, CONFIG = "databases", "building", "log", "config"


@dataclass(frozen=True, slots=True)
class Current:
    """The database that is served."""

    name: str
    marker: Marker
    files: dict[str, tuple[int, str]]


def read_current(folder: Path) -> Current | None:
    """What `current` says, or None where it is missing or makes no sense."""
    try:
        text = json.loads((folder / CURRENT).read_text("utf-8"))
        hashes, shape = Hashes(text["graph"], text["facts"]), str(text.get("shape", ""))
        marker = Marker(hashes, int(text["sequence"]), str(text["head"]), shape)
        return Current(str(text["name"]), marker, {name: (int(size), str(sha)) for name, (size, sha) in text["files"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


class Reader:
    """Of one folder what `current` says, read again only where it is another file than before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: tuple[tuple[int, int, int], Current | None] | None = None

    def current(self) -> Current | None:
        """As `read_current`. The file is only ever replaced as a whole."""
        try:
            found = (self._folder / CURRENT).stat()
        except OSError:
            return None
        file = found.st_ino, found.st_mtime_ns, found.st_size
        if self._read is None or self._read[0] != file:
            self._read = file, read_current(self._folder)
        return self._read[1]


def switch(folder: Path, name: str, marker: Marker) -> Current:
    """Serve this database from now on: one atomic replacement. A running server opens it when first asked for it."""
    current = Current(name, marker, manifest(folder / DATABASES / name))
    entry = {"sequence": marker.sequence, "head": marker.head, "shape": marker.shape}
    text = {"name": name, **asdict(marker.hashes), **entry, "files": current.files}
    put_file(folder / CURRENT, json.dumps(text, sort_keys=True).encode())
    return current


def manifest(database: Path) -> dict[str, tuple[int, str]]:
    """Size and SHA-256 of each file of a finished database. Served read-only, they never change."""
    found = {}
    for path in sorted(database.iterdir()):
        with path.open("rb") as file:
            found[path.name] = (path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())
    return found


def whole(folder: Path, current: Current) -> bool:
    """Whether the files are all there in their recorded sizes: quick, for every command."""
    try:
        with os.scandir(folder / DATABASES / current.name) as entries:
            sizes = {entry.name: entry.stat().st_size for entry in entries}
    except OSError:
        return False
    return sizes == {name: size for name, (size, _) in current.files.items()}


def intact(folder: Path, current: Current) -> bool:
    """Whether the files are byte for byte what was built."""
    try:
        return manifest(folder / DATABASES / current.name) == current.files
    except OSError:
        return False


def sweep(folder: Path, keep: set[str]) -> None:
    """Remove unfinished databases, and finished ones but these. Only for the holder of publish.lock."""
    shutil.rmtree(folder / BUILDING, ignore_errors=True)
    with contextlib.suppress(OSError):
        for old in (folder / DATABASES).iterdir():
            if old.name not in keep:
                shutil.rmtree(old, ignore_errors=True)  # Windows refuses while a server has it open: next time


def try_lock(path: Path, text: str = "") -> TextIO | None:
    """The open, locked file, or None where another process holds it. The kernel lets go when its holder dies."""
    handle = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="utf-8")
    if not take(handle):
        handle.close()
        return None
    handle.truncate(0)
    handle.write(text)
    handle.flush()
    return handle
