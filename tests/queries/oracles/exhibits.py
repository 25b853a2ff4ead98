"""What `evidence/exhibits` must count of each casefile, station or event, in plain Python.

A source belongs to a casefile by a link, to a station by one that shows it, and to a station or an event by whatever it is cited
for. It is denied where all such links are, and it only denies where it is cited for denials alone, and for what these are about.
Words for kinds are for the cases: here all sources are counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

from graph.projection import Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.ways import Graph, denied
from tests.queries.rule import Row

LABELS = {"casefile": "Casefile", "station": "Station", "event": "Event"}
AT_A_STATION = ("HELD_AT", "OCCURRED_AT", "PRESENT_AT", "BASED_AT", "WITHIN")
OF_AN_EVENT = ("SUFFERED", "WITNESSED", "ALLEGED_IN", "OCCURRED_AT", "ATTRIBUTED_TO")

Belonging: TypeAlias = tuple[str, bool, bool]
"""A source, whether a denied link says that it belongs there, and whether a denial does."""


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """A row for each of them. `parameters`: `by`."""
    graph, by = Graph(projection), str(parameters["by"])
    about: defaultdict[str, list[Belonging]] = defaultdict(list)
    for claim in graph.of("Claim"):
        for cites in graph.links("CITES", begin=claim.id):
            says_nothing = claim.properties.get("polarity") == "denies" or bool(claim.properties.get("names_only"))
            belonging = cites.end, False, says_nothing
            about[str(claim.properties.get("about"))].append(belonging)
    rows = []
    for thing in graph.of(LABELS[by]):
        found: defaultdict[str, list[Belonging]] = defaultdict(list)
        for kind in ("IN_FILE", "SHOWS"):
            for link in graph.links(kind, end=thing.id):
                found[link.begin].append((link.begin, denied(link), False))
        for part in _parts(graph, by, thing.id):
            for belonging in about[part]:
                found[belonging[0]].append(belonging)
        rows.append({"thing": thing.id, **_counted(graph, found)})
    return rows


def _parts(graph: Graph, by: str, thing: str) -> Iterator[str]:
    """Whatever a source may be cited for."""
    if by == "casefile":
        return
    yield thing
    for kind in AT_A_STATION if by == "station" else OF_AN_EVENT:
        yield from {link.id for link in [*graph.links(kind, begin=thing), *graph.links(kind, end=thing)]}
    if by == "event":
        for finding in {link.begin for link in graph.links("ATTRIBUTED_TO", end=thing)}:
            yield finding
            yield from (link.id for link in graph.links("FOUND_ON", begin=finding))


def _counted(graph: Graph, found: dict[str, list[Belonging]]) -> Row:
    sources = [graph.nodes[source].properties for source in found]
    return {
        "sources": len(found),
        "held": sum("sha256" in own for own in sources),
        "denied": sum(all(tie for _, tie, _ in ways) for ways in found.values()),
        "denying": sum(all(denies for *_, denies in ways) for ways in found.values()),
        "origins": len({own.get("origin", own["id"]) for own in sources}),
    }
