"""py2neo's transaction and result, answered by Linkage's own engine.

py2neo's client is not used: on the embedded server, which only reads, its first link ends in a COMMIT that fails, and from
then on it answers every question with nothing, silently. Nor has it a limit of time, and a lost server it awaits for ever.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, NoReturn

import py2neo
from py2neo.cypher import Cursor

from graph.notebook.refusal import READ_ONLY, refuse


class Rows:
    """What py2neo's cursor wants of a result: here all of it is there already."""

    offline = True
    profile = None

    def __init__(self, columns: Iterable[str], rows: Iterable[list[Any]]) -> None:
        self._columns, self._rows = list(columns), deque(rows)

    def fields(self) -> list[str]:
        """Names of the columns."""
        return self._columns

    def take(self) -> list[Any] | None:
        """The next row, or None after the last."""
        return self._rows.popleft() if self._rows else None

    def peek(self, limit: int) -> list[list[Any]]:
        """The next rows, left where they are."""
        return list(islice(self._rows, limit))

    def summary(self) -> dict[str, Any]:
        """Nothing: a question that reads leaves no statistics."""
        return {}


class ReadTransaction(py2neo.Transaction):  # type: ignore[misc]  # py2neo ships no types
    """Asks a `CaseGraph` and asks again; there is nothing to commit, and nothing to roll back."""

    def __init__(self, graph: py2neo.Graph) -> None:
        self._graph, self._ref = graph, None
        self._autocommit = self._readonly = True
        self._closed = False
        self._bookmark = self._profile = self._time = None

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None, **more: Any) -> Cursor:
        """The rows of one reading query."""
        if self._closed:
            raise TypeError("Cannot run query in closed transaction")
        result = self._graph.source.ask(cypher, {**(parameters or {}), **more})
        return Cursor(Rows(result.columns, self._graph.hydrated(result.rows)))

    def exists(self, subgraph: py2neo.Subgraph) -> bool:
        """Whether all of it is in the graph."""
        return bool(self._graph.exists(subgraph))

    def pull(self, subgraph: py2neo.Subgraph) -> None:
        """Give back to nodes and links the properties that the graph has of them."""
        self._graph.pull(subgraph)

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        """A transaction to read changes nothing."""
        raise refuse(READ_ONLY)

    create = delete = merge = push = separate = update = _refuse
