"""Generated events: what befell invented victims, as several rows tell it, each knowing less than the whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from loaders.resolve.record import EventRecord

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = ("detention", "beating", "torture", "trial")
_STATIONS = 20
_FIRST = date(2030, 8, 9)
_BUSY = [12, *[1] * (_STATIONS - 1)]
"""One station holds a third of all."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as it was."""

    victims: tuple[int, ...]
    kind: str
    station: int
    day: date
    hour: int


@dataclass(frozen=True, slots=True)
class Happenings:
    """Rows about events. `truth`: which event each thing means."""

    records: tuple[EventRecord, ...]
    truth: Mapping[str, int]


def happenings(victims: int, seed: int) -> Happenings:
    """One to three events a victim over months, most in the first weeks; among them round-ups of several victims."""
    chance = Random(f"happenings {seed}")
    events = [_of_one(victim, chance) for victim in range(victims) for _ in range(_drawn(chance, (60, 28, 12)))]
    events += [_round_up(victims, chance) for _ in range(victims * 6 // 100)]
    told = [number for number in range(len(events)) for _ in range(_drawn(chance, (45, 30, 15, 10)))]
    chance.shuffle(told)
    truth = {f"e{at:06d}": number for at, number in enumerate(told)}
    return Happenings(tuple(_record(thing, events[number], victims, chance) for thing, number in truth.items()), truth)


def _drawn(chance: Random, weights: tuple[int, ...]) -> int:
    """One, two, three … as often as the weights say."""
    return 1 + chance.choices(range(len(weights)), weights)[0]


def _of_one(victim: int, chance: Random) -> Happening:
    day = _FIRST + timedelta(days=min(int(chance.expovariate(1 / 20)), 300))
    return Happening((victim,), chance.choice(_KINDS), _station(chance), day, chance.randrange(24))


def _round_up(victims: int, chance: Random) -> Happening:
    together = tuple(chance.sample(range(victims), chance.randint(3, 12)))
    return Happening(
        together, "detention", _station(chance), _FIRST + timedelta(days=chance.randint(0, 60)), chance.randrange(24)
    )


def _station(chance: Random) -> int:
    return chance.choices(range(_STATIONS), _BUSY)[0]


def _record(thing: str, event: Happening, victims: int, chance: Random) -> EventRecord:
    """One row: a victim left out or mistaken, the day off by one, the hour, the day, no more than the month, or nothing said."""
    known = frozenset(victim for victim in event.victims if chance.random() < 0.8) or frozenset(event.victims[:1])
    if chance.random() < 0.06:
        known = frozenset({chance.randrange(victims)})
    first, last = _when(event.day, event.hour, chance)
    return EventRecord(
        thing=thing,
        mention=thing,
        kind=event.kind if chance.random() < 0.9 else None,
        victims=frozenset(f"victim {number}" for number in known),
        station=f"station {event.station}" if chance.random() < 0.7 else None,
        first=first,
        last=last,
    )


def _when(day: date, hour: int, chance: Random) -> tuple[str | None, str | None]:
    precision = chance.random()
    if chance.random() < 0.16:
        day += timedelta(days=chance.choice((-1, 1)))
    if precision < 0.40:
        begin = datetime.combine(day, time(hour))
        return begin.isoformat(timespec="minutes"), (begin + timedelta(hours=chance.randint(1, 2))).isoformat(timespec="minutes")
    if precision < 0.70:
        return day.isoformat(), day.isoformat()
    if precision < 0.88:
        first = day.replace(day=1)
        return first.isoformat(), ((first + timedelta(days=32)).replace(day=1) - timedelta(days=1)).isoformat()
    return None, None
