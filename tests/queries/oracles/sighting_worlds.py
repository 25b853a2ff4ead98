"""Random small worlds in which masked men are seen or alleged, where units are based and persons posted to them.

Spans and citations are those of `small_worlds` and `force_worlds`. Bases and postings are often wide, for both must meet a
sighting before anybody is a candidate, and are denied more often than there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tests.queries.oracles.agreement import Parameters, World
from tests.queries.oracles.force_worlds import _untimed, _wide, _without_dispute
from tests.queries.small_worlds import _add, _link, absences
from tests.world import Given, world

Ask = Callable[[Random, Given, str], Iterator[Parameters]]
MASKED = {"identified": "described", "description": "a tall man in a mask"}
WHO: tuple[dict[str, Any], ...] = (MASKED, {**MASKED, "aliases": ["the Crow"]}, {"identified": "named"}, {}, {})


def sighting_worlds(count: int, seed: int, name: str, ask: Ask) -> list[World]:
    """The same worlds for the same seed; ids begin with `name`."""
    return [_sighting_world(Random(f"{seed}-{number}"), f"{name}{number}:", ask) for number in range(count)]


def _sighting_world(random: Random, prefix: str, ask: Ask) -> World:
    persons = [f"p{n}" for n in range(random.randint(3, 6))]
    units = [f"u{n}" for n in range(random.randint(1, 3))]
    stations = [f"s{n}" for n in range(random.randint(1, 2))]
    events = [f"e{n}" for n in range(random.randint(0, 3))]
    given: dict[str, dict[str, dict[str, Any]]] = {
        "Person": {person: dict(random.choice(WHO)) for person in persons} | {"p0": dict(MASKED)},
        "Unit": {unit: {"kind": random.choice(["real", "real", "unnamed", "unknown"])} for unit in units},
        "Station": {station: {} for station in stations},
        "Event": {event: _without_dispute(random) for event in events},
        **{kind: {} for kind in ("PRESENT_AT", "BASED_AT", "POSTED_TO", "OCCURRED_AT", "ALLEGED_IN", "SUFFERED", "WITNESSED")},
    }
    for _ in range(random.randint(1, 5)):
        seen = random.choice([{}, {"role": "officer"}, {"recognised_by": "voice"}, {"recognised_by": "document"}])
        _add(given, "PRESENT_AT", random.choice(["p0", *persons]), random.choice(stations), {**seen, **_link(random)})
    for _ in range(random.randint(1, 5)):
        _add(given, "BASED_AT", random.choice(units), random.choice(stations), _denied_or_not(random))
    for _ in range(random.randint(1, 7)):
        own = {"function": random.choice(["commander", "member"]), **_denied_or_not(random)}
        _add(given, "POSTED_TO", random.choice(persons), random.choice(units), own)
    for event in events:
        for _ in range(random.choice([0, 1, 1, 2])):
            _add(given, "OCCURRED_AT", event, random.choice(stations), _untimed(random))
        for _ in range(random.choice([0, 1, 2])):
            own = {
                **random.choice(
                    [{}, {"role": "direct", "recognised_by": "insignia"}, {"role": random.choice(["ordered", "supervised"])}]
                ),
                **_untimed(random),
            }
            _add(given, "ALLEGED_IN", random.choice(["p0", *persons, *units]), event, own)
        for kind in ("SUFFERED", "WITNESSED"):
            if random.random() < 0.2:
                _add(given, kind, random.choice(persons), event, _untimed(random))
    given["Claim"] = absences(random, persons, [*stations, *stations, *events], most=5)
    return World(world(given, prefix), tuple(ask(random, given, prefix)))


def _denied_or_not(random: Random) -> dict[str, Any]:
    return {**_wide(random), **random.choice([{}, {}, {}, {}, {"disputed": True}])}
