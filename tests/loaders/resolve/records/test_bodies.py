"""Profiles of units, stations and areas, and the places they lie or work in."""

from __future__ import annotations

from graph.decided.state import State
from loaders.resolve.records import Register, areas, bodies
from tests.graph.small_case import Sheet, same


def around(state: State) -> dict[str, set[str]]:
    """By name, the places."""
    return {record.name: set(record.areas) for record in bodies(Register(state))}


def a_country() -> Sheet:
    sheet = Sheet().thing("a-1", "Area", name="Old Harbour").thing("a-2", "Area", name="Coast", aliases="Costa")
    sheet.link("l-1", "WITHIN", "a-1", "a-2")
    sheet.thing("st-1", "Station", name="Tannery").link("l-2", "WITHIN", "st-1", "a-1")
    return sheet.thing("u-1", "Unit", name="2nd Company").thing("u-2", "Unit", name="Patrol")


def test_a_station_lies_in_an_area_and_in_all_around_it_under_every_name() -> None:
    assert around(a_country().state())["Tannery"] == {"Old Harbour", "Coast", "Costa"}


def test_a_unit_has_the_areas_of_its_base_and_those_it_worked_in() -> None:
    sheet = (
        a_country()
        .link("l-3", "BASED_AT", "u-1", "st-1")
        .thing("a-3", "Area", name="Delta")
        .link("l-4", "OPERATED_IN", "u-1", "a-3")
    )
    found = around(sheet.state())
    assert found["2nd Company"] == {"Old Harbour", "Coast", "Costa", "Delta"}
    assert found["Patrol"] == set()


def test_areas_that_lie_in_each_other_by_mistake_end_where_they_began() -> None:
    sheet = a_country().link("l-3", "WITHIN", "a-2", "a-1")
    assert {record.name: set(record.areas) for record in areas(Register(sheet.state()))} == {
        "Old Harbour": {"Coast", "Costa"},
        "Coast": {"Old Harbour"},
        "Costa": {"Old Harbour"},
    }


def test_each_name_comes_once_however_it_is_capitalised() -> None:
    sheet = Sheet().thing("st-1", "Station", name="Salt Quay").thing("st-2", "Station", name="SALT  quay", aliases="Depot")
    found = bodies(Register(sheet.state(same(2, "st-1", "st-2"))))
    assert [(record.thing, record.mention, record.name) for record in found] == [
        ("st-1", "st-1", "Salt Quay"),
        ("st-1", "st-2", "Depot"),
    ]


def test_what_nobody_could_name_is_so_whatever_else_is_said_of_it() -> None:
    sheet = Sheet().thing("u-1", "Unit", name="Unknown", kind="unknown").thing("u-2", "Unit", name="Unit X", kind="real")
    assert {record.kind for record in bodies(Register(sheet.state(same(2, "u-1", "u-2"))))} == {"unknown"}
