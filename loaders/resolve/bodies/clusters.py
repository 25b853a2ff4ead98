"""Which of the ties between things may be made: never one that would put two contradicting things together.

A tie is ambiguous, and goes to a person, where something else is tied to one end and contradicts the other; a tie that rests
on what one name leaves out, already where something else is tied to one end and not to the other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from loaders.resolve.bodies.things import Relation

Pair: TypeAlias = tuple[str, str]


@dataclass(slots=True)
class Components:
    """Things joined so far: each with the smallest of its component."""

    _first: dict[str, str] = field(default_factory=dict)

    def of(self, thing: str) -> str:
        """The smallest thing of its component."""
        at = thing
        while (above := self._first.get(at, at)) != at:
            at = above
        while (above := self._first.get(thing, thing)) != at:
            self._first[thing], thing = at, above
        return at

    def join(self, one: str, other: str) -> bool:
        """Whether that joined two components."""
        first, second = sorted((self.of(one), self.of(other)))
        self._first[second] = first
        return first != second

    def members(self, things: Iterable[str]) -> dict[str, list[str]]:
        """The components of these, by their smallest."""
        found: dict[str, list[str]] = defaultdict(list)
        for thing in sorted(things):
            found[self.of(thing)].append(thing)
        return found


def settle(ties: dict[Pair, Relation], stand: Callable[[str, str], Relation]) -> tuple[list[Pair], set[Pair]]:
    """The ties to be made, at most one fewer than there are things in a cluster, and the ambiguous ones.

    `ties`: pairs that are `same` or `alone`. `stand`: how any two things stand.
    """
    strong = {pair for pair, relation in ties.items() if relation.stand == "same"}
    firm = _unambiguous(strong, set(ties), stand)
    components = Components()
    for one, other in firm:
        components.join(one, other)
    weak = _fitting(set(ties) - strong, ties, components, stand)
    made, refused = _consistent(firm | weak, stand)
    return _spanning(made & strong, made - strong), (set(ties) - firm - weak) | refused


def _unambiguous(strong: set[Pair], ties: set[Pair], stand: Callable[[str, str], Relation]) -> set[Pair]:
    """Those where nothing tied to one end contradicts the other."""
    tied = _neighbours(ties)
    return {
        (one, other)
        for one, other in strong
        if not any(stand(third, other).stand == "apart" for third in tied[one] - {other})
        and not any(stand(third, one).stand == "apart" for third in tied[other] - {one})
    }


def _fitting(weak: set[Pair], ties: dict[Pair, Relation], components: Components, stand: Callable[[str, str], Relation]) -> set[Pair]:
    """Those whose ends are tied to the same components, and to no others."""
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in ties:
        first, second = components.of(one), components.of(other)
        if first != second:
            beside[first].add(second)
            beside[second].add(first)
    return {
        (one, other)
        for one, other in weak
        if beside[components.of(one)] - {components.of(other)} == beside[components.of(other)] - {components.of(one)}
        and stand(one, other).stand != "apart"
    }


def _consistent(ties: set[Pair], stand: Callable[[str, str], Relation]) -> tuple[set[Pair], set[Pair]]:
    """Without the components in which two things contradict one another by way of others: those are for a person."""
    components = Components()
    for one, other in ties:
        components.join(one, other)
    refused: set[str] = set()
    for first, members in components.members({thing for pair in ties for thing in pair}).items():
        if any(stand(one, other).stand == "apart" for one, other in combinations(members, 2)):
            refused.add(first)
    out = {pair for pair in ties if components.of(pair[0]) in refused}
    return ties - out, out


def _spanning(strong: set[Pair], weak: set[Pair]) -> list[Pair]:
    components = Components()
    return [pair for pair in (*sorted(strong), *sorted(weak)) if components.join(*pair)]


def _neighbours(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return found
