"""Random small worlds of a force that is told of what it does: notices, complaints, measures and charges.

Spans, citations and disputes are those of `small_worlds`. Things that happen follow one another more often than there,
and some begin on the hour at which others end: there "before" is sure, or only just not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from tests.queries.oracles.agreement import Parameters, World
from tests.queries.oracles.force_worlds import _untimed, _wide, _without_dispute
from tests.queries.small_worlds import BEGIN, DAYS, GRID, _add, suffering
from tests.world import Given, world

Ask = Callable[[Random, Given, str], Iterator[Parameters]]
ACTS = ("notice", "notice", "report", "order", "measure", "omission", "promotion")
PROCEEDINGS = ("complaint", "complaint", "charge", "sanction", "domestic_case", "case_abroad", "refusal")


def impunity_worlds(count: int, seed: int, name: str, ask: Ask) -> list[World]:
    """The same worlds for the same seed; ids begin with `name`."""
    return [_impunity_world(Random(f"{seed}-{number}"), f"{name}{number}:", ask) for number in range(count)]


def _impunity_world(random: Random, prefix: str, ask: Ask) -> World:
    units = [f"u{n}" for n in range(random.randint(2, 4))]
    persons = [f"p{n}" for n in range(random.randint(2, 4))]
    events = [f"e{n}" for n in range(random.randint(1, 3))]
    acts = [f"a{n}" for n in range(random.randint(2, 5))]
    proceedings = [f"x{n}" for n in range(random.randint(2, 5))]
    given: dict[str, dict[str, dict[str, Any]]] = {
        "Unit": {unit: {"kind": random.choice(["real"] * 5 + ["unknown"])} for unit in units},
        "Person": {person: {} for person in persons},
        "Event": {event: {**_maybe(random, kind=("torture",)), **_happened(random)} for event in events},
        "Act": {act: _act(random) for act in acts},
        "Proceeding": {proceeding: _proceeding(random) for proceeding in proceedings},
    }
    kinds = ("SUBORDINATE_TO", "POSTED_TO", "ALLEGED_IN", "ADDRESSED_TO", "MADE_BY", "CONCERNS", "ANSWERS")
    given |= {kind: {} for kind in kinds}
    for at, unit in enumerate(units[1:], start=1):
        if random.random() < 0.8:
            _add(given, "SUBORDINATE_TO", unit, units[random.randrange(at)], {"relation": "command", **_wide(random)})
    for _ in range(random.randint(0, 2)):
        lower, higher = random.sample(units, 2)
        _add(given, "SUBORDINATE_TO", lower, higher, {"relation": random.choice(["command", "unknown"]), **_wide(random)})
    for person in persons[:2]:
        _add(given, "POSTED_TO", person, random.choice(units[:2]), {"function": "commander", **_wide(random)})
    for person in random.choices(persons, k=random.randint(1, 4)):
        function = random.choice(["commander", "member", "member", "deputy"])
        _add(given, "POSTED_TO", person, random.choice(units), {"function": function, **_wide(random)})
    for event in events:
        for _ in range(random.choice([1, 2, 2])):
            _add(given, "ALLEGED_IN", random.choice([*units, *units, *persons[1:]]), event, _untimed(random))
    told = [*acts, *proceedings]
    for thing in told:
        if random.random() < 0.7:
            _add(given, "ADDRESSED_TO", thing, random.choice([*persons[:2], *units]), _untimed(random))
        if random.random() < 0.6:
            _add(given, "MADE_BY", thing, random.choice([*persons, *units]), _untimed(random))
        for about in random.sample([*events, *events, *persons, *units], random.choice([0, 1, 1, 2])):
            if f"{thing} > {about}" not in given["CONCERNS"]:
                _add(given, "CONCERNS", thing, about, _untimed(random))
        if random.random() < 0.3 and (other := random.choice(told)) != thing:
            _add(given, "CONCERNS", thing, other, _untimed(random))
    if random.random() < 0.6:  # somebody complains and is charged, before or after
        given["Proceeding"][proceedings[0]]["kind"], given["Proceeding"][proceedings[1]]["kind"] = "complaint", "charge"
        until = given["Proceeding"][proceedings[0]]["possible"][1]
        if random.random() < 0.4 and until != "unknown":  # at the hour at which the complaint was over
            given["Proceeding"][proceedings[1]] = {"kind": "charge", "possible": [until, until + timedelta(hours=GRID)]}
        given["MADE_BY"].setdefault(f"{proceedings[0]} > {persons[-1]}", _untimed(random))
        given["CONCERNS"].setdefault(f"{proceedings[1]} > {persons[-1]}", _untimed(random))
    for proceeding in proceedings:
        if random.random() < 0.5 and (other := random.choice(proceedings)) != proceeding:
            _add(given, "ANSWERS", proceeding, other, _untimed(random))
    suffering(Random(f"who suffered in {prefix}"), given)
    return World(world(given, prefix), tuple(ask(random, given, prefix)))


def _act(random: Random) -> dict[str, Any]:
    said = _maybe(random, channel=("Press", "Press", " un ", "letter"), content=("What is done in the cells.",))
    return {"kind": random.choice(ACTS), **said, **_happened(random)}


def _proceeding(random: Random) -> dict[str, Any]:
    return {
        "kind": random.choice(PROCEEDINGS),
        **_maybe(random, forum=("court", "office"), outcome=("closed",)),
        **_happened(random),
    }


def _happened(random: Random) -> dict[str, Any]:
    """When something was: any span, or some hours that end where others begin, with a core more often than not."""
    body = _without_dispute(random)
    if random.random() < 0.6:
        first, last = random.choice([(0, DAYS), (4, 6), (4, 6)])
        begin: datetime = BEGIN + timedelta(hours=random.randrange(first * 24, last * 24, 2 * GRID))
        long = 2 * GRID * random.choice([1, 1, 2, 2, 4, 8])
        body["possible"] = [begin, begin + timedelta(hours=long)]
        for name in ("certain", "bridged"):
            body.pop(name, None)
        if random.random() < 0.6:
            body["certain"] = [begin + timedelta(hours=random.choice([0, GRID])), begin + timedelta(hours=long)]
            body["bridged"] = random.random() < 0.4
    return body


def _maybe(random: Random, **choices: tuple[str, ...]) -> dict[str, Any]:
    return {name: random.choice(words) for name, words in choices.items() if random.random() < 0.5}
