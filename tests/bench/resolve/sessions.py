"""Small worlds of true events: what befell a few invented victims in some bad days, as several sources tell it, with errors.

    sessions(seed=4)                  # every source tells less than it was, and nothing that was not so
    sessions(seed=4, slips=True)      # they also err: in the day, the hour, the unit
    sessions(seed=4, mistaken=True)   # and name another man, or another station: what the row says is so of nobody, or of another

A man is beaten more than once a day, at more than one station, alone or with others, and by other men each time: what a defence
lawyer would think of first. Equal arguments give equal worlds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from loaders.resolve.record import EventRecord

VICTIMS, STATIONS, DAYS, SOURCES = 14, 4, 5, 4
FIRST = datetime(2030, 8, 9)
HOURS = (1, 5, 9, 13, 17, 21)
"""About when something is done: never twice to one man within the hour."""
UNITS = {station: (f"unit {station}a", f"unit {station}b", f"unit {station}c") for station in range(STATIONS)}
METHODS = ("batons", "electric shock", "stress position", "cold", "threats", "no water")
HARM = ("beating", "torture", "sexual_violence")
OTHER_WORD = {"beating": "torture", "torture": "beating", "sexual_violence": "torture", "killing": "death"}


@dataclass(frozen=True, slots=True)
class Session:
    """One event as it was."""

    kind: str
    victims: tuple[int, ...]
    begin: datetime
    end: datetime
    station: int | None
    unit: str
    methods: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Told:
    """Rows about them. `truth`: which event each means. `waiting`: of persons, who may be one with whom in review."""

    events: tuple[Session, ...]
    records: tuple[EventRecord, ...]
    truth: Mapping[str, int]
    waiting: Mapping[str, frozenset[str]]


def sessions(seed: int, *, slips: bool = False, mistaken: bool = False) -> Told:
    """One world, and what its sources tell."""
    chance = Random(f"sessions {seed}")
    events = [event for victim in range(VICTIMS) for event in _days_of(victim, chance)]
    events += [_of_several(chance) for _ in range(VICTIMS // 3)]
    telling = [
        (number, source)
        for number in range(len(events))
        for source in range(SOURCES)
        for _ in range(_times(chance))
    ]  # fmt: skip
    chance.shuffle(telling)
    truth = {f"e{at:04}": number for at, (number, _) in enumerate(telling)}
    rows = tuple(
        _row(f"e{at:04}", events[number], f"source {source}", chance, slips=slips, mistaken=mistaken)
        for at, (number, source) in enumerate(telling)
    )
    doubles = {victim for row in rows for victim in row.victims if victim.endswith("?")}
    waiting = {name: frozenset({other}) for one in doubles for name, other in ((one, one[:-1]), (one[:-1], one))}
    return Told(tuple(events), rows, truth, waiting)


def _times(chance: Random) -> int:
    """How often a source tells of an event: most of them not at all."""
    return chance.choices((0, 1, 2), (52, 46, 2))[0]


def _days_of(victim: int, chance: Random) -> Iterator[Session]:
    """Seized in the street, taken in, beaten again and again, moved, heard, beaten there too, released; one in eight dies."""
    at, station = FIRST + timedelta(days=chance.randrange(2), hours=chance.choice(HOURS)), chance.randrange(STATIONS)
    yield _one("arrest", victim, at, None, station, chance)
    for kind in _story(victim, chance):
        at = _next(at, chance)
        if kind == "transfer":
            station = (station + chance.randrange(1, STATIONS)) % STATIONS
        yield _one(kind, victim, at, station, station, chance)


def _story(victim: int, chance: Random) -> Iterator[str]:
    yield "detention"
    for last in (False, True):
        yield from chance.choices(HARM, (5, 4, 1), k=chance.randrange(0, 4))
        if not last and chance.random() < 0.6:
            yield "transfer"
            yield "detention"
            yield from ["hearing"] * chance.randrange(2)
    yield "killing" if victim % 8 == 0 else "release"


def _next(at: datetime, chance: Random) -> datetime:
    """The next of the hours, or one after it: the same day or the day after."""
    later = at.replace(minute=0) + timedelta(hours=4 * chance.choices((1, 2, 3, 6), (4, 3, 2, 1))[0])
    return later.replace(minute=chance.randrange(0, 60, 5))


def _one(kind: str, victim: int, at: datetime, station: int | None, near: int, chance: Random) -> Session:
    length = 0 if kind == "release" else chance.randrange(15, 75, 5)
    methods = frozenset(chance.sample(METHODS, chance.randrange(1, 4))) if kind in HARM else frozenset[str]()
    return Session(
        kind, (victim,), at, at + timedelta(minutes=max(length, 5)), station, chance.choice(UNITS[near]), methods
    )  # fmt: skip


def _of_several(chance: Random) -> Session:
    """Three to six men of a cell, called out together, days after the rest."""
    at = FIRST + timedelta(days=DAYS + 4 + chance.randrange(3), hours=chance.choice(HOURS))
    one = _one(chance.choice(HARM), 0, at, (station := chance.randrange(STATIONS)), station, chance)
    return replace(one, victims=tuple(sorted(chance.sample(range(VICTIMS), chance.randrange(3, 7)))))


def _row(thing: str, event: Session, source: str, chance: Random, *, slips: bool, mistaken: bool) -> EventRecord:
    """What one source says of it."""
    elsewhere, other_unit, other_victim = (chance.random() < share for share in (0.02, 0.05, 0.02))
    station = (event.station + 1) % STATIONS if event.station is not None and elsewhere and mistaken else event.station
    unit = chance.choice(UNITS[chance.randrange(STATIONS)]) if other_unit and slips else event.unit
    known = [victim for victim in event.victims if chance.random() < 0.85] or [event.victims[0]]
    if other_victim and mistaken:
        known = [chance.randrange(VICTIMS)]
    kind = OTHER_WORD.get(event.kind, event.kind) if chance.random() < 0.12 else event.kind
    first, last = _when(event, chance, slips=slips)
    return EventRecord(
        thing,
        thing,
        kind if chance.random() < 0.93 else None,
        frozenset(f"victim {victim}{'?' if chance.random() < 0.05 else ''}" for victim in known),
        f"station {station}" if station is not None and chance.random() < 0.78 else None,
        first,
        last,
        units=frozenset({unit} if chance.random() < 0.5 else ()),
        methods=frozenset(method for method in sorted(event.methods) if chance.random() < 0.7),
        files=frozenset({source}),
    )


def _when(event: Session, chance: Random, *, slips: bool) -> tuple[str | None, str | None]:
    """The hours, rounded away from it; or the day; or some days, or the month, or nothing."""
    shift = timedelta()
    if chance.random() < 0.05 and slips:
        shift += timedelta(days=chance.choice((-1, 1)))
    if chance.random() < 0.10 and slips:
        shift += timedelta(minutes=chance.choice((-90, -60, 60, 90)))
    begin, end = event.begin + shift, event.end + shift
    how = chance.choices(("hours", "day", "days", "month", None), (45, 32, 8, 8, 7))[0]
    if how == "hours":
        round_to = chance.choice((5, 30, 60))
        begin -= timedelta(minutes=begin.minute % round_to)
        end += timedelta(minutes=-end.minute % round_to)
        return begin.isoformat(timespec="minutes"), end.isoformat(timespec="minutes")
    if how == "day":
        return f"{begin.date()}", f"{begin.date()}"
    if how == "days":
        return f"{(begin - timedelta(days=chance.randrange(3))).date()}", f"{(end + timedelta(days=chance.randrange(3))).date()}"
    if how == "month":
        first = begin.replace(day=1)
        return f"{first.date()}", f"{((first + timedelta(days=32)).replace(day=1) - timedelta(days=1)).date()}"
    return None, None
