"""What `pattern/injuries` must count, in plain Python.

A finding stands in a row by the event here that its assessor attributes it to; whoever it was found on, and their casefiles,
by this tie and by their own. Where the event is told at another place, the row names it. The casefiles are those of all
who may have been held here, or harmed by an event that may have been here, in the period; where nothing was found, one row says
so beside them. Files come by whoever may be one with such a person, and by what may be one with such an event; findings come by
the latter, nobody says how many. At least there is what was found of an event that surely was in the period; the casefiles are
those of who may have been held or harmed, also at least. What was found on these people, and is attributed to no event at all,
stands in no row, and is counted beside.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graph.projection import Node, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.conflicting_places import called
from tests.queries.oracles.counting import Counting, Tie
from tests.queries.oracles.ways import Graph, Way, denied, surest
from tests.queries.rule import Asked, Members, Row

KEYS = ("body_site", "alleged_method", "consistency", "examined")


def answer(projection: Projection, parameters: Parameters, counting: Counting) -> list[Row]:
    """The rows. `parameters`: `station`; `from` and `to` as instants, either left out."""
    begin: Any = parameters.get("from")
    end: Any = parameters.get("to")
    graph, asked, station = Graph(projection), Asked.of(begin, end), str(parameters["station"])
    people = _people(graph, counting, asked, station)
    files, loose = _files(graph, counting, people), _unattributed(graph, counting, people)
    here = {tie.thing for tie in files if not tie.comes}
    rows: defaultdict[tuple[Any, ...], list[tuple[Node, Way]]] = defaultdict(list)
    for occurred in graph.links("OCCURRED_AT", end=station):
        event = graph.nodes[occurred.begin]
        if Members.possible([event], asked):
            for attributed in graph.links("ATTRIBUTED_TO", end=event.id):
                finding = graph.nodes[attributed.begin]
                way = Way(asked, (event,), (occurred, attributed), (), graph.torn(event.id))
                rows[_key(finding)].append((finding, way))
    found = [
        Tie(
            about.begin,
            way.denied or denied(on) or denied(about),
            way.sure,
            comes=one != on.end or about.begin not in here,
            goes=counting.leaves(str(way.members[0].properties["id"]), {station}),
        )
        for ways in rows.values()
        for finding, way in ways
        for on in graph.links("FOUND_ON", begin=finding.id)
        for one in counting.alike(on.end)
        for about in graph.links("ABOUT", end=one)
        if about.begin in {tie.thing for tie in files}
    ]
    waits = any(occurred.begin in counting.waiting for occurred in graph.links("OCCURRED_AT", end=station))
    open_by = ("Event",) if waits else ()
    whole = {**counting.columns("with_findings", found, open_by=open_by), **counting.columns("casefiles", files)}
    whole |= counting.columns("unattributed", loose)
    told = [(key, _row(graph, counting, ways, station, open_by)) for key, ways in rows.items()]
    none = ((None,) * len(KEYS), _row(graph, counting, [], station, open_by))
    return [{**dict(zip(KEYS, key, strict=True)), **row, **whole} for key, row in told or [none]]


def _key(finding: Node) -> tuple[Any, ...]:
    own: Any = finding.properties
    words = [own.get(name) and own[name].strip().lower() for name in ("body_site", "alleged_method")]
    return (*words, own.get("consistency", "not_assessed"), own.get("examined"))


def _row(graph: Graph, counting: Counting, ways: list[tuple[Node, Way]], station: str, open_by: tuple[str, ...]) -> Row:
    findings, bodies = list[Tie](), list[Tie]()
    elsewhere = {
        called(graph.nodes[at.end], at)
        for _, way in ways
        for at in graph.links("OCCURRED_AT", begin=str(way.members[0].properties["id"]))
        if at.end != station
    }
    for finding, way in ways:
        away = counting.leaves(str(way.members[0].properties["id"]), {station})
        findings.append(Tie(finding.id, way.denied, way.sure, goes=away))
        found_on = graph.links("FOUND_ON", begin=finding.id)
        bodies += [Tie(on.end, way.denied or denied(on), way.sure, goes=away) for on in found_on]
    return {
        "elsewhere": sorted(elsewhere),
        **counting.columns("findings", findings, open_by=open_by),
        **counting.columns("persons", bodies, open_by=open_by),
        "certainty": surest(way for _, way in ways)["certainty"] if ways else None,
    }


def _people(graph: Graph, counting: Counting, asked: Asked, station: str) -> list[Tie]:
    """Who may have been held or harmed here then."""
    people = [Tie(stay.begin, denied(stay)) for stay in graph.links("HELD_AT", end=station) if Members.possible([stay], asked)]
    for occurred in graph.links("OCCURRED_AT", end=station):
        if Members.possible([graph.nodes[occurred.begin]], asked):
            away = counting.leaves(occurred.begin, {station})
            for happened in counting.alike(occurred.begin):
                for suffered in graph.links("SUFFERED", end=happened):
                    tie, comes = denied(occurred) or denied(suffered), happened != occurred.begin
                    people.append(Tie(suffered.begin, tie, comes=comes, goes=away))
    return people


def _unattributed(graph: Graph, counting: Counting, people: list[Tie]) -> list[Tie]:
    """What was found on them, and is attributed to no event."""
    return [
        Tie(on.begin, who.denied or denied(on), comes=who.comes or one != who.thing, goes=who.goes)
        for who in people
        for one in counting.alike(who.thing)
        for on in graph.links("FOUND_ON", end=one)
        if not [*graph.links("ATTRIBUTED_TO", begin=on.begin)]
    ]


def _files(graph: Graph, counting: Counting, people: list[Tie]) -> list[Tie]:
    return [
        Tie(about.begin, who.denied or denied(about), comes=who.comes or one != who.thing, goes=who.goes)
        for who in people
        for one in counting.alike(who.thing)
        for about in graph.links("ABOUT", end=one)
    ]
