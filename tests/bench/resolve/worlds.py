"""Generated worlds: mentions of invented persons in three languages and two alphabets, and who is truly who.

    world(5_000, seed=4)             # some 13,700 mentions, as confusable as people are
    world(5_000, seed=4, hard=True)  # three tenths of the persons come in groups that a machine would confuse

Equal arguments give equal worlds, on every machine.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

from tests.bench.resolve.habits import SOURCES
from tests.bench.resolve.mentions import mention
from tests.bench.resolve.people import Person, Population

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.resolve.record import PersonRecord

_MENTIONS = list(accumulate((25, 25, 20, 15, 10, 5)))
"""How many persons are mentioned once, twice … six times: 2.75 times in the middle."""


@dataclass(frozen=True, slots=True)
class World:
    """Each record is a thing of its own. `truth`: whom a thing means, by the number of a person. `sources`: who says it."""

    persons: tuple[Person, ...]
    records: tuple[PersonRecord, ...]
    truth: Mapping[str, int]
    sources: Mapping[str, str]


def world(persons: int, seed: int, *, hard: bool = False) -> World:
    """A world of that many persons; its mentions come in no order."""
    people = Population(persons, seed, hard=hard).grow()
    chance = Random(f"mentions of {seed}, {hard}")
    kinds = tuple(SOURCES)
    shares = list(accumulate(habit.share for habit in SOURCES.values()))
    said: list[tuple[Person, str]] = [
        (person, kinds[bisect(shares, chance.random() * shares[-1])])
        for person in people
        for _ in range(1 + bisect(_MENTIONS, chance.random() * _MENTIONS[-1]))
    ]
    chance.shuffle(said)
    records, truth, sources = [], {}, {}
    for number, (person, kind) in enumerate(said):
        thing = f"m{number:07d}"
        records.append(mention(person, SOURCES[kind], thing, chance))
        truth[thing], sources[thing] = person.number, kind
    return World(people, tuple(records), truth, sources)
