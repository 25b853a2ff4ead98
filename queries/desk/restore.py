"""A case out of a backup: in a new folder, for this engine or another, held against what the backup says of it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import canonical
from graph.engine.setting import open_engine
from graph.errors import CaseError, IntegrityError
from graph.kept import settings as case_settings
from graph.kept.bag import Bag, make_folders
from graph.kept.beside import remove
from graph.kept.case import FOLDERS, KEY_BYTES, Case
from graph.kept.originals import READ_ONLY
from graph.kept.private import nothing, placed_folder, put_file
from graph.project import project
from queries.desk.backup import ENTRIES, GRAPH, HEAD, WITH_KEYS
from queries.desk.seal import read_seal

if TYPE_CHECKING:
    from pathlib import Path

    from graph.progress import Progress

DIFFERS = "the case in this backup is not the one that was packed: take an earlier backup"


@dataclass(frozen=True, slots=True)
class Restored:
    """The case as it stands again. `same`: whether its graph has the hash it had; `keys`: whether its keys came with it."""

    folder: Path
    entries: int
    head: str
    graph: str
    same: bool
    engine: str
    keys: bool


def restore(source: Path, out: Path, *, graph: str | None = None, progress: Progress | None = None) -> Restored:
    """Unpacks a backup into a new or empty folder. `graph`: another engine than the case had.

    IntegrityError where the backup is not whole, or what comes out of it is not what went in; then nothing stands there.
    """
    bag = Bag.read(source)
    if graph is not None:
        open_engine(graph, out).close()
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise CaseError(f"{out} is not empty: nothing is restored over anything; name a new folder")
    try:
        with placed_folder(out) as folder:
            for done, _ in enumerate(bag.unpack(folder)):
                if progress and done % 50 == 0:
                    progress("restoring", done, len(bag.sums))
            for name in FOLDERS:
                make_folders(folder / name)
            if graph is not None:
                _set_engine(folder, graph)
            if bag.info.get(WITH_KEYS) != "yes":
                put_file(folder / "keys" / "pseudonym", f"{secrets.token_hex(KEY_BYTES)}\n".encode(), over=nothing)
            restored = _checked(folder, out, bag)
            for beside in ("case.lock", "journal.db-wal", "journal.db-shm"):
                remove(folder / beside)
    except FileExistsError:
        raise CaseError(f"{out} is there already: name a new folder") from None
    except OSError as error:
        raise CaseError(f"the case could not be restored ({error.strerror}): nothing of it was left there") from None
    return restored


def _checked(folder: Path, out: Path, bag: Bag) -> Restored:
    with Case(folder) as case:
        case.journal.keep_log()
        case.journal.verify()
        read_seal(bag.folder).hold_against(case.journal)
        entries, head = case.journal.head
        projection = project(case.state)
        graph = canonical.hashes(projection.nodes, projection.links).graph
        if (str(entries), head) != (bag.info.get(ENTRIES), bag.info.get(HEAD)):
            raise IntegrityError(DIFFERS)
        for sha256 in case.originals.all():
            case.originals.path(sha256).chmod(READ_ONLY)
        return Restored(
            out, entries, head, graph, graph == bag.info.get(GRAPH), case.settings.graph, bag.info.get(WITH_KEYS) == "yes"
        )


def _set_engine(folder: Path, graph: str) -> None:
    path = folder / case_settings.FILE
    settings = case_settings.Settings.read(folder)
    text = case_settings.text(settings.title, settings.time_zone, settings.languages, graph, settings.who)
    remove(path)
    put_file(path, text.encode(), over=nothing)
