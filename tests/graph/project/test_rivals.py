"""An event is at one place: told at two, its links contradict each other, and it says so."""

from __future__ import annotations

import pytest

from graph.decided.state import State
from tests.graph.small_case import Sheet, links, nodes, same, withdrawn


def told(*rows: tuple[str, str]) -> Sheet:
    """One row a place: the station, and "asserts" or "denies"."""
    sheet = Sheet().thing("e-x", "Event", kind="beating").thing("e-y", "Event", kind="beating")
    for id_, name in (("b-a", "Barracks"), ("b-b", "Town Barracks")):
        sheet.thing(id_, "Station", name=name)
    for number, (station, polarity) in enumerate(rows, 1):
        sheet.link(f"l-{number}", "OCCURRED_AT", "e-x", station, denied=polarity == "denies", cites=f"s-{number}")
    return sheet


def conflicts(state: State) -> dict[str, object]:
    tied = links(state, "OCCURRED_AT").values()
    found = {link.id: link.properties["conflicts"] for link in tied}
    return {**found, "e-x": nodes(state, "Event")["e-x"].properties["conflicts"]}


BOTH = told(("b-a", "asserts"), ("b-b", "asserts"))
MARK = ["OCCURRED_AT"]


def test_two_places_contradict_each_other() -> None:
    assert conflicts(BOTH.state()) == {"e-x": MARK, "l-1": MARK, "l-2": MARK}


def test_what_is_said_of_one_place_alone_contradicts_nothing() -> None:
    assert conflicts(told(("b-a", "asserts")).state()) == {"e-x": [], "l-1": []}
    assert conflicts(told(("b-a", "asserts"), ("b-a", "asserts")).state()) == {"e-x": [], "l-1": []}


def test_a_denied_place_is_told_all_the_same_and_makes_the_other_no_surer() -> None:
    sheet = told(("b-a", "asserts"), ("b-b", "asserts"), ("b-b", "denies"))
    assert conflicts(sheet.state()) == {"e-x": MARK, "l-1": MARK, "l-2": MARK}


def test_where_both_are_denied_it_was_at_the_one_or_the_other_all_the_same() -> None:
    sheet = told(("b-a", "asserts"), ("b-b", "asserts"), ("b-b", "denies"), ("b-a", "denies"))
    assert conflicts(sheet.state()) == {"e-x": MARK, "l-1": MARK, "l-2": MARK}


def test_a_place_of_which_there_is_but_a_denial_is_no_second_one() -> None:
    """Whoever denies it asserts nothing, were it with a date, a word for it or of several sources."""
    sheet = told(("b-a", "asserts"), ("b-b", "denies"), ("b-b", "denies")).also(
        "l-2", cites="s-9", denied=True, exists="OCCURRED_AT"
    )
    assert conflicts(sheet.state()) == {"e-x": [], "l-1": []}
    assert not links(sheet.state(), "OCCURRED_AT")["l-1"].properties["disputed"]


def test_a_place_that_its_only_source_takes_back_is_no_second_one() -> None:
    sheet = told(("b-a", "asserts"), ("b-b", "asserts"), ("b-b", "denies"))
    assert conflicts(withdrawn(sheet.state(), "l-2")) == {"e-x": [], "l-1": []}


def test_of_three_places_one_denied_all_are_in_question() -> None:
    sheet = told(("b-a", "asserts"), ("b-b", "asserts"), ("b-c", "asserts"), ("b-c", "denies"))
    sheet.thing("b-c", "Station", name="Yard")
    assert conflicts(sheet.state()) == {"e-x": MARK, "l-1": MARK, "l-2": MARK, "l-3": MARK}


def test_what_was_taken_back_and_what_became_one_are_no_second_place() -> None:
    assert conflicts(withdrawn(BOTH.state(), "l-2")) == {"e-x": [], "l-1": []}
    assert conflicts(BOTH.state(same(1, "b-a", "b-b"))) == {"e-x": [], "l-1": []}


def test_an_event_that_becomes_another_one_is_told_where_both_were() -> None:
    sheet = told(("b-a", "asserts")).link("l-9", "OCCURRED_AT", "e-y", "b-b", cites="s-9")
    assert conflicts(sheet.state()) == {"e-x": [], "l-1": [], "l-9": []}
    assert conflicts(sheet.state(same(1, "e-x", "e-y"))) == {"e-x": MARK, "l-1": MARK, "l-9": MARK}


@pytest.mark.parametrize("type_", ["SUFFERED", "BASED_AT"])
def test_of_other_links_there_may_be_several(type_: str) -> None:
    sheet = told().thing("p-a", "Person", name="Ada Brum").thing("u-x", "Unit", name="Guard")
    begin, ends = ("p-a", ("e-x", "e-y")) if type_ == "SUFFERED" else ("u-x", ("b-a", "b-b"))
    for number, end in enumerate(ends):
        sheet.link(f"l-{number}", type_, begin, end)
    assert [link.properties["conflicts"] for link in links(sheet.state(), type_).values()] == [[], []]
