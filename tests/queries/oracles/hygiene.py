"""What `evidence/hygiene` must say of events without victims and of proceedings about nothing, in plain Python.

The victims of a raid are those of its parts; what answers a complaint is about what the complaint is about. Where all that says
so is denied at some step, it is told and denied, and not missing; so is what is said to answer a complaint about nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.projection import Link, Projection
from tests.queries.oracles.ways import Graph, denied

NO_VICTIM, DENIED_VICTIM = "event without victim", "event whose only victim is denied"
NO_SUBJECT, DENIED_SUBJECT = "proceeding about nothing recorded", "proceeding whose only subject is denied"


def answer(projection: Projection) -> set[tuple[str, str]]:
    """What is unfinished, and of which thing."""
    graph = Graph(projection)
    found = set()
    for event in graph.of("Event"):
        ways = [*_ways(graph, "PART_OF", "SUFFERED", event.id, (), down=True)]
        if all(any(map(denied, way)) for way in ways):
            found.add((DENIED_VICTIM if ways else NO_VICTIM, event.id))
    for proceeding in graph.of("Proceeding"):
        ways = [*_ways(graph, "ANSWERS", "CONCERNS", proceeding.id, (), down=False)]
        if all(any(map(denied, way)) for way in ways):
            is_told = ways or any(map(denied, graph.links("ANSWERS", begin=proceeding.id)))
            found.add((DENIED_SUBJECT if is_told else NO_SUBJECT, proceeding.id))
    return found


def _ways(graph: Graph, step: str, last: str, at: str, way: tuple[Link, ...], *, down: bool) -> Iterator[tuple[Link, ...]]:
    """Every way through steps to a victim or a subject; no link twice."""
    for link in graph.links(last, end=at) if down else graph.links(last, begin=at):
        yield (*way, link)
    for link in graph.links(step, end=at) if down else graph.links(step, begin=at):
        if link not in way:
            yield from _ways(graph, step, last, link.begin if down else link.end, (*way, link), down=down)
