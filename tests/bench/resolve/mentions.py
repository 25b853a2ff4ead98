"""One mention of one person, as one kind of source writes it: the record that a resolver is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from loaders.resolve.record import PersonRecord
from tests.bench.resolve import latin, orthography, patronymics
from tests.bench.resolve.people import CITIES, UNITS, scheme_of
from tests.bench.resolve.slips import inflected, mixed, slip
from tests.bench.resolve.words import ranks

if TYPE_CHECKING:
    from random import Random

    from tests.bench.resolve.habits import Habit, Language
    from tests.bench.resolve.people import Home, Person

_COLUMN: dict[Language, int] = {"ru": 0, "be": 1, "la": 2, "uk": 3}
_UNIT_SAID, _CITY_SAID = 0.6, 0.5
_UNIT_UNRESOLVED = 0.12
"""How many names of units nobody has told to be the unit they name."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The three parts of a name in one language."""

    surname: str
    given: str
    patronymic: str


def mention(person: Person, habit: Habit, thing: str, chance: Random) -> PersonRecord:
    """What one row of one source says of a person."""
    language = habit.languages[0] if len(habit.languages) == 1 else chance.choice(habit.languages)
    return PersonRecord(
        thing=thing,
        mention=thing,
        name=_name(person, habit, language, chance),
        born=_born(person, habit, chance),
        sex=person.sex if chance.random() < habit.sex else None,
        unit=_unit(person, chance),
        place=f"city {person.city if chance.random() < 0.93 else chance.randrange(CITIES)}"
        if chance.random() < _CITY_SAID
        else None,
        role=_role(person, chance),
        language=None if language == "la" else language,
    )


def _role(person: Person, chance: Random) -> Literal["officer", "victim", "witness"]:
    if person.officer:
        return "officer" if chance.random() < 0.85 else "witness"
    return "victim" if chance.random() < 0.75 else "witness"


def _unit(person: Person, chance: Random) -> str | None:
    if person.unit is None or chance.random() >= _UNIT_SAID:
        return None
    unit = person.unit if chance.random() < 0.95 else chance.randrange(UNITS)
    return f"unit {unit}" + (f", spelling {chance.randrange(4)}" if chance.random() < _UNIT_UNRESOLVED else "")


def _born(person: Person, habit: Habit, chance: Random) -> str | None:
    """The birth date as told: sometimes wrong, often only a year."""
    if chance.random() >= habit.born:
        return None
    year, month, day = person.born
    error = chance.random()
    if error < 0.012:
        year += chance.choice((-1, 1, 10, -10))
    elif error < 0.020:
        day = max(1, min(28, day + chance.choice((-1, 1, 10, -10))))
    elif error < 0.028 and day <= 12:
        month, day = day, month
    told = chance.random()
    if told < habit.full:
        return f"{year:04d}-{month:02d}-{day:02d}"
    return f"{year:04d}" if told < habit.full + (1 - habit.full) * 0.9 else f"{year:04d}-{month:02d}"


def _name(person: Person, habit: Habit, language: Language, chance: Random) -> str:
    words = _words(person, language, chance)
    surname = _one_surname(words.surname, chance)
    given, patronymic = words.given, words.patronymic if chance.random() < habit.patronymic else ""
    if habit.familiar and chance.random() < habit.familiar and person.given.familiar and language != "uk":
        given = person.given.familiar[_COLUMN[language]]
    if chance.random() < habit.slips:
        surname = slip(surname, chance)
    if chance.random() < habit.slips * 0.6:
        given = slip(given, chance)
    if patronymic and chance.random() < habit.slips * 0.6:
        patronymic = slip(patronymic, chance)
    if language == "ru" and chance.random() < 0.8:
        surname, given, patronymic = (part.replace("ё", "е").replace("Ё", "Е") for part in (surname, given, patronymic))
    if habit.mixed and language != "la" and chance.random() < habit.mixed:
        surname = mixed(surname, chance)
    in_a_case = habit.inflected > 0 and chance.random() < habit.inflected
    if in_a_case:
        surname = inflected(surname, person.sex, chance)
    if in_a_case or chance.random() < habit.initials:
        second = chance.random() < 0.75 and (patronymic or language != "la")
        name = _with_initials(surname, words.given[0], words.patronymic[0] if second else "", chance)
    elif habit.surname_only and chance.random() < habit.surname_only:
        name = surname
    else:
        name = _in_order(surname, given, patronymic, habit, language, chance)
    return _dressed(name, person, habit, language, chance)


