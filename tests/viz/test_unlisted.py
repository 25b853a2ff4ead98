"""What no profile lists does not leave: not the thing, not the link, and no number or time that was worked out from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from graph import schema
from graph.answer import LeftOut, NodeValue, PathValue, Reads, RelValue
from graph.schema.kinds import LinkKind, NodeKind, Property
from tests.viz.answers import DAY, KEY, NOBODY, OFFICER, STATION, UNIT, answer, link, node
from viz.profile import BUILT_IN, Profile
from viz.release import Released, release
from viz.withheld import WITHHELD, lines

OUTSIDE = [name for name, profile in BUILT_IN.items() if not profile.open]
PERSON, STAY = node("Person", OFFICER, name="Ihar Drozd", protected=False), node("Station", STATION, name="Isolator No. 1")
VAN = node("Vehicle", "v-vanaaaaaaaaaaaaa", name="Van 12", doors=5)
TAKEN = link("TAKEN_IN", PERSON, VAN, possible_from=DAY, seat="left")


@pytest.fixture(autouse=True)
def _new_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """A type of thing and a type of link that were added today, and a property of a person."""
    van = NodeKind("Vehicle", "v", "a van", (Property("doors", "int"),))
    taken = LinkKind(
        "TAKEN_IN", ("Person",), ("Vehicle",), "was taken", (Property("seat"),), timing="happening", protects="nobody"
    )
    monkeypatch.setitem(schema.NODE, "Vehicle", van)
    monkeypatch.setitem(schema.LINK, "TAKEN_IN", taken)


def given(profile: str, columns: dict[str, object], *types: str, properties: set[str] | None = None) -> Released:
    reads = Reads(frozenset(types), frozenset(properties or ()))
    return release(answer(columns, reads=reads), profile, "GBA", key=KEY, protected=NOBODY)


def cells(released: Released) -> dict[str, object]:
    return dict(zip((column.name for column in released.columns), released.rows[0], strict=True))


@pytest.mark.parametrize("profile", OUTSIDE)
def test_a_type_that_no_profile_lists_is_withheld_and_counted_with_the_reason(profile: str) -> None:
    world = {"who": PERSON, "taken": TAKEN, "van": VAN, "all": [PERSON, VAN]}
    released = given(profile, world, "Person", "TAKEN_IN", "Vehicle")

    shown = cells(released)
    assert isinstance(shown["who"], NodeValue) and shown["who"].name == "Ihar Drozd"
    assert (shown["taken"], shown["van"], shown["all"]) == (WITHHELD, WITHHELD, (shown["who"], WITHHELD))
    assert ([held.label for held in released.nodes], released.links) == (["Person"], ())
    assert released.withheld["profile"]["Vehicle"] == released.withheld["profile"]["TAKEN_IN"] == 1
    assert [*lines(released.withheld)] == ["withheld because this profile does not list it: TAKEN_IN (1 time), Vehicle (1 time)"]


@pytest.mark.parametrize("profile", OUTSIDE)
def test_a_link_to_what_is_not_listed_and_a_way_through_it_are_withheld(profile: str) -> None:
    seen = link("BASED_AT", VAN, STAY)
    way = PathValue((PERSON, VAN, STAY), (TAKEN, seen))
    released = given(profile, {"way": way, "seen": seen, "station": STAY}, "Person", "Station", "BASED_AT")

    assert (cells(released)["way"], cells(released)["seen"]) == (WITHHELD, WITHHELD)
    assert released.links == ()
    assert released.withheld["profile"]["column way"] == 1


@pytest.mark.parametrize("profile", OUTSIDE)
@pytest.mark.parametrize("worked_out", [DAY, "2031-08-11", 3, 2.5, True, [DAY]])
def test_what_was_worked_out_from_a_type_that_is_not_listed_is_withheld(profile: str, worked_out: object) -> None:
    types = ("Person", "Unit", "POSTED_TO")
    columns: dict[str, object] = {"who": PERSON, "since": worked_out}
    kept = given(profile, columns, *types, properties={"possible_from"})
    if not isinstance(worked_out, str):  # a day that is a text is no number: its column must say that it is a day
        assert WITHHELD not in str(cells(kept)["since"])  # the control: all that it read is listed

    released = given(profile, columns, *types, "TAKEN_IN", properties={"possible_from"})

    assert WITHHELD in str(cells(released)["since"])
    assert released.withheld["profile" if not isinstance(worked_out, str) else "text"]["column since"] == 1


def test_a_time_of_a_type_whose_times_are_not_listed_is_withheld() -> None:
    """A stay is listed for the public, its dates are not."""
    columns: dict[str, object] = {"until": datetime(2031, 8, 12), "stays": 4}
    for profile, kept in (("prosecutor", True), ("public", False)):
        dated = given(profile, columns, "Person", "Station", "HELD_AT", properties={"possible_to"})
        assert (WITHHELD not in cells(dated).values()) is kept
    counted = given("public", columns, "Person", "Station", "HELD_AT", properties={"name"})
    assert cells(counted)["stays"] == 4


def test_what_one_column_alone_reads_holds_back_no_other() -> None:
    columns: dict[str, object] = {"held": 4, "events": 3}
    reads = Reads(frozenset({"Event", "HELD_AT"}), frozenset({"possible_to"}))
    asked = answer(columns, reads=reads)
    held, events = asked.columns

    for column, kept in ((replace(held, reads=("HELD_AT",)), True), (held, False)):
        given_to = release(replace(asked, columns=(column, events)), "public", "GBA", key=KEY, protected=NOBODY)
        assert (cells(given_to)["held"], cells(given_to)["events"]) == (WITHHELD, 3 if kept else WITHHELD)


def test_a_number_of_a_listed_type_that_holds_an_unlisted_property_is_withheld() -> None:
    columns: dict[str, object] = {"doors": 5}
    listed = Profile("partner", {"Vehicle": ("doors",)})
    for profile, expected in ((listed, 5), (Profile("partner", {"Vehicle": ()}), WITHHELD)):
        reads = Reads(frozenset({"Vehicle"}), frozenset({"doors"}))
        released = release(answer(columns, reads=reads), profile, "GBA", key=KEY, protected=NOBODY)
        assert released.rows == ((expected,),)


def test_an_answer_of_which_nobody_knows_what_it_read_gives_no_number_away() -> None:
    whole = replace(answer({"who": PERSON, "gap_days": 3}), reads=None)
    assert cells(release(whole, "prosecutor", "GBA", key=KEY, protected=NOBODY))["gap_days"] == WITHHELD
    assert cells(release(whole, "internal", None, key=KEY, protected=NOBODY))["gap_days"] == 3


def test_a_word_that_only_an_unlisted_property_has_is_withheld_though_it_is_ours() -> None:
    for profile, sex, body in (("prosecutor", "female", "records"), ("public", WITHHELD, WITHHELD)):
        shown = cells(given(profile, {"sex": "female", "examined": "records", "kind": "torture", "end": "fork"}, "Person"))
        assert (shown["sex"], shown["examined"], shown["kind"], shown["end"]) == (sex, body, "torture", "fork")


def test_where_sources_differ_is_said_only_of_what_is_listed() -> None:
    unit = node("Unit", UNIT, name="Guard", conflicts=["kind", "nickname"])
    released = given("prosecutor", {"unit": unit}, "Unit")
    assert released.nodes[0].properties["conflicts"] == ["kind"]
    assert released.withheld["profile"]["Unit.conflicts"] == 1


def test_a_listed_link_still_leaves() -> None:
    unit = node("Unit", UNIT, name="Guard")
    released = given("public", {"posting": link("POSTED_TO", PERSON, unit), "who": PERSON, "unit": unit}, "Person")
    assert isinstance(cells(released)["posting"], RelValue)


@pytest.mark.parametrize("profile", OUTSIDE)
def test_why_there_are_no_rows_is_said_only_where_all_is_listed_that_the_question_looks_at(profile: str) -> None:
    def said(*types: str) -> Released:
        reads, why = Reads(frozenset(types), frozenset()), LeftOut(because="it has no station")
        return release(answer({}, reads=reads, rows=(), left_out=why), profile, "GBA", key=KEY, protected=NOBODY)

    assert said("Unit").left_out.because == "it has no station"
    kept = said("Unit", "Vehicle")
    assert (kept.left_out.because, kept.withheld["profile"]) == ("", {"why there are no rows": 1})
