"""What is known of two records before they are compared: how likely they are one person, how rare what they share is.

The prior falls as the population grows. A record has so many others of the same person, on average, however large the
case: so the chance that any two records are one person is that number divided by how many others there are. The number
starts as the model's and is moved by what the case itself shows, until prior and outcome agree. A case of few records is
still a sample of a country. Agreeing on a rare name, unit or place says more than agreeing on a common one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from loaders.resolve.persons.comparisons import RARE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from duckdb import DuckDBPyConnection

FEWEST: Final = 1_000
"""Records' worth of the model's average that the case's own number is mixed with, and of strangers beside every case."""
_ROUNDS: Final = 12
_FURTHEST: Final = 60.0


def prior(matches: float, records: int) -> float:
    """The prior in bits among so many records, each with so many matches."""
    chance = min(matches / (records + FEWEST), 0.5)
    return math.log2(chance / (1 - chance))


def settled(evidence: Iterable[tuple[float, int]], *, matches: float, compared: int, records: int) -> float:
    """How many matches a record has, such that the prior which follows from it expects as many.

    `evidence`: bits without a prior, and for how many of the records asked about a pair weighs that much (two a pair, one
    where the other record is an old one). `matches`: the model's. `compared`: of so many records every pair was looked at.
    `records`: the whole population.
    """
    pairs = list(evidence)
    expected_matches = matches
    for _ in range(_ROUNDS):
        bits = prior(expected_matches, records)
        expected = sum(spoken / (1 + 2.0 ** -max(min(weight + bits, _FURTHEST), -_FURTHEST)) for weight, spoken in pairs)
        expected_matches = (FEWEST * matches + expected) / (FEWEST + compared)
    return expected_matches


STEADY: Final = 200
"""Records' worth of the model's average that every share is mixed with: among twenty records none is taken for rare."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How often each value is held. `records`: how many records there are in all. `known`: how many hold any, by column."""

    records: int = 0
    held: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    known: Mapping[str, int] = field(default_factory=dict)

    def share(self, column: str, value: str, average: float) -> float:
        """The share of records that hold the value. `average`: how often two records of two persons agree in it."""
        held = self.held.get(column, {}).get(value, 0)
        return (held + STEADY * average) / (self.known.get(column, 0) + STEADY)


def rarity(connection: DuckDBPyConnection) -> Rarity:
    """How often values are held in the table `persons`."""
    held = {
        column: dict(
            connection.execute(
                f"select {column}, count(*) from persons where {column} is not null group by {column}"  # noqa: S608  (our own)
            ).fetchall()
        )
        for column in RARE
    }
    ((records,),) = connection.execute("select count(*) from persons").fetchall()
    return Rarity(records, held, {column: sum(counted.values()) for column, counted in held.items()})
