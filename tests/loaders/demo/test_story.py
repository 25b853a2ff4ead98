"""What the files say, held against what is so: the four questions have answers, and the near misses stay away."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast

import pytest

from graph.projection import Link
from graph.said.span import Period
from loaders.demo import story
from loaders.names.lookup import Named, exact
from tests.loaders.demo.whole_case import Loaded

NIGHT = Period(story.NIGHT_BEGIN, story.NIGHT_END)
DAYS = [date(2024, 6, 1), story.BATTALION_MOVED.replace(day=9), story.BATTALION_MOVED, story.ELECTION, date(2024, 9, 17)]


def possible(link: Link) -> Period:
    return Period(cast("datetime", link.properties["possible_from"]), cast("datetime", link.properties["possible_to"]))


def day(value: date) -> Period:
    return Period.day(datetime.combine(value, datetime.min.time()))


def commanders(loaded: Loaded, unit: str, when: Period) -> set[str]:
    there = loaded.id("Unit", "unit", unit)
    return {
        loaded.keys[link.begin]
        for link in loaded.links("POSTED_TO")
        if link.end == there and link.properties["function"] == "commander" and possible(link).meets(when)
    }


def superiors(loaded: Loaded, unit: str, when: Period) -> set[str]:
    below = loaded.id("Unit", "unit", unit)
    return {
        loaded.keys[link.end]
        for link in loaded.links("SUBORDINATE_TO")
        if link.begin == below and link.properties["relation"] == "command" and possible(link).meets(when)
    }


@pytest.mark.parametrize(
    ("label", "name", "space", "key"),
    [
        ("Station", story.NIGHT_STATION_NAME, "station", story.NIGHT_STATION),
        ("Person", story.VICTIM_NAME, "casefile", story.VICTIM),
        ("Unit", story.SPECIAL_POLICE_NAME, "unit", story.SPECIAL_POLICE),
    ],
)
def test_a_name_of_the_story_names_one_thing(loaded: Loaded, label: str, name: str, space: str, key: str) -> None:
    known = [
        Named(str(n.id), (str(n.properties["name"]), *map(str, cast("list[str]", n.properties.get("aliases", [])))))
        for n in loaded.graph.nodes
        if n.label == label
    ]
    assert [thing.id for thing in exact(name, known)] == [loaded.id(label, space, key)]


def test_three_units_were_at_the_station_that_night(loaded: Loaded) -> None:
    station = loaded.id("Station", "station", story.NIGHT_STATION)
    there = {loaded.keys[b.begin] for b in loaded.links("BASED_AT") if b.end == station and possible(b).meets(NIGHT)}
    assert there == {story.CENTRE, story.COMPANY, story.CONVOY} == loaded.truth.based_at(story.NIGHT_STATION, story.NIGHT_BEGIN)
    assert loaded.nodes[station].properties["name"] == story.NIGHT_STATION_NAME


@pytest.mark.parametrize("when", DAYS)
def test_every_unit_answers_to_whom_it_answered_that_day(loaded: Loaded, when: date) -> None:
    for unit in {s.unit for s in loaded.truth.subordinations}:
        told = superiors(loaded, unit, day(when))
        assert told == {chain[1] for chain in loaded.truth.chains(unit, when) if len(chain) > 1}, unit


def test_the_chains_of_that_night_reach_the_ministry_past_a_fork_and_an_unknown_unit(loaded: Loaded) -> None:
    truth, night = loaded.truth, story.ELECTION
    assert truth.chains(story.CENTRE, night) == {
        (story.CENTRE, story.CITY_POLICE, story.MINISTRY),
        (story.CENTRE, story.PUBLIC_ORDER, story.MINISTRY),
    }
    assert truth.chains(story.COMPANY, night) == {(story.COMPANY, story.BATTALION, story.SPECIAL_POLICE, story.MINISTRY)}
    assert truth.chains(story.CONVOY, night) == {(story.CONVOY, story.UNKNOWN, "11", story.MINISTRY)}
    unknown = loaded.id("Unit", "unit", story.UNKNOWN)
    assert loaded.nodes[unknown].properties["kind"] == "unknown"
    assert not [link for link in loaded.links("POSTED_TO") if link.end == unknown]


@pytest.mark.parametrize("unit", ["01", "02", "03", "04", "03-01", "03-01-2", "04-06", "11-00-2"])
def test_who_commanded_that_night(loaded: Loaded, unit: str) -> None:
    assert commanders(loaded, unit, NIGHT) == loaded.truth.commanders(unit, story.ELECTION)


def test_who_left_before_and_who_came_after_did_not_command_that_night(loaded: Loaded) -> None:
    assert commanders(loaded, story.CENTRE, NIGHT) == {story.CENTRE_ACTING}
    assert commanders(loaded, story.CENTRE, day(date(2024, 9, 13))) >= {story.CENTRE_LEFT}
    assert commanders(loaded, story.CENTRE, day(date(2024, 9, 17))) >= {story.CENTRE_NEXT}
    assert commanders(loaded, story.CITY_POLICE, NIGHT) == {story.CITY_POLICE_CHIEF, story.CITY_POLICE_ACTING}


def test_the_ministry_denies_an_acting_head_a_company_and_a_visit(loaded: Loaded) -> None:
    disputed = {link.type for link in loaded.graph.links if link.properties.get("disputed")}
    assert disputed == {"POSTED_TO", "ALLEGED_IN", "PRESENT_AT"}
    (posting,) = (link for link in loaded.links("POSTED_TO") if link.properties["disputed"])
    assert loaded.keys[posting.begin] == story.CENTRE_ACTING
    assert posting.properties["acting"] is True


def test_postings_are_those_of_the_truth(loaded: Loaded) -> None:
    """Of officers whose rows kept number and dates: the same post, unit, and last day."""
    told = {
        (loaded.keys[link.begin], loaded.keys[link.end], str(link.properties["post"]))
        for link in loaded.links("POSTED_TO")
        if link.begin in loaded.keys
    }
    true = {(t.badge, t.unit, t.post) for t in loaded.truth.tenures}
    assert told - true == {(story.CENTRE_ACTING, story.CENTRE, "в.а. начальніка")}
    assert len(true - told) < 20


def test_stays_lie_where_and_when_they_were(loaded: Loaded) -> None:
    true = {(s.casefile, s.station, s.begin.date()): s for s in loaded.truth.stays}
    links = loaded.links("HELD_AT")
    assert len(links) == len(loaded.truth.stays)
    for link in links:
        casefile, station = loaded.keys[link.begin], loaded.keys[link.end]
        stay = next(
            s for s in true.values() if (s.casefile, s.station) == (casefile, station) and possible(link).begin <= s.begin
        )
        assert possible(link).begin <= stay.begin < possible(link).end


def test_some_were_held_together_with_the_victim(loaded: Loaded) -> None:
    together = loaded.truth.held_with(story.VICTIM)
    assert len(together[story.NIGHT_STATION]) >= 8
    victim, station = loaded.id("Person", "casefile", story.VICTIM), loaded.id("Station", "station", story.NIGHT_STATION)
    (own,) = (link for link in loaded.links("HELD_AT") if (link.begin, link.end) == (victim, station))
    others = {
        loaded.keys[link.begin]
        for link in loaded.links("HELD_AT")
        if link.end == station and link.begin != victim and possible(link).meets(possible(own))
    }
    assert others >= together[story.NIGHT_STATION]


def test_officers_could_have_met_the_victim_by_duty_list_paper_face_or_name(loaded: Loaded) -> None:
    station = loaded.id("Station", "station", story.NIGHT_STATION)
    seen = [link for link in loaded.links("PRESENT_AT") if link.end == station and possible(link).meets(NIGHT)]
    how = {link.properties.get("recognised_by") for link in seen}
    assert {None, "document", "name", "face"} <= how  # None: on the duty list, and recognised by nobody
    assert {story.COMPANY_COMMANDER, story.CENTRE_ACTING} <= {loaded.keys.get(link.begin) for link in seen}


def test_the_same_was_done_at_four_stations_by_four_units_under_one(loaded: Loaded) -> None:
    truth = loaded.truth
    done = truth.done_so(story.METHODS)
    assert done == {s: {u} for s, u in zip(story.METHOD_STATIONS, story.METHOD_UNITS, strict=True)}
    for unit in story.METHOD_UNITS:
        assert all(story.SPECIAL_POLICE in chain for chain in truth.chains(unit, story.ELECTION))
    told = {
        loaded.keys[at.end]
        for at in loaded.links("OCCURRED_AT")
        if set(story.METHODS) <= set(map(str, cast("list[str]", loaded.nodes[at.begin].properties.get("methods", []))))
    }
    assert told == set(story.METHOD_STATIONS)
