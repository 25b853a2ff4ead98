"""The node beside the graph that says what the graph is, and how far its writer has come."""

from __future__ import annotations

from dataclasses import dataclass

from graph.engine import Marker
from graph.engine.bolt import Run
from graph.errors import IntegrityError
from graph.projection import Hashes

FOREIGN = "the database holds what Linkage did not write; a case needs a database of its own"

_READ = "MATCH (m:Projection) RETURN m.id, m.graph, m.facts, m.sequence, m.head, m.shape, m.writer, m.batch"


@dataclass(frozen=True, slots=True)
class HeldGraph:
    """What the marker says. `writer` and `batch` change with every transaction that writes: equal means untouched since."""

    marker: Marker | None
    """None while a publish is not finished."""
    writer: str
    batch: int


def held(run: Run) -> HeldGraph | None:
    """The marker, or None where nothing was ever published here."""
    records = [record.values() for record in run(_READ, {})]
    if not records:
        return None
    ours, graph, facts, sequence, head, shape, writer, batch = records[0]
    if len(records) > 1 or ours != "linkage":
        raise IntegrityError(FOREIGN)
    complete = None if graph is None else Marker(Hashes(graph, facts), sequence, head, shape or "")
    return HeldGraph(complete, writer, batch)
