"""The whole case into a Neo4j server of your own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import canonical
from graph.decided.entry import Kind
from graph.engine.setting import open_engine
from graph.errors import CaseError
from graph.kept.address import EMBEDDED
from graph.project import project

if TYPE_CHECKING:
    from graph.engine import Marker
    from graph.kept.case import Case
    from graph.progress import Progress


def publish(case: Case, address: str, *, profile: str, progress: Progress | None = None) -> Marker:
    """Projects the whole case into a Neo4j server of your own. Protected people keep their names there: `internal` only."""
    if profile != "internal":
        raise CaseError("a whole case is published internally only: --profile internal; export answers to others")
    if address == EMBEDDED:
        raise CaseError("publish writes to a server: name its address, such as bolt://host:7687")
    with case.writing():
        projection = project(case.state)
        with open_engine(address, case.graph_folder) as engine:
            engine.check(projection)  # before the journal says that something leaves
            graph = canonical.hashes(projection.nodes, projection.links).graph
            body = {"what": "publish", "profile": profile, "recipient": None, "manifest": graph, "graph": graph}
            case.journal.append(Kind.RELEASE, body, case.who)
            return engine.publish(projection, progress=progress)
