"""Random small worlds of a force: who stands under whom, who commands, where it is based, what it is alleged to have done.

Spans, citations and disputes are those of `small_worlds`. Ranges are wide more often than there, for a chain, a posting
and an event must meet before anything can be asked of them together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from tests.queries.oracles.agreement import Parameters, World
from tests.queries.small_worlds import BEGIN, DAYS, GRID, LADDER, RELATIONS, _add, _link, suffering
from tests.world import Given, world

Ask = Callable[[Random, Given, str], Iterator[Parameters]]
KINDS = ["real", "real", "real", "unnamed", "unknown"]


def force_worlds(count: int, seed: int, name: str, ask: Ask) -> list[World]:
    """The same worlds for the same seed; ids begin with `name`."""
    return [_force_world(Random(f"{seed}-{number}"), f"{name}{number}:", ask) for number in range(count)]


def asked_period(random: Random) -> tuple[datetime, datetime]:
    """Some hours or days of the worlds' time."""
    begin, end = sorted(random.sample(range(0, DAYS * 24 + GRID, GRID), 2))
    return BEGIN + timedelta(hours=begin), BEGIN + timedelta(hours=end)


def _force_world(random: Random, prefix: str, ask: Ask) -> World:
    ladder = random.random() < 0.04
    units = [f"u{n:02}" for n in range(LADDER if ladder else random.randint(3, 7))]
    persons = [f"p{n}" for n in range(random.randint(2, 5))]
    stations = [f"s{n}" for n in range(random.randint(1, 4))]
    events = [f"e{n}" for n in range(random.randint(1, 4))]
    given: dict[str, dict[str, dict[str, Any]]] = {
        "Unit": {unit: {"kind": random.choice(KINDS)} for unit in units},
        "Person": {person: {} for person in persons},
        "Station": {station: {} for station in stations},
        "Event": {event: {**_without_dispute(random), "methods": []} for event in events},
    }
    kinds = ("SUBORDINATE_TO", "JOINED", "POSTED_TO", "BASED_AT", "ALLEGED_IN", "OCCURRED_AT")
    given |= {kind: {} for kind in kinds}
    if ladder:
        for lower, higher in pairwise(units):
            _add(given, "SUBORDINATE_TO", lower, higher, {"relation": "command", "possible": ["unknown", "unknown"]})
    elif random.random() < 0.6:  # a tree, so that units have superiors in common
        for at, unit in enumerate(units[1:], start=1):
            _add(given, "SUBORDINATE_TO", unit, units[random.randrange(at)], {"relation": "command", **_wide(random)})
    for _ in range(random.randint(0, 4)):
        lower, higher = random.sample(units, 2)
        relation = random.choice(RELATIONS)
        _add(given, "SUBORDINATE_TO", lower, higher, {**relation, **_wide(random)})
    for _ in range(random.randint(0, 2)):
        one, other = random.sample(units, 2)
        _add(given, "JOINED", one, other, _link(random))
    for _ in range(random.randint(1, 6)):
        body: dict[str, Any] = {"function": random.choice(["commander"] * 4 + ["deputy", "member"]), **_wide(random)}
        body |= random.choice([{}, {"acting": True}, {"acting": False}, {"rank": "Major"}, {"basis": "de_facto"}])
        _add(given, "POSTED_TO", random.choice(persons), random.choice(units), body)
    for _ in range(random.randint(0, 4)):
        _add(given, "BASED_AT", random.choice(units), random.choice(stations), _wide(random))
    for event in events:
        for _ in range(random.choice([0, 1, 1, 1, 2])):
            _add(given, "OCCURRED_AT", event, random.choice(stations), _untimed(random))
        for _ in range(random.choice([0, 1, 1, 2, 3])):
            body = random.choice([{}, {"role": "direct"}, {"role": "ordered", "recognised_by": "insignia"}])
            _add(given, "ALLEGED_IN", random.choice([*units, *units, *persons]), event, {**body, **_untimed(random)})
    suffering(Random(f"who suffered in {prefix}"), given)
    return World(world(given, prefix), tuple(ask(random, given, prefix)))


def _wide(random: Random) -> dict[str, Any]:
    """A span like any other, or one that leaves out little of the worlds' time."""
    body = _link(random)
    if random.random() < 0.6:
        early, late = timedelta(hours=GRID * random.randrange(8)), timedelta(hours=GRID * random.randrange(8))
        at: list[Any] = [BEGIN + early, BEGIN + timedelta(days=DAYS) - late]
        body["possible"] = random.choice([at, ["unknown", "unknown"]])
        body.pop("bridged", None)
        if random.random() < 0.8:
            body["certain"], body["bridged"] = at, random.random() < 0.3
        else:
            body.pop("certain", None)
    return body


def _without_dispute(random: Random) -> dict[str, Any]:
    """An event's span: a node's claims are never denied as a whole."""
    body = _link(random)
    body.pop("disputed", None)
    return body


def _untimed(random: Random) -> dict[str, Any]:
    body: dict[str, Any] = {"claims": random.sample(["c5", "c6", "c7"], random.randint(0, 2))}
    if random.random() < 0.15:
        body["disputed"] = random.random() < 0.7
    return body
