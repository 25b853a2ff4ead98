"""A case as one folder to keep elsewhere: whole or not there, sealed, and to be checked by other programs too."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import canonical
from graph.errors import CaseError, IntegrityError
from graph.kept import bag
from graph.kept.beside import is_beside
from graph.kept.case import FOLDERS
from graph.kept.private import placed_folder
from graph.kept.settings import FILE as SETTINGS
from graph.project import project
from graph.sealed.seal import FILE as SEAL
from queries.desk.seal import journalled, new_seal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.kept.case import Case
    from graph.progress import Progress
    from graph.sealed.seal import Seal

JOURNAL, KEYS, REVIEW, ORIGINALS = "journal.db", "keys", "review", "originals"
HEAD, ENTRIES, GRAPH, WITH_KEYS = "Linkage-Head", "Linkage-Entries", "Linkage-Graph", "Linkage-Keys"
"""What a backup's bag-info.txt says of the case, for the restored one to be held against."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What was written: files and bytes of the case, the entry it ends with, and its seal."""

    folder: Path
    files: int
    size: int
    entries: int
    head: str
    seal: Seal
    keys: bool


def backup(case: Case, out: Path, *, keys: bool = True, progress: Progress | None = None) -> Backup:
    """Writes the backup into a new folder. `keys`: with the case's own keys. The graph is not in it: it is made anew.

    IntegrityError where the case is not what was recorded; CaseError where there is no room, or something in the place.
    """
    if out.resolve().is_relative_to(case.folder):
        raise CaseError("a backup within the case is lost with it: name a folder elsewhere, on another disk at best")
    with case.writing():
        case.journal.verify()
        seal = new_seal(case)
        try:
            with placed_folder(out) as folder:
                journalled(case, seal)
                sums, size = _filled(case, folder / bag.DATA, keys, progress)
                entries, head = case.journal.head
                graph = project(case.state)
                info = {
                    "Bagging-Date": seal.at[:10],
                    "Payload-Oxum": f"{size}.{len(sums)}",
                    ENTRIES: str(entries),
                    HEAD: head,
                    GRAPH: canonical.hashes(graph.nodes, graph.links).graph,
                    WITH_KEYS: "yes" if keys else "no",
                }
                bag.close(folder, sums, info, {SEAL: seal.text().encode()})
        except FileExistsError:
            raise CaseError(f"{out} is there already: name a new folder") from None
        except OSError as error:
            raise CaseError(f"the backup could not be written ({error.strerror}): nothing of it was left there") from None
    return Backup(out, len(sums), size, entries, head, seal, keys)


def _filled(case: Case, data: Path, keys: bool, progress: Progress | None) -> tuple[dict[str, str], int]:
    """The SHA-256 of each file, and the bytes of all."""
    bag.hold(data / JOURNAL)
    case.journal.copy(data / JOURNAL)
    with (data / JOURNAL).open("rb") as file:
        sums = {JOURNAL: hashlib.file_digest(file, "sha256").hexdigest()}
    paths = list(_paths(case, keys))
    for done, path in enumerate(paths):
        if progress and done % 50 == 0:
            progress("copying", done, len(paths))
        name = path.relative_to(case.folder).as_posix()
        sums[name] = bag.copied(path, data / name)
        if name.startswith(f"{ORIGINALS}/") and name.removeprefix(f"{ORIGINALS}/").replace("/", "") != sums[name]:
            raise IntegrityError("an original was changed after it was kept, so there is no backup: `linkage verify` names it")
    missing = [sha256 for sha256 in _loaded(case) if not case.originals.path(sha256).exists()]
    if missing:
        raise IntegrityError(f"the original {missing[0][:12]}… is missing, so there is no backup: restore it first")
    return sums, sum((data / name).stat().st_size for name in sums)


def _paths(case: Case, keys: bool) -> Iterator[Path]:
    """Everything but the journal, the graph, and what is on its way."""
    yield from (path for name in (SETTINGS, ".gitignore") if (path := case.folder / name).is_file())
    for name in (*FOLDERS, REVIEW):
        if name != KEYS or keys:
            for path in sorted((case.folder / name).rglob("*")):
                if path.is_file() and not path.is_symlink() and not is_beside(path):
                    yield path


def _loaded(case: Case) -> set[str]:
    """Originals that must be there."""
    loads = case.state.loads.values()
    files = {str(sha256) for body in loads for sha256 in (body["file"], *body.get("attached", ()))}
    return files - case.state.erased.keys()
