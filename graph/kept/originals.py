"""Every loaded file, byte for byte, filed under its SHA-256. Written once, read-only, never touched again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from graph.errors import IntegrityError
from graph.kept.beside import clear, is_beside, remove
from graph.kept.private import put_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


READ_ONLY: Final = 0o400


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
        put_file(target, content, mode=READ_ONLY)
        return sha256

    def take_back(self, sha256: str) -> None:
        """For what was filed and then not entered in the journal after all."""
        remove(self.path(sha256))

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
            if not is_beside(path):
                yield path.parent.name + path.name

    def clear(self) -> None:
        """Take away what a writer that died left half-written."""
        for folder in self.folder.glob("??"):
            clear(folder)
