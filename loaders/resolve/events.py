"""Events: one where the resolved victims meet and day and place, or day and kind, agree. Never because texts are alike.

A rule decides where the day and one of the other two agree and nothing contradicts, of the same victims or nearly so; one
victim in common of a dozen may be a mistake, and a person is asked. Measured on generated worlds (tests/bench/resolve): what
the rules join is right in more than 99 of 100.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING, Literal, TypeAlias

from graph.decided.partition import Partition
from loaders.resolve.apart import kept_by_compiler
from loaders.resolve.proposal import Edge, Evidence, Group, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from loaders.resolve.proposal import KeptApart
    from loaders.resolve.record import EventRecord

LABEL = "Event"
REVIEW = "review"
WHY = "a victim in common, and no rule says that it is one event"
MOST = 12
"""How many events a person is asked about together."""
CROWD = 400
"""Events of one victim that are held against each other: more of them are nobody's own, but a registry's habit."""

Time: TypeAlias = Literal["same day", "next day", "may be the same", "unknown", "different"]
Agreement: TypeAlias = Literal["same", "unknown", "different"]


@dataclass(frozen=True, slots=True)
class Held:
    """What comes of holding two events against each other."""

    time: Time
    place: Agreement
    kind: Agreement
    shared: int
    victims: int
    within: bool
    """Whether all victims of the one are among those of the other."""

    @property
    def contradict(self) -> bool:
        """Whether they are two events."""
        return self.shared == 0 or "different" in (self.time, self.place, self.kind)

    @property
    def rule(self) -> str | None:
        """The rule that joins them, `review`, or None where they are two events or nothing speaks for one."""
        if self.contradict:
            return None
        nearly_all = 2 * self.shared >= self.victims
        if self.time == "same day":
            if nearly_all or (self.within and self.place == self.kind == "same"):
                if self.place == "same":
                    return "events/victims-day-place"
                if self.kind == "same":
                    return "events/victims-day-kind"
            return REVIEW
        if self.time == "next day" and nearly_all and self.place == self.kind == "same":
            return "events/victims-next-day-place-kind"
        return REVIEW if self.kind == "same" or self.place == "same" else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """In words."""
        of = "the same" if self.shared == self.victims else f"{self.shared} of {self.victims} the same"
        return (
            Evidence("victims", of),
            Evidence("time", self.time),
            Evidence("place", self.place),
            Evidence("kind", self.kind),
        )


def propose(records: Sequence[EventRecord], kept_apart: KeptApart, *, fresh: Set[str] | None = None) -> Proposal:
    """Which events are one. `fresh`: only pairs with one of these are held against each other."""
    case = _Events(records, kept_apart)
    edges = {pair: edge for pair in case.candidates(fresh) if (edge := case.edge(*pair)) and not case.apart(*pair)}
    merged, merges, doubted = _merged(case, {pair: edge for pair, edge in edges.items() if edge.rule != REVIEW})
    doubtful = {pair: edge for pair, edge in edges.items() if edge.rule == REVIEW}
    return Proposal(merges, _groups(case, {**doubtful, **doubted}, merged))


def compare(one: EventRecord, other: EventRecord) -> Held:
    """Two profiles, held against each other."""
    return Held(
        _time(one, other),
        _agreement(one.station, other.station),
        _agreement(one.kind, other.kind),
        shared=len(one.victims & other.victims),
        victims=len(one.victims | other.victims),
        within=one.victims <= other.victims or other.victims <= one.victims,
    )


class _Events:
    """All events by thing, and what comes of holding any two against each other."""

    def __init__(self, records: Sequence[EventRecord], kept_apart: KeptApart) -> None:
        self._kept_apart = kept_apart
        self._apart: dict[tuple[str, str], bool] = {}
        self._profiles: defaultdict[str, list[EventRecord]] = defaultdict(list)
        for record in sorted(records, key=lambda record: (record.thing, record.mention)):
            self._profiles[record.thing].append(record)

    def candidates(self, fresh: Set[str] | None) -> Iterable[tuple[str, str]]:
        """Events that have a victim in common."""
        of_victim: defaultdict[str, set[str]] = defaultdict(set)
        for thing, records in self._profiles.items():
            for victim in {victim for record in records for victim in record.victims}:
                of_victim[victim].add(thing)
        pairs = {
            pair
            for things in of_victim.values()
            if len(things) <= CROWD
            for pair in combinations(sorted(things), 2)
            if fresh is None or pair[0] in fresh or pair[1] in fresh
        }
        return sorted(pairs)

    def edge(self, one: str, other: str) -> Edge | None:
        """The best that any two of their profiles give."""
        best: Edge | None = None
        for mine, yours in product(self._profiles[one], self._profiles[other]):
            held = compare(mine, yours)
            if held.rule and (best is None or (best.rule == REVIEW and held.rule != REVIEW)):
                best = Edge(mine.mention, yours.mention, held.rule, None, held.evidence)
        return best

    def apart(self, one: str, other: str) -> bool:
        """Whether they can be no one event: a decision or their compiler says so, or what two of their rows say."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._apart:
            ours, theirs = self._profiles[one], self._profiles[other]
            self._apart[pair] = (
                kept_by_compiler(ours[0].distinct, theirs[0].distinct)
                or self._kept_apart(one, other)
                or any(compare(mine, yours).contradict for mine, yours in product(ours, theirs))
            )
        return self._apart[pair]

    def agree(self, ours: Iterable[str], theirs: Iterable[str]) -> bool:
        """Whether a rule says of each of the one set and each of the other that they are one: no chain is enough."""
        return all(self._sure(one, other) for one, other in product(ours, theirs))

    def _sure(self, one: str, other: str) -> bool:
        edge = self.edge(one, other)
        return edge is not None and edge.rule != REVIEW and not self.apart(one, other)

    def clash(self, ours: Iterable[str], theirs: Iterable[str]) -> bool:
        """Whether any event of the one set can be no one event with any of the other."""
        return any(self.apart(one, other) for one, other in product(ours, theirs))


