"""Files into the journal: all that were named, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.engine import limits
from graph.engine.setting import open_engine
from graph.errors import CaseError, EngineError, IntegrityError, MappingError, SourceError, UnfinishedError
from graph.project import project
from graph.served import served
from loaders.load.load import Load, enter, harvest, keep, prepare, prepare_special
from loaders.load.unmet import note_unmet
from loaders.mapping import choose, named, shipped
from loaders.reading.dates import CENTURIES
from loaders.sources import recognised
from queries.desk.outcome import recorded
from queries.desk.rejects import write_rejects

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.decided.journal import Appender
    from graph.kept.case import Case
    from graph.progress import Progress
    from graph.projection import Projection
    from loaders.mapping import Mapping
    from loaders.reading import Order, Reading


class _DryRun(Exception):
    """Takes a dry run back."""


def is_century(text: str) -> bool:
    """Whether this is a year in which a hundred may begin that years of two digits mean."""
    return text.isdecimal() and int(text) in CENTURIES


def load(
    case: Case,
    paths: Sequence[Path],
    *,
    mappings: Sequence[str] = (),
    encoding: str | None = None,
    dates: Order | None = None,
    century: str | None = None,
    replaces: int | None = None,
    dry_run: bool = False,
    publish: bool = True,
    progress: Progress | None = None,
) -> list[Load]:
    """What each file brought by each mapping, or with `dry_run` would bring.

    After an error the case is as it was, but for UnfinishedError: it says what stands.

    What the journal is about to hold is projected before it is committed: what the graph cannot hold is refused while it
    still can be. The graph is then published, so that the first question need not wait; without `publish`, the next
    command does it.
    """
    if replaces is not None and len(paths) > 1:
        raise CaseError("--replaces names the load that one file replaces: load the files one by one")
    if replaces is not None and len(mappings) > 1:
        raise CaseError("--replaces names the load that one file and one mapping replace: load them one by one")
    stated: list[Mapping | None] = [*map(named, mappings)] or [None]

    def prepared(path: Path, mapping: Mapping | None) -> Load:
        if mapping is None and (source := recognised(path)):
            return prepare_special(path, source, replaces=replaces)
        return prepare(
            path,
            mapping or fitting,
            encoding=encoding,
            dates=dates,
            century=century,
            replaces=replaces,
            languages=case.settings.languages,
        )

    with recorded(case, mistakes=True):
        loads = [prepared(path, mapping) for path in paths for mapping in stated]
        with case.writing():
            try:
                with case.journal.appending() as journal:
                    projection = _entered(case, journal, loads, progress)
                    if dry_run:
                        raise _DryRun
                    _keep(case, loads)
            except _DryRun:
                return loads
            if projection is not None:
                _follow(case, loads, projection if publish else None, progress)
    if projection is None:
        with served(case, progress=progress):
            pass
    return loads


def _entered(case: Case, journal: Appender, loads: list[Load], progress: Progress | None) -> Projection | None:
    for file_load in loads:
        harvest(file_load, case, progress=progress)
        if progress:
            progress(f"entering {file_load.file}", 0, 1)
        enter(case, journal, file_load)
    return _projected(case, loads)


def _keep(case: Case, loads: list[Load]) -> None:
    """All originals, or none."""
    try:
        for file_load in loads:
            keep(case, file_load)
    except BaseException:
        for sha256 in (sha256 for file_load in loads for sha256 in file_load.filed):
            case.originals.take_back(sha256)
        raise


def _follow(case: Case, loads: list[Load], projection: Projection | None, progress: Progress | None) -> None:
    """What comes after the commit. UnfinishedError says what stands, what of this could not be done, and what does it."""
    missing: list[str] = []
    try:
        for file_load in loads:
            try:
                write_rejects(case, file_load)
            except OSError as error:
                what = f"the refused rows of {file_load.file} could not be written ({error.strerror})"
                missing.append(f"{what}: make room, then `linkage rejects {file_load.sequence}`")
        if projection is not None:
            try:
                with open_engine(case.settings.graph, case.graph_folder) as engine:
                    engine.publish(projection, progress=progress)
            except (EngineError, IntegrityError, OSError) as error:
                why = error.strerror if isinstance(error, OSError) else str(error)
                missing.append(f"the graph is not there yet ({why}): the next command builds it")
    except KeyboardInterrupt:
        missing.append("stopped: the next command builds the graph, and `linkage status` says what is not written")
    if missing:
        entered = [file_load.sequence for file_load in loads if file_load.sequence is not None]
        named = f"load {entered[0]} stands" if len(entered) == 1 else f"loads {', '.join(map(str, entered))} stand"
        raise UnfinishedError(f"{named} in the journal; {'; '.join(missing)}", loads)


def _projected(case: Case, loads: list[Load]) -> Projection | None:
    """What the graph will be, held against what a graph can hold; None where nothing new was loaded."""
    if all(file_load.already is not None for file_load in loads):
        return None
    projection = project(case.state)
    try:
        limits.check(projection)
    except EngineError as error:
        raise CaseError(
            f"{', '.join(file_load.file for file_load in loads)}: not loaded, since the graph cannot hold it: {error}"
        ) from None
    note_unmet(projection, loads)
    return projection


def fitting(reading: Reading, file: str) -> Mapping:
    """The mapping that comes with Linkage and takes this file by itself. SourceError where none does."""
    if not reading.tables:
        raise SourceError("there is no table in it", file=file)
    try:
        return choose(reading.tables, shipped())
    except MappingError as error:
        raise SourceError(str(error), file=file) from None
