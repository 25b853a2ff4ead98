"""What stands between mentions: decisions that keep some of them from being one thing with some others."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set


@dataclass(slots=True)
class Barriers:
    """Of each decision, by its number: every mention of the first set is kept from every other one of the second.

    The first set lies within the second; where both are equal, every two of them are kept apart.
    """

    _sides: dict[int, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    _by: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def copy(self) -> Barriers:
        """The same. What is added to one does not stand in the other."""
        return Barriers(self._sides.copy(), defaultdict(set, {mention: numbers.copy() for mention, numbers in self._by.items()}))

    def __bool__(self) -> bool:
        return bool(self._sides)

    def __contains__(self, sequence: object) -> bool:
        return sequence in self._sides

    def add(self, sequence: int, some: Iterable[str], among: Iterable[str]) -> None:
        """One more. `some` lies within `among`."""
        self._sides[sequence] = frozenset(some), frozenset(among)
        for mention in self._sides[sequence][1]:
            self._by[mention].add(sequence)

    def remove(self, sequence: int) -> None:
        """It no longer stands."""
        for mention in self._sides.pop(sequence)[1]:
            self._by[mention].discard(sequence)
            if not self._by[mention]:
                del self._by[mention]

    def items(self) -> Iterable[tuple[int, frozenset[str]]]:
        """Number of each, and every mention it names."""
        return ((sequence, among) for sequence, (_, among) in self._sides.items())

    def beside(self, mention: str) -> set[str]:
        """Every other mention that is named where this one is."""
        named = (self._sides[sequence][1] for sequence in self._by.get(mention, ()))
        return {other for among in named for other in among} - {mention}

    def between(self, things: Iterable[Set[str]]) -> dict[int, set[int]]:
        """Those that keep a mention of one of these things from a mention of another, with the places of the things they keep."""
        if not self._sides:
            return {}
        met: defaultdict[int, set[int]] = defaultdict(set)
        first: set[int] = set()
        for place, members in enumerate(things):
            for mention in self._by.keys() & members:
                for sequence in self._by[mention]:
                    met[sequence].add(place)
                    if mention in self._sides[sequence][0]:
                        first.add(sequence)
        return {sequence: met[sequence] for sequence in first if len(met[sequence]) > 1}

    def carry(self, moves: Mapping[str, str | None]) -> None:
        """What held for a mention that is gone also holds for the one that follows it."""
        for sequence, sides in list(self._sides.items()):
            some, among = (side | {to for mention in side if (to := moves.get(mention))} for side in sides)
            if among != sides[1]:
                self.add(sequence, some, among)
