"""Sets that merge, each called by its smallest member."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Set


class Partition:
    """Members joined into sets. One that was never joined is a set of its own."""

    def __init__(self, sets: Iterable[Iterable[str]] = ()) -> None:
        self._name: dict[str, str] = {}
        self._sets: dict[str, set[str]] = {}
        self._shared: set[str] = set()
        """Names of sets that are shared with a copy: never changed, only replaced."""
        for members in sets:
            self.join(members)

    def copy(self) -> Partition:
        """The same sets. What is joined in one is not joined in the other."""
        other = Partition()
        other._name, other._sets = self._name.copy(), self._sets.copy()
        self._shared, other._shared = set(self._sets), set(self._sets)
        return other

    def name(self, member: str) -> str:
        """The smallest member of its set."""
        return self._name.get(member, member)

    def members(self, member: str) -> Set[str]:
        """Everything in its set."""
        name = self.name(member)
        return self._sets.get(name, {name})

    def join(self, members: Iterable[str]) -> None:
        """Make one set of all sets these lie in."""
        names = {self.name(member) for member in members}
        if len(names) < 2:
            return
        largest = max(names, key=lambda name: len(self._sets.get(name, ())))
        smallest = min(names)
        joined = self._sets.pop(largest, {largest})
        if largest in self._shared:
            joined = joined.copy()
        fresh = {member for name in names if name != largest for member in self._sets.pop(name, {name})}
        joined |= fresh
        self._name.update(dict.fromkeys(fresh if smallest == largest else joined, smallest))
        self._sets[smallest] = joined
        self._shared -= names

    @property
    def sets(self) -> Mapping[str, Set[str]]:
        """Every set of more than one member, by its smallest."""
        return self._sets
