"""Fifty complainants, each with a casefile, and where they were held, hour by hour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Literal

from loaders.demo import story
from loaders.demo.spelling import Name, any_name

Language = Literal["ru", "be", "en"]
TimesGiven = Literal["hours", "days", "day", "begin"]

HELD: dict[str, tuple[int, datetime]] = {
    "S-01": (14, datetime(2024, 9, 15, 20, 30)),
    "S-04": (9, datetime(2024, 9, 15, 19, 0)),
    "S-16": (8, datetime(2024, 9, 16, 21, 0)),
    "S-19": (7, datetime(2024, 9, 17, 18, 0)),
    "S-12": (5, datetime(2024, 9, 15, 22, 0)),
    "S-14": (3, datetime(2024, 9, 16, 20, 0)),
    "S-21": (2, datetime(2024, 9, 17, 20, 0)),
    "S-23": (2, datetime(2024, 9, 18, 20, 0)),
}
"""By the station to which they were taken first: how many, and from when on."""
_VANS = {"S-16": "S-25", "S-19": None, "S-14": None, "S-21": None, "S-23": None}
_LATER = {"S-01": ("S-02", "S-03"), "S-04": ("S-01", "S-02"), "S-12": ("S-01", "S-03"), "S-16": ("S-15",), "S-19": ("S-18",)}


@dataclass(frozen=True, slots=True)
class Stay:
    """One person at one station. `times`: how exactly the interview gives it."""

    casefile: str
    station: str
    begin: datetime
    end: datetime
    stage: str
    cell: str
    times: TimesGiven


@dataclass(frozen=True, slots=True)
class Victim:
    """A complainant. `first`: the station of the first night; `arrested` in the street."""

    casefile: str
    name: Name
    born: date
    language: Language
    first: str
    arrested: datetime
    opened: date
    stays: tuple[Stay, ...]

    @property
    def released(self) -> datetime:
        """When the last stay ended."""
        return max(stay.end for stay in self.stays)


def victims(seed: int) -> dict[str, Victim]:
    """All complainants by casefile."""
    chance = Random(f"{seed}/victims")  # noqa: S311 - a story, not a secret
    by_casefile: dict[str, Victim] = {}
    for station, (count, since) in HELD.items():
        for _ in range(count):
            casefile = f"C-{len(by_casefile) + 1:03}"
            arrested = since - timedelta(minutes=chance.randrange(30, 180))
            victim = Victim(
                casefile,
                any_name(chance, female=chance.random() < 0.36),
                date(1956, 1, 1) + timedelta(days=chance.randrange(18_000)),
                chance.choice(("ru", "ru", "be", "be", "en")),
                station,
                arrested,
                date(2024, 10, 1) + timedelta(days=chance.randrange(200)),
                (),
            )
            by_casefile[casefile] = replace(victim, stays=tuple(_stays(victim, chance)))
    by_casefile[story.VICTIM] = _in_full(by_casefile[story.VICTIM])
    return by_casefile


def _stays(victim: Victim, chance: Random) -> list[Stay]:
    stays: list[Stay] = []
    van = _VANS.get(victim.first, chance.choice(("S-10", "S-11")))
    arrived = victim.arrested + timedelta(minutes=chance.randrange(40, 110))
    if van:
        stays.append(Stay(victim.casefile, van, victim.arrested + timedelta(minutes=5), arrived, "transport", "", "hours"))
    left = arrived + timedelta(hours=chance.randrange(11, 60), minutes=chance.choice((0, 15, 30)))
    cell = str(chance.randrange(1, 9))
    stays.append(Stay(victim.casefile, victim.first, arrived, left, "first detention", cell, _times(chance)))
    if (onward := _LATER.get(victim.first)) and chance.random() < 0.5:
        until = left + timedelta(days=chance.randrange(1, 11), hours=chance.randrange(0, 9))
        place = chance.choice(onward)
        begin = left + timedelta(minutes=40)
        stays.append(Stay(victim.casefile, place, begin, until, "administrative arrest", str(chance.randrange(1, 30)), "days"))
    return stays


def _times(chance: Random) -> TimesGiven:
    return chance.choice(("hours", "hours", "hours", "hours", "days", "day", "begin"))


def _in_full(victim: Victim) -> Victim:
    """The one whose days are given in full: arrest, van, the centre, the isolator, release."""
    name = Name(3, 15, 6, 0, 0)  # as in `story.VICTIM_NAME`
    file, at = victim.casefile, datetime(2024, 9, 15, 21, 10)
    return Victim(
        file, name, date(1988, 4, 19), "be", story.NIGHT_STATION, at, date(2024, 10, 7),
        (
            Stay(file, "S-11", at + timedelta(minutes=5), datetime(2024, 9, 15, 22, 40), "transport", "", "hours"),
            Stay(file, "S-01", datetime(2024, 9, 15, 22, 40), datetime(2024, 9, 17, 9, 30), "first detention", "4", "hours"),
            Stay(file, "S-02", datetime(2024, 9, 17, 11), datetime(2024, 9, 24, 16), "administrative arrest", "117", "hours"),
        ),
    )  # fmt: skip
