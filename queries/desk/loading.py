"""Files into the journal: all that were named, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import MappingError, SourceError
from graph.served import served
from loaders.load import Load, enter, harvest, prepare
from loaders.mapping import choose, named
from loaders.mapping.known import shipped
from queries.desk.rejects import write_rejects

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graph.case import Case
    from graph.engine import Progress
    from loaders.intake import Reading
    from loaders.intake.dates import Order
    from loaders.mapping import Mapping


class _Undone(Exception):
    """Takes a dry run back."""


def load(
    case: Case,
    paths: Iterable[Path],
    *,
    mapping: str | None = None,
    encoding: str | None = None,
    dates: Order | None = None,
    replaces: int | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> list[Load]:
    """What each file brought, or with `dry_run` would bring. After any error the case is as it was before."""
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
                    enter(case, journal, one, keep=not dry_run)
                if dry_run:
                    raise _Undone
        except _Undone:
            pass
        else:
            for one in loads:
                write_rejects(case, one)
    return loads


def refresh(case: Case, *, progress: Progress | None = None) -> None:
    """Project now, so that the first question need not wait."""
    with served(case, progress=progress):
        pass


def _fitting(reading: Reading, file: str) -> Mapping:
    if not reading.tables:
        raise SourceError("there is no table in it", file=file)
    try:
        return choose(reading.tables[0].header, shipped())
    except MappingError as error:
        raise SourceError(str(error), file=file) from None
