"""`pattern/coordinated_policy` against plain Python. It asks about all worlds at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from graph.projection import Link, Node, Projection, Properties
from tests.claims import with_claims
from tests.queries.conftest import Published
from tests.queries.oracles.agreement import COUNT, Parameters, World, disagreements, parts_of
from tests.queries.oracles.coordinated_policy import answer, ordered
from tests.queries.oracles.denied_events import with_denied_events
from tests.queries.oracles.force_worlds import force_worlds
from tests.queries.rule import Row
from tests.queries.small_worlds import BEGIN
from tests.world import Given

WAYS = ("cold", "falanga", "Rope", "water")


def _ask(_random: Random, _given: Given, _prefix: str) -> Iterator[Parameters]:
    return iter(())


def _with_methods(random: Random, projection: Projection) -> Projection:
    """The same world, with more events, done in some way to somebody."""
    persons, units, stations = (
        [node.id for node in projection.nodes if node.label == label] for label in ("Person", "Unit", "Station")
    )
    others = [node for node in projection.nodes if node.label != "Event"]
    told = [node for node in projection.nodes if node.label == "Event"]
    more = [
        replace(node, properties={**node.properties, "id": f"{node.id} again {number}"})
        for number, node in enumerate(random.choices(told, k=random.randint(1, 5)))
    ]
    prefix = f"{projection.nodes[0].id.partition(':')[0]}:"
    links = list(projection.links)
    for event in more:
        unit, station = random.choice(units), random.choice(stations)
        links.append(
            Link("ALLEGED_IN", "Unit", unit, "Event", event.id, {"id": f"{event.id} by {unit}", "claims": (f"{prefix}c5",)})
        )
        links.append(Link("OCCURRED_AT", "Event", event.id, "Station", station, {"id": f"{event.id} at {station}"}))
    events = []
    for event in told + more:
        ways = [
            random.choice([word, word, f" {word.upper()}"]) for word in random.sample(WAYS, random.choice([0, 1, 2, 3, 3, 4]))
        ]
        events.append(replace(event, properties={**event.properties, "methods": tuple(sorted(ways))}) if ways else event)
        links += [_suffered(event, person, prefix, random) for person in random.sample(persons, random.choice([0, 1, 1, 2]))]
    return with_denied_events(with_claims(replace(projection, nodes=(*others, *events), links=tuple(links)), prefix))


def _suffered(event: Node, person: str, prefix: str, random: Random) -> Link:
    claims = (prefix + random.sample(["c8", "c9"], 1)[0],)
    properties: Properties = {"id": f"{event.id} by {person}", "claims": claims, "disputed": random.random() < 0.2}
    return Link("SUFFERED", "Person", person, "Event", event.id, properties)


WORLDS = [
    World(_with_methods(Random(number), world.projection), ())
    for number, world in enumerate(force_worlds(COUNT, 2025, "q", _ask))
]
QUESTIONS: tuple[Parameters, ...] = (
    {"min_stations": 1, "from": BEGIN - timedelta(days=100)},
    {"min_stations": 2, "from": BEGIN + timedelta(hours=42)},
    {"min_stations": 2, "from": BEGIN + timedelta(days=2), "to": BEGIN + timedelta(days=7, hours=6)},
    {"min_stations": 2, "to": BEGIN + timedelta(days=6)},
    {"min_stations": 3, "from": BEGIN},
)


def _answers(_: Projection, parameters: Parameters) -> list[Row]:
    return ordered([row for world in WORLDS for row in answer(world.projection, parameters)])


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_an_engine_answers_as_the_oracle_does(question: Parameters, published: Published) -> None:
    everything = World(Projection(1, (), ()), (question,))

    assert disagreements("pattern/coordinated_policy", [everything], _answers, published, parts=parts_of(WORLDS)) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade occurs, and several units, stations, levels and methods, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for question in QUESTIONS:
        for row in _answers(WORLDS[0].projection, question):
            seen["certainty", row["certainty"]] += 1
            seen.update((name, row[name] > 1) for name in ("units", "stations", "level", "events", "acts", "victims"))
            seen["more", row["of_events"] > row["events"]] += 1
            seen["methods", len(row["methods"]) > 2] += 1

    grades = [("certainty", grade) for grade in ("certain", "assumed", "possible")]
    others = [(name, True) for name in ("units", "stations", "level", "events", "acts", "victims", "more", "methods")]
    assert all(seen[found] >= 10 for found in grades + others), seen
