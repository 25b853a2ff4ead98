"""Ways behind a row, in plain Python: each graded by `rule`, and the row as sure as the surest of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.projection import Link, Node, Projection
from tests.queries.rule import Asked, Member, Members, Row, claims_of

GRADES = ("certain", "assumed", "possible")


class Graph:
    """The links of one world, by type and ends."""

    def __init__(self, projection: Projection) -> None:
        self.nodes = {node.id: node for node in projection.nodes}
        self._by_type: defaultdict[str, list[Link]] = defaultdict(list)
        self._by_end: defaultdict[tuple[str, str, str], list[Link]] = defaultdict(list)
        for link in projection.links:
            self._by_type[link.type].append(link)
            self._by_end[link.type, "begin", link.begin].append(link)
            self._by_end[link.type, "end", link.end].append(link)

    def of(self, label: str) -> list[Node]:
        return [node for node in self.nodes.values() if node.label == label]

    def links(self, kind: str, *, begin: str | None = None, end: str | None = None) -> Iterator[Link]:
        if begin is not None:
            return (link for link in self._by_end[kind, "begin", begin] if end in (None, link.end))
        return iter(self._by_type[kind] if end is None else self._by_end[kind, "end", end])

    def known(self, thing: str) -> bool:
        """Whether it is more than a unit that nobody can name."""
        return self.nodes[thing].properties.get("kind") != "unknown"

    def torn(self, event: str) -> bool:
        """Whether it is told of two stations, whoever denies one: it was at the one or the other."""
        return len({link.end for link in self.links("OCCURRED_AT", begin=event)}) > 1

    def units(self, event: str) -> list[Link]:
        """The allegations against units, but for unknown ones."""
        return [link for link in self.links("ALLEGED_IN", end=event) if link.begin_label == "Unit" and self.known(link.begin)]


@dataclass(frozen=True)
class Way:
    """What held together: members with a time, other links that it rests on, links that only add their claims."""

    asked: Asked
    members: tuple[Member, ...]
    others: tuple[Link, ...] = ()
    beside: tuple[Link, ...] = ()
    doubted: bool = False

    @cached_property
    def told(self) -> Row:
        """The columns of the rule."""
        told = Members(self.members, self.asked).columns()
        if self.doubted or any(map(denied, self.others)):
            told["certainty"] = "possible"
        return told | {"claims": {*told["claims"], *claims_of(*self.others, *self.beside)}}

    @property
    def denied(self) -> bool:
        return any(map(denied, (*self.members, *self.others)))

    @property
    def sure(self) -> bool:
        """Whether all of it surely held together in that time, if nobody denied it, and wherever it was."""
        return Members(self.members, self.asked).sure()


def denied(part: Member) -> bool:
    return bool(part.properties.get("disputed"))


def surest(ways: Iterable[Way]) -> Row:
    """What a row says that rests on all of them."""
    listed: Sequence[Row] = [way.told for way in ways]

    def order(told: Row) -> tuple[int, float]:
        return GRADES.index(told["certainty"]), float("inf") if told["gap_days"] is None else told["gap_days"]

    best = min(listed, key=order)
    return {
        "certainty": best["certainty"],
        "gap_days": best["gap_days"],
        "since": min(told["since"] for told in listed),
        "until": max(told["until"] for told in listed),
        "claims": sorted({claim for told in listed for claim in told["claims"]}),
    }


def possible_events(graph: Graph, asked: Asked) -> list[Node]:
    """The events that may have happened in that time."""
    return [event for event in graph.of("Event") if Members.possible([event], asked)]
