"""What a name says about the unit or station it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from loaders.names.bodies.fold import FoldedWord

PlaceKind: TypeAlias = Literal["city", "region", "district"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the tables. `marked`: the name says that it lies there, and is not merely called so."""

    id: str
    kind: PlaceKind
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """A word that no table knows. `marked`: it stands where a place does, after a comma, in brackets, after "in"."""

    word: FoldedWord
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number, and the concept it numbers; none for that of a house or a van."""

    value: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """A name, read. `text`: as given; `folded`: as it is compared.

    `head`: the concept it is an instance of, none where no word says so. `over`: concepts it belongs to: the battalion of a
    company. `vague`: words that could be said of anything. `countries`: of which it is said to be. `unknown`: the source did
    not know which. `elsewhere`: the name says near, towards, on the way to: not the place itself.
    """

    text: str
    folded: str
    head: str | None = None
    over: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()
    numbers: frozenset[Number] = frozenset()
    places: frozenset[Place] = frozenset()
    rest: frozenset[Rest] = frozenset()
    countries: frozenset[str] = frozenset()
    unknown: bool = False
    elsewhere: bool = False

    def number_of(self, concept: str | None) -> frozenset[str]:
        """The numbers that number this concept."""
        if not self.numbers:
            return frozenset()
        return frozenset(number.value for number in self.numbers if number.of == concept)
