"""What a load refused, and what was odd in it, kept beside the case: the refused record itself, so that nothing is lost.

`rejects/LOAD-rejects.csv` and `rejects/LOAD-issues.csv` hold no cell that a spreadsheet computes; `graph.spreadsheet.exact`
gives back what stood in the file. They are derived: written again at any time from the journal and the originals.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from graph.decided.entry import Kind
from graph.errors import CaseError, QueryError
from graph.kept.private import put_file
from graph.project import project
from graph.spreadsheet import inert
from loaders.load.kept import kept_load
from loaders.load.unmet import UNMET, note_unmet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from graph.decided.entry import Entry
    from graph.kept.case import Case
    from graph.progress import Progress
    from loaders.load.load import Load

FOLDER = "rejects"
REJECTS = ("file", "sheet", "row", "line", "column", "reason", "record")
ISSUES = ("file", "sheet", "row", "column", "what")
LEAST = 4
"""So many letters of a file's SHA-256 name it, where they fit no other."""


@dataclass(frozen=True, slots=True)
class Rejects:
    """What was written again of one load. `otherwise`: what this version of Linkage reads otherwise than the one that loaded."""

    load: int
    file: str
    refused: int
    odd: int
    files: tuple[Path, ...]
    otherwise: tuple[str, ...]


def rejects(case: Case, named: str, *, progress: Progress | None = None) -> Rejects:
    """Writes them again for one load, named by its entry, its file's name or the beginning of its SHA-256."""
    entry = _entry(case, named)
    if (erasure := case.state.erased.get(str(entry.body["file"]))) and not case.originals.path(str(entry.body["file"])).exists():
        raise CaseError(
            f"the file of load {entry.sequence} was erased by entry {erasure}, and with it the rows that were refused"
        )
    load = kept_load(case, entry, progress=progress)
    note_unmet(project(case.state), [load])
    with case.writing():
        try:
            files = write_rejects(case, load)
        except OSError as error:
            raise CaseError(f"{FOLDER}/ could not be written ({error.strerror}): make room, then try again") from None
    return Rejects(entry.sequence, load.file, len(load.rejects), len(load.issues), files, _otherwise(entry.body, load))


def write_rejects(case: Case, load: Load) -> tuple[Path, ...]:
    """Both files, where there is anything to put in."""
    if load.sequence is None:
        return ()
    tables: tuple[tuple[tuple[str, ...], int, Iterable[tuple[object, ...]]], ...] = (
        (REJECTS, len(load.rejects), ((r.file, r.sheet, r.row, r.line, r.column, r.reason, r.raw) for r in load.rejects)),
        (ISSUES, len(load.issues), ((load.file, i.sheet, i.row, i.column, i.what) for i in load.issues)),
    )
    places = places_of(case, load.sequence)
    return tuple(put_file(path, _csv(header, rows)) for path, (header, some, rows) in zip(places, tables, strict=True) if some)


def places_of(case: Case, load: int) -> tuple[Path, Path]:
    """Where the two files of a load lie, or would lie."""
    return (case.folder / FOLDER / f"{load}-rejects.csv", case.folder / FOLDER / f"{load}-issues.csv")


def unwritten(case: Case, loads: Mapping[int, Mapping[str, Any]]) -> tuple[int, ...]:
    """Those of these loads of which something was refused, or odd, and does not stand in the folder."""
    return tuple(
        load
        for load, body in loads.items()
        if str(body["file"]) not in case.state.erased
        and any(
            body.get(what) and not path.exists() for what, path in zip(("rejects", "issues"), places_of(case, load), strict=True)
        )
    )


def _csv(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[bytes]:
    """Line by line: a file may be refused row by row to its end."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in chain([header], rows):
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in row])
        yield out.getvalue().encode("utf-8", "backslashreplace")
        out.seek(0)
        out.truncate()


def _entry(case: Case, named: str) -> Entry:
    entries = list(case.journal.entries(Kind.LOAD))
    hashed = named.lower() if len(named) >= LEAST else None
    fitting = [entry for entry in entries if str(entry.sequence) == named] or [
        entry for entry in entries if entry.body["file_name"] == named or (hashed and str(entry.body["file"]).startswith(hashed))
    ]
    if not fitting:
        raise QueryError("no load matches: give its entry, its file's name or the beginning of its SHA-256 (`linkage status`)")
    if len(fitting) > 1:
        listed = "\n".join(f"  {entry.sequence}  {entry.body['file_name']}" for entry in fitting)
        raise QueryError(f"several loads match; choose one by its entry:\n{listed}")
    return fitting[0]


def _otherwise(body: Mapping[str, Any], load: Load) -> tuple[str, ...]:
    """Figures of the load's entry that did not come out again."""
    issues = Counter(issue.what for issue in load.issues if issue.what != UNMET)
    figures = (("refused rows", body["rejects"], len(load.rejects)), ("oddities", sum(body["issues"].values()), issues.total()))
    return tuple(f"{then:,} {what} when it was loaded, {now:,} now" for what, then, now in figures if then != now)
