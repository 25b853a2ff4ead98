"""The persons of a generated world: ordinary ones, and those whom a machine would take for one another."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from tests.bench.resolve import latin
from tests.bench.resolve.words import Given, built_surnames, call_signs, given_names, listed_surnames, ranks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.resolve.words import Sex

_T = TypeVar("_T")
Likeness: TypeAlias = Literal[
    "nobody", "father and son", "siblings", "twins", "couple", "one unit, equal initials", "namesakes", "half namesakes"
]
Home: TypeAlias = Literal["be", "ru", "uk"]

CITIES, UNITS = 20, 28
_CAPITAL = 0.45
"""How many live in the one big city."""

_STARTS: dict[Likeness, tuple[float, float]] = {
    "nobody": (0.885, 0.70),
    "father and son": (0.030, 0.06),
    "siblings": (0.040, 0.06),
    "couple": (0.020, 0.04),
    "one unit, equal initials": (0.012, 0.06),
    "namesakes": (0.003, 0.035),
    "half namesakes": (0.010, 0.045),
}
"""How often each kind of group is begun: in a realistic world, in a hard one."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who exists. `likeness`: with whom a machine might confuse them. `city`, `unit`, `rank`: by number."""

    number: int
    sex: Sex
    given: Given
    father: Given
    surname: str
    second_surname: str | None
    born: tuple[int, int, int]
    city: int
    unit: int | None
    rank: int | None
    call_sign: str | None
    home: Home
    scheme: str
    likeness: Likeness

    @property
    def officer(self) -> bool:
        """Whether they serve."""
        return self.unit is not None


class _Cumulative:
    """Draws by weight."""

    def __init__(self, weights: Sequence[float]) -> None:
        self._sums = list(accumulate(weights))

    def one_of(self, items: Sequence[_T], chance: Random) -> _T:
        return items[bisect(self._sums, chance.random() * self._sums[-1])]


_HOMES: tuple[Home, ...] = ("be", "ru", "uk")
_OF_HOME = _Cumulative([0.56, 0.36, 0.08])
_SCHEMES = {"be": latin.BELARUSIAN_USE, "ru": latin.RUSSIAN_USE, "uk": latin.UKRAINIAN_USE}
_OF_SCHEME = {home: (tuple(use), _Cumulative(list(use.values()))) for home, use in _SCHEMES.items()}


def scheme_of(home: Home, chance: Random) -> str:
    """A Latin scheme as often as it is met."""
    names, draw = _OF_SCHEME[home]
    return draw.one_of(names, chance)


@cache
def _weights(sex: Sex) -> _Cumulative:
    return _Cumulative([given.weight for given in given_names(sex)])


@cache
def _by_initial(sex: Sex) -> dict[str, tuple[Given, ...]]:
    found: dict[str, tuple[Given, ...]] = {}
    for given in given_names(sex):
        found[given.russian[0]] = (*found.get(given.russian[0], ()), given)
    return found


