"""A row that only denies says of a thing which one it means, and nothing else: it supports nothing."""

from __future__ import annotations

from graph.decided.state import State
from tests.graph.small_case import Sheet, nodes, withdrawn


def denying(*, denied: bool = True, **said: str) -> Sheet:
    """A row of source s-2 that denies a part in the beating, and says this of it."""
    sheet = Sheet().thing("u-x", "Unit", name="Guard").thing("e-x", "Event", kind="beating")
    sheet.thing("u-2", "Unit", cites="s-2", exists="Unit").thing("e-2", "Event", cites="s-2", **said)
    return sheet.link("l-2", "ALLEGED_IN", "u-2", "e-2", cites="s-2", denied=denied)


def named_only(state: State) -> set[tuple[str, str]]:
    """What a claim is about, and what it states."""
    claims = {held.id: held.claim for held in state.claims}
    found = nodes(state, "Claim").values()
    return {(claims[node.id].about, claims[node.id].property) for node in found if node.properties.get("names_only")}


def test_a_key_or_a_name_in_a_row_that_only_denies_names_it_and_no_more() -> None:
    unit = ("u-2", "exists")
    assert named_only(denying(exists="Event").state()) == {unit, ("e-2", "exists")}
    assert named_only(denying(name="the night").state()) == {unit, ("e-2", "name")}
    assert named_only(denying(name="the night", aliases="that night").state()) == {unit, ("e-2", "name"), ("e-2", "aliases")}


def test_whatever_else_the_row_says_of_it_is_said() -> None:
    assert named_only(denying(exists="Event", kind="killing").state()) == {("u-2", "exists")}


def test_a_row_that_asserts_says_that_there_is_such_a_thing() -> None:
    assert named_only(denying(denied=False, exists="Event").state()) == set()
    assert named_only(Sheet().thing("e-x", "Event", exists="Event").state()) == set()


def test_a_row_that_denies_one_thing_and_asserts_another_says_both_ends_of_what_it_asserts() -> None:
    sheet = denying(exists="Event").thing("p-2", "Person", cites="s-2", exists="Person")
    sheet.link("l-3", "SUFFERED", "p-2", "e-2", cites="s-2")
    assert named_only(sheet.state()) == {("u-2", "exists")}
    assert named_only(withdrawn(sheet.state(), "l-3")) == {("u-2", "exists"), ("e-2", "exists")}


def test_a_denial_that_is_taken_back_leaves_a_row_that_names_things() -> None:
    assert named_only(withdrawn(denying(exists="Event").state(), "l-2")) == set()
