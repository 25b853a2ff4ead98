"""What is compared of one record: the keys of its name, its dates, and what is said beside them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from loaders.resolve.persons.name_keys import NameKeys
    from loaders.resolve.record import PersonRecord, Role

Side: TypeAlias = Literal["force", "people"]
"""Which side of the bars a source saw somebody on."""

SIDE: Final[dict[Role | None, Side | None]] = {"officer": "force", "victim": "people", "witness": "people", None: None}


class Traits(NamedTuple):
    """One record as it is compared. Field names are the columns that Splink sees (`columns`).

    `born`: a full birth date alone; `year`, `month`: of a partial one too; `born_day`: days since 1 January 0001.
    Initials: 0 = none known.
    """

    surname: str | None
    spelt: str | None
    tongue: str
    given: str | None
    given_known: bool
    given_initials: int
    patronymic: str | None
    patronymic_known: bool
    patronymic_initials: int
    born: str | None
    born_day: int | None
    year: int | None
    month: int | None
    sex: str | None
    unit: str | None
    place: str | None
    side: str | None


def traits(record: PersonRecord, keys: NameKeys) -> Traits:
    """A record's traits. Its stated sex counts before the one its name shows."""
    birth = read_birth(record.born)
    return Traits(
        surname=keys.surname,
        spelt=keys.surname_spelt,
        tongue=keys.language,
        given=keys.given,
        given_known=keys.given_known,
        given_initials=keys.given_initials,
        patronymic=keys.patronymic,
        patronymic_known=keys.patronymic_known,
        patronymic_initials=keys.patronymic_initials,
        born=birth.born,
        born_day=birth.born_day,
        year=birth.year,
        month=birth.month,
        sex=record.sex or keys.sex,
        unit=record.unit,
        place=record.place,
        side=SIDE[record.role],
    )


class Birth(NamedTuple):
    """A birth as far as it is stated."""

    born: str | None = None
    born_day: int | None = None
    year: int | None = None
    month: int | None = None


@lru_cache(maxsize=100_000)
def read_birth(born: str | None) -> Birth:
    """Year, month and day of a birth. What is no date at all is no evidence."""
    parts = born.split("-") if born else []
    if not parts or not all(part.isdecimal() for part in parts):
        return Birth()
    year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else None
    try:
        day = date.fromisoformat(born) if born and len(parts) == 3 else None
    except ValueError:
        day = None
    return Birth(born if day else None, day.toordinal() if day else None, year, month)
