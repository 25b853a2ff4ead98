"""The demo's answer, held against what is so in the republic: where else it was done the same way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from loaders.demo import story
from tests.demo.answers import ALIKE, Row, rows
from tests.demo.made import Made


@pytest.fixture(scope="module")
def alike(made: Made) -> list[Row]:
    return rows(made.ask(ALIKE.query, {**ALIKE.parameters, "min_shared": len(story.METHODS)}))


def test_the_events_are_those_at_which_all_of_it_was_done(made: Made, alike: list[Row]) -> None:
    true = {(i.number, i.station) for i in made.truth.incidents if set(story.METHODS) <= set(i.methods)}
    assert {(made.keys[row["event"].id], made.keys[row["station"].id]) for row in alike} == true
    assert len(alike) == len(true)
    assert {row["stations"] for row in alike} == {len(made.truth.done_so(story.METHODS))} == {len(story.METHOD_STATIONS)}


def test_the_days_are_those_on_which_it_was_done(made: Made, alike: list[Row]) -> None:
    true = {i.number: i for i in made.truth.incidents}
    for row in alike:
        incident = true[made.keys[row["event"].id]]
        assert row["since"] <= incident.begin < row["until"]
        assert (row["until"] - row["since"]) <= timedelta(days=2)
        assert set(row["shared"]) == set(story.METHODS)


def test_the_station_where_only_two_of_three_were_done_comes_when_two_are_enough(made: Made, alike: list[Row]) -> None:
    fewer = rows(made.ask(ALIKE.query, {**ALIKE.parameters, "min_shared": len(story.METHODS) - 1}))
    at_all, at_two = ({made.keys[row["station"].id] for row in found} for found in (alike, fewer))
    near = {i.station for i in made.truth.incidents if len(set(story.METHODS) & set(i.methods)) == len(story.METHODS) - 1}
    assert at_all == set(made.truth.done_so(story.METHODS))
    assert near
    assert at_two - at_all == near - at_all == near


def test_the_units_are_those_that_did_it_and_one_directorate_stood_above_all_of_them(made: Made, alike: list[Row]) -> None:
    for station, units in made.truth.done_so(story.METHODS).items():
        (unit,) = units
        here = [row for row in alike if made.keys[row["station"].id] == station]
        for day in sorted({row["since"].date() for row in here}):
            above = rows(made.ask("command/chain_up", {"unit": made.units[unit], "on": f"{day}"}))
            chain = {made.keys[row["unit"].id]: row for row in above}
            assert set(chain) == {code for way in made.truth.chains(unit, day) for code in way}
            assert chain[story.SPECIAL_POLICE]["certainty"] == "certain"
            name = chain[unit]["unit"].name
            assert {who.removesuffix(" (disputed)") for row in here for who in row["alleged"]} == {name}
            assert all(name in row["based"] for row in here)
