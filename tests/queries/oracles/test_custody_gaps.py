"""`colocation/custody_gaps` against plain Python. It asks about all worlds at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from graph.projection import Link, Node, Projection, Properties
from queries.catalogue import Catalogue
from queries.run import run
from queries.support import denials_named
from tests.claims import with_claims
from tests.queries.conftest import Published
from tests.queries.oracles.agreement import Parameters, World, disagreements
from tests.queries.oracles.custody_gaps import answer, ordered
from tests.queries.oracles.custody_worlds import custody_worlds
from tests.queries.rule import Row
from tests.queries.small_worlds import BEGIN, DAYS, GRID
from tests.queries.world_count import world_count
from tests.world import Given

STEPS = ("HELD_AT", "SUFFERED")
HOUR = timedelta(hours=1)


def _ask(_random: Random, _given: Given, _prefix: str) -> Iterator[Parameters]:
    return iter(())


def _with_disappearances(random: Random, projection: Projection) -> Projection:
    """The same world, in which some of what happened is that somebody disappeared, and more of it is denied."""
    nodes = [
        replace(node, properties={**node.properties, "kind": "disappearance"})
        if node.label == "Event" and random.random() < 0.3
        else node
        for node in projection.nodes
    ]
    links = [
        replace(link, properties={**link.properties, "disputed": True}) if link.type in STEPS and random.random() < 0.15 else link
        for link in projection.links
    ]
    return replace(projection, nodes=tuple(nodes), links=tuple(links))


def _with_denied(random: Random, projection: Projection, prefix: str) -> Projection:
    """The same world, in which denied releases and stays are told of besides."""
    nodes, links = list(projection.nodes), list(projection.links)
    persons, stations = ([node.id for node in nodes if node.label == label] for label in ("Person", "Station"))
    for number in range(random.choice([0, 0, 1, 3])):
        begin = BEGIN + timedelta(hours=random.randrange(0, DAYS * 24, GRID))
        end = begin + timedelta(hours=random.choice([1, GRID, 24, 72]))
        known: Properties = {"certain_from": begin, "certain_to": end} if random.random() < 0.5 else {}
        when: Properties = {"possible_from": begin, "possible_to": end, **known}
        nodes.append(Node("Claim", {"id": f"{prefix}denied{number}", "property": "exists", "polarity": "denies"}))
        person = random.choice(persons)
        denied: Properties = {"disputed": True, "claims": [f"{prefix}denied{number}"]}
        if random.random() < 0.7:
            release = Node("Event", {"id": f"{prefix}release{number}", "kind": "release", **when})
            nodes.append(release)
            own: Properties = {"id": f"{prefix}SUFFERED denied {number}", **denied}
            links.append(Link("SUFFERED", "Person", person, "Event", release.id, own))
        else:
            own = {"id": f"{prefix}HELD_AT denied {number}", **when, **denied}
            links.append(Link("HELD_AT", "Person", person, "Station", random.choice(stations), own))
    return with_claims(replace(projection, nodes=tuple(nodes), links=tuple(links)), prefix)


def _with_retaken(random: Random, projection: Projection, prefix: str) -> Projection:
    """The same world with one more person: held, released meanwhile, taken again as some deny, and held once more at the end."""
    person, links = Node("Person", {"id": f"{prefix}retaken"}), list(projection.links)
    station = next(node.id for node in projection.nodes if node.label == "Station")
    at = sorted(random.sample(range(0, DAYS * 24, GRID), 6))
    hours = random.choice([(0, 3, 2, 4), (0, 4, 2, 3), (0, 2, 3, 4)])  # until when he was held, and taken again since when
    for number, (first, last) in enumerate(((at[hours[0]], at[hours[1]]), (at[hours[2]], at[hours[3]]), (at[5], DAYS * 24))):
        begin, end = BEGIN + timedelta(hours=first), BEGIN + timedelta(hours=last)
        when: Properties = {"possible_from": begin, "possible_to": end, "certain_from": begin, "certain_to": end}
        own: Properties = {"id": f"{prefix}HELD_AT retaken {number}", **when, "disputed": number == 1}
        links.append(Link("HELD_AT", "Person", person.id, "Station", station, own))
    freed = BEGIN + timedelta(hours=at[1])
    release = Node("Event", {"id": f"{prefix}freed", "kind": "release", "possible_from": freed, "possible_to": freed + HOUR})
    links.append(Link("SUFFERED", "Person", person.id, "Event", release.id, {"id": f"{prefix}SUFFERED freed"}))
    return replace(projection, nodes=(*projection.nodes, person, release), links=tuple(links))


def _worlds(count: int) -> Iterator[World]:
    for number, world in enumerate(custody_worlds(count, 2026, "g", _ask)):
        random = Random(f"2026-{number}")
        lost = _with_disappearances(random, world.projection)
        denied = _with_denied(random, lost, f"g{number}:")
        yield replace(world, projection=_with_retaken(random, denied, f"g{number}:") if number % 4 == 0 else denied)


WORLDS = [*_worlds(world_count(200))]
QUESTIONS: tuple[Parameters, ...] = ({"min_hours": 0}, {"min_hours": 6}, {"min_hours": 24}, {"min_hours": 60})


def _answers(_: Projection, parameters: Parameters) -> list[Row]:
    return ordered([row for world in WORLDS for row in answer(world.projection, parameters)])


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_an_engine_answers_as_the_oracle_does(question: Parameters, published: Published) -> None:
    everything = World(Projection(1, (), ()), (question,))

    assert disagreements("colocation/custody_gaps", [everything], _answers, published) == []


def test_a_gap_names_who_denies_what_is_said_to_lie_in_it(published: Published) -> None:
    saved = Catalogue.of().get("colocation/custody_gaps")
    answer = run(saved, published.engine, {"min_hours": 24}, marker=published.marker, within=None)

    rows = denials_named(published.engine, answer).records()

    denied = [row for row in rows if row["between"] and ":denied" in str(row["claims"])]
    assert len(denied) >= 10
    assert all(row["denied_by"] == ("source",) and row["certainty"] == "possible" for row in denied)


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade and whatever else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for question in QUESTIONS:
        for row in _answers(WORLDS[0].projection, question):
            seen.update((name, row[name]) for name in ("certainty", "last_kind", "next_kind"))
            seen.update((name, bool(row[name])) for name in ("retaken", "unordered"))
            seen.update((name, row[name] is None) for name in ("until", "gap_days", "last_station", "next_stay"))
            seen.update(("said", words.split()[0]) for words in row["between"])
            seen["sure", bool(row["least_hours"])] += 1
            seen["said", bool(row["between"])] += 1

    grades = [("certainty", grade) for grade in ("certain", "assumed", "possible")]
    kinds = [("last_kind", kind) for kind in ("held", "arrest", "disappearance")] + [
        ("next_kind", "held"),
        ("next_kind", "release"),
    ]
    others = [(name, found) for name in ("until", "gap_days", "last_station", "next_stay", "sure") for found in (True, False)]
    others += [("retaken", True), ("retaken", False)]
    others += [("unordered", True), ("unordered", False)]
    kinds += [("next_kind", "death"), ("next_kind", "killing")]
    said = [("said", found) for found in (True, False, "held", "release", "death")]
    assert all(seen[found] >= 10 for found in grades + kinds + others + said), seen
