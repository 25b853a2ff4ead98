"""What `pattern/injuries` must count, in plain Python.

A finding stands in a row by the event here that its assessor attributes it to; whoever it was found on, and their casefiles,
by this tie and by their own. The casefiles are those of all who may have been held here, or harmed by an event that may have
been here, in the period; where nothing was found, one row says so beside them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graph.projection import Node, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.counting import Counting, Tie
from tests.queries.oracles.ways import Graph, Way, denied, surest
from tests.queries.rule import Asked, Members, Row

KEYS = ("body_site", "alleged_method", "consistency", "examined")


def answer(projection: Projection, parameters: Parameters, counting: Counting) -> list[Row]:
    """The rows. `parameters`: `station`; `from` and `to` as instants, either left out."""
    begin: Any = parameters.get("from")
    end: Any = parameters.get("to")
    graph, asked, station = Graph(projection), Asked.of(begin, end), str(parameters["station"])
    files = list(_files(graph, asked, station))
    rows: defaultdict[tuple[Any, ...], list[tuple[Node, Way]]] = defaultdict(list)
    for occurred in graph.links("OCCURRED_AT", end=station):
        event = graph.nodes[occurred.begin]
        if Members.possible([event], asked):
            for attributed in graph.links("ATTRIBUTED_TO", end=event.id):
                finding = graph.nodes[attributed.begin]
                way = Way(asked, (event,), (occurred, attributed), (), graph.torn(event.id))
                rows[_key(finding)].append((finding, way))
    found = [
        Tie(about.begin, way.denied or denied(on) or denied(about))
        for ways in rows.values()
        for finding, way in ways
        for on in graph.links("FOUND_ON", begin=finding.id)
        for about in graph.links("ABOUT", end=on.end)
        if about.begin in {tie.thing for tie in files}
    ]
    whole = {**counting.columns("with_findings", found), **counting.columns("casefiles", files)}
    return [{**dict(zip(KEYS, key, strict=True)), **_row(graph, counting, ways), **whole} for key, ways in rows.items()] or [
        {**dict.fromkeys(KEYS), **counting.columns("findings", []), **counting.columns("persons", []), **whole, "certainty": None}
    ]


def _key(finding: Node) -> tuple[Any, ...]:
    own: Any = finding.properties
    words = [own.get(name) and own[name].strip().lower() for name in ("body_site", "alleged_method")]
    return (*words, own.get("consistency", "not_assessed"), own.get("examined"))


def _row(graph: Graph, counting: Counting, ways: list[tuple[Node, Way]]) -> Row:
    bodies = [Tie(on.end, way.denied or denied(on)) for finding, way in ways for on in graph.links("FOUND_ON", begin=finding.id)]
    return {
        **counting.columns("findings", [Tie(finding.id, way.denied) for finding, way in ways]),
        **counting.columns("persons", bodies),
        "certainty": surest(way for _, way in ways)["certainty"],
    }


def _files(graph: Graph, asked: Asked, station: str) -> list[Tie]:
    people = [(stay.begin, denied(stay)) for stay in graph.links("HELD_AT", end=station) if Members.possible([stay], asked)]
    for occurred in graph.links("OCCURRED_AT", end=station):
        if Members.possible([graph.nodes[occurred.begin]], asked):
            harmed = graph.links("SUFFERED", end=occurred.begin)
            people += [(suffered.begin, denied(occurred) or denied(suffered)) for suffered in harmed]
    return [Tie(about.begin, tie or denied(about)) for person, tie in people for about in graph.links("ABOUT", end=person)]
