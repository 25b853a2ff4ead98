"""Random small worlds of officers who rise: postings with ranks, units below, what these are alleged to have done, promotions.

Spans, citations and disputes are those of `small_worlds` and `force_worlds`. What happens is short more often than there, and
postings follow one another, for a career asks what was over before something else began.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from tests.queries.oracles.agreement import Parameters, World
from tests.queries.oracles.force_worlds import KINDS, _untimed, _wide, _without_dispute
from tests.queries.small_worlds import BEGIN, DAYS, GRID, LADDER, _add, _link, suffering
from tests.world import Given, world

Ask = Callable[[Random, Given, str], Iterator[Parameters]]
ACTS = ("promotion", "promotion", "order")
RANKS = ("Captain", "Major", "Colonel")
BASES = ("de_jure", "de_jure", "de_facto", "unknown")
FUNCTIONS = ("commander", "commander", "commander", "deputy", "member")


def officer_worlds(count: int, seed: int, name: str, ask: Ask) -> list[World]:
    """The same worlds for the same seed; ids begin with `name`."""
    return [_officer_world(Random(f"{seed}-{number}"), f"{name}{number}:", ask) for number in range(count)]


def _officer_world(random: Random, prefix: str, ask: Ask) -> World:
    ladder = random.random() < 0.04
    units = [f"u{n:02}" for n in range(LADDER if ladder else random.randint(2, 5))]
    persons = ["p0", "p1", "p2"]
    stations = ["s0", "s1"]
    events = [f"e{n}" for n in range(random.randint(2, 6))]
    acts = [f"a{n}" for n in range(random.randint(0, 4))]
    given: dict[str, dict[str, dict[str, Any]]] = {
        "Unit": {unit: {"kind": random.choice(KINDS)} for unit in units},
        "Person": {person: {} for person in persons},
        "Station": {station: {} for station in stations},
        "Event": {event: _happened(random) for event in events},
        "Act": {act: {"kind": random.choice(ACTS), **_happened(random)} for act in acts},
        **{kind: {} for kind in ("SUBORDINATE_TO", "POSTED_TO", "BASED_AT", "ALLEGED_IN", "CONCERNS", "PART_OF")},
    }
    below = {"relation": "command", "basis": "de_jure"}
    if ladder:
        for lower, higher in pairwise(units):
            _add(given, "SUBORDINATE_TO", lower, higher, {**below, "possible": ["unknown", "unknown"]})
        _add(given, "POSTED_TO", "p0", units[-1], {"function": "commander", "possible": ["unknown", "unknown"]})
    for at, unit in enumerate(units[1:], start=1):
        if not ladder and random.random() < 0.6:
            own = {**below, **_maybe(random, basis=BASES)}
            _add(given, "SUBORDINATE_TO", unit, units[random.randrange(at)], {**own, **_wide(random)})
    for _ in range(random.randint(0, 3)):
        lower, higher = random.sample(units, 2)
        own = {"relation": random.choice(["command"] * 4 + ["informal", "unknown"]), **_maybe(random, basis=BASES)}
        _add(given, "SUBORDINATE_TO", lower, higher, {**own, **_wide(random)})
    for _ in range(random.randint(1, 6)):
        own = _maybe(random, function=FUNCTIONS, rank=RANKS, title=("head",), post=("chief of staff",), basis=BASES)
        if random.random() < 0.3:
            own["acting"] = random.random() < 0.7
        span = random.choice([_wide, _wide, _follows])(random)
        _add(given, "POSTED_TO", random.choice(["p0", "p0", *persons]), random.choice(units), {**own, **span})
    for _ in range(random.randint(0, 4)):
        _add(given, "BASED_AT", random.choice(units), random.choice(stations), _wide(random))
    for event in events:
        for _ in range(random.choice([0, 1, 2, 2])):
            own = _maybe(random, role=("direct", "ordered"))
            _add(given, "ALLEGED_IN", random.choice([*units, "p0", *persons]), event, {**own, **_untimed(random)})
    for _ in range(random.choice([0, 0, 1, 2])):
        part, whole = random.sample(events, 2)
        _add(given, "PART_OF", part, whole, random.choice([{}, {}, {"disputed": True}]))
    for act in acts:
        for _ in range(random.choice([0, 1, 1, 2])):
            _add(given, "CONCERNS", act, random.choice(["p0", *persons]), _untimed(random))
    suffering(Random(f"who suffered in {prefix}"), given)
    return World(world(given, prefix), tuple(ask(random, given, prefix)))


def _happened(random: Random) -> dict[str, Any]:
    """Any span, or some hours that end where others begin, known surely more often than not."""
    return _without_dispute(random) if random.random() < 0.3 else _some_hours(random, _without_dispute(random), (1, 2, 4, 4, 12))


def _follows(random: Random) -> dict[str, Any]:
    """A posting of some days, which may begin at the hour at which something else was over."""
    return _some_hours(random, _link(random), (8, 12, 20))


def _some_hours(random: Random, body: dict[str, Any], lengths: tuple[int, ...]) -> dict[str, Any]:
    begin: datetime = BEGIN + timedelta(hours=random.randrange(0, DAYS * 24, GRID))
    end = begin + timedelta(hours=GRID * random.choice(lengths))
    body["possible"] = [begin, end]
    for name in ("certain", "bridged"):
        body.pop(name, None)
    if random.random() < 0.6:
        body["certain"], body["bridged"] = [begin + timedelta(hours=random.choice([0, GRID // 2])), end], random.random() < 0.3
    return body


def _maybe(random: Random, **choices: tuple[str, ...]) -> dict[str, Any]:
    return {name: random.choice(words) for name, words in choices.items() if random.random() < 0.7}
