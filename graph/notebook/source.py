"""One projection of a case, asked by Linkage's own engine: whole answers, in time, of this projection or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from graph.engine.setting import open_engine
from graph.errors import CaseError, EngineError, QueryError
from graph.kept.case import Case
from graph.notebook import refusal
from graph.notebook.entities import label_of
from graph.served import fresh

if TYPE_CHECKING:
    from graph.answer import NodeValue
    from graph.engine import Result

ROWS = 100_000
"""More than anybody reads in a notebook: such a question is one to narrow."""


class Source:
    """Holds the case's server from when it is made until it is closed. The case is brought up to date first."""

    def __init__(self, case: Case, seconds: float) -> None:
        self.folder, self.seconds, self.closed = case.folder, seconds, False
        self.engine = open_engine(case.settings.graph, case.graph_folder)
        try:
            self.marker = fresh(case, self.engine)
            self.engine.marker()  # whoever has just projected holds no server yet
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the server."""
        self.closed = True
        self.engine.close()

    def ask(self, cypher: str, parameters: Mapping[str, object]) -> Result:
        """The raw rows of one reading query: all of them, or an error. Where the case has moved on, it is said."""
        if self.closed:
            raise CaseError(refusal.CLOSED)
        with Case(self.folder) as case:  # each time: a notebook may ask from another thread, and outlive who opened it
            if case.journal.graph_sequence != self.marker.sequence:
                raise CaseError(refusal.MOVED)
        try:
            self.engine.check_free()
            result = self.engine.ask(cypher, parameters, seconds=self.seconds, rows=ROWS)
        except EngineError as error:
            raise refusal.clearer(error, cypher) from None
        if not result.complete:
            raise QueryError(f"more than {ROWS:,} rows: ask for less")
        return result

    def nodes(self, ids: Iterable[str]) -> list[NodeValue]:
        """The nodes with these ids, by the index of their label: without, a question would read the whole graph."""
        by_label: dict[str | None, list[str]] = defaultdict(list)
        for id_ in sorted(ids):
            by_label[label_of(id_)].append(id_)
        nodes: list[Any] = []
        for label, chunk in by_label.items():
            kind = f":`{label}`" if label else ""
            result = self.ask(f"UNWIND $ids AS id MATCH (n{kind} {{id: id}}) RETURN n", {"ids": chunk})
            nodes += [row[0] for row in result.rows]
        return nodes
