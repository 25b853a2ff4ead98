"""Whoever says "it was not done to me" denies what was done: an event of which every victim is denied is denied itself."""

from __future__ import annotations

from typing import Any

from graph.decided.state import State
from tests.claims import as_projected
from tests.graph.small_case import Sheet, nodes, same, withdrawn
from tests.queries.oracles.counting_worlds import counting_worlds
from tests.queries.oracles.denied_events import with_denied_events
from tests.queries.world_count import world_count


def told(*rows: tuple[str, str]) -> Sheet:
    """One row a victim of the beating: who, and "asserts" or "denies"."""
    sheet = Sheet().thing("e-x", "Event", kind="beating").thing("e-y", "Event", kind="beating")
    for id_, name in (("p-a", "Ada Brum"), ("p-b", "Bo Lund")):
        sheet.thing(id_, "Person", name=name)
    for number, (who, polarity) in enumerate(rows, 1):
        sheet.link(f"l-{number}", "SUFFERED", who, "e-x", denied=polarity == "denies", cites=f"s-{number}")
    return sheet


def denied(state: State) -> set[str]:
    return {id_ for id_, event in nodes(state, "Event").items() if event.properties.get("disputed")}


def deniers(state: State, about: str) -> set[str]:
    """The sources by which a claim denies this."""
    found = set()
    for held in state.claims:
        own: Any = nodes(state, "Claim")[held.id].properties
        if own["polarity"] == "denies" and about in (own["about"], *own.get("also_about", ())):
            assert own.get("denies_several") or own["about"] == about
            found.add(held.claim.cites)
    return found


def test_an_event_whose_only_victim_is_denied_is_denied_by_whom_denies_that() -> None:
    state = told(("p-a", "asserts"), ("p-a", "denies")).state()
    assert denied(state) == {"e-x"}
    assert deniers(state, "e-x") == {"s-2"}
    assert deniers(state, "e-y") == set()


def test_of_two_victims_both_must_be_denied() -> None:
    one = told(("p-a", "asserts"), ("p-b", "asserts"), ("p-a", "denies"))
    assert denied(one.state()) == set()
    assert deniers(one.state(), "e-x") == set()
    both = told(("p-a", "asserts"), ("p-b", "asserts"), ("p-a", "denies"), ("p-b", "denies"))
    assert denied(both.state()) == {"e-x"}
    assert deniers(both.state(), "e-x") == {"s-3", "s-4"}


def test_an_event_without_a_victim_is_not_denied_also_where_a_denial_is_all_that_is_told() -> None:
    assert denied(told().state()) == set()
    alone = told(("p-a", "denies")).state()
    assert (denied(alone), deniers(alone, "e-x")) == (set(), set())


def test_of_two_sources_of_one_row_one_may_deny_it() -> None:
    state = told(("p-a", "asserts")).also("l-1", cites="s-9", denied=True, exists="SUFFERED").state()
    assert (denied(state), deniers(state, "e-x")) == ({"e-x"}, {"s-9"})


def test_what_is_taken_back_denies_nothing_and_tells_of_nobody() -> None:
    state = told(("p-a", "asserts"), ("p-b", "asserts"), ("p-a", "denies")).state()
    assert denied(withdrawn(state, "l-3")) == set()
    assert denied(withdrawn(state, "l-2")) == {"e-x"}


def test_an_event_that_becomes_one_with_another_has_the_victims_of_both() -> None:
    sheet = told(("p-a", "asserts"), ("p-a", "denies"))
    assert denied(sheet.state(same(1, "e-x", "e-y"))) == {"e-x"}
    sheet.link("l-9", "SUFFERED", "p-b", "e-y", cites="s-9")
    assert denied(sheet.state(same(1, "e-x", "e-y"))) == set()


def test_a_case_of_any_kind_says_so_of_the_events_that_plain_python_finds() -> None:
    seen = set()
    for world in counting_worlds(world_count(200), 2071, "v"):
        said = {node.id: node.properties.get("disputed", False) for node in as_projected(world.projection).nodes}
        for node in with_denied_events(world.projection).nodes:
            assert node.properties.get("disputed", False) == said[node.id], (world.name, node.id)
            seen.add(bool(said[node.id]))
    assert seen == {True, False}
