"""A denial that somebody was there, against plain Python: in the graph, and in the rows of the questions that place somebody."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from typing import Any

import pytest

from graph.answer import RelValue
from graph.projection import Projection
from graph.said.span import ALWAYS
from queries.catalogue import Catalogue
from queries.run import run
from queries.support import denials_named
from tests.graph.small_case import days
from tests.queries.conftest import Published
from tests.queries.oracles.denied_presence import Part, Seen
from tests.queries.oracles.presence_worlds import PERSONS, STATIONS, UNIT, VICTIM, PresenceWorld, presence_worlds
from tests.queries.world_count import world_count

WORLDS = presence_worlds(world_count(300), 2033)


def _told(projection: Projection) -> dict[str, tuple[str, ...]]:
    """By id of a link, who denies it, as the claims of the graph have it."""
    cites = {link.begin: link.end for link in projection.links if link.type == "CITES"}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for node in projection.nodes:
        if node.label == "Claim" and node.properties["polarity"] == "denies":
            also: Any = node.properties.get("also_about", ())
            for about in (str(node.properties["about"]), *also):
                found[about].add(cites[node.id])
    return {id_: tuple(sorted(sources)) for id_, sources in found.items()}


def test_the_graph_has_all_that_is_asserted_and_who_denies_it() -> None:
    for world in WORLDS:
        placed = {link.id: link for link in world.projection.links if link.type in ("PRESENT_AT", "ALLEGED_IN")}
        told = _told(world.projection)

        assert placed.keys() == set(world.links.values())
        assert {id_: told.get(id_, ()) for id_ in placed} == world.denied, world.prefix
        assert {id_: link.properties["disputed"] for id_, link in placed.items()} == {
            id_: bool(sources) for id_, sources in world.denied.items()
        }


def test_each_denial_of_presence_says_of_whom_where_and_when() -> None:
    """Whether or not a source says that they were there."""
    for world in WORLDS:
        claims = [node.properties for node in world.projection.nodes if node.label == "Claim" and "denied_of" in node.properties]
        said = Counter((own["denied_of"], own["denied_at"], own["denied_from"], own["denied_to"]) for own in claims)

        assert said == Counter(_absence(world, told.what) for told in world.statements if told.denies and _is_presence(told.what))


def _is_presence(what: Seen | Part) -> bool:
    return isinstance(what, Seen) or what.role == "present"


def _absence(world: PresenceWorld, what: Seen | Part) -> tuple[str, str, datetime, datetime]:
    place, own = (what.station, what.days) if isinstance(what, Seen) else (what.event, None)
    told = days(*own) if own else ALWAYS
    return world.prefix + what.who, world.prefix + place, told.begin, told.end


def _questions(world: PresenceWorld) -> list[tuple[str, str, dict[str, object]]]:
    """A query, the column with what places somebody, and what it is asked."""
    asked: list[tuple[str, str, dict[str, object]]] = [
        ("pattern/perpetrator_events", "allegation", {"person": world.prefix + person}) for person in PERSONS
    ]
    asked += [("pattern/unidentified_perpetrators", "placing", {"station": world.prefix + station}) for station in STATIONS]
    return [*asked, ("colocation/victim_and_officer", "placing", {"victim": world.prefix + VICTIM})]


@pytest.mark.parametrize(
    "name", ["pattern/perpetrator_events", "pattern/unidentified_perpetrators", "colocation/victim_and_officer"]
)
def test_a_row_is_possible_and_names_who_denies_and_none_is_dropped(name: str, published: Published) -> None:
    saved, seen = Catalogue.of().get(name), Counter[object]()
    for world in WORLDS:
        shown = set()
        for parameters in (given for query, _, given in _questions(world) if query == name):
            column = next(column for query, column, _ in _questions(world) if query == name)
            answer = run(saved, published.engine, parameters, marker=published.marker, within=None)
            for row in denials_named(published.engine, answer).records():
                placing = row[column]
                assert isinstance(placing, RelValue)
                shown.add(placing.id)
                assert row["denied_by"] == world.denied[placing.id], (parameters, placing.id)
                assert row["certainty"] == "possible" or not row["denied_by"]
                seen[row["certainty"], bool(row["denied_by"])] += 1
        assert shown == {id_ for said, id_ in world.links.items() if _is_shown(name, world, said)}, world.prefix

    assert seen["possible", True] > 30 and seen["certain", False] > 30


def _is_shown(name: str, world: PresenceWorld, said: Seen | Part) -> bool:
    if said.who == UNIT:
        return False
    if name == "pattern/perpetrator_events":
        return isinstance(said, Part)
    if isinstance(said, Seen):
        return True
    return bool(world.events[said.event].stations) and (name != "colocation/victim_and_officer" or said.role != "ordered")


def test_the_worlds_are_not_all_alike() -> None:
    """What meets, what just does not, and every way between the two kinds of statements occur, or agreement would mean little."""
    seen: Counter[object] = Counter()
    for world in WORLDS:
        denials = [statement.what for statement in world.statements if statement.denies]
        for said, id_ in world.links.items():
            own = {type(what) for what in denials if what.who == said.who}
            seen[type(said), bool(world.denied[id_]), frozenset(own)] += 1
            seen[type(said), said.role, bool(world.denied[id_])] += 1

    for kind, other in ((Seen, Part), (Part, Seen)):
        assert seen[kind, True, frozenset({other})] >= 5 and seen[kind, False, frozenset({other})] >= 5, seen
    roles = ("direct", "ordered", "supervised", "present", "medical", None)
    assert all(seen[Part, role, denied] >= 5 for role in roles for denied in (True, False)), seen
