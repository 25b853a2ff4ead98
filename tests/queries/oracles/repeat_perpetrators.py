"""What `pattern/repeat_perpetrators` must answer, in plain Python.

Independent events are counted one after another, those of few victims first, but last those in which every allegation, or every
victim, is denied: each has victims and origins that no counted one has, and is no part of one. A unit that nobody could name may
be another one each time, and has no row. At least: each by an allegation, an origin and a victim that nobody denies, and no two
that may share anything when what is denied holds and all that waits is one, or when who is only described is the same; and never
more than as it stands. At most: one for each event, each victim, also one that comes, and each origin.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.projection import Link, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.counting import Counting, Tie
from tests.queries.oracles.ways import Graph, denied
from tests.queries.rule import Row, time_of


@dataclass(frozen=True)
class _Told:
    """One event in which somebody is alleged, and by what."""

    event: str
    allegations: tuple[Link, ...]
    suffered: tuple[Link, ...]

    @property
    def denied(self) -> bool:
        return all(map(denied, self.allegations))

    @property
    def doubted(self) -> bool:
        """Whether nothing of it is left without what is denied."""
        return self.denied or all(map(denied, self.suffered))


def answer(projection: Projection, parameters: Parameters, counting: Counting) -> list[Row]:
    """The rows in order. `parameters`: `min_events`."""
    graph, least = Graph(projection), int(str(parameters["min_events"]))
    origins = _Origins(graph)
    rows = []
    named = [unit for unit in graph.of("Unit") if unit.properties.get("kind", "real") == "real"]
    for who in [*graph.of("Person"), *named]:
        alleged = list(graph.links("ALLEGED_IN", begin=who.id))
        told = [
            _Told(
                event,
                tuple(link for link in alleged if link.end == event),
                tuple(graph.links("SUFFERED", end=event)),
            )
            for event in sorted({link.end for link in alleged})
        ]
        row = _row(graph, counting, origins, told)
        if row["independent"] >= least:
            rows.append({"who": who.id, **row})
    return sorted(rows, key=lambda row: (-row["independent"], -row["events"], row["who"]))


class _Origins:
    """From where the allegations are told: claims that stand, by the origin of their source."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def of(self, allegations: Iterable[Link]) -> set[str]:
        about = {link.id for link in allegations}
        found = set()
        for claim in self.graph.of("Claim"):
            own = claim.properties
            if own.get("about") in about and own.get("polarity") == "asserts" and own.get("status") != "withdrawn":
                for cites in self.graph.links("CITES", begin=claim.id):
                    found.add(str(self.graph.nodes[cites.end].properties.get("origin", cites.end)))
        return found


def _row(graph: Graph, counting: Counting, origins: _Origins, told: list[_Told]) -> Row:
    events = [Tie(link.end, denied(link) or denied(graph.nodes[link.end])) for one in told for link in one.allegations]
    victims = [
        Tie(link.begin, one.denied or denied(link), comes=happened != one.event)
        for one in told
        for happened in counting.alike(one.event)
        for link in graph.links("SUFFERED", end=happened)
    ]
    named = {str(graph.nodes[at.end].properties["name"]) for one in told for at in graph.links("OCCURRED_AT", begin=one.event)}
    times = [graph.nodes[one.event] for one in told]
    return {
        **_independent(counting, origins, told, victims),
        **counting.columns("events", events),
        **counting.columns("victims", victims),
        "origins": len(set[str]().union(*(origins.of(one.allegations) for one in told))),
        "stations": sorted(named),
        "first": min((time_of(event, "possible_from") for event in times), default=None),
        "last": max((time_of(event, "possible_to") for event in times), default=None),
    }


def _independent(counting: Counting, origins: _Origins, told: list[_Told], victims: list[Tie]) -> Row:
    ordered = sorted(told, key=lambda one: (one.doubted, len({link.begin for link in one.suffered}), one.event))

    def few(one: _Told) -> set[str]:
        """Its victims as few as they may be."""
        victims = {link.begin for link in one.suffered}
        return {"only described" if victim in counting.described else counting.one(victim) for victim in victims}

    standing = [one for one in ordered if one.suffered and origins.of(one.allegations)]
    undenied = [
        one
        for one in ordered
        if origins.of(link for link in one.allegations if not denied(link)) and not all(map(denied, one.suffered))
    ]
    taken, least = list[_Told](), list[_Told]()
    for one in standing:
        own = {link.begin for link in one.suffered}
        if not any(
            own & {link.begin for link in other.suffered}
            or origins.of(one.allegations) & origins.of(other.allegations)
            or counting.related(one.event, other.event)
            for other in taken
        ):
            taken.append(one)
    for one in undenied:
        if not any(
            few(one) & few(other)
            or origins.of(one.allegations) & origins.of(other.allegations)
            or counting.tops(one.event) & counting.tops(other.event)
            for other in least
        ):
            least.append(one)
    all_origins = set[str]().union(*(origins.of(one.allegations) for one in told))
    return {
        "independent": len(taken),
        "independent_most": max(len(taken), min(len(told), len({tie.thing for tie in victims}), len(all_origins))),
        "independent_least": min(len(taken), len(least)),
        "independent_denied": sum(one.doubted for one in taken),
        "counted": sorted(one.event for one in taken),
    }
