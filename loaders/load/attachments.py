"""Files that a sheet names and that lie beside it: interviews, papers, photographs. They are kept with it, byte for byte."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from graph.said.claim import Claim, claim_id, row_of
from loaders.load.cells import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graph.said.claim import Mention
    from loaders.load.load import Load

MISSING = "names a file that does not lie beside the sheet; the source stays unheld"
OUTSIDE = "names a file outside the sheet's folder; it was not read"
LARGEST = 512 * 1024 * 1024


def attach(load: Load, named: Iterable[tuple[Mention, str, str]]) -> None:
    """Notes each named file for keeping, and claims of its source that it is held, with its hash."""
    folder = load.path.resolve().parent
    for mention, name, place in named:
        row = row_of(place)
        path = (folder / name).resolve()
        if not path.is_relative_to(folder):
            load.issues.append(Issue(row, None, OUTSIDE))
        elif not path.is_file() or path.stat().st_size > LARGEST:
            load.issues.append(Issue(row, None, MISSING))
        else:
            sha256 = _sha256(path)
            load.attachments[sha256] = path
            cites = mention.id
            for said, value in (("sha256", sha256), ("held", True)):
                claim = Claim(mention.id, said, value, name, place, cites)
                load.claims[claim_id(claim)] = claim


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
