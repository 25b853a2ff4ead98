"""Where a case stands: what is in its graph, which hashes it has, what waits for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from graph import schema
from graph.served import served
from loaders.resolve import backlog
from queries.desk.rejects import unwritten

if TYPE_CHECKING:
    from graph.engine import Marker
    from graph.kept.case import Case
    from graph.progress import Progress

NODES = "MATCH (n) RETURN labels(n)[0] AS label, count(n) AS n"
LINKS = "MATCH ()-[r]->() RETURN type(r) AS type, count(r) AS n"
CONFLICTS = "MATCH (n) WHERE size(n.conflicts) > 0 RETURN count(n) AS n"
LINK_CONFLICTS = "MATCH ()-[r]->() WHERE size(r.conflicts) > 0 RETURN count(r) AS n"


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts by label and type, the marker, and what waits."""

    title: str
    who: str
    time_zone: str
    languages: tuple[str, ...]
    nodes: dict[str, int]
    links: dict[str, int]
    marker: Marker
    engine: str
    loads: tuple[dict[str, Any], ...]
    review: int
    """Groups that may be one thing, for a person to say."""
    unsure: int
    """Questions that a person looked at and left open."""
    conflicts: int
    """Things and links whose sources contradict each other, and joins that contradict themselves by now."""
    undecided: int
    """Decisions about rows that a newer version of a file does not have."""
    behind: bool
    """Whether something was loaded that was never compared."""
    unwritten: tuple[int, ...]
    """Loads of which something was refused, or odd, and is not written: a disk was full, a command was killed."""

    def as_json(self) -> dict[str, Any]:
        """As `linkage status --json` prints it."""
        return {
            "nodes": self.nodes,
            "links": self.links,
            "graph": self.marker.hashes.graph,
            "facts": self.marker.hashes.facts,
            "sequence": self.marker.sequence,
            "engine": self.engine,
            "waiting": {"review": self.review + self.unsure, "conflicts": self.conflicts, "undecided": self.undecided},
        }


def status(case: Case, *, progress: Progress | None = None) -> Standing:
    """Where the case stands now."""
    with served(case, progress=progress) as (engine, marker):
        counted = {query: engine.ask(query, {}, seconds=60, rows=1000).rows for query in (NODES, LINKS)}
        conflicts = sum(cast("int", engine.ask(q, {}, seconds=60, rows=1).rows[0][0]) for q in (CONFLICTS, LINK_CONFLICTS))
        name = engine.name
    state = case.state
    waits = backlog.load(case)
    return Standing(
        title=case.settings.title,
        who=case.who,
        time_zone=case.settings.time_zone,
        languages=case.settings.languages,
        nodes={str(k): cast("int", n) for k, n in sorted(counted[NODES]) if k in schema.NODE},
        links={str(k): cast("int", n) for k, n in sorted(counted[LINKS]) if k in schema.LINK},
        marker=marker,
        engine=name,
        loads=tuple({"load": n, **body} for n, body in state.loads.items() if n not in state.superseded),
        review=len(waits.groups),
        unsure=sum(1 for _ in state.identity.unsure()),
        conflicts=conflicts + len(waits.conflicts),
        unwritten=unwritten(case, {n: body for n, body in state.loads.items() if n not in state.superseded}),
        behind=waits.sequence is None or waits.behind,
        undecided=len(state.undecided),
    )
