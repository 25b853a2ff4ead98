"""All events of a case: what is joined, and what a person is asked, the likeliest first.

A join needs more than two events that a rule makes one: each member of what is joined must be one with each other by a rule,
and no third event may fit that is apart from either. An event that fits two fits neither surely.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import TYPE_CHECKING

from graph.decided.partition import Partition
from loaders.resolve.apart import kept_by_compiler
from loaders.resolve.events.comparison import REVIEW, compare
from loaders.resolve.events.reasons import reasons, speaks_for
from loaders.resolve.proposal import Edge, Group, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set

    from loaders.resolve.events.comparison import Waiting
    from loaders.resolve.proposal import KeptApart
    from loaders.resolve.record import EventRecord

LABEL = "Event"
WHY = "victims in common, and no rule says that it is one event"
MOST = 12
"""How many events a person is asked about together, and with how many others each is held at once."""
CROWD = 400
"""Events of one victim that are held against each other: more of them are nobody's own, but a registry's habit."""

Pair = tuple[str, str]


def propose(
    records: Sequence[EventRecord], kept_apart: KeptApart, *, fresh: Set[str] | None = None, waiting: Waiting | None = None
) -> Proposal:
    """Which events are one. `fresh`: only pairs with one of these are held against each other. `waiting`: of persons, stations
    and units, which may be one, as a person is being asked."""
    case = _Events(records, kept_apart, waiting or {})
    edges = {pair: edge for pair in case.candidates(fresh) if (edge := case.between(*pair).edge)}
    merged, merges, doubted = _merged(case, {pair: edge for pair, edge in edges.items() if edge.rule != REVIEW})
    doubtful = {pair: edge for pair, edge in edges.items() if edge.rule == REVIEW}
    return Proposal(merges, _groups({**doubtful, **doubted}, merged))


@dataclass(frozen=True, slots=True)
class Between:
    """What comes of holding two events against each other, whichever of their rows. `edge`: the best that any two give; a person
    is asked where any two give a reason for doubt. `apart`: they can be no one event. `again`: see `Held.again`."""

    edge: Edge | None
    apart: bool
    again: bool


APART = Between(None, apart=True, again=False)


class _Events:
    """All events by thing, and what comes of holding any two against each other."""

    def __init__(self, records: Sequence[EventRecord], kept_apart: KeptApart, waiting: Waiting) -> None:
        self._kept_apart, self._waiting = kept_apart, waiting
        self._between: dict[Pair, Between] = {}
        self._profiles: defaultdict[str, list[EventRecord]] = defaultdict(list)
        for record in sorted(records, key=lambda record: (record.thing, record.mention)):
            self._profiles[record.thing].append(record)
        of_victim: defaultdict[str, set[str]] = defaultdict(set)
        for thing in self._profiles:
            for victim in self._victims(thing):
                of_victim[victim].add(thing)
        self._of_victim = {victim: things for victim, things in of_victim.items() if len(things) <= CROWD}

    def _victims(self, thing: str) -> set[str]:
        return {victim for record in self._profiles[thing] for victim in record.victims}

    def candidates(self, fresh: Set[str] | None) -> Iterable[Pair]:
        """Events that have a victim in common, or victims who may be one."""
        known = self._of_victim
        pairs = {pair for things in known.values() for pair in combinations(sorted(things), 2)}
        for victim in sorted(known):
            for other in sorted(self._waiting.get(victim, ())):
                pairs |= {(min(pair), max(pair)) for pair in product(known[victim], known.get(other, ())) if pair[0] != pair[1]}
        return sorted(pair for pair in pairs if fresh is None or pair[0] in fresh or pair[1] in fresh)

    def between(self, one: str, other: str) -> Between:
        """What comes of holding these two against each other, worked out once."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._between:
            self._between[pair] = self._held(*pair)
        return self._between[pair]

    def _held(self, one: str, other: str) -> Between:
        ours, theirs = self._profiles[one], self._profiles[other]
        if kept_by_compiler(ours[0].distinct, theirs[0].distinct) or self._kept_apart(one, other):
            return APART
        found = [(mine, yours, compare(mine, yours, self._waiting)) for mine, yours in product(ours, theirs)]
        if any(held.contradict for _, _, held in found):
            return Between(None, apart=True, again=any(held.again for _, _, held in found))
        edges = [Edge(mine.mention, yours.mention, held.rule, None, reasons(held)) for mine, yours, held in found if held.rule]
        best = min(edges, key=lambda edge: edge.rule == REVIEW, default=None)
        if best and any(held.doubts for _, _, held in found):
            best = replace(best, rule=REVIEW)
        return Between(best, apart=False, again=any(held.again for _, _, held in found))

    def agree(self, ours: Iterable[str], theirs: Iterable[str]) -> bool:
        """Whether a rule says of each of the one set and each of the other that they are one: no chain is enough."""
        edges = (self.between(one, other).edge for one, other in product(ours, theirs))
        return all(edge is not None and edge.rule != REVIEW for edge in edges)

    def rivals(self, one: str, other: str) -> bool:
        """Whether the same was done to them again, so few hours or a day away that a slip would make it the one meant."""
        around = {thing for victim in self._victims(one) for thing in self._of_victim.get(victim, ())} - {one, other}
        return any(
            (self.between(thing, one).again or self.between(thing, other).again) and not self.agree((thing,), (one, other))
            for thing in around
        )


