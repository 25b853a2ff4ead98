"""The graph of a case, never stale: it is projected anew whenever a later entry of the journal changes it."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.engine.setting import open_engine
from graph.errors import BusyError
from graph.project import project
from graph.shape import SHAPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.engine import Engine, Marker
    from graph.kept.case import Case
    from graph.progress import Progress

PATIENCE = 300.0
"""Seconds a reader waits for the graph of a load that was committed and is being projected by the command that loaded it."""


@contextmanager
def served(case: Case, *, progress: Progress | None = None) -> Iterator[tuple[Engine, Marker]]:
    """The engine that holds this case's graph as the journal has it now, and its marker."""
    with open_engine(case.settings.graph, case.graph_folder) as engine:
        yield engine, fresh(case, engine, progress=progress)


def fresh(case: Case, engine: Engine, *, progress: Progress | None = None) -> Marker:
    """Bring the engine up to date if it is not. Another process may do it first: then its work is taken."""
    begun = time.monotonic()
    while True:
        if marker := _current(case, engine):
            return marker
        try:
            return _projected(case, engine, progress)
        except BusyError:
            if time.monotonic() - begun > PATIENCE:
                raise
            if progress:
                progress("waiting for the command that writes to the case", 0, 1)


def _projected(case: Case, engine: Engine, progress: Progress | None) -> Marker:
    with case.writing():
        if marker := _current(case, engine):
            return marker
        if progress:
            progress("reading the journal", 0, 1)
        return engine.publish(project(case.state), progress=progress)


def _current(case: Case, engine: Engine) -> Marker | None:
    marker = engine.marker()
    if marker is None or marker.shape != SHAPE or marker.sequence != case.journal.graph_sequence:
        return None
    return marker if marker.head == case.journal.hash_of(marker.sequence) else None
