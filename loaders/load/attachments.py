"""Files that a sheet names and that lie beside it: interviews, papers, photographs. They are kept with it, byte for byte."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from graph.said.claim import Claim, row_of
from loaders.load.cells import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graph.said.claim import Mention

Named: TypeAlias = "tuple[Mention, str, str]"
"""The mention of a source, the name of its file as the sheet has it, and the place in the sheet."""

MISSING = "names a file that does not lie beside the sheet; the source stays unheld"
OUTSIDE = "names a file outside the sheet's folder; it was not read"
UNREADABLE = "names a file by a name that none can have, or one that cannot be read; the source stays unheld"
LARGEST = 512 * 1024 * 1024
TOO_LARGE = f"names a file larger than {LARGEST // 1024**2} MB; the source stays unheld"


@dataclass(slots=True)
class Attached:
    """Files to be kept, by their SHA-256; claims that their sources are held; and what is odd about others."""

    files: dict[str, Path] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def attach(folder: Path, named: Iterable[Named]) -> Attached:
    """Looks for each named file in the folder of the sheet. Whatever a name is, it is odd at most: the row is loaded."""
    attached = Attached()
    for mention, name, place in named:
        try:
            path = (folder / name).resolve()
            odd = _odd(path, folder)
            sha256 = "" if odd else _sha256(path)
        except (OSError, ValueError, RuntimeError):  # too long, a sign no name can have, not to be read, a loop of links
            odd = UNREADABLE
        if odd:
            attached.issues.append(Issue(row_of(place), None, odd))
            continue
        attached.files[sha256] = path
        for prop, value in (("sha256", sha256), ("held", True)):
            attached.claims.append(Claim(mention.id, prop, value, name, place, mention.id))
    return attached


def _odd(path: Path, folder: Path) -> str | None:
    if not path.is_relative_to(folder):
        return OUTSIDE
    if not path.is_file():
        return MISSING
    return TOO_LARGE if path.stat().st_size > LARGEST else None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
