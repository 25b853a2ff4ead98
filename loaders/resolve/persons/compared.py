"""The records that are compared, numbered in an order that hangs on nothing but themselves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from loaders.resolve.persons.clusters import Part
from loaders.resolve.persons.forbidding import forbidden
from loaders.resolve.persons.name_keys import name_keys
from loaders.resolve.persons.traits import traits

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from loaders.resolve.persons.policy import Policy, Rule
    from loaders.resolve.persons.traits import Traits
    from loaders.resolve.record import PersonRecord


@dataclass(frozen=True)
class Compared:
    """Records with their traits. `things`: the number of each record's thing, by which `names` calls it."""

    records: Sequence[PersonRecord]
    rows: Sequence[Traits]
    things: Sequence[int]
    names: Sequence[str]

    def part(self, thing: int, policy: Policy) -> Part:
        """A thing as it enters the clusters."""
        numbers = self.records_of[thing]
        return Part(
            self.names[thing],
            frozenset(self.rows[number] for number in numbers),
            frozenset().union(*(self.records[number].distinct for number in numbers)),
            contradicts=self.contradiction(thing, policy) is not None,
        )

    def contradiction(self, thing: int, policy: Policy) -> tuple[int, int, Rule] | None:
        """Two records of a thing that can never be one person, and the rule that says so."""
        for one, other in combinations(self.records_of[thing], 2):
            if rule := forbidden(self.rows[one], self.rows[other], policy):
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


def compared(records: Iterable[PersonRecord]) -> Compared:
    """The records to compare. Described persons are left out: what is said of a masked man is no name."""
    kept = sorted((record for record in records if not record.described), key=_order)
    keys = name_keys(record.name for record in kept)
    numbers: dict[str, int] = {}
    things = [numbers.setdefault(record.thing, len(numbers)) for record in kept]
    return Compared(kept, [traits(record, keys[record.name]) for record in kept], things, list(numbers))


def _order(record: PersonRecord) -> tuple[str, ...]:
    said = (record.born, record.sex, record.unit, record.place, record.role, record.language)
    return (record.thing, record.mention, record.name, *(value or "" for value in said), *sorted(map(str, record.distinct)))
