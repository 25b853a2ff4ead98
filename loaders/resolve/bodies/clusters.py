"""Which of the ties between things may be made: never one that would put two contradicting things together.

A tie is ambiguous, and goes to a person, where something else is tied to one end and contradicts the other; a tie that rests
on what one name leaves out, already where something else is tied to one end and not to the other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from graph.decided.partition import Partition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from loaders.resolve.bodies.things import Relation

Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Settled:
    """`made`: ties to be made, one fewer than there are things in a cluster. `ambiguous`: those for a person. `torn`: things
    that fit two which are not tied to one another, so that not even two of the same letters need be one."""

    made: list[Pair]
    ambiguous: set[Pair]
    torn: set[str]


def settle(ties: dict[Pair, Relation], stand: Callable[[str, str], Relation]) -> Settled:
    """Which ties may be made. `ties`: pairs that are `same` or `alone`. `stand`: how any two things stand."""
    strong = {pair for pair, relation in ties.items() if relation.stand == "same"}
    firm = _unambiguous(strong, set(ties), stand)
    components = Partition(firm)
    beside = _neighbours({(components.name(one), components.name(other)) for one, other in ties})
    torn = {
        thing
        for thing in {thing for pair in ties for thing in pair}
        if any(second not in beside[first] for first, second in combinations(beside[components.name(thing)], 2))
    }
    firm = {pair for pair in firm if torn.isdisjoint(pair)}
    weak = {pair for pair in set(ties) - strong if torn.isdisjoint(pair)}
    made = _consistent(firm | weak, stand)
    return Settled(_spanning(made & strong, made - strong), set(ties) - made, torn)


def _unambiguous(strong: set[Pair], ties: set[Pair], stand: Callable[[str, str], Relation]) -> set[Pair]:
    """Those where nothing tied to one end contradicts the other."""
    tied, apart = _neighbours(ties), _neighbours(_contradicting(ties, stand))
    return {(one, other) for one, other in strong if tied[one].isdisjoint(apart[other]) and tied[other].isdisjoint(apart[one])}


def _contradicting(ties: set[Pair], stand: Callable[[str, str], Relation]) -> Iterator[Pair]:
    """Pairs that are tied to each other by way of others, and contradict one another."""
    for members in Partition(ties).sets.values():
        yield from (pair for pair in combinations(sorted(members), 2) if stand(*pair).stand == "apart")


def _consistent(ties: set[Pair], stand: Callable[[str, str], Relation]) -> set[Pair]:
    """Without the components in which two things contradict one another by way of others: those are for a person."""
    components = Partition(ties)
    refused = {components.name(one) for one, _ in _contradicting(ties, stand)}
    return {pair for pair in ties if components.name(pair[0]) not in refused}


def _spanning(strong: set[Pair], weak: set[Pair]) -> list[Pair]:
    components, pairs = Partition(), []
    for one, other in (*sorted(strong), *sorted(weak)):
        if components.name(one) != components.name(other):
            components.join((one, other))
            pairs.append((one, other))
    return pairs


def _neighbours(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    neighbours: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if one != other:
            neighbours[one].add(other)
            neighbours[other].add(one)
    return neighbours
