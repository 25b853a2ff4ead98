"""Sets that merge, each called by its smallest member."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Partition:
    """Members joined into sets. One that was never joined is a set of its own."""

    def __init__(self, sets: Iterable[Iterable[str]] = ()) -> None:
        self._name: dict[str, str] = {}
        self._sets: dict[str, set[str]] = {}
        for members in sets:
            self.join(members)

    def name(self, member: str) -> str:
        """The smallest member of its set."""
        return self._name.get(member, member)

    def members(self, member: str) -> set[str]:
        """Everything in its set."""
        name = self.name(member)
        return self._sets.get(name, {name})

    def join(self, members: Iterable[str]) -> None:
        """Make one set of all sets these lie in."""
        names = {self.name(member) for member in members}
        if len(names) < 2:
            return
        sets = [self._sets.pop(name, {name}) for name in names]
        largest = max(sets, key=len)
        for other in sets:
            if other is not largest:
                largest |= other
        smallest = min(names)
        self._sets[smallest] = largest
        self._name.update(dict.fromkeys(largest, smallest))

    @property
    def sets(self) -> Mapping[str, set[str]]:
        """Every set of more than one member, by its smallest."""
        return self._sets