def _merged(case: _Events, rules: dict[Pair, Edge]) -> tuple[Partition, tuple[Edge, ...], dict[Pair, Edge]]:
    """Joins that contradict nothing. An event that fits two that are apart from each other fits neither surely."""
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in rules:
        neighbours[one].add(other)
        neighbours[other].add(one)
    torn = {
        thing
        for thing, others in neighbours.items()
        if any(case.between(*pair).apart for pair in combinations(sorted(others), 2))
    }
    partition = Partition()
    merges: list[Edge] = []
    doubted: dict[Pair, Edge] = {}
    for (one, other), edge in sorted(rules.items()):
        if partition.name(one) == partition.name(other):
            continue
        if torn & {one, other} or case.rivals(one, other) or not case.agree(partition.members(one), partition.members(other)):
            doubted[one, other] = replace(edge, rule=REVIEW)
        else:
            partition.join((one, other))
            merges.append(edge)
    return partition, tuple(merges), doubted


def _groups(doubtful: Mapping[Pair, Edge], merged: Partition) -> tuple[Group, ...]:
    """What is left to ask about, a few events at a time; where that is not all, its reason says how many pairs wait behind it."""
    asked, behind = _askable(doubtful, merged)
    together = Partition()
    within: defaultdict[Pair, list[Edge]] = defaultdict(list)
    for one, other in asked:
        if len({*together.members(one), *together.members(other)}) <= MOST:
            together.join((one, other))
    for (one, other), edge in asked.items():
        name = together.name(one)
        within[(name, name) if name == together.name(other) else (one, other)].append(edge)
    groups = []
    for (name, other), edges in within.items():
        things = together.members(name) if name == other else (name, other)
        left = sum(behind[thing] for thing in things)
        groups.append(
            Group(LABEL, tuple(sorted(things)), tuple(edges), f"{WHY}; {left} more pairs wait behind these" if left else WHY)
        )
    return tuple(groups)


def _askable(doubtful: Mapping[Pair, Edge], merged: Partition) -> tuple[dict[Pair, Edge], Counter[str]]:
    """The likeliest pairs first, one for two things, about a dozen for each; and by thing, how many more there are."""
    asked: dict[Pair, Edge] = {}
    often: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for (one, other), edge in sorted(doubtful.items(), key=lambda item: (-speaks_for(item[1].evidence), item[0])):
        first, second = sorted((merged.name(one), merged.name(other)))
        if first == second or (first, second) in asked:
            continue
        full = [thing for thing in (first, second) if often[thing] >= MOST]
        if full and often[first] and often[second]:  # no event is left without a question
            behind[full[0]] += 1
            continue
        asked[first, second] = edge
        often.update((first, second))
    return asked, behind
