"""Mentions of nodes become entities: names, choices, grades, and who is protected."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph import schema
from graph.decided.state import Choice, State
from graph.projection import Properties
from graph.said.span import Span
from graph.schema.kinds import LinkKind
from tests.graph.small_case import FILE, Sheet, links, nodes, same, withdrawn


def brum(state: State) -> Properties:
    return nodes(state, "Person")["p-a"].properties


def twice() -> Sheet:
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum").also("p-a", cites="s-2", name="Ada Brum")
    return sheet.thing("p-b", "Person", cites="s-3", name="A. Brum", aliases="Falcon", born="1950")


def test_the_name_is_the_fold_and_all_others_are_aliases() -> None:
    person = brum(twice().state(same(1, "p-a", "p-b")))
    assert (person["name"], person["aliases"], person["conflicts"]) == ("Ada Brum", ["A. Brum", "Falcon"], ["name"])


def test_what_nobody_named_is_called_by_an_alias_and_a_name_is_never_outvoted_by_aliases() -> None:
    sheet = Sheet().thing("p-a", "Person", cites="s-1", aliases="The Falcon").also("p-a", cites="s-2", aliases="The Falcon")
    sheet.also("p-a", cites="s-3", aliases="A. Brum")
    assert (brum(sheet.state())["name"], brum(sheet.state())["aliases"]) == ("The Falcon", ["A. Brum"])
    sheet.thing("p-b", "Person", cites="s-4", name="Ada Brum")
    named = brum(sheet.state(same(1, "p-a", "p-b")))
    assert (named["name"], named["aliases"], named["conflicts"]) == ("Ada Brum", ["A. Brum", "The Falcon"], [])


def test_a_chosen_name_makes_an_alias_of_the_other() -> None:
    state = twice().state(same(1, "p-a", "p-b"))
    state = replace(state, values={"p-b": {"name": Choice(2, "A. Brum")}})
    assert (brum(state)["name"], brum(state)["aliases"]) == ("A. Brum", ["Ada Brum", "Falcon"])


def test_an_alias_a_person_added_is_shown_unless_it_is_the_name() -> None:
    state = twice().state()
    state = replace(state, aliases={"p-a": frozenset({"Ada Brum", "The Falcon"})})
    assert brum(state)["aliases"] == ["The Falcon"]
    state = replace(state, aliases={"p-a": frozenset({"Ada Brum"})})
    assert "aliases" not in brum(state)


def test_of_two_choices_for_one_person_the_later_holds_whichever_mention_it_names() -> None:
    """Changing one's mind is a new entry."""
    state = twice().state(same(1, "p-a", "p-b"))
    for first, second in (("p-a", "p-b"), ("p-b", "p-a")):
        chosen = replace(state, values={first: {"born": Choice(5, "1960")}, second: {"born": Choice(6, "1970")}})
        assert brum(chosen)["born"] == "1970"


def test_a_value_that_only_a_person_gave_is_there() -> None:
    state = replace(twice().state(), values={"p-a": {"born": Choice(5, "1960")}})
    assert (brum(state)["born"], brum(state)["conflicts"]) == ("1960", [])


def test_a_nameless_thing_is_called_by_its_id_and_a_source_by_its_key() -> None:
    state = Sheet().thing("p-a", "Person", born="1950").also("s-1", key="report 7").state()
    assert brum(state)["name"] == "p-a"
    assert nodes(state, "Source")["s-1"].properties["name"] == "report 7"


@pytest.mark.parametrize("label", [label for label, kind in schema.NODE.items() if kind.timing])
def test_what_no_source_dates_was_at_an_unknown_time(label: Any) -> None:
    """Without limits it could be compared with nothing: a question would drop it, or be refused."""
    undated = nodes(Sheet().thing("x-a", label, name="Night raid").state(), label)["x-a"].properties
    assert {name: undated[name] for name in Span().as_properties()} == Span().as_properties()


def test_a_withdrawn_claim_counts_for_nothing_and_is_shown() -> None:
    state = twice().state(same(1, "p-a", "p-b"))
    (born,) = (held.id for held in state.claims if held.claim.property == "born")
    state = replace(state, statuses={born: "withdrawn"})
    assert "born" not in brum(state)
    assert nodes(state, "Claim")[born].properties["status"] == "withdrawn"
    assert nodes(state, "Claim")[born].properties["about"] == "p-a"


