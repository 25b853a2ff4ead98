"""Random small worlds in which it is hard to count: the same thing told twice, denied, described or left open.

Events have methods and parts, and some are told of two stations. Allegations, victims, places, areas, parts, cases and
complainants are denied now and then. Some persons are only described, some units unknown. A review has open groups: things
that may be one. Everything that has a time lies in an era of the world's own, so that a question about everything in a
period is a question about one world.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeAlias

from graph.projection import Projection
from tests.queries.small_worlds import BEGIN, DAYS, GRID, _add, _link
from tests.world import world

ERA = timedelta(days=28)
"""From one world's first day to the next one's. Whole weeks: in all worlds a week begins on the same day."""
METHODS = ("cold", "falanga", "Rope", "water")
KINDS = ("real", "real", "real", "unnamed", "unknown")
CASES = ("complaint", "complaint", "complaint", "refusal", "refusal", "domestic_case", "charge", "charge", "other")
LINKS = (
    *("WITHIN", "SUBORDINATE_TO", "BASED_AT", "HELD_AT", "PART_OF", "OCCURRED_AT", "SUFFERED", "ALLEGED_IN"),
    *("ABOUT", "FOUND_ON", "ATTRIBUTED_TO", "MADE_BY", "CONCERNS", "ANSWERS", "CITES", "DERIVED_FROM"),
)
REVIEWED = ("Person", "Unit", "Station", "Event")
MOST_GROUPS = 6

Told: TypeAlias = dict[str, dict[str, dict[str, Any]]]


@dataclass(frozen=True)
class CountingWorld:
    """A world with ids of its own, when it was, and which of its things may be one as the review stands."""

    name: str
    projection: Projection
    begin: datetime
    end: datetime
    waiting: Mapping[str, str]
    """The open group of each thing that waits in one."""


def counting_worlds(
    count: int, seed: int, name: str, *, first: int = 0, denied: bool = True, alike: bool = False
) -> list[CountingWorld]:
    """The same worlds for the same seed; ids begin with `name`. `first`: in which era; `denied`: with the links that are;
    `alike`: events that may be one are told of one time, with the same methods."""
    return [
        _counting_world(Random(f"{seed}-{number}"), first + number, f"{name}{number}", denied=denied, alike=alike)
        for number in range(count)
    ]


def asked_period(random: Random, world: CountingWorld) -> dict[str, object]:
    """All of its era, or some hours or days of it; never more, for then it is not asked alone."""
    if random.random() < 0.5:
        return {"from": world.begin, "to": world.end}
    hours = sorted(random.sample(range(0, DAYS * 24 + GRID, GRID), 2))
    return {name: world.begin + timedelta(hours=at) for name, at in zip(("from", "to"), hours, strict=True)}


def _counting_world(random: Random, number: int, name: str, *, denied: bool, alike: bool) -> CountingWorld:
    begin = BEGIN + ERA * number
    given = _things(random, name)
    _space(random, given)
    _force(random, given)
    _deeds(random, given)
    _papers(random, given)
    waiting = dict(_waiting(random, given, f"{name}:"))
    if alike:
        _alike(given, waiting, f"{name}:")
    if not denied:
        given = {kind: {key: body for key, body in own.items() if not body.get("disputed")} for kind, own in given.items()}
    for kind, members in given.items():
        for body in members.values():
            _in_era(body, ERA * number, bounded=kind in ("Event", "Proceeding"))
    return CountingWorld(name, world(given, f"{name}:"), begin, begin + ERA, waiting)


def _things(random: Random, name: str) -> Told:
    def several(letter: str, least: int, most: int) -> list[str]:
        return [f"{letter}{n}" for n in range(random.randint(least, most))]

    given: Told = {
        "Person": {person: _described(random) for person in several("p", 3, 6)},
        "Unit": {unit: {"kind": random.choice(KINDS)} for unit in several("u", 2, 4)},
        "Station": {station: {} for station in several("s", 1, 4)},
        "Area": {area: {} for area in several("a", 1, 3)},
        "Event": {event: _event(random, name) for event in several("e", 1, 6)},
        "Casefile": {file: {} for file in several("file", 0, 3)},
        "Finding": {finding: _finding(random) for finding in several("f", 0, 3)},
        "Proceeding": {proceeding: _proceeding(random, name) for proceeding in several("x", 0, 6)},
        "Source": {source: {"kind": "interview"} for source in several("source ", 1, 4)},
        "Claim": {},
    }
    return given | {kind: {} for kind in LINKS}


def _described(random: Random) -> dict[str, Any]:
    return random.choice([{}, {}, {"identified": "named"}, {"identified": "described"}, {"identified": "described"}])


def _event(random: Random, name: str) -> dict[str, Any]:
    ways = [f"{name} {way}" for way in random.sample(METHODS, random.choice([0, 1, 2, 2, 3, 4]))]
    methods = [random.choice([way, way, f" {way.upper()} "]) for way in ways]
    return {**_happened(random), "kind": random.choice(["torture", "beating"]), "methods": methods}


def _finding(random: Random) -> dict[str, Any]:
    level = random.choice([{}, {"consistency": "consistent"}])
    return {**level, **random.choice([{}, {"body_site": "Back"}, {"body_site": " back"}, {"alleged_method": "falanga"}])}


def _proceeding(random: Random, name: str) -> dict[str, Any]:
    forum = random.choice([{}, *({"forum": f"{name}{forum}"} for forum in (" court", " COURT ", " office"))])
    return {**_happened(random), "kind": random.choice(CASES), **forum}


def _happened(random: Random) -> dict[str, Any]:
    """When something was. A node's claims are never denied as a whole."""
    body = _link(random)
    body.pop("disputed", None)
    if random.random() < 0.5:  # on one day, so that days, weeks and stays are met
        begin = BEGIN + timedelta(days=random.choice([4, 5, 5, 6, random.randrange(DAYS)]))
        body["possible"] = [begin + timedelta(hours=GRID * random.randrange(3)), begin + timedelta(days=1)]
        body["certain"], body["bridged"] = body["possible"], random.random() < 0.5
        if random.random() < 0.4:
            del body["certain"], body["bridged"]
        if random.random() < 0.5:
            body["cited"] = []
    return body


