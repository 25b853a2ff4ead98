"""Random small worlds in which things happen: stays, sightings, events with methods, allegations; and what is asked of them.

Beside `small_worlds`, whose worlds are about command. Ids begin with `h`; methods are a world's own, for a question about
methods goes to all worlds at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from graph.projection import Projection
from graph.schema.choices import RECOGNISED
from queries.parameters import ANY
from tests.queries.rule import Asked
from tests.queries.small_worlds import BEGIN, DAYS, GRID, _add, _link, absences
from tests.world import Given, world

WAYS = ("Water", "rope", "falanga", "cold")
UNTIMED = ("SUFFERED", "OCCURRED_AT", "ALLEGED_IN")


@dataclass(frozen=True)
class Question:
    """One question to one world, as `run` is asked and as the oracle is."""

    query: str
    parameters: dict[str, object]
    told: tuple[Any, ...]


@dataclass(frozen=True)
class Happenings:
    """A world with ids of its own, and what is asked of it."""

    projection: Projection
    questions: tuple[Question, ...]


def happenings(count: int, seed: int) -> list[Happenings]:
    """The same worlds for the same seed."""
    return [_happenings(Random(f"{seed}-{number}"), f"h{number}") for number in range(count)]


def _happenings(random: Random, name: str) -> Happenings:
    persons = [f"p{n}" for n in range(random.randint(3, 5))]
    units = [f"u{n}" for n in range(random.randint(1, 4))]
    stations = [f"s{n}" for n in range(random.choice([1, 2, 2, 3]))]
    events = [f"e{n}" for n in range(random.randint(1, 4))]
    given: dict[str, dict[str, dict[str, Any]]] = {
        "Person": {person: {} for person in persons},
        "Unit": {unit: {"kind": random.choice(["real", "real", "unnamed", "unknown"])} for unit in units},
        "Station": {station: {} for station in stations},
        "Event": {event: _event(random, name) for event in events},
        **{kind: {} for kind in ("HELD_AT", "PRESENT_AT", "POSTED_TO", "BASED_AT", *UNTIMED)},
    }
    for _ in range(random.randint(1, 4)):
        _add(given, "HELD_AT", random.choice(persons[:2]), random.choice(stations), _link(random))
    for _ in range(random.randint(0, 1)):
        _add(given, "HELD_AT", random.choice(persons), random.choice(stations), _link(random))
    for _ in range(random.randint(0, 5)):
        seen = _maybe(random, role=("officer", "medic"), recognised_by=RECOGNISED)
        _add(given, "PRESENT_AT", random.choice(persons), random.choice(stations), {**seen, **_link(random)})
    for _ in range(random.randint(0, 4)):
        posted = _maybe(random, post=("guard", "head"), title=("officer on duty",), function=("commander", "member"))
        _add(given, "POSTED_TO", random.choice(persons), random.choice(units), {**posted, **_link(random)})
    for _ in range(random.randint(0, 3)):
        _add(given, "BASED_AT", random.choice(units), random.choice(stations), _link(random))
    for event in events:
        for _ in range(random.choice([0, 1, 1, 1, 2])):
            _add(given, "OCCURRED_AT", event, random.choice(stations), _untimed(random))
        for _ in range(random.choice([0, 1, 2, 2, 3])):
            _add(given, "SUFFERED", random.choice(persons[:2]), event, _untimed(random))
        for _ in range(random.choice([0, 1, 2, 3, 4])):
            alleged = _maybe(random, role=("direct", "ordered", "medical", "supervised"), recognised_by=RECOGNISED)
            _add(given, "ALLEGED_IN", random.choice([*persons, *units]), event, {**alleged, **_untimed(random)})
    questions = tuple(_questions(random, given, name))
    given["Claim"] = absences(random, persons, stations)
    return Happenings(world(given, f"{name}:"), questions)


def _event(random: Random, name: str) -> dict[str, Any]:
    body = _link(random)
    body.pop("disputed", None)
    methods = [f"{name} {way}" for way in random.sample(WAYS, random.randint(0, len(WAYS)))]
    if methods and random.random() < 0.3:
        at = random.choice([0, len(methods)])
        methods[at : at + 1] = [f" {methods[0].upper()} "]  # the same method, written otherwise
    return {**body, **_maybe(random, kind=("torture", "beating")), "methods": methods}


def _maybe(random: Random, **choices: tuple[str, ...]) -> dict[str, Any]:
    return {name: random.choice(words) for name, words in choices.items() if random.random() < 0.5}


def _untimed(random: Random) -> dict[str, Any]:
    body: dict[str, Any] = {"claims": random.sample(["c5", "c6", "c7"], random.randint(0, 2))}
    if random.random() < 0.15:
        body["disputed"] = random.random() < 0.7
    return body


def _questions(random: Random, given: Given, name: str) -> Iterator[Question]:
    for victim in ("p0", "p0", "p1"):
        station = random.choice([ANY, ANY, *(f"{name}:{station}" for station in given["Station"])])
        period, asked = _period(random)
        parameters = {"victim": f"{name}:{victim}", "station": station, **period}
        yield Question("colocation/victim_and_officer", parameters, (f"{name}:{victim}", station, asked))
    for _ in range(3):
        words = [f"{name} {way}" for way in random.sample(WAYS, random.randint(1, len(WAYS)))]
        written = random.choice([";", " ; ", ";;"]).join(random.choice([word, word.upper(), f" {word}"]) for word in words)
        least = random.choice([1, 1, 1, 2, 3, 9])
        period, asked = _period(random)
        yield Question("pattern/modus_operandi", {"methods": written, "min_shared": least, **period}, (words, least, asked))


def _period(random: Random) -> tuple[dict[str, object], Asked]:
    begin, end = sorted(random.sample(range(0, DAYS * 24 + GRID, GRID), 2))
    limits: list[datetime | None] = [BEGIN + timedelta(hours=begin), BEGIN + timedelta(hours=end)]
    opened = [None if random.random() < 0.4 else limit for limit in limits]
    return {name: limit for name, limit in zip(("from", "to"), opened, strict=True) if limit}, Asked.of(*opened)
