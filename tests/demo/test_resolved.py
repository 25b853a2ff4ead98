"""Who is who in the demo, held against the republic: nothing is joined wrongly, and what a name alone says waits for a person."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from graph.decided.decision import DECLARED_KEY, PERSON
from graph.decided.entry import Kind
from graph.decided.state import State
from graph.project import project
from graph.projection import Node
from loaders.demo import story
from loaders.demo.geography import stations
from loaders.names.lookup import folded
from loaders.resolve.backlog import load
from tests.demo.made import Made


@pytest.fixture(scope="module")
def state(made: Made) -> State:
    return made.case.state


@pytest.fixture(scope="module")
def things(state: State) -> dict[str, Node]:
    return {node.id: node for node in project(state).nodes}


@pytest.fixture(scope="module")
def keys(state: State) -> dict[str, set[str]]:
    """By thing, all keys that its rows bear."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for id_, mention in state.mentions.items():
        if mention.key is not None:
            found[state.identity.root(id_)].add(mention.key)
    return dict(found)


def names(thing: Node) -> set[str]:
    aliases = thing.properties.get("aliases", ())
    assert isinstance(aliases, list | tuple)
    return {str(thing.properties["name"]), *map(str, aliases)}


def joined_by_rules(made: Made) -> list[list[str]]:
    decided = (entry.body for entry in made.case.journal.entries(Kind.IDENTITY))
    return [list(body["members"]) for body in decided if body["rule"] not in (DECLARED_KEY, PERSON)]


def test_rules_joined_something_and_each_says_which_rule_and_why(made: Made) -> None:
    assert joined_by_rules(made)
    for entry in made.case.journal.entries(Kind.IDENTITY):
        if entry.body["rule"] != DECLARED_KEY:
            assert entry.body["reason"]
            assert all(one["field"] and one["says"] for one in entry.body["evidence"])


def test_no_thing_bears_two_keys_of_those_that_name_it(keys: dict[str, set[str]]) -> None:
    assert keys
    assert {thing: found for thing, found in keys.items() if len(found) > 1} == {}


def test_every_name_of_a_person_joined_by_rules_is_a_spelling_of_the_one_person(
    made: Made, state: State, things: dict[str, Node], keys: dict[str, set[str]]
) -> None:
    persons = {
        state.identity.root(members[0]) for members in joined_by_rules(made) if state.mentions[members[0]].what == "Person"
    }
    assert persons
    for id_ in persons:
        (badge,) = keys[id_]
        assert names(things[id_]) <= set(made.truth.spellings[badge])


def test_the_place_of_the_night_is_one_station_under_all_it_is_called(things: dict[str, Node], keys: dict[str, set[str]]) -> None:
    for called in stations()[story.NIGHT_STATION].called:
        (one,) = (node for node in things.values() if node.label == "Station" and folded(called) in map(folded, names(node)))
        assert keys[one.id] == {story.NIGHT_STATION}
        assert one.properties["name"] == story.NIGHT_STATION_NAME


def test_every_station_of_the_press_is_one_of_the_register(
    made: Made, things: dict[str, Node], keys: dict[str, set[str]]
) -> None:
    register = {key for node in things.values() if node.label == "Station" for key in keys.get(node.id, ())}
    assert register == set(stations())
    assert [node for node in things.values() if node.label == "Station" and node.id not in keys] == []


def test_nobody_whom_the_press_names_is_joined_by_a_rule(made: Made, state: State) -> None:
    assert len(made.in_press) == len(made.truth.in_press)
    assert not made.in_press.keys() & state.identity.components().keys()


def test_whom_the_press_names_waits_for_a_person_beside_the_officer_he_is(made: Made, keys: dict[str, set[str]]) -> None:
    groups = [{key for thing in group.things for key in keys.get(thing, {thing})} for group in load(made.case).groups]
    waiting = {thing for thing, badge in made.in_press.items() if any({thing, badge} <= group for group in groups)}
    assert waiting == made.in_press.keys()


def test_nobody_described_is_joined_by_a_rule(made: Made, things: dict[str, Node], state: State) -> None:
    joined = {state.identity.root(member) for members in joined_by_rules(made) for member in members}
    assert not any(things[id_].properties.get("identified") == "described" for id_ in joined)


def test_the_first_screen_says_what_was_joined_and_what_waits(made: Made) -> None:
    told = made.ran.out.split("\n1. ")[0].split("Joined by rules")[1]
    assert re.search(r"\d+ persons?, \d+ stations?", told)
    assert f"{len(load(made.case).groups)} groups" in told