class Population:
    """Persons as they are added, one chance for all draws: equal seeds give equal persons."""

    def __init__(self, persons: int, seed: int, *, hard: bool) -> None:
        self._chance = Random(seed)
        self._wanted, self._hard = persons, hard
        built = list(built_surnames())
        Random(7).shuffle(built)
        self._surnames = list(dict.fromkeys((*listed_surnames(), *built[: max(900, persons // 12)])))
        Random(11).shuffle(self._surnames)  # which names are common is the same in every world, as it is in life
        self._of_surnames = _Cumulative([1 / (place + 12) ** 0.85 for place in range(len(self._surnames))])
        self.persons: list[Person] = []

    def grow(self) -> tuple[Person, ...]:
        """As many as were asked for."""
        kinds = tuple(_STARTS)
        starts = _Cumulative([_STARTS[kind][self._hard] for kind in kinds])
        while len(self.persons) < self._wanted:
            self._begin(starts.one_of(kinds, self._chance))
        return tuple(self.persons[: self._wanted])

    def _begin(self, kind: Likeness) -> None:
        chance = self._chance
        match kind:
            case "nobody":
                self._add(kind)
            case "father and son":
                father = self._add(kind, sex="male", year=chance.randint(1945, 1970))
                given = father.given if chance.random() < 0.15 else None
                year = father.born[0] + chance.randint(20, 35)
                self._add(kind, sex="male", given=given, father=father.given, year=year, like=father, unit=self._often(father))
            case "siblings":
                self._siblings()
            case "couple":
                he = self._add(kind, sex="male")
                alike = [given for given in given_names("female") if given.russian[:3] == he.given.russian[:3]]
                given = chance.choice(alike) if alike and chance.random() < 0.5 else None
                shared = he.father if chance.random() < 0.5 else None
                self._add(kind, sex="female", given=given, father=shared, year=he.born[0] + chance.randint(-6, 6), like=he)
            case "one unit, equal initials":
                one = self._add(kind, sex="male", unit=chance.randrange(UNITS))
                given, fathers = (chance.choice(_by_initial("male")[name.russian[0]]) for name in (one.given, one.father))
                self._add(kind, sex="male", given=given, father=fathers, like=one, unit=one.unit)
            case "namesakes":
                one = self._add(kind)
                self._add(kind, sex=one.sex, given=one.given, father=one.father, surname=one.surname)
            case _:
                one = self._add(kind)
                self._add(kind, sex=one.sex, given=one.given, like=one)

    def _siblings(self) -> None:
        chance = self._chance
        kind: Likeness = "twins" if chance.random() < 0.12 else "siblings"
        first = self._add(kind)
        alike = _by_initial(first.sex)[first.given.russian[0]] if chance.random() < 0.45 else given_names(first.sex)
        others = [given for given in alike if given != first.given] or [g for g in given_names(first.sex) if g != first.given]
        self._add(
            kind,
            sex=first.sex,
            given=chance.choice(others),
            father=first.father,
            born=first.born if kind == "twins" else None,
            year=first.born[0] + chance.randint(-6, 6),
            like=first,
            unit=self._often(first),
        )

    def _often(self, first: Person) -> int | None:
        """The unit of the first of a family, where the second serves with them."""
        return first.unit if self._chance.random() < 0.4 else None

    def _add(
        self,
        likeness: Likeness,
        *,
        sex: Sex | None = None,
        given: Given | None = None,
        father: Given | None = None,
        surname: str | None = None,
        year: int | None = None,
        born: tuple[int, int, int] | None = None,
        unit: int | None = None,
        like: Person | None = None,
    ) -> Person:
        """One more. `like`: of the same surname and city, and serving where that one does."""
        chance = self._chance
        sex = sex or ("male" if chance.random() < 0.68 else "female")
        serves = unit is not None or (like.officer and sex == "male" if like else sex == "male" and chance.random() < 0.45)
        home = _OF_HOME.one_of(_HOMES, chance)
        year = year or chance.randint(1948, 2003)
        person = Person(
            number=len(self.persons),
            sex=sex,
            given=given or _weights(sex).one_of(given_names(sex), chance),
            father=father or _weights("male").one_of(given_names("male"), chance),
            surname=like.surname if like else surname or self._of_surnames.one_of(self._surnames, chance),
            second_surname=self._of_surnames.one_of(self._surnames, chance) if chance.random() < 0.01 else None,
            born=born or (year, chance.randint(1, 12), chance.randint(1, 28)),
            city=like.city if like else 0 if chance.random() < _CAPITAL else chance.randrange(CITIES),
            unit=(chance.randrange(UNITS) if unit is None else unit) if serves else None,
            rank=min(len(ranks()) - 1, int(abs(chance.gauss(4, 2.5)))) if serves else None,
            call_sign=chance.choice(call_signs()) if serves and chance.random() < 0.15 else None,
            home=home,
            scheme=scheme_of(home, chance),
            likeness=likeness,
        )
        self.persons.append(person)
        return person
