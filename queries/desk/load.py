"""Files into the journal: all that were named, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.engine import limits
from graph.engine.opening import open_engine
from graph.errors import CaseError, EngineError, MappingError, SourceError
from graph.project import project
from graph.said.claim import row_of
from graph.served import served
from loaders.load.cells import Issue
from loaders.load.load import Load, enter, harvest, keep, prepare
from loaders.mapping import choose, named
from loaders.mapping.known import shipped
from queries.desk.rejects import write_rejects

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.kept.case import Case
    from graph.progress import Progress
    from graph.projection import Projection
    from loaders.mapping import Mapping
    from loaders.reading import Reading
    from loaders.reading.dates import Order


UNMET = "denies what no source asserts: it disputes nothing, and stays a claim"


class _Undone(Exception):
    """Takes a dry run back."""


def load(
    case: Case,
    paths: Sequence[Path],
    *,
    mapping: str | None = None,
    encoding: str | None = None,
    dates: Order | None = None,
    replaces: int | None = None,
    dry_run: bool = False,
    publish: bool = True,
    progress: Progress | None = None,
) -> list[Load]:
    """What each file brought, or with `dry_run` would bring. After any error the case is as it was before.

    What the journal is about to hold is projected before it is committed: what the graph cannot hold is refused while it
    still can be. The graph is then published, so that the first question need not wait; without `publish`, the next
    command does it.
    """
    if replaces is not None and len(paths) > 1:
        raise CaseError("--replaces names the load that one file replaces: load the files one by one")
    stated = named(mapping) if mapping else None

    def choice(reading: Reading, file: str) -> Mapping:
        return stated or _fitting(reading, file)

    loads = [prepare(path, choice, encoding=encoding, dates=dates, replaces=replaces) for path in paths]
    with case.writing():
        try:
            with case.journal.appending() as journal:
                for one in loads:
                    harvest(one, case, progress=progress)
                    if progress:
                        progress(f"entering {one.file}", 0, 1)
                    enter(case, journal, one)
                projection = _projected(case, loads)
                if dry_run:
                    raise _Undone
                for one in loads:
                    keep(case, one)
        except _Undone:
            return loads
        for one in loads:
            write_rejects(case, one)
        if projection is not None and publish:
            _publish(case, projection, progress)
    if projection is None:
        with served(case, progress=progress):
            pass
    return loads


def _publish(case: Case, projection: Projection, progress: Progress | None) -> None:
    try:
        with open_engine(case.settings.graph, case.graph_folder) as engine:
            engine.publish(projection, progress=progress)
    except EngineError as error:
        raise EngineError(f"everything was loaded, but not yet projected: {error}. The next command projects it") from None


def _projected(case: Case, loads: list[Load]) -> Projection | None:
    """What the graph will be, held against what a graph can hold; None where nothing new was loaded."""
    if all(one.already is not None for one in loads):
        return None
    projection = project(case.state)
    try:
        limits.check(projection)
    except EngineError as error:
        raise CaseError(f"{', '.join(one.file for one in loads)}: not loaded, since the graph cannot hold it: {error}") from None
    _tell_unmet(projection, loads)
    return projection


def _tell_unmet(projection: Projection, loads: list[Load]) -> None:
    """Denials that dispute no link, because no source asserts one: they stay claims, and the report says so."""
    links = {link.id for link in projection.links}
    denials = [n.properties for n in projection.nodes if n.label == "Claim" and n.properties["polarity"] == "denies"]
    unmet = {str(denial["about"]) for denial in denials} - links
    for one in loads:
        for id_ in sorted(unmet & one.mentions.keys()):
            mention = one.mentions[id_]
            if mention.is_link:
                one.issues.append(Issue(row_of(mention.locator), None, UNMET))


def _fitting(reading: Reading, file: str) -> Mapping:
    if not reading.tables:
        raise SourceError("there is no table in it", file=file)
    try:
        return choose(reading.tables[0].header, shipped())
    except MappingError as error:
        raise SourceError(str(error), file=file) from None
