"""Proof that everything held is what was recorded: journal, originals, graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import canonical
from graph.decided.entry import Kind
from graph.errors import IntegrityError
from graph.project import project
from graph.served import served
from queries.desk.seal import read_seal

if TYPE_CHECKING:
    from pathlib import Path

    from graph.engine import Engine
    from graph.kept.case import Case
    from graph.progress import Progress
    from graph.projection import Hashes
    from graph.sealed.seal import Seal


@dataclass(frozen=True, slots=True)
class Verified:
    """What was read back and found equal."""

    entries: int
    head: str
    originals: int
    strays: int
    """Originals kept for a load that was interrupted before it counted: harmless, and taken up when the file is loaded again."""
    erased: int
    """Originals that were erased, each by an entry that says why."""
    hashes: Hashes
    sealed: Seal | None
    """The seal of which the journal was found to be the continuation."""


def verify(case: Case, *, against: Path | None = None, progress: Progress | None = None) -> Verified:
    """Reads everything back. IntegrityError names the first thing that is not what was recorded.

    `against`: a seal, or a backup: the journal it was made of must be the beginning of this one.
    """
    entries = case.journal.verify()
    sealed = read_seal(against) if against else None
    if sealed:
        sealed.hold_against(case.journal)
    loads = [entry.body for entry in case.journal.entries(Kind.LOAD)]
    loaded = {str(sha256) for body in loads for sha256 in (body["file"], *body.get("attached", ()))}
    kept, erased = set(case.originals.all()), set(case.state.erased)
    expected_files = sorted(loaded - erased | kept)
    for done, sha256 in enumerate(expected_files):
        if progress:
            progress("originals", done, len(expected_files))
        case.originals.read(sha256)
    projection = project(case.state)
    expected = canonical.hashes(projection.nodes, projection.links)
    with served(case, progress=progress) as (engine, marker):
        if marker.hashes != expected or _read_back(engine) != expected:
            raise IntegrityError(engine.distrust())
    return Verified(entries, case.journal.head[1], len(kept), len(kept - loaded), len(erased - kept), expected, sealed)


def _read_back(engine: Engine) -> Hashes | None:
    """None where there is something that no projection holds."""
    try:
        return engine.read_back()
    except IntegrityError:
        return None