def _space(random: Random, given: Told) -> None:
    stations, areas = list(given["Station"]), list(given["Area"])
    for at, area in enumerate(areas[1:], start=1):
        if random.random() < 0.7:
            _add(given, "WITHIN", area, areas[random.randrange(at)], _untimed(random))
    for station in stations:
        for area in random.sample(areas, min(len(areas), random.choice([0, 1, 1, 1, 2]))):
            _add(given, "WITHIN", station, area, _untimed(random))


def _force(random: Random, given: Told) -> None:
    units, stations = list(given["Unit"]), list(given["Station"])
    for at, unit in enumerate(units[1:], start=1):
        if random.random() < 0.8:
            body = {"relation": random.choice(["command"] * 5 + ["unknown"]), **_state(random)}
            _add(given, "SUBORDINATE_TO", unit, units[random.randrange(at)], body)
    if random.random() < 0.4:
        lower, higher = random.sample(units, 2)
        _add(given, "SUBORDINATE_TO", lower, higher, {"relation": "command", **_state(random)})
    for _ in range(random.randint(0, 2)):
        _add(given, "BASED_AT", random.choice(units), random.choice(stations), _state(random))


def _deeds(random: Random, given: Told) -> None:
    persons, units, stations, events = (list(given[label]) for label in ("Person", "Unit", "Station", "Event"))
    for _ in range(random.randint(0, 6)):
        _add(given, "HELD_AT", random.choice(persons), random.choice(stations), _link(random))
    for event in events:
        for station in random.choices(stations, k=random.choice([0, 1, 1, 1, 2, 2])):
            _add(given, "OCCURRED_AT", event, station, _untimed(random))
        for person in random.choices(persons, k=random.choice([0, 1, 1, 2, 3])):
            _add(given, "SUFFERED", person, event, _untimed(random))
        for who in random.choices([*units, *units, *persons], k=random.choice([0, 1, 1, 2, 3, 4])):
            _add(given, "ALLEGED_IN", who, event, _told(random, given))
    if len(events) > 1:
        for _ in range(random.choice([0, 0, 1, 1, 2, 3])):
            part, whole = random.sample(events, 2)
            _add(given, "PART_OF", part, whole, _untimed(random))


