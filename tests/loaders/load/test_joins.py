"""Joins by a compiler's own key, and those a person's word forbids."""

from __future__ import annotations

import pytest

from graph.decided.decision import DECLARED_KEY, Decision
from graph.decided.state import State
from graph.said.claim import Mention
from loaders.load.joins import Join, declared_joins
from tests.graph.decided.counted import lookups
from tests.graph.small_case import ledger


def mention(id_: str, key: str | None = "K1", *, space: str = "registry", what: str = "Person") -> Mention:
    return Mention(id_, what, "row", "row 2", space=key and space, key=key)


def held(*mentions: Mention, decisions: tuple[Decision, ...] = ()) -> State:
    return State(mentions={found.id: found for found in mentions}, identity=ledger(*decisions))


def decision(sequence: int, verdict: str, *members: str, rule: str = "person", retracts: int | None = None) -> Decision:
    return Decision(sequence, verdict, frozenset(members), rule, retracts=retracts)  # type: ignore[arg-type]


def members(joins: tuple[Join, ...]) -> list[tuple[str, ...]]:
    return [join.members for join in joins]


def test_equal_keys_join_and_others_do_not() -> None:
    new = [mention("p-a"), mention("p-b"), mention("p-c", "K2"), mention("p-d", None), mention("p-e", None)]
    joins, left_out = declared_joins(new, held())
    assert joins == (Join("Person", "registry", ("p-a", "p-b")),)
    assert not left_out


@pytest.mark.parametrize("other", [mention("p-b", space="roster"), mention("p-b", what="Unit"), mention("p-b", "k1")])
def test_a_key_counts_within_its_space_and_kind_and_letter_by_letter(other: Mention) -> None:
    assert declared_joins([mention("p-a"), other], held()) == ((), ())


def test_new_mentions_join_the_thing_that_has_the_key() -> None:
    joins, _ = declared_joins([mention("p-n")], held(mention("p-a")))
    assert members(joins) == [("p-a", "p-n")]


def test_one_member_stands_for_a_thing_of_many() -> None:
    state = held(mention("p-a"), mention("p-b"), decisions=(decision(1, "same", "p-a", "p-b"),))
    assert members(declared_joins([mention("p-n")], state)[0]) == [("p-a", "p-n")]


def test_the_order_of_rows_does_not_matter() -> None:
    new = [mention(f"p-{letter}", f"K{at % 3}") for at, letter in enumerate("abcdefgh")]
    state = held(mention("p-x", "K1"))
    assert declared_joins(reversed(new), state) == declared_joins(new, state)


def test_the_entry_says_which_rule_and_which_load() -> None:
    assert Join("Person", "registry", ("p-a", "p-b")).body(7) == {
        "decision": "same",
        "members": ["p-a", "p-b"],
        "rule": DECLARED_KEY,
        "reason": "the same key in registry",
        "load": 7,
    }


def test_a_join_that_a_different_forbids_is_left_out_and_reported() -> None:
    state = held(mention("p-a"), mention("p-n"), decisions=(decision(1, "different", "p-a", "p-n"),))
    joins, left_out = declared_joins([mention("p-n")], state)
    assert not joins
    assert members(left_out) == [("p-n",)]


def test_a_join_that_a_person_left_open_is_left_out_and_reported() -> None:
    state = held(mention("p-a"), mention("p-n"), decisions=(decision(1, "unsure", "p-a", "p-n"),))
    joins, left_out = declared_joins([mention("p-n")], state)
    assert not joins
    assert members(left_out) == [("p-n",)]


def test_a_different_of_one_row_does_not_keep_the_others_out() -> None:
    state = held(mention("p-a"), decisions=(decision(1, "different", "p-a", "p-n"),))
    joins, left_out = declared_joins([mention("p-n"), mention("p-o")], state)
    assert members(joins) == [("p-a", "p-o")]
    assert members(left_out) == [("p-n",)]


def test_a_different_from_another_row_of_the_thing_forbids_it_too() -> None:
    """The new row is different from p-b, and p-b is p-a, who has the key."""
    state = held(
        mention("p-a"),
        mention("p-b", None),
        decisions=(decision(1, "same", "p-a", "p-b"), decision(2, "different", "p-b", "p-n")),
    )
    joins, left_out = declared_joins([mention("p-n")], state)
    assert not joins
    assert members(left_out) == [("p-n",)]


def test_a_join_that_was_taken_back_is_not_made_again() -> None:
    state = held(
        mention("p-a"),
        decisions=(decision(1, "same", "p-a", "p-n", rule=DECLARED_KEY), decision(2, "retract", retracts=1)),
    )
    joins, left_out = declared_joins([mention("p-n")], state)
    assert not joins
    assert members(left_out) == [("p-n",)]


def test_where_the_key_means_two_things_by_now_only_a_person_can_say_which() -> None:
    state = held(mention("p-a"), mention("p-b"), decisions=(decision(1, "different", "p-a", "p-b"),))
    joins, left_out = declared_joins([mention("p-n"), mention("p-o")], state)
    assert members(joins) == [("p-n", "p-o")]
    assert members(left_out) == [("p-n", "p-o")]


def test_what_is_left_out_never_contradicts_a_decision() -> None:
    """Every join that is made can be entered."""
    apart = (decision(1, "different", "p-a", "p-n"), decision(2, "different", "p-n", "p-o"), decision(3, "same", "p-o", "p-z"))
    state = held(mention("p-a"), mention("p-z", None), decisions=apart)
    joins, _ = declared_joins([mention("p-n"), mention("p-o"), mention("p-q")], state)
    entered = [Decision(10 + at, "same", frozenset(join.members), DECLARED_KEY) for at, join in enumerate(joins)]
    found = ledger(*apart, *entered)
    assert not found.same("p-a", "p-n")
    assert found.same("p-a", "p-q")


def test_what_was_taken_out_of_a_thing_does_not_come_back_by_another_row_of_it() -> None:
    """p-b was taken out of the thing of p-a and p-n; a corrected mapping brings p-a and p-n anew."""
    by_key = decision(1, "same", "p-a", "p-b", rule=DECLARED_KEY)
    state = held(mention("p-b"), decisions=(by_key, decision(2, "retract", "p-b", retracts=1)))
    joins, left_out = declared_joins([mention("p-a"), mention("p-n")], state)
    assert ("p-b", "p-n") not in members(joins)
    assert left_out


@pytest.mark.parametrize(
    "decided",
    [
        (decision(1, "different", "p-x", "p-y"),),
        (decision(1, "same", "p-00000", "p-y", rule=DECLARED_KEY), decision(2, "retract", "p-y", retracts=1)),
    ],
)
def test_rows_of_one_key_are_joined_in_time_that_grows_as_they_do(
    decided: tuple[Decision, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It grew with their square as soon as a person had decided anything: 200 s for 4,000 rows."""

    def work(rows: int) -> int:
        state = held(mention("p-y", None), decisions=decided)
        return lookups(monkeypatch, lambda: declared_joins([mention(f"p-{at:05}") for at in range(rows)], state))

    assert work(400) < 2.5 * work(200)
