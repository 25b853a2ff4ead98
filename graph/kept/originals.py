"""Every loaded file, byte for byte, filed under its SHA-256. Written once, read-only, never touched again."""

from __future__ import annotations

import hashlib
import os
import secrets
from typing import TYPE_CHECKING

from graph.errors import IntegrityError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Originals:
    """The folder `originals/ab/cdef…`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where the file of this hash lies, or would lie."""
        return self.folder / sha256[:2] / sha256[2:]

    def keep(self, content: bytes) -> str:
        """File these bytes and return their hash. Kept already, they are compared, not written again."""
        sha256 = hashlib.sha256(content).hexdigest()
        target = self.path(sha256)
        if target.exists():
            if target.read_bytes() != content:
                raise IntegrityError(f"the original {sha256[:12]}… was changed after it was kept: restore it from a backup")
            return sha256
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part = target.with_name(f".part-{secrets.token_hex(8)}")
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400), "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(target.parent)
        sync_folder(self.folder)
        return sha256

    def read(self, sha256: str) -> bytes:
        """The bytes as they were loaded. IntegrityError where they are gone or changed."""
        try:
            content = self.path(sha256).read_bytes()
        except OSError:
            raise IntegrityError(f"the original {sha256[:12]}… is missing: restore it from a backup") from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise IntegrityError(f"the original {sha256[:12]}… was changed: restore it from a backup")
        return content

    def all(self) -> Iterator[str]:
        """The hash of everything kept."""
        for path in sorted(self.folder.glob("??/*")):
            if not path.name.startswith(".part-"):
                yield path.parent.name + path.name

    def sweep(self) -> None:
        """Take away what a writer that died left half-written. Only for who holds the case's lock."""
        for part in self.folder.glob("??/.part-*"):
            part.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename inside a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
