"""Random rows to grade: the members' properties as a graph carries them, and the question's time.

Limits fall together often, and every shape of evidence occurs: no core, a stated one, a bridged one, one day cited, a day's
length that is no calendar day, several vague citations, unknown ends, denials. `test_worlds` counts them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeAlias

from tests.queries.rule import FIRST, LAST, Asked
from tests.queries.small_worlds import BEGIN, DAYS, GRID, _link
from tests.world import world

Properties: TypeAlias = Mapping[str, object]
Limits: TypeAlias = tuple[datetime, datetime]
Sample: TypeAlias = tuple[list[Properties], Limits | None]
MOST_MEMBERS = 4


def samples(count: int, seed: int) -> Iterator[Sample]:
    """The same rows for the same seed."""
    for number in range(count):
        random = Random(f"{seed}-{number}")
        yield members(random, random.choice([0, 1, 1, 2, 2, 2, 3, MOST_MEMBERS])), limits(random)


def members(random: Random, count: int) -> list[Properties]:
    """The members of one row, most of which meet."""
    given: dict[str, dict[str, dict[str, Any]]] = {"Unit": {"u": {}}, "Person": {}, "POSTED_TO": {}}
    for number in random.sample(range(9), count):
        given["Person"][f"p{number}"] = {}
        given["POSTED_TO"][f"p{number} > u"] = random.choice([_link, _long, _long, _inside, _exact, _vague])(random)
    return [link.properties for link in world(given).links if link.type == "POSTED_TO"]


def limits(random: Random) -> Limits | None:
    """A day, a period, one that is open, all of time, or no time at all."""
    if random.random() < 0.1:
        return None
    if random.random() < 0.3:
        day = BEGIN + timedelta(days=random.randrange(DAYS))
        return day, day + timedelta(days=1)
    begin, end = sorted(random.sample(range(0, DAYS * 24 + GRID, GRID), 2))
    found = [BEGIN + timedelta(hours=begin), BEGIN + timedelta(hours=end)]
    if random.random() < 0.4:
        found = [BEGIN, BEGIN + timedelta(days=DAYS)]
    opened = [unknown if random.random() < 0.15 else limit for unknown, limit in zip((FIRST, LAST), found, strict=True)]
    return opened[0], opened[1]


def question(limits: Limits | None) -> Asked:
    """The same for the slow rule."""
    return Asked(FIRST, LAST, any=True) if limits is None else Asked.of(*limits)


def _long(random: Random) -> dict[str, Any]:
    """A state that held nearly all the time, its core stated or bridged, sometimes cited on the very day."""
    body = _link(random)
    early, late = (timedelta(hours=GRID * random.randrange(4)) for _ in range(2))
    held = [BEGIN + early, BEGIN + timedelta(days=DAYS) - late]
    body["possible"] = random.choice([held, held, ["unknown", "unknown"], [held[0], "unknown"]])
    body["certain"], body["bridged"] = held, random.random() < 0.4
    return body


def _inside(random: Random) -> dict[str, Any]:
    """A few hours or days, known to the hour or not, the core stated or bridged."""
    begin: datetime = BEGIN + timedelta(hours=GRID * random.randrange(4, DAYS * 4 - 8))
    end = begin + timedelta(hours=random.choice([1, GRID, 24, 24, 48]))
    body: dict[str, Any] = {"possible": [begin, end], "cited": [[begin, end]] if random.random() < 0.6 else []}
    if random.random() < 0.6:
        body["certain"], body["bridged"] = [begin, end], random.random() < 0.6
    return body | ({"disputed": True} if random.random() < 0.08 else {})


def _exact(random: Random) -> dict[str, Any]:
    """Two days on which it is cited, and the bridge between them."""
    first = BEGIN + timedelta(days=random.randrange(2, DAYS - 3))
    last = first + timedelta(days=random.randint(1, 2))
    after = last + timedelta(days=1)
    return {"possible": [first, after], "certain": [first, after], "bridged": True, "cited": [first.date(), last.date()]}


def _vague(random: Random) -> dict[str, Any]:
    """One citation of several days, on some moment of which it was."""
    first = BEGIN + timedelta(days=random.randrange(2, DAYS - 4))
    return {"possible": [first, first + timedelta(days=3)], "cited": [[first, first + timedelta(days=3)]]}
