"""Hundreds of random small worlds: forks, cycles, parallel links, unknown units, every shape of span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from graph.projection import Projection
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO
from queries.parameters import ANY
from tests.queries.rule import Asked
from tests.world import Given, world

BEGIN = datetime(2014, 1, 1)
DAYS = 12
GRID = 6
"""Hours. A coarse grid, so that limits often fall together: there `<` and `<=` part."""
LADDER = 14
RELATIONS: list[dict[str, Any]] = [{"relation": "command"}] * 6
RELATIONS += [{"relation": "administrative"}, {"relation": "informal"}, {"relation": "unknown"}, {}]
"""The last: of no kind that a source names."""


@dataclass(frozen=True)
class Question:
    """One question to one world, as `run` is asked and as the oracle is."""

    query: str
    parameters: dict[str, object]
    about: str
    asked: Asked


@dataclass(frozen=True)
class SmallWorld:
    """A world with ids of its own, and what is asked of it."""

    projection: Projection
    questions: tuple[Question, ...]


def small_worlds(count: int, seed: int) -> list[SmallWorld]:
    """The same worlds for the same seed."""
    return [_small_world(Random(f"{seed}-{number}"), f"w{number}:") for number in range(count)]


def _small_world(random: Random, prefix: str) -> SmallWorld:
    ladder = random.random() < 0.05
    units = [f"u{n}" for n in range(LADDER if ladder else random.randint(2, 6))]
    persons = [f"p{n}" for n in range(random.randint(2, 5))]
    stations = ["s0", "s1"]
    given: dict[str, dict[str, dict[str, Any]]] = {
        "Unit": {unit: {"kind": random.choice(["real", "real", "real", "unknown"])} for unit in units},
        "Person": {person: {} for person in persons},
        "Station": {station: {} for station in stations},
        "SUBORDINATE_TO": {},
        "POSTED_TO": {},
        "BASED_AT": {},
        "HELD_AT": {},
    }
    if ladder:
        for lower, higher in pairwise(units):
            _add(given, "SUBORDINATE_TO", lower, higher, {"relation": "command", "possible": ["unknown", "unknown"]})
    for _ in range(random.randint(0, 3) if ladder else random.randint(1, 9)):
        lower, higher = random.sample(units, 2)
        relation = random.choice(RELATIONS)
        _add(given, "SUBORDINATE_TO", lower, higher, {**relation, **_link(random)})
    for _ in range(random.randint(0, 6)):
        function = random.choice(["commander", "commander", "commander", "deputy", "member"])
        body = {"function": function, **_link(random)}
        body |= random.choice(
            [{}, {"acting": True}, {"acting": False}, {"rank": "Major"}, {"title": "head", "basis": "de_facto"}]
        )
        _add(given, "POSTED_TO", random.choice(persons), random.choice(units), body)
    for _ in range(random.randint(0, 4)):
        _add(given, "BASED_AT", random.choice(units), random.choice(stations), _link(random))
    for _ in range(random.randint(0, 6)):
        _add(given, "HELD_AT", random.choice(persons), random.choice(stations), _link(random))
    return SmallWorld(world(given, prefix), tuple(_questions(random, given, prefix)))


def _questions(random: Random, given: Given, prefix: str) -> Iterator[Question]:
    units = [prefix + unit for unit in given["Unit"]]
    for query in ("command/chain_up", "command/holders_of_command"):
        for unit in [units[0], random.choice(units)]:
            day = BEGIN + timedelta(days=random.randrange(DAYS))
            yield Question(query, {"unit": unit, "on": day.date()}, unit, Asked.of(day, day + timedelta(days=1)))
        yield Question(query, {"unit": units[0], "on": ANY}, units[0], Asked.of(None, None, any=True))
    for query, option, about in (
        ("command/chain_down", "unit", units[-1]),
        ("command/chain_down", "unit", random.choice(units)),
        ("command/commanders_at_station", "station", f"{prefix}s0"),
        ("command/commanders_at_station", "station", f"{prefix}s1"),
        ("colocation/co_detained", "station", f"{prefix}s0"),
        ("colocation/co_detained", "station", f"{prefix}s1"),
    ):
        begin, end = sorted(random.sample(range(0, DAYS * 24, GRID), 2))
        limits = [BEGIN + timedelta(hours=begin), BEGIN + timedelta(hours=end)]
        opened = [None if random.random() < 0.25 else limit for limit in limits]
        period = {name: limit for name, limit in zip(("from", "to"), opened, strict=True) if limit}
        yield Question(query, {option: about, **period}, about, Asked.of(*opened))


def _add(given: dict[str, dict[str, dict[str, Any]]], kind: str, begin: str, end: str, body: dict[str, Any]) -> None:
    number = sum(key.split(" #")[0] == f"{begin} > {end}" for key in given[kind])
    given[kind][f"{begin} > {end}" + (f" #{number + 1}" if number else "")] = body


def _link(random: Random) -> dict[str, Any]:
    """The limits, core, citations, dispute and claims of a link."""
    unit = random.choice([GRID, GRID, 24, 1])
    cuts = sorted(random.sample(range(0, DAYS * 24, unit), 4))
    at = [BEGIN + timedelta(hours=hours) for hours in cuts]
    possible: list[Any] = [at[0], at[3]]
    core = random.choice([None, [at[1], at[2]], [at[0], at[3]], [at[0], at[2]], [at[1], at[3]]])
    shape = random.random()
    if shape < 0.2:  # one day, known as such, or only that it was on that day
        begin = _day(random)
        possible = [begin, begin + timedelta(days=1)]
        core = random.choice([None, possible])
    elif shape < 0.25:
        possible, core = [at[0], at[0] + timedelta(hours=1)], None
    elif shape < 0.5:
        possible = random.choice([["unknown", at[3]], [at[0], "unknown"], ["unknown", "unknown"]])
    body: dict[str, Any] = {"possible": possible, "claims": random.sample(["c1", "c2", "c3", "c4"], random.randint(0, 3))}
    if core:
        body["certain"] = core
        body["bridged"] = random.random() < 0.4
    body["cited"] = [_citation(random) for _ in range(random.choice([0, 1, 1, 2, 3]))]
    if random.random() < 0.15:
        body["disputed"] = random.random() < 0.7
    return body


def suffering(random: Random, given: dict[str, dict[str, dict[str, Any]]]) -> None:
    """Tells of some events who suffered them, and of some of these that it is denied of one or of all."""
    given.setdefault("SUFFERED", {})
    for event in given["Event"]:
        for person in random.choices(list(given["Person"]), k=random.choice([0, 0, 1, 1, 2])):
            _add(given, "SUFFERED", person, event, {"disputed": True} if random.random() < 0.3 else {})


def _day(random: Random) -> datetime:
    """Any day, or one of two on which much is told: so some things are cited on the very day on which others were."""
    return BEGIN + timedelta(days=random.choice([5, 6, random.randrange(DAYS), random.randrange(DAYS)]))


def _citation(random: Random) -> list[datetime]:
    begin = _day(random)
    kind = random.random()
    if kind < 0.5:
        return [begin, begin + timedelta(days=1)]
    if kind < 0.6:  # a day long, and no day
        return [begin + timedelta(hours=12), begin + timedelta(hours=36)]
    if kind < 0.75:
        return [begin + timedelta(hours=3), begin + timedelta(hours=random.randint(4, 23))]
    return [begin, begin + timedelta(days=random.randint(2, 5))]


def absences(random: Random, persons: list[str], places: list[str], most: int = 3) -> dict[str, dict[str, Any]]:
    """Denials that one of these was there, which no link is about; so many at most."""
    found = {}
    for number in range(random.randint(0, most)):
        begin, end = sorted(random.sample(range(0, DAYS * 24 + GRID, GRID), 2))
        when = random.choice([(UNKNOWN_FROM, UNKNOWN_TO), (BEGIN + timedelta(hours=begin), BEGIN + timedelta(hours=end))])
        told = {"denied_of": random.choice(persons), "denied_at": random.choice(places)}
        said = {"polarity": "denies", "about": f"denied {number}", "denied_from": when[0], "denied_to": when[1]}
        found[f"absence{number}"] = told | said
    return found
