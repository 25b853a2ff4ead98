"""Profiles of persons: what a row calls somebody, filled from the other rows about them, never from what is only denied."""

from __future__ import annotations

from dataclasses import replace

from graph.decided.state import Choice, State
from loaders.resolve.record import PersonRecord
from loaders.resolve.records import Register, persons
from tests.graph.small_case import Sheet, lasting, same


def described(state: State) -> dict[str, PersonRecord]:
    """By name, of tests in which every name has one profile."""
    found = persons(Register(state))
    assert len({record.name for record in found}) == len(found)
    return {record.name: record for record in found}


def profiles(state: State) -> set[tuple[str, str | None]]:
    return {(record.name, record.born) for record in persons(Register(state))}


def a_person(**said: str) -> Sheet:
    return Sheet().thing("p-a", "Person", name="Ada Brum", **said)


def test_a_name_and_each_alias_is_a_profile_of_the_thing_with_the_mention_that_gives_it() -> None:
    sheet = a_person(born="1950").thing("p-b", "Person", aliases="Ада Брум")
    found = described(sheet.state(same(2, "p-a", "p-b")))
    assert {name: (one.thing, one.mention, one.born) for name, one in found.items()} == {
        "Ada Brum": ("p-a", "p-a", "1950"),
        "Ада Брум": ("p-a", "p-b", "1950"),
    }


def test_equal_profiles_are_one_and_unequal_birth_dates_are_two() -> None:
    sheet = a_person(born="1950").thing("p-b", "Person", name="Ada Brum", born="1950").thing("p-c", "Person", name="Ada Brum")
    sheet.thing("p-d", "Person", name="Ada Brum", born="1951-02-03")
    state = sheet.state(same(2, "p-a", "p-b", "p-c", "p-d"))
    assert profiles(state) == {("Ada Brum", "1950"), ("Ada Brum", "1951-02-03")}


def test_a_birth_date_that_a_person_chose_stands_alone() -> None:
    sheet = a_person(born="1950").thing("p-b", "Person", name="Ada Brum", born="1951")
    state = sheet.state(same(2, "p-a", "p-b"))
    state = replace(state, values={"p-b": {"born": Choice(3, "1951")}})
    assert profiles(state) == {("Ada Brum", "1951")}


def test_a_birth_date_is_read_as_far_as_it_is_stated_and_never_guessed() -> None:
    told = {"1950-11-27": "1950-11-27", "1950-05": "1950-05", "1950-03 to 1950-05": "1950", "1945 to 1955": None, "1950": "1950"}
    for written, read in told.items():
        assert described(a_person(born=written).state())["Ada Brum"].born == read, written


def test_the_unit_is_the_row_s_own_else_the_one_they_were_posted_to_most_often() -> None:
    sheet = a_person().thing("p-b", "Person", aliases="A. Brum").thing("p-c", "Person", identified="named")
    for unit in "xy":
        sheet.thing(f"u-{unit}", "Unit", name=unit)
    sheet.link("l-1", "POSTED_TO", "p-a", "u-x", span=lasting(1, 2))
    sheet.link("l-2", "POSTED_TO", "p-c", "u-y", span=lasting(3, 4)).link("l-3", "POSTED_TO", "p-c", "u-y", span=lasting(6, 7))
    found = described(sheet.state(same(2, "p-a", "p-b", "p-c")))
    assert (found["Ada Brum"].unit, found["A. Brum"].unit) == ("u-x", "u-y")


def test_units_that_are_one_by_now_are_one_unit() -> None:
    sheet = a_person().thing("u-x", "Unit", name="x").thing("u-y", "Unit", name="y").link("l-1", "POSTED_TO", "p-a", "u-y")
    register = Register(sheet.state())
    register.join("u-x", "u-y")
    (record,) = persons(register)
    assert record.unit == "u-x"


