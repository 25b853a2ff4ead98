"""The records that are compared, numbered in an order that hangs on nothing but themselves."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from loaders.resolve.particulars import NOTHING
from loaders.resolve.persons.clusters import ClusterPart
from loaders.resolve.persons.contradiction import forbidden
from loaders.resolve.persons.kept_names import keys_of
from loaders.resolve.persons.traits import traits

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from graph.said.identifier import Identifier
    from loaders.resolve.particulars import Particulars
    from loaders.resolve.persons.name_keys import NameKeys
    from loaders.resolve.persons.policy import Policy, Rule
    from loaders.resolve.persons.traits import Traits
    from loaders.resolve.record import PersonRecord


@dataclass(frozen=True)
class Records:
    """Records and the keys of their names. `things`: the number of each record's thing, by which `names` calls it."""

    records: Sequence[PersonRecord]
    keys: Mapping[str, NameKeys]
    things: Sequence[int]
    names: Sequence[str]
    told: Mapping[str, Particulars] = field(default_factory=dict)
    """What is told of things beside name and birth."""

    @classmethod
    def of(
        cls, records: Iterable[PersonRecord], names: Path | None = None, told: Mapping[str, Particulars] | None = None
    ) -> Records:
        """The records to compare. Described persons are left out: what is said of a masked man is no name.

        `names`: a folder inside the case that keeps what names were read to (`kept_names`).
        """
        kept = sorted((record for record in records if not record.described), key=_SHORT)
        if any(_SHORT(one) == _SHORT(other) for one, other in pairwise(kept)):
            kept.sort(key=_order)
        numbers: dict[str, int] = {}
        things = [numbers.setdefault(record.thing, len(numbers)) for record in kept]
        return cls(kept, keys_of((record.name for record in kept), names), things, list(numbers), told or {})

    def row(self, number: int) -> Traits:
        """A record as it is compared: made when it is asked for, since most never are."""
        record = self.records[number]
        return traits(record, self.keys[record.name])

    def part(self, thing: int, policy: Policy) -> ClusterPart:
        """A thing as it enters the clusters."""
        numbers = self.records_of[thing]
        if len(numbers) == 1:
            one = frozenset((self.row(numbers[0]),))
            return ClusterPart(self.names[thing], one, self.records[numbers[0]].distinct, particulars=self.particulars(thing))
        return ClusterPart(
            self.names[thing],
            frozenset(self.row(number) for number in numbers),
            frozenset().union(*(self.records[number].distinct for number in numbers)),
            contradicts=self.contradiction(thing, policy) is not None or self.particulars(thing).contradiction is not None,
            particulars=self.particulars(thing),
        )

    def particulars(self, thing: int) -> Particulars:
        """What is told of a thing beside name and birth."""
        return self.told.get(self.names[thing], NOTHING)

    def sharing(self) -> Iterator[tuple[int, int]]:
        """Things next to each other of those that bear one number."""
        bearers: defaultdict[Identifier, list[int]] = defaultdict(list)
        for thing in range(len(self.names)):
            for identifier in self.particulars(thing).identifiers:
                bearers[identifier].append(thing)
        for _, things in sorted(bearers.items()):
            yield from pairwise(things)

    def contradiction(self, thing: int, policy: Policy) -> tuple[int, int, Rule] | None:
        """Two records of a thing that can never be one person, and the rule that says so."""
        for one, other in combinations(self.records_of[thing], 2):
            if rule := forbidden(self.row(one), self.row(other), policy):
                return one, other, rule
        return None

    def contradictions(self, policy: Policy, among: Container[int] | None = None) -> Iterator[tuple[int, int, Rule]]:
        """The contradiction of every thing that holds one, of all things or of some."""
        for thing, numbers in enumerate(self.records_of):
            if len(numbers) > 1 and (among is None or thing in among) and (found := self.contradiction(thing, policy)):
                yield found

    @cached_property
    def records_of(self) -> Sequence[Sequence[int]]:
        """The records of each thing, by their numbers."""
        held: list[list[int]] = [[] for _ in self.names]
        for number, thing in enumerate(self.things):
            held[thing].append(number)
        return held


_SHORT: Final = attrgetter("thing", "mention", "name")


def _order(record: PersonRecord) -> tuple[str, ...]:
    values = (record.born, record.sex, record.unit, record.place, record.role, record.language)
    return (record.thing, record.mention, record.name, *(value or "" for value in values), *sorted(map(str, record.distinct)))