def _merged(case: _Events, rules: dict[tuple[str, str], Edge]) -> tuple[Partition, tuple[Edge, ...], dict[tuple[str, str], Edge]]:
    """Joins that contradict nothing. An event that fits two that are apart from each other fits neither surely."""
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in rules:
        neighbours[one].add(other)
        neighbours[other].add(one)
    torn = {thing for thing, others in neighbours.items() if any(case.apart(*pair) for pair in combinations(sorted(others), 2))}
    partition = Partition()
    merges: list[Edge] = []
    doubted: dict[tuple[str, str], Edge] = {}
    for (one, other), edge in sorted(rules.items()):
        if partition.name(one) == partition.name(other):
            continue
        if torn & {one, other} or not case.agree(partition.members(one), partition.members(other)):
            doubted[one, other] = replace(edge, rule=REVIEW)
        else:
            partition.join((one, other))
            merges.append(edge)
    return partition, tuple(merges), doubted


def _groups(case: _Events, doubtful: dict[tuple[str, str], Edge], merged: Partition) -> tuple[Group, ...]:
    """What is left to ask about, a few events at a time."""
    together = Partition()
    kept: list[tuple[str, Edge]] = []
    for (one, other), edge in sorted(doubtful.items()):
        ours, theirs = (
            {event for name in together.members(merged.name(thing)) for event in merged.members(name)} for thing in (one, other)
        )
        if merged.name(one) == merged.name(other) or len(ours | theirs) > MOST:
            continue
        if together.name(merged.name(one)) != together.name(merged.name(other)) and case.clash(ours, theirs):
            continue
        together.join((merged.name(one), merged.name(other)))
        kept.append((merged.name(one), edge))
    edges: defaultdict[str, list[Edge]] = defaultdict(list)
    for name, edge in kept:
        edges[together.name(name)].append(edge)
    return tuple(
        Group(LABEL, tuple(sorted(together.members(name))), tuple(within), WHY) for name, within in sorted(edges.items())
    )


def _time(one: EventRecord, other: EventRecord) -> Time:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return "unknown"
    begins, ends = max(one.first, other.first), min(one.last, other.last)
    gap = (date.fromisoformat(begins) - date.fromisoformat(ends)).days
    single = one.first == one.last and other.first == other.last
    if gap > 1 or (gap == 1 and not single):
        return "different"
    if gap == 1:
        return "next day"
    return "same day" if single else "may be the same"


def _agreement(one: str | None, other: str | None) -> Agreement:
    if one is None or other is None:
        return "unknown"
    return "same" if one == other else "different"
