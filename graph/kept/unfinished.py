"""An erasure on its way: what it takes away beside the journal is noted before the journal says so, and taken away after.

Killed before, nothing has happened; killed after, the next command that writes to the case takes away what is left. The note
holds hashes and names of files, and goes last.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from graph.decided.entry import Kind
from graph.kept.beside import remove, sync
from graph.kept.private import put_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.decided.journal import Journal

FILE = "erasing"
GRAPH = "graph"


def note(folder: Path, entry: int, paths: Iterable[Path]) -> None:
    """What goes with the entry of this number, should it come to stand: paths within the case folder."""
    listed = sorted(path.relative_to(folder).as_posix() for path in paths)
    put_file(folder / FILE, json.dumps({"entry": entry, "paths": listed}, ensure_ascii=False).encode())


def finish(folder: Path, journal: Journal) -> None:
    """Takes away what a noted erasure left, if it stands in the journal. BusyError while another command reads."""
    try:
        noted = json.loads((folder / FILE).read_text("utf-8"))
    except FileNotFoundError:
        return
    entry = journal.entry(noted["entry"])
    if entry is not None and entry.kind is Kind.ERASURE:
        for path in (*noted["paths"], GRAPH):
            remove(folder / path)
        journal.compact()
    remove(folder / FILE)
    sync(folder)
