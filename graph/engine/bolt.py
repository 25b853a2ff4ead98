"""What both servers have in common: the driver, rows of an answer, reading everything back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from graph import canonical
from graph.collector import collector_still
from graph.engine import Result, times, values
from graph.engine.slip import slip
from graph.engine.weight import MOST_BYTES, weigh
from graph.errors import EngineError, IntegrityError, OverrunError, QueryError
from graph.progress import Progress
from graph.projection import Hashes, Link, Node

if TYPE_CHECKING:
    from neo4j import Driver
    from neo4j.exceptions import Neo4jError

T = TypeVar("T")
Run: TypeAlias = Callable[[str, dict[str, object]], Any]
"""Runs one statement in a session or transaction and gives the driver's result."""

MARKER = "Projection"
"""The label of the node in which a Neo4j server keeps the marker; no part of the graph."""

FETCH = 1000
"""Records asked for at a time."""

_UNREADABLE = frozenset({"Neo.ClientError.Statement.SyntaxError", "Neo.ClientError.Statement.SemanticError"})
"""What Neo4j says of a query that it cannot read, with the place. The embedded server says one of them of values, too."""

_ENDS = "UNWIND $elements AS element MATCH (n) WHERE elementId(n) = element RETURN element, n.id"
_COUNT_NODES = f"MATCH (n) WHERE NOT n:{MARKER} RETURN count(n)"
_COUNT_LINKS = "MATCH (a)-[r]->(b) RETURN count(r)"
_NODES = f"MATCH (n) WHERE NOT n:{MARKER} RETURN labels(n), properties(n)"
_LINKS = "MATCH (a)-[r]->(b) RETURN type(r), a.id, b.id, properties(r)"


def connect(uri: str, auth: tuple[str, str] | None) -> Driver:
    """A driver that tells nobody anything. It connects when it is first used."""
    import neo4j

    logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # it logs queries with their parameters
    return neo4j.GraphDatabase.driver(
        uri,
        auth=auth,
        telemetry_disabled=True,
        notifications_min_severity="OFF",
        connection_timeout=10,
        max_transaction_retry_time=10,
    )


def answer(run: Run, cypher: str, parameters: Mapping[str, object], rows: int) -> Result:
    """At most so many rows of a query, and whether there were more. OverrunError where they are more than a reader's memory
    is to hold."""
    result = _directly(run, cypher, values.parameters(parameters))
    weighed = weigh(result)
    columns = tuple(result.keys())
    with collector_still():
        try:
            records = [record.values() for record in islice(result, rows + 1)]
        except Exception:
            if weighed is not None and weighed.too_heavy:
                raise too_large() from None
            raise
        complete = len(records) <= rows
        del records[rows:]
        ends: dict[str, str] = {}
        if elements := values.lacking(records):
            ends = {record[0]: record[1] for record in run(_ENDS, {"elements": sorted(elements)})}
        converted: values.Converted = {}
        return Result(
            columns, tuple(tuple(values.plain(value, ends, converted) for value in record) for record in records), complete
        )


def nodes(run: Run) -> Iterator[Node]:
    """Every node that is there. IntegrityError for one that Linkage cannot have written."""
    for labels, found in _directly(run, _NODES, {}):
        if len(labels) != 1:
            raise IntegrityError("the graph server holds a node that Linkage did not write")
        yield Node(labels[0], values.properties(found))


def links(run: Run) -> Iterator[Link]:
    """Every link that is there, without the labels of its ends."""
    for kind, begin, end, found in _directly(run, _LINKS, {}):
        yield Link(kind, "", str(begin), "", str(end), values.properties(found))


def read_back(
    run: Run,
    progress: Progress | None = None,
    *,
    seen_node: Callable[[Node], None] | None = None,
    seen_link: Callable[[Link], None] | None = None,
) -> Hashes:
    """The hashes of all that is there, record by record; each record is shown to whoever wants to see it."""
    total = 0
    if progress is not None:
        total = sum(run(count, {}).single()[0] for count in (_COUNT_NODES, _COUNT_LINKS))
    counted = _Counted(total, progress)
    try:
        return canonical.hashes(counted.over(nodes(run), seen_node), counted.over(links(run), seen_link))
    except (KeyError, TypeError, ValueError, EngineError):
        raise IntegrityError("the graph server holds a node or link that Linkage did not write") from None


def failure(error: Neo4jError) -> EngineError | QueryError:
    """What the server said, by its code and a place in the query: its words quote the query. OverrunError where its memory ran
    out, QueryError where the query cannot be read."""
    code = error.code or "no reason given"
    if code in _UNREADABLE and "(line " in (error.message or ""):
        return slip(error.message or "", code, counted_from=1)
    if unknown(error):
        return OverrunError(
            "the graph server broke the query off and does not say why: too little memory,"
            f" or a value of another kind than the query takes it for ({code})"
        )
    if out_of_memory(error):
        return OverrunError(f"the graph server broke the query off: too much memory ({code})")
    if transient(error):
        return EngineError(f"the graph server could not answer now ({code}): ask again")
    return EngineError(f"the graph server refused the query ({code})")


def timed_out(error: Neo4jError) -> bool:
    """Whether the server ended the query because its time was up. Both servers use the same code."""
    return "TransactionTimedOut" in (error.code or "")


def unknown(error: Neo4jError) -> bool:
    """Whether the server does not say what was wrong: the embedded one does so where its memory ran out, and for much else."""
    return (error.code or "").endswith("General.UnknownError")


def out_of_memory(error: Neo4jError) -> bool:
    """Whether the query asked for more memory than the server has, or may have."""
    return "OutOfMemory" in (error.code or "") or unknown(error)


def transient(error: Neo4jError) -> bool:
    """Whether nothing is wrong with the query, and the server could not answer it all the same."""
    return (error.code or "").startswith("Neo.TransientError.") and not out_of_memory(error)


def unserved(error: Neo4jError) -> bool:
    """Whether the query was broken off instead of being refused: out of time, of memory, or for a reason of the server's own."""
    return timed_out(error) or out_of_memory(error) or transient(error)


def too_large() -> OverrunError:
    """The rest of an answer was not read."""
    return OverrunError(f"the answer is larger than {MOST_BYTES // 1024**2} MB")


def too_long(seconds: float) -> OverrunError:
    """A query was stopped after so many seconds."""
    return OverrunError(f"the query took longer than {seconds:g} seconds")


def _directly(run: Run, statement: str, parameters: dict[str, object]) -> Any:
    found = run(statement, parameters)
    times.read_directly(found)
    return found


class _Counted:
    """Reports every thousandth record."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self.total, self.progress, self.done = total, progress, 0

    def over(self, records: Iterator[T], seen: Callable[[T], None] | None) -> Iterator[T]:
        for record in records:
            if seen is not None:
                seen(record)
            yield record
            self.done += 1
            if self.progress is not None and self.done % FETCH == 0:
                self.progress("reading back", self.done, self.total)
