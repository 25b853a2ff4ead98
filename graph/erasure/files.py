"""Which files of a case name a person, raw or packed, and which nobody can look into."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.kept.beside import is_beside
from graph.kept.unfinished import GRAPH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.erasure.spellings import Spellings

MOST = 1 << 28
"""Bytes of a file that are looked into, and of all that is packed in it."""
TEXT = 4096
DERIVED = ("rejects", "exports", "queries", "review")


@dataclass(frozen=True, slots=True)
class Looked:
    """Whether a file names them; `blind`: it is packed or drawn in a way that hides words, so that only a person can tell."""

    names: bool
    blind: bool


def look(path: Path, spellings: Spellings) -> Looked:
    """At one file: its bytes, and where it is a zip archive (a workbook is one) what is packed in it."""
    if path.stat().st_size > MOST:
        return Looked(False, True)
    content = path.read_bytes()
    if spellings.within(content):
        return Looked(True, False)
    if zipfile.is_zipfile(path):
        return _packed(path, spellings)
    return Looked(False, b"\x00" in content[:TEXT] or content.startswith(b"%PDF"))


def _packed(path: Path, spellings: Spellings) -> Looked:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST:
                return Looked(False, True)
            return Looked(any(spellings.within(archive.read(member)) for member in archive.infolist()), False)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return Looked(False, True)


def derived(folder: Path, spellings: Spellings, loads: set[int]) -> Iterator[Path]:
    """What was made from the journal and names them, or a load of which something goes: as a whole, folder or file."""
    for name in DERIVED:
        for path in sorted((folder / name).iterdir()) if (folder / name).is_dir() else ():
            inside = [one for one in (path, *path.rglob("*")) if one.is_file()]
            of_load = name == "rejects" and path.name.split("-", 1)[0] in {str(load) for load in loads}
            named = any(spellings.name(part) for part in (path.name, *(one.name for one in inside)))
            if of_load or name == "review" or named or any(look(one, spellings).names for one in inside):
                yield path


def left(folder: Path, spellings: Spellings) -> list[Path]:
    """Every file of the case folder that still names them, by its contents or its name.

    The graph is left out: it was made anew from the journal, and in its files one text stands at the next.
    """
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not is_beside(path))
    files = (path for path in files if path.relative_to(folder).parts[0] != GRAPH)
    return [path for path in files if spellings.name(path.stem) or look(path, spellings).names]
