"""A file held against what the case loaded before: whether that stands there already, or in whose place this comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from graph import ids
from graph.errors import CaseError
from loaders.load.citations import file_source
from loaders.reading import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.decided.state import Loads, State
    from graph.kept.case import Case
    from graph.said.claim import HeldClaim
    from loaders.mapping import Mapping as MappingFile
    from loaders.reading import Reading
    from loaders.sources import Source


CALLED: Final = "the file was loaded before: it is one source, and stays called “{called}”"


class Prepared(Protocol):
    """A file and how it is read, as a load is known by it."""

    mapping: MappingFile | Source
    reading: Reading
    replaces: int | None

    @property
    def read_as(self) -> dict[str, Any]:
        """What decided how its cells read, beside the mapping."""


class Place(NamedTuple):
    """Where a load belongs among those of the case."""

    series: str
    """All versions of one file are one series."""
    supersedes: int | None = None
    already: int | None = None
    counts_no_more: bool = False
    """Loaded already, and replaced since by another file."""


def place(load: Prepared, state: State) -> Place:
    """By the load that it names to replace, by the file itself, or a series of its own. CaseError where the named cannot be."""
    earlier = {sequence: body for sequence, body in state.loads.items() if sequence not in state.superseded}
    series, supersedes = _series(load, earlier)
    if already := next((sequence for sequence, body in earlier.items() if _read_alike(load, body)), None):
        return Place(series, already=already)
    if load.replaces is None and (replaced := _replaced(load, state, earlier)):
        return Place(series, already=replaced, counts_no_more=True)
    return Place(series, supersedes)


def called(case: Case, sha256: str, found: Place) -> str | None:
    """What the source that this file is was called, where another mapping has read the file before."""
    for sequence, body in case.state.loads.items():
        other = sequence not in case.state.superseded and sequence != found.supersedes
        if other and body["file"] == sha256 and body["series"] == found.series:
            return title(case.journal.claims(sequence, sha256), file_source(found.series))
    return None


def title(claims: Iterable[HeldClaim], itself: str) -> str | None:
    """What a load calls the source that its file is. `itself`: the mention of it."""
    named = (held.claim.value for held in claims if held.claim.about == itself and held.claim.property == "name")
    return next(map(str, named), None)


def notes(file: str, called: str | None, title: str) -> Iterator[Note]:
    """That the title of the mapping is not used."""
    if called is not None and called != title:
        yield Note(file, "", None, None, CALLED.format(called=called))


def _series(load: Prepared, earlier: Loads) -> tuple[str, int | None]:
    """The series a file belongs to, and the load it supersedes: the one named, or the same file read in another way."""
    if load.replaces is not None:
        if load.replaces not in earlier:
            raise CaseError(f"{load.replaces} is not a load in force: `linkage status` lists them")
        if earlier[load.replaces]["mapping_name"] != load.mapping.name:
            raise CaseError(
                f"load {load.replaces} was read by another mapping: only a newer version of the same file replaces it"
            )
        return str(earlier[load.replaces]["series"]), load.replaces
    for sequence, body in earlier.items():
        if _same_file(load, body):
            return str(body["series"]), sequence
    return series_of(load.reading), None


def series_of(reading: Reading) -> str:
    """The series of a file that nothing precedes: by its rows, whatever their order and whichever of them a mapping reads."""
    tables = reading.tables if reading.plain is None else reading.plain
    rows = sorted(ids.digest(table.sheet, row.cells) for table in tables for row in table.rows)
    return ids.digest(rows or [reading.sha256])


def _read_alike(load: Prepared, body: Mapping[str, Any]) -> bool:
    """Whether that load read the same file in the same way. With another mapping or another answer it says other things."""
    same = {"file": load.reading.sha256, "mapping": load.mapping.sha256, **load.read_as}
    return all(body[name] == value for name, value in same.items())


def _replaced(load: Prepared, state: State, earlier: Loads) -> int | None:
    """The load of this file in whose place a newer file stands, however it was read: beside that one it would count twice."""
    if any(_same_file(load, body) for body in earlier.values()):
        return None
    return next((older for older in sorted(state.superseded, reverse=True) if _same_file(load, state.loads[older])), None)


def _same_file(load: Prepared, body: Mapping[str, Any]) -> bool:
    return bool(body["file"] == load.reading.sha256 and body["mapping_name"] == load.mapping.name)
