"""The two lists of spellings: development.toml, on which the lexicon may be tuned, and held_back.toml, which measures it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from loaders.names.bodies import compare, read

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind: TypeAlias = Literal["unit", "station"]
KINDS: tuple[Kind, ...] = ("unit", "station")


@dataclass(frozen=True)
class Spellings:
    """Bodies of one kind, each with its names; and names that could be any of several."""

    bodies: tuple[tuple[str, ...], ...]
    unsure: tuple[str, ...]

    def pairs(self) -> Iterator[tuple[str, str, bool]]:
        """Every two names, and whether they are one body's."""
        named = [(name, at) for at, names in enumerate(self.bodies) for name in names]
        for (one, of), (other, of_other) in combinations(named, 2):
            yield one, other, of == of_other


@dataclass(frozen=True)
class Measured:
    """Precision and recall over all pairs of names."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The two together."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def spellings(name: Literal["development", "held_back"], kind: Kind) -> Spellings:
    """Of one list, the units or the stations."""
    listed = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))
    return Spellings(tuple(map(tuple, listed[kind])), tuple(text for of, text in listed["unsure"] if of == kind))


def measured(listed: Spellings, *verdicts: str) -> Measured:
    """How well these verdicts tell which names are one body's."""
    said = [(compare(read(one), read(other)).verdict in verdicts, true) for one, other, true in listed.pairs()]
    right = sum(found and true for found, true in said)
    return Measured(right / sum(found for found, _ in said), right / sum(true for _, true in said))
