"""Linkage as somebody would write it who thinks that nothing is ever killed: each is to be caught."""

from __future__ import annotations

import importlib
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.trust.killed.points import Plan

LOADERS = 3


def put(module: str, name: str, other: object) -> None:
    """Something else under a name of a module."""
    setattr(importlib.import_module(module), name, other)


def journal_line_by_line(plan: Plan) -> None:
    """Each row of a load stands by itself."""
    from graph.decided.journal import Appender, Journal

    @contextmanager
    def appending(self: Any) -> Iterator[Appender]:
        yield Appender(self._db)

    put("graph.decided.journal", "AT_ONCE", 1)
    Journal.appending = appending  # type: ignore[method-assign]


def nobody_waits(plan: Plan) -> None:
    """Nor is there a lock. `LOADERS` of them begin together, and each takes its time between a look at the head and its entry."""
    from graph.decided import journal

    journal_line_by_line(plan)
    alone = journal.Journal.appending

    def together(self: Any) -> Any:
        arrived = Path(plan.folder, "arrived")
        with arrived.open("a") as file:
            file.write("here\n")
        while len(arrived.read_text().splitlines()) < LOADERS:
            time.sleep(0.01)
        return alone(self)

    def slowly(size: int) -> bytes:
        time.sleep(0.3)
        return secrets.token_bytes(size)

    put("graph.kept.case", "locked", lambda *unused: nullcontext())
    put("graph.decided.journal", "token_bytes", slowly)
    journal.Journal.appending = together  # type: ignore[method-assign]


def export_in_its_place(plan: Plan) -> None:
    """Its files are written one by one where they are to stand."""

    def put_folder(path: Path, contents: Any, *, over: object = None, before: Any = None) -> Path:
        before()
        path.mkdir(exist_ok=True)
        for name, content in contents.items():
            (path / name).write_bytes(content)
        return path

    put("viz.export.write", "put_folder", put_folder)


def names_nobody_clears(plan: Plan) -> None:
    """What is on its way to its place has a name that the next writer does not know."""
    put("graph.kept.private", "name_beside", lambda: "roster.part")


def marker_first(plan: Plan) -> None:
    """The server says that the graph is whole before it is written."""
    from graph import canonical
    from graph.engine import Marker
    from graph.engine.neo4j.writer import Writer

    real = Writer.begin

    def begin(self: Writer, projection: Any) -> None:
        real(self, projection)
        hashes = canonical.hashes(projection.nodes, projection.links)
        self.finish(Marker(hashes, projection.sequence, projection.head), projection)

    Writer.begin = begin  # type: ignore[method-assign]
