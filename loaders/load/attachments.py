"""Files that a sheet names and that lie beside it: interviews, papers, photographs. They are kept with it, byte for byte."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.said.claim import Claim, row_of
from loaders.load.cells import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graph.said.claim import Mention

MISSING = "names a file that does not lie beside the sheet; the source stays unheld"
OUTSIDE = "names a file outside the sheet's folder; it was not read"
LARGEST = 512 * 1024 * 1024


@dataclass(slots=True)
class Attached:
    """Files to be kept, by their SHA-256; claims that their sources are held; and what is odd about others."""

    files: dict[str, Path] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def attach(folder: Path, named: Iterable[tuple[Mention, str, str]]) -> Attached:
    """Looks for each named file in the folder of the sheet."""
    attached = Attached()
    for mention, name, place in named:
        row = row_of(place)
        path = (folder / name).resolve()
        if not path.is_relative_to(folder):
            attached.issues.append(Issue(row, None, OUTSIDE))
        elif not path.is_file() or path.stat().st_size > LARGEST:
            attached.issues.append(Issue(row, None, MISSING))
        else:
            sha256 = _sha256(path)
            attached.files[sha256] = path
            for prop, value in (("sha256", sha256), ("held", True)):
                attached.claims.append(Claim(mention.id, prop, value, name, place, mention.id))
    return attached


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