def test_the_place_is_the_area_of_the_station_where_they_were_or_their_unit_was() -> None:
    sheet = a_person().thing("p-b", "Person", name="Bo Karr").thing("u-x", "Unit", name="x")
    sheet.thing("st-1", "Station", name="Salt Quay").thing("st-2", "Station", name="Tannery").thing("a-1", "Area", name="Harbour")
    sheet.link("l-1", "HELD_AT", "p-a", "st-1", span=lasting(1, 2)).link("l-2", "WITHIN", "st-1", "a-1")
    sheet.link("l-3", "POSTED_TO", "p-b", "u-x").link("l-4", "BASED_AT", "u-x", "st-2")
    found = described(sheet.state())
    assert (found["Ada Brum"].place, found["Bo Karr"].place) == ("a-1", "st-2")


def test_the_role_is_what_they_appear_as_and_none_where_they_are_both() -> None:
    sheet = (
        a_person()
        .thing("p-b", "Person", name="Bo Karr")
        .thing("p-c", "Person", name="Cy Dell")
        .thing("e-1", "Event", kind="torture")
    )
    sheet.thing("p-d", "Person", name="Di Ness")
    sheet.link("l-1", "SUFFERED", "p-a", "e-1").link("l-2", "ALLEGED_IN", "p-b", "e-1").link("l-3", "WITNESSED", "p-c", "e-1")
    sheet.link("l-4", "ALLEGED_IN", "p-c", "e-1").link("l-5", "WITNESSED", "p-d", "e-1")
    found = described(sheet.state())
    assert [found[name].role for name in ("Ada Brum", "Bo Karr", "Cy Dell", "Di Ness")] == ["victim", "officer", None, "witness"]


def test_what_is_only_denied_says_of_nobody_where_they_were() -> None:
    sheet = a_person().thing("st-1", "Station", name="Salt Quay")
    sheet.link("l-1", "PRESENT_AT", "p-a", "st-1", span=lasting(1, 1), role="officer", denied=True)
    record = described(sheet.state())["Ada Brum"]
    assert (record.place, record.role) == (None, None)


def test_a_withdrawn_name_is_none() -> None:
    state = a_person(aliases="Ada Broom").state()
    (broom,) = (held.id for held in state.claims if held.claim.value == "Ada Broom")
    state = replace(state, statuses={broom: "withdrawn"})
    assert set(described(state)) == {"Ada Brum"}


def test_an_alias_that_a_person_recorded_is_a_profile() -> None:
    state = replace(a_person().state(), aliases={"p-a": frozenset({"The Ferry Woman"})})
    assert described(state)["The Ferry Woman"].mention == "p-a"


def test_a_described_man_is_described_until_his_name_is_known_and_then_his_description_is_no_name() -> None:
    sheet = Sheet().thing("p-a", "Person", name="the tall one", identified="described")
    assert described(sheet.state())["the tall one"].described
    sheet.thing("p-b", "Person", name="Bo Karr", identified="named")
    found = described(sheet.state(same(2, "p-a", "p-b")))
    assert {name: one.described for name, one in found.items()} == {"Bo Karr": False}


def test_keys_of_a_distinct_key_space_come_with_every_profile_and_others_do_not() -> None:
    sheet = (
        Sheet()
        .thing("p-a", "Person", key="17", name="Ada Brum")
        .thing("p-b", "Person", space="list", key="Ada", aliases="Ada B.")
    )
    state = sheet.state(same(2, "p-a", "p-b"))
    state = replace(state, loads={1: {"distinct": [["Person", "registry"], ["Unit", "list"]]}})
    assert {one.distinct for one in described(state).values()} == {frozenset({("registry", "17")})}
    state = replace(state, superseded={1: 2})
    assert {one.distinct for one in described(state).values()} == {frozenset()}


def test_the_order_of_mentions_does_not_matter() -> None:
    sheet = a_person(born="1950").thing("p-b", "Person", aliases="A. Brum").thing("p-c", "Person", name="Bo Karr")
    state = sheet.state(same(2, "p-a", "p-b"))
    turned = replace(state, mentions=dict(reversed([*state.mentions.items()])), claims=[*state.claims][::-1])
    assert persons(Register(state)) == persons(Register(turned))
