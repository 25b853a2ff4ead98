"""Which of the ties between things may be made: never one that would put two contradicting things together.

A tie is ambiguous, and goes to a person, where something else is tied to one end and contradicts the other; a tie that rests
on what one name leaves out, already where something else is tied to one end and not to the other.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from graph.partition import Partition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from loaders.resolve.bodies.things import Relation

Pair: TypeAlias = tuple[str, str]


def settle(ties: dict[Pair, Relation], stand: Callable[[str, str], Relation]) -> tuple[list[Pair], set[Pair]]:
    """The ties to be made, at most one fewer than there are things in a cluster, and the ambiguous ones.

    `ties`: pairs that are `same` or `alone`. `stand`: how any two things stand.
    """
    strong = {pair for pair, relation in ties.items() if relation.stand == "same"}
    firm = _unambiguous(strong, set(ties), stand)
    components = Partition(firm)
    weak = _fitting(set(ties) - strong, ties, components, stand)
    made, refused = _consistent(firm | weak, stand)
    return _spanning(made & strong, made - strong), (set(ties) - firm - weak) | refused


def _unambiguous(strong: set[Pair], ties: set[Pair], stand: Callable[[str, str], Relation]) -> set[Pair]:
    """Those where nothing tied to one end contradicts the other."""
    tied, apart = _neighbours(ties), _neighbours(_contradicting(ties, stand))
    return {(one, other) for one, other in strong if tied[one].isdisjoint(apart[other]) and tied[other].isdisjoint(apart[one])}


def _contradicting(ties: set[Pair], stand: Callable[[str, str], Relation]) -> Iterator[Pair]:
    """Pairs that are tied to each other by way of others, and contradict one another."""
    for members in Partition(ties).sets.values():
        yield from (pair for pair in combinations(sorted(members), 2) if stand(*pair).stand == "apart")


def _fitting(
    weak: set[Pair], ties: dict[Pair, Relation], components: Partition, stand: Callable[[str, str], Relation]
) -> set[Pair]:
    """Those whose ends are tied to the same components, and to no others."""
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in ties:
        first, second = components.name(one), components.name(other)
        if first != second:
            beside[first].add(second)
            beside[second].add(first)
    return {
        (one, other)
        for one, other in weak
        if beside[components.name(one)] - {components.name(other)} == beside[components.name(other)] - {components.name(one)}
        and stand(one, other).stand != "apart"
    }


def _consistent(ties: set[Pair], stand: Callable[[str, str], Relation]) -> tuple[set[Pair], set[Pair]]:
    """Without the components in which two things contradict one another by way of others: those are for a person."""
    components = Partition(ties)
    refused = {components.name(one) for one, _ in _contradicting(ties, stand)}
    out = {pair for pair in ties if components.name(pair[0]) in refused}
    return ties - out, out


def _spanning(strong: set[Pair], weak: set[Pair]) -> list[Pair]:
    components, found = Partition(), []
    for one, other in (*sorted(strong), *sorted(weak)):
        if components.name(one) != components.name(other):
            components.join((one, other))
            found.append((one, other))
    return found


def _neighbours(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return found