def _one_surname(surname: str, chance: Random) -> str:
    """Of a double surname, a fifth of the sources keep the first half alone."""
    return surname.split("-", maxsplit=1)[0] if "-" in surname and chance.random() < 0.2 else surname


def _with_initials(surname: str, first: str, second: str, chance: Random) -> str:
    initials = f"{first}.{second}." if second else f"{first}."
    spaced = f"{first}. {second}." if second else f"{first}."
    return chance.choice((f"{surname} {initials}", f"{initials} {surname}", f"{spaced} {surname}"))


def _in_order(surname: str, given: str, patronymic: str, habit: Habit, language: Language, chance: Random) -> str:
    match habit.shape:
        case "surname first":
            parts = (surname, given, patronymic)
        case "either":
            parts = (given, surname, "") if chance.random() < 0.5 else (surname, given, "")
        case "report" if chance.random() < 0.2:
            parts = (surname.upper(), given, "") if chance.random() < 0.6 else (f"{surname},", given, patronymic)
        case "press" if chance.random() < 0.4:
            parts = (surname, given, patronymic)
        case _:
            parts = (given, patronymic, surname)
    return " ".join(part for part in parts if part)


def _dressed(name: str, person: Person, habit: Habit, language: Language, chance: Random) -> str:
    if habit.capitals and chance.random() < habit.capitals:
        name = name.upper()
    if person.rank is None:
        return name
    if chance.random() < habit.ranked * 0.55:
        told = max(0, min(len(ranks()) - 1, person.rank + chance.choice((0, 0, 0, 0, -1, 1))))
        name = f"{ranks()[told][_COLUMN[language]]} {name}"
    if person.call_sign and chance.random() < habit.call_sign:
        name = f"{name} («{person.call_sign}»)"
    return name


def _words(person: Person, language: Language, chance: Random) -> _Words:
    if language != "la":
        return _cyrillic(person, language)
    home: Home = person.home if chance.random() < 0.7 else "be" if chance.random() < 0.5 else "ru"
    own = home == person.home and chance.random() < 0.7
    scheme = person.scheme if own else scheme_of(home, chance)
    written = {"be": latin.belarusian, "ru": latin.russian, "uk": latin.ukrainian}[home]
    words = _cyrillic(person, home)
    surname = "-".join(written(half, scheme) for half in words.surname.split("-"))
    exonym = home == "ru" and chance.random() < 0.4
    given = chance.choice(person.given.latin) if exonym else written(words.given, scheme)
    return _Words(surname, given, written(words.patronymic, scheme))


def _cyrillic(person: Person, language: Language | Home) -> _Words:
    """A person's name in one of the three languages written in Cyrillic letters."""
    halves = (person.surname, person.second_surname) if person.second_surname else (person.surname,)
    surname = "-".join(_surname(half, person.sex == "female", language) for half in halves)
    match language:
        case "be":
            return _Words(surname, person.given.belarusian, patronymics.belarusian(person.father, person.sex))
        case "uk":
            return _Words(surname, person.given.ukrainian, patronymics.ukrainian(person.father, person.sex))
        case _:
            return _Words(surname, person.given.russian, patronymics.russian(person.father, person.sex))


@cache
def _surname(russian: str, woman: bool, language: Language | Home) -> str:
    surname = orthography.feminine(russian) if woman else russian
    if language == "be":
        return orthography.belarusian(surname)
    return orthography.ukrainian(surname) if language == "uk" else surname
