"""Real lists, resolved: what a compiler numbered stays as he numbered it, and spellings of one place come together by rules.

Dry runs: the cases are shared, and no test may change them.
"""

from __future__ import annotations

import pytest

from graph.decided.state import State
from loaders.names.lookup import folded
from loaders.resolve.run import Resolved, resolve
from tests.real.loaded import Loaded


@pytest.fixture(scope="module")
def of_nigeria(nigeria: Loaded) -> Resolved:
    return resolve(nigeria.case, everything=True, dry_run=True)


@pytest.fixture(scope="module")
def of_chile(chile: Loaded) -> Resolved:
    return resolve(chile.case, everything=True, dry_run=True)


@pytest.fixture(scope="module")
def chilean(chile: Loaded) -> State:
    return chile.case.state


def called(state: State, mention: str) -> set[str]:
    members = state.identity.components().get(state.identity.root(mention), {mention})
    return {str(h.claim.value) for h in state.claims if h.claim.about in members and h.claim.property == "name"}


def test_nothing_of_nigeria_is_joined_since_its_compiler_keeps_all_apart(of_nigeria: Resolved) -> None:
    assert of_nigeria.merges == []
    assert of_nigeria.refused == []
    assert of_nigeria.things["Unit"] > 1_000


def test_what_is_alike_in_nigeria_is_asked_about_and_the_compilers_own_contradictions_are_no_alert(of_nigeria: Resolved) -> None:
    assert {group.label for group in of_nigeria.groups} == {"Unit"}
    assert len(of_nigeria.groups) < 40
    assert of_nigeria.conflicts == []


def test_only_places_of_chile_are_joined_and_each_by_a_rule_in_words(of_chile: Resolved) -> None:
    assert {merge.label for merge in of_chile.merges} == {"Station"}
    assert len(of_chile.merges) >= 15
    for merge in of_chile.merges:
        assert merge.edge.rule.startswith("bodies/")
        assert merge.decided.reason


def test_no_two_of_2_398_victims_are_joined_or_asked_about(of_chile: Resolved) -> None:
    assert of_chile.things["Person"] == 2_398
    assert not [group for group in of_chile.groups if group.label == "Person"]


def test_no_place_of_chile_is_joined_on_words_that_name_no_place(of_chile: Resolved, chilean: State) -> None:
    general = {"police station", "first police station", "second police station", "fourth police station", "jail", "prison"}
    for merge in of_chile.merges:
        names = {folded(name) for end in (merge.edge.one, merge.edge.other) for name in called(chilean, end)}
        assert not names & general


def test_what_a_rule_joins_is_in_no_group(of_chile: Resolved) -> None:
    joined = {frozenset((merge.edge.one, merge.edge.other)) for merge in of_chile.merges}
    assert not joined & {frozenset((edge.one, edge.other)) for group in of_chile.groups for edge in group.edges}