def _papers(random: Random, given: Told) -> None:
    persons, proceedings, sources = (list(given[label]) for label in ("Person", "Proceeding", "Source"))
    for file in given["Casefile"]:
        for person in random.sample(persons, random.choice([0, 1, 1, 2])):
            _add(given, "ABOUT", file, person, _untimed(random))
    for finding in given["Finding"]:
        for person in random.sample(persons, random.choice([0, 1, 1, 2])):
            _add(given, "FOUND_ON", finding, person, _untimed(random))
        if random.random() < 0.8:
            _add(given, "ATTRIBUTED_TO", finding, random.choice(list(given["Event"])), _untimed(random))
    for proceeding in proceedings:
        for person in random.sample(persons, random.choice([0, 1, 1, 2])):
            _add(given, "MADE_BY", proceeding, person, _untimed(random))
        charged = persons if given["Proceeding"][proceeding]["kind"] == "charge" else []
        abouts = random.sample([*proceedings, *given["Event"], *persons], random.choice([0, 0, 1, 2]))
        for about in dict.fromkeys([*abouts, *random.sample(charged, min(len(charged), 2))]):
            if about != proceeding:
                _add(given, "CONCERNS", proceeding, about, _untimed(random))
        if random.random() < 0.8 and (other := random.choice(proceedings)) != proceeding:
            _add(given, "ANSWERS", proceeding, other, _untimed(random))
    for source in sources[1:]:
        if random.random() < 0.3:
            _add(given, "DERIVED_FROM", source, sources[0], {"how": "reprint"})


def _told(random: Random, given: Told) -> dict[str, Any]:
    """An allegation by sources of its own, so that independent origins can be told apart."""
    body = _untimed(random)
    body["claims"] = []
    for _ in range(random.choice([0, 1, 1, 2])):
        claim = f"told {len(given['Claim'])}"
        given["Claim"][claim] = {"polarity": "asserts", **({"status": "withdrawn"} if random.random() < 0.15 else {})}
        _add(given, "CITES", claim, random.choice(list(given["Source"])), {})
        body["claims"].append(claim)
    return body


def _state(random: Random) -> dict[str, Any]:
    """A span like any other, or one that leaves out little of the world's time."""
    body = _link(random)
    if random.random() < 0.7:
        body["possible"] = [BEGIN, BEGIN + timedelta(days=DAYS)]
        body["certain"], body["bridged"] = body["possible"], random.random() < 0.3
    return body


def _untimed(random: Random) -> dict[str, Any]:
    body: dict[str, Any] = {"claims": random.sample(["c5", "c6", "c7"], random.randint(0, 2))}
    if random.random() < 0.25:
        body["disputed"] = random.random() < 0.85
    return body


def _in_era(body: dict[str, Any], later: timedelta, *, bounded: bool) -> None:
    """The same, so much later; what happened has no unknown limits where it would be in the era of another world."""
    if bounded:
        edges = (BEGIN, BEGIN + timedelta(days=DAYS))
        body["possible"] = [edge if at == "unknown" else at for at, edge in zip(body["possible"], edges, strict=True)]
    for name in ("possible", "certain"):
        if name in body:
            body[name] = [at if at == "unknown" else at + later for at in body[name]]
    if "cited" in body:
        body["cited"] = [[at + later for at in pair] for pair in body["cited"]]


def _alike(given: Told, waiting: Mapping[str, str], prefix: str) -> None:
    """Events of one group as the first of them was."""
    first: dict[str, dict[str, Any]] = {}
    for event in given["Event"]:
        if group := waiting.get(prefix + event):
            given["Event"][event] = dict(first.setdefault(group, given["Event"][event]))


def _waiting(random: Random, given: Told, prefix: str) -> Iterator[tuple[str, str]]:
    """Open groups of two or three things of one kind; no thing is in two."""
    free = {label: list(given[label]) for label in REVIEWED}
    for group in range(random.choice([0, 1, 2, 3, MOST_GROUPS])):
        label = random.choice(REVIEWED)
        if len(free[label]) > 1:
            for name in random.sample(free[label], min(len(free[label]), random.choice([2, 2, 3]))):
                free[label].remove(name)
                yield prefix + name, f"{prefix}group {group}"