def test_a_claim_says_where_it_lies_and_cites_its_source() -> None:
    state = twice().state(same(1, "s-2", "s-3"))
    (born,) = (held.id for held in state.claims if held.claim.property == "born")
    claim = nodes(state, "Claim")[born].properties
    assert (claim["file"], claim["locator"], claim["original"], claim["about"]) == (FILE, "row 2", "1950", "p-b")
    assert links(state, "CITES")[f"{born}>s-2"].end == "s-2"


def test_the_latest_grade_of_a_source_holds_whichever_mention_it_names() -> None:
    sheet = Sheet().thing("p-a", "Person", cites="s-1", born="1950").also("p-a", cites="s-3", born="1940")
    state = sheet.state(same(1, "s-1", "s-2"))
    state = replace(state, mentions={**state.mentions, "s-2": state.mentions["s-1"]}, reliability={"s-2": "A", "s-3": "B"})
    assert brum(state)["born"] == "1950"
    assert nodes(state, "Source")["s-1"].properties["reliability"] == "A"
    state = replace(state, reliability={**state.reliability, "s-1": "F"})
    assert brum(state)["born"] == "1940"
    assert nodes(state, "Source")["s-1"].properties["reliability"] == "F"


VICTIM: list[tuple[str, str, str, str]] = [
    ("HELD_AT", "p-a", "st-1", "Station"),
    ("SUFFERED", "p-a", "e-1", "Event"),
    ("WITNESSED", "p-a", "e-1", "Event"),
    ("GIVEN_BY", "s-9", "p-a", "Source"),
    ("FOUND_ON", "f-1", "p-a", "Finding"),
    ("ABOUT", "cf-1", "p-a", "Casefile"),
]


def named(what: str, begin: str, end: str, label: str, **more: Any) -> Sheet:
    other = end if begin == "p-a" else begin
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("p-z", "Person", name="Olu Zent")
    return sheet.thing(other, label, name="the other end").link("l-1", what, begin, end, **more)


@pytest.mark.parametrize(("what", "begin", "end", "label"), VICTIM)
def test_victims_and_witnesses_are_protected(what: str, begin: str, end: str, label: str) -> None:
    people = nodes(named(what, begin, end, label).state(), "Person")
    assert {id_: person.properties["protected"] for id_, person in people.items()} == {"p-a": True, "p-z": False}


@pytest.mark.parametrize(("kind", "expected"), [("complaint", True), ("charge", False)])
def test_who_complained_is_protected_and_who_charged_is_not(kind: str, expected: bool) -> None:
    sheet = named("MADE_BY", "pr-1", "p-a", "Proceeding").also("pr-1", kind=kind)
    assert brum(sheet.state())["protected"] is expected


@pytest.mark.parametrize(
    ("protects", "expected"),
    [("begin", (True, False)), ("end", (False, True)), ("both", (True, True)), ("nobody", (False, False))],
)
def test_a_new_type_of_link_protects_whom_its_entry_says(
    protects: Any, expected: tuple[bool, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(schema.LINK, "HID", LinkKind("HID", ("Person",), ("Person",), "hid", protects=protects))
    sheet = (
        Sheet().thing("p-a", "Person", name="Ada Brum").thing("p-z", "Person", name="Olu Zent").link("l-1", "HID", "p-a", "p-z")
    )
    people = nodes(sheet.state(), "Person")
    assert (people["p-a"].properties["protected"], people["p-z"].properties["protected"]) == expected


def test_a_commander_is_not_protected() -> None:
    assert brum(named("POSTED_TO", "p-a", "u-1", "Unit").state())["protected"] is False


def test_protection_does_not_end_with_a_denial_or_a_withdrawn_testimony() -> None:
    assert brum(named("HELD_AT", "p-a", "st-1", "Station", denied=True).state())["protected"] is True
    state = withdrawn(named("GIVEN_BY", "s-9", "p-a", "Source").state())
    assert brum(state)["protected"] is True


def test_protection_follows_a_merge_and_a_decision_lifts_it() -> None:
    state = named("HELD_AT", "p-a", "st-1", "Station").state(same(1, "p-a", "p-z"))
    assert brum(replace(state, protection={"p-z": False}))["protected"] is False


def test_the_grades_of_claims_decide_between_equal_sources() -> None:
    state = Sheet().thing("p-a", "Person", born="1950").also("p-a", cites="s-2", born="1940").state()
    graded = {held.claim.value: held.id for held in state.claims}
    assert brum(state)["born"] == "1940"
    state = replace(state, credibility={graded["1950"]: "2"})
    assert brum(state)["born"] == "1950"
    assert nodes(state, "Claim")[graded["1950"]].properties["credibility"] == "2"
