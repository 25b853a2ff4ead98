"""`colocation/candidate_units` against plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from math import radians
from random import Random

from graph.projection import Link, Node, Projection, Properties
from tests.claims import with_claims
from tests.queries.conftest import Published
from tests.queries.oracles.agreement import COUNT, Parameters, World, answers, disagreements
from tests.queries.oracles.candidate_units import answer
from tests.queries.oracles.custody_worlds import custody_worlds
from tests.world import Given

LIMITS = ("possible_from", "possible_to", "certain_from", "certain_to")
KM_OF_A_DEGREE = radians(6371)
OF_A_STATE = (*LIMITS, "cited_from", "cited_to", "bridged", "disputed", "claims")


def _ask(_random: Random, _given: Given, _prefix: str) -> Iterator[Parameters]:
    return iter(())


def _on_the_map(number: int, projection: Projection) -> World:
    """The world at a place of its own, far from all others, with areas; asked about each of its events."""
    random = Random(f"2027-{number}")
    prefix = f"n{number}:"
    areas = [Node("Area", {"id": f"{prefix}a{n}"}) for n in range(5)]
    nodes = _beside(random, [_placed(random, number, node) for node in projection.nodes])
    stations, units, events = ([node.id for node in nodes if node.label == label] for label in ("Station", "Unit", "Event"))
    spans = [
        {name: value for name, value in link.properties.items() if name in OF_A_STATE}
        for link in projection.links
        if "possible_from" in link.properties
    ]
    links = list(projection.links)

    def join(kind: str, begin: tuple[str, str], end: tuple[str, str], own: Properties) -> None:
        links.append(Link(kind, *begin, *end, {**own, "id": f"{prefix}{kind} {len(links)}"}))

    for lower, higher in ((0, 1), (2, 1), (1, 3), (4, 3)):  # two villages in a district, and that in a region with another
        if random.random() < 0.8:
            join("WITHIN", ("Area", areas[lower].id), ("Area", areas[higher].id), _lying(random, f"{prefix}c8"))
    for station in stations:
        for area in random.sample(areas, random.choice([0, 1, 1, 1, 1, 2])):
            join("WITHIN", ("Station", station), ("Area", area.id), _lying(random, f"{prefix}c9"))
    for unit in units:
        for _ in range(random.randint(0, 2)):
            join("BASED_AT", ("Unit", unit), ("Station", random.choice(stations)), random.choice(spans))
            if random.random() < 0.5:
                join("OPERATED_IN", ("Unit", unit), ("Area", random.choice(areas).id), random.choice(spans))
    questions: tuple[Parameters, ...] = tuple(
        {"event": event, "km": random.choice([0, 5, 35]), "days": days, "classification": random.choice(["any", "police"])}
        for event in events
        for days in (0, random.choice([1, 2, 3]))
    )
    return World(with_claims(Projection(1, (*nodes, *areas), tuple(links)), prefix), questions)


def _placed(random: Random, number: int, node: Node) -> Node:
    own: Properties = {}
    if node.label == "Station" and random.random() < 0.55:
        north, east = -60 + number % 100 * 1.2, number // 100 * 6.0
        own = {"latitude": north + random.random() / 4, "longitude": east + random.random() / 4}
        own = {**own, "precision_km": random.choice([0.0, 0.5, 2.0])} if random.random() < 0.7 else own
    if node.label == "Unit" and random.random() < 0.5:
        own = {"classification": random.choice([("Army",), ("Army", "Military Police")])}
    return replace(node, properties={**node.properties, **own})


def _beside(random: Random, nodes: list[Node]) -> list[Node]:
    """The same things; some stations lie due north of the first, by a few metres more or less than what is asked about."""
    first = next(node for node in nodes if node.label == "Station")
    if "latitude" not in first.properties:
        return nodes
    made = []
    for node in nodes:
        placed = node
        if node.label == "Station" and node is not first and random.random() < 0.4:
            north = float(str(first.properties["latitude"])) + random.choice([4.96, 5.04, 34.96, 35.04]) / KM_OF_A_DEGREE
            own: Properties = {"latitude": north, "longitude": first.properties["longitude"]}
            exact = {name: value for name, value in node.properties.items() if name != "precision_km"}
            placed = replace(node, properties={**exact, **own, **random.choice([{}, {"precision_km": 0.0}])})
        made.append(placed)
    return made


def _lying(random: Random, claim: str) -> Properties:
    return {"claims": (claim,), **({"disputed": True} if random.random() < 0.1 else {})}


WORLDS = [_on_the_map(number, world.projection) for number, world in enumerate(custody_worlds(COUNT, 2027, "n", _ask))]


def test_an_engine_answers_as_the_oracle_does(published: Published) -> None:
    assert disagreements("colocation/candidate_units", WORLDS, answer, published) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every way and grade and whatever else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    links = {link.id: link for world in WORLDS for link in world.projection.links}
    denied = {(part.begin, part.end) for part in links.values() if part.type == "ALLEGED_IN" and part.properties.get("disputed")}
    for rows in answers(WORLDS, answer):
        for row in rows:
            seen["denied", (row["unit"], row["event"]) in denied] += 1
            seen.update((name, row[name]) for name in ("way", "certainty", "matches", "dated", "covers"))
            seen.update((name, row[name] is None) for name in ("gap_days", "off_km"))
            seen["far", bool(row["distance_km"])] += 1
            seen["steps", row["way"] == "same area" and len(row["links"])] += 1
            seen["just over", row["distance_km"] in (5.0, 35.0)] += 1

    ways = [("way", way) for way in ("site", "same area", "operated")]
    grades = [("certainty", grade) for grade in ("certain", "assumed", "possible")]
    both = ("matches", "dated", "covers", "gap_days", "off_km", "far", "just over")
    others: list[tuple[str, object]] = [(name, found) for name in both for found in (True, False)]
    others += [("steps", 2), ("steps", 3), ("steps", 4), ("denied", True)]
    assert all(seen[found] >= 10 for found in ways + grades + others), seen
