"""How likely two records are one person before anything is compared: it falls as the population grows.

A record has so many others of the same person, on average, however large the case: so the chance that any two records
are one person is that number divided by how many others there are. The number starts as the model's and is moved by what
the case itself shows, until prior and outcome agree. A case of few records is still a sample of a country.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

FEWEST: Final = 1_000
"""Records' worth of the model's average that the case's own number is mixed with, and of strangers beside every case."""
_ROUNDS: Final = 12
_FURTHEST: Final = 60.0


def prior(matches: float, records: int) -> float:
    """The prior in bits among so many records, each with so many matches."""
    chance = min(matches / (records + FEWEST), 0.5)
    return math.log2(chance / (1 - chance))


def settled(evidence: Iterable[tuple[float, int]], *, matches: float, asked: int, records: int) -> float:
    """How many matches a record has, such that the prior which follows from it expects as many.

    `evidence`: bits without a prior, and for how many of the records asked about a pair weighs that much (two a pair, one
    where the other record is an old one). `matches`: the model's. `asked`: of so many records every pair was looked at.
    `records`: the whole population.
    """
    pairs = list(evidence)
    found = matches
    for _ in range(_ROUNDS):
        bits = prior(found, records)
        expected = sum(spoken / (1 + 2.0 ** -max(min(weight + bits, _FURTHEST), -_FURTHEST)) for weight, spoken in pairs)
        found = (FEWEST * matches + expected) / (FEWEST + asked)
    return found
