"""The node beside the graph that says whose the graph is, what it is, and how far its writer has come."""

from __future__ import annotations

from dataclasses import dataclass

from graph.engine import Marker
from graph.engine.bolt import Run
from graph.errors import IntegrityError
from graph.projection import Hashes

REMEDY = "name another database, as in bolt://host:7687/database, or, if nothing in it is needed, empty it and publish again"
FOREIGN = f"the database holds what Linkage did not write; a case needs a database of its own: {REMEDY}"
ANOTHER = f"the database holds the graph of another case: {REMEDY}"
OLDER = f"the database holds a graph of another version of Linkage, which does not say of which case: {REMEDY}"
ALTERED = "the graph in the database was altered by somebody else since it was published: empty the database and publish again"

_READ = """
MATCH (m:Projection)
RETURN m.id, m.graph, m.facts, m.sequence, m.head, m.shape, m.case, m.writer, m.batch, m.sum, m.nodes, m.links, m.altered,
       COUNT { MATCH (n) } - 1, COUNT { MATCH ()-[r]->() }
"""
_ALTERED = "MATCH (m:Projection) SET m.altered = true"


@dataclass(frozen=True, slots=True)
class HeldGraph:
    """What the marker says. `writer` and `batch` change with every transaction that writes: equal means untouched since."""

    marker: Marker | None
    """None while a publish is not finished."""
    case: str | None
    """The id of the case whose graph it is, empty for a case without an entry; None where a release before did not say it."""
    writer: str
    batch: int
    sum: str | None
    """The sum (`graph.engine.neo4j.sums`) of all that Linkage has written, which is all that may be there."""


def held(run: Run) -> HeldGraph | None:
    """The marker, or None where nothing was ever published here.

    IntegrityError where it is none of ours, or where there are more or fewer nodes or links than were published.
    """
    records = [record.values() for record in run(_READ, {})]
    if not records:
        return None
    ours, graph, facts, sequence, head, shape, case, writer, batch, total, nodes, links, altered, nodes_now, links_now = records[
        0
    ]
    if len(records) > 1 or ours != "linkage":
        raise IntegrityError(FOREIGN)
    if altered or (graph is not None and nodes is not None and (nodes, links) != (nodes_now, links_now)):
        raise IntegrityError(ALTERED)
    complete = None if graph is None else Marker(Hashes(graph, facts), sequence, head, shape or "")
    return HeldGraph(complete, case, writer, batch, total)


def check_case(graph: HeldGraph | None, case: str) -> None:
    """IntegrityError where the graph that is held is not this case's. A graph of no entries is anybody's: nothing is in it."""
    if graph is None or graph.case in ("", case):
        return
    raise IntegrityError(OLDER if graph.case is None else ANOTHER)


def note_altered(run: Run) -> None:
    """From now on nobody is answered: what is held is not what was published."""
    run(_ALTERED, {}).consume()
