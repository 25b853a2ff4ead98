"""Random small worlds in which persons are taken, held, moved, tried and released, and officers come and go.

Spans, citations and disputes are those of `small_worlds`; besides, stays and events that follow one another, so that
there are chains with gaps and not only heaps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from random import Random
from typing import Any

from tests.queries.oracles.agreement import Parameters, World
from tests.queries.small_worlds import BEGIN, DAYS, GRID, _add, _link
from tests.world import Given, world

KINDS = ("arrest", "hearing", "release", "release", "death", "killing")
Ask = Callable[[Random, Given, str], Iterator[Parameters]]


def custody_worlds(count: int, seed: int, name: str, ask: Ask) -> list[World]:
    """The same worlds for the same seed; ids begin with `name`."""
    return [_custody_world(Random(f"{seed}-{number}"), f"{name}{number}:", ask) for number in range(count)]


def _custody_world(random: Random, prefix: str, ask: Ask) -> World:
    persons = [f"p{n}" for n in range(random.randint(2, 5))]
    units = [f"u{n}" for n in range(random.randint(1, 3))]
    stations = [f"s{n}" for n in range(random.randint(1, 3))]
    events = [f"e{n}" for n in range(random.randint(0, 4))]
    given: dict[str, dict[str, dict[str, Any]]] = {
        "Person": {person: {} for person in persons},
        "Unit": {unit: {"kind": random.choice(["real", "real", "unnamed", "unknown"])} for unit in units},
        "Station": {station: {} for station in stations},
        "Event": {event: _event(random) for event in events},
    }
    kinds = ("HELD_AT", "PRESENT_AT", "POSTED_TO", "BASED_AT", "SUFFERED", "OCCURRED_AT", "ALLEGED_IN")
    given |= {kind: {} for kind in kinds}
    for _ in range(random.randint(1, 7)):
        body = {**_maybe(random, stage=("van", "isolator"), cell=("3",)), **_spell(random)}
        _add(given, "HELD_AT", random.choice([*persons[:2], *persons]), random.choice(stations), body)
    for _ in range(random.randint(0, 5)):
        body = {**_maybe(random, role=("officer", "medic"), recognised_by=("face", "voice")), **_spell(random)}
        _add(given, "PRESENT_AT", random.choice([*persons[:2], *persons]), random.choice(stations), body)
    for _ in range(random.randint(0, 6)):
        named = _maybe(random, post=("guard", "head"), title=("on duty",), rank=("Major",))
        body = {**named, "function": random.choice(["commander", "commander", "member"]), **_link(random)}
        if random.random() < 0.2:
            body["acting"] = random.random() < 0.7
        _add(given, "POSTED_TO", random.choice([*persons[:2], *persons]), random.choice(units), body)
    for _ in range(random.randint(0, 4)):
        _add(given, "BASED_AT", random.choice(units), random.choice(stations), _link(random))
    for event in events:
        for _ in range(random.choice([0, 1, 1, 1, 2])):
            _add(given, "OCCURRED_AT", event, random.choice(stations), _untimed(random))
        for _ in range(random.choice([0, 1, 1, 2])):
            _add(given, "SUFFERED", random.choice(persons[:2]), event, _untimed(random))
        for _ in range(random.choice([0, 0, 1, 2])):
            body = {**_maybe(random, role=("direct", "ordered", "supervised"), recognised_by=("insignia",)), **_untimed(random)}
            _add(given, "ALLEGED_IN", random.choice([*persons, *units, *units]), event, body)
    return World(world(given, prefix), tuple(ask(random, given, prefix)))


def _event(random: Random) -> dict[str, Any]:
    body = _spell(random)
    body.pop("disputed", None)
    return {**body, **_maybe(random, kind=KINDS, place=("the square",))}


def _spell(random: Random) -> dict[str, Any]:
    """When a stay or happening was: half of them short, so that something lies between them; some are dated so loosely that
    they may have come before or after these."""
    body = _link(random)
    short = random.random()
    if short < 0.1:
        begin = BEGIN + timedelta(days=random.randrange(DAYS - 2))
        body["possible"] = [begin, begin + timedelta(days=random.choice([2, 3, 5]))]
        for name in ("certain", "bridged", "cited"):
            body.pop(name, None)
    elif short < 0.6:
        begin = BEGIN + timedelta(hours=random.randrange(0, DAYS * 24, GRID))
        if random.random() < 0.5:
            begin = begin.replace(hour=0)
        body["possible"] = [begin, begin + timedelta(hours=random.choice([1, GRID, GRID, 24, 24]))]
        for name in ("certain", "bridged"):
            body.pop(name, None)
        if random.random() < 0.5:
            body["certain"] = body["possible"]
            body["bridged"] = random.random() < 0.3
    return body


def _untimed(random: Random) -> dict[str, Any]:
    body: dict[str, Any] = {"claims": random.sample(["c5", "c6", "c7"], random.randint(0, 2))}
    if random.random() < 0.15:
        body["disputed"] = random.random() < 0.7
    return body


def _maybe(random: Random, **choices: tuple[str, ...]) -> dict[str, Any]:
    return {name: random.choice(words) for name, words in choices.items() if random.random() < 0.5}
