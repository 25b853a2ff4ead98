"""Who is who: what may be recorded, and what comes of it."""

from __future__ import annotations

import pytest

from graph.decided.decision import DECLARED_KEY, Decision
from graph.errors import CaseError
from tests.graph.small_case import different, kept_apart, ledger, retract, same


def test_a_thing_is_called_by_its_smallest_mention_whatever_came_first() -> None:
    found = ledger(same(1, "p-c", "p-d"), same(2, "p-b", "p-c"), same(3, "p-a", "p-e"), same(4, "p-e", "p-d"))
    assert {found.root(mention) for mention in ("p-a", "p-b", "p-c", "p-d", "p-e")} == {"p-a"}
    assert found.components() == {"p-a": {"p-a", "p-b", "p-c", "p-d", "p-e"}}


def test_every_member_stays_a_handle_and_a_stranger_is_itself() -> None:
    found = ledger(same(1, "p-a", "p-b"))
    assert found.same("p-b", "p-a")
    assert found.root("p-zz") == "p-zz"


def test_a_same_across_a_live_different_is_refused_and_changes_nothing() -> None:
    found = ledger(different(1, "p-a", "p-b"))
    with pytest.raises(CaseError, match="decision 1 says two of these are different"):
        found.add(same(2, "p-a", "p-b"))
    assert not found.same("p-a", "p-b")
    assert list(found.live()) == [(different(1, "p-a", "p-b"), frozenset({"p-a", "p-b"}))]


def test_a_same_that_would_join_two_different_ones_by_others_is_refused() -> None:
    found = ledger(different(1, "p-a", "p-d"), same(2, "p-a", "p-b"), same(3, "p-c", "p-d"))
    with pytest.raises(CaseError, match="decision 1"):
        found.add(same(4, "p-b", "p-c"))
    assert not found.same("p-b", "p-c")


def test_a_different_inside_a_same_is_refused() -> None:
    found = ledger(same(1, "p-a", "p-b"), same(2, "p-b", "p-c"))
    with pytest.raises(CaseError, match="joined already"):
        found.add(different(3, "p-a", "p-c"))
    assert not kept_apart(found, "p-a", "p-c")


def test_a_different_of_three_keeps_every_two_apart() -> None:
    for one, other in (("p-a", "p-b"), ("p-b", "p-c"), ("p-a", "p-c")):
        found = ledger(different(1, "p-a", "p-b", "p-c"))
        assert kept_apart(found, one, other)
        with pytest.raises(CaseError, match="decision 1"):
            found.add(same(2, one, other))
    with pytest.raises(CaseError, match="joined already"):
        ledger(same(1, "p-b", "p-c")).add(different(2, "p-a", "p-b", "p-c"))


def test_a_different_holds_for_everything_joined_to_its_members() -> None:
    found = ledger(different(1, "p-a", "p-b"), same(2, "p-a", "p-c"))
    assert kept_apart(found, "p-c", "p-b")
    assert found.rivals(["p-c"]) == {"p-b"}
    assert not kept_apart(found, "p-c", "p-a")


def test_retracting_a_different_lets_them_join() -> None:
    found = ledger(different(1, "p-a", "p-b"), different(2, "p-a", "p-z"), retract(3, 1), same(4, "p-a", "p-b"))
    assert kept_apart(found, "p-b", "p-z")
    assert found.same("p-a", "p-b")
    assert not kept_apart(found, "p-a", "p-b")


def test_retracting_a_same_parts_its_members_and_lets_them_be_kept_apart() -> None:
    found = ledger(same(1, "p-a", "p-b"), retract(2, 1), different(3, "p-a", "p-b"))
    assert not found.components()


def test_what_another_same_joins_stays_joined() -> None:
    found = ledger(same(1, "p-a", "p-b"), same(2, "p-b", "p-c"), same(3, "p-a", "p-b", "p-c"), retract(4, 3))
    assert found.components() == {"p-a": {"p-a", "p-b", "p-c"}}


def test_members_leave_and_the_rest_stay_joined() -> None:
    found = ledger(same(1, "p-a", "p-b", "p-c", "p-d"), retract(2, 1, "p-a"))
    assert found.components() == {"p-b": {"p-b", "p-c", "p-d"}}
    found.add(retract(3, 1, "p-c"))
    assert found.components() == {"p-b": {"p-b", "p-d"}}


def test_when_all_but_one_have_left_nothing_is_left_to_retract() -> None:
    found = ledger(same(1, "p-a", "p-b"), retract(2, 1, "p-b"))
    assert not found.components()
    with pytest.raises(CaseError, match="nothing to retract"):
        found.add(retract(3, 1))


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (same(9, "p-a"), "at least two"),
        (different(9, "p-a"), "at least two"),
        (retract(9, 7), "not a decision in force"),
        (retract(9, 1, "p-z"), "does not join all"),
        (retract(9, 2, "p-x"), "as a whole"),
        (Decision(9, "retract", frozenset(), "person"), "not a decision in force"),
    ],
)
def test_what_cannot_be_is_refused(decision: Decision, reason: str) -> None:
    found = ledger(same(1, "p-a", "p-b"), different(2, "p-x", "p-y"))
    with pytest.raises(CaseError, match=reason):
        found.add(decision)
    assert {taken.sequence for taken, _ in found.live()} == {1, 2}


def test_a_retract_is_not_retracted_twice() -> None:
    with pytest.raises(CaseError, match="nothing to retract"):
        ledger(different(1, "p-a", "p-b"), retract(2, 1)).add(retract(3, 1))


def test_unsure_joins_nothing_and_parts_nothing() -> None:
    found = ledger(Decision(1, "unsure", frozenset({"p-a", "p-b"}), "person"))
    assert not found.same("p-a", "p-b")
    assert not kept_apart(found, "p-a", "p-b")


def test_a_superseded_load_takes_along_the_joins_it_brought_and_no_others() -> None:
    by_rule = Decision(2, "same", frozenset({"p-a", "p-b"}), DECLARED_KEY, load=1)
    found = ledger(by_rule, same(3, "p-b", "p-c"))
    found.lapse(1)
    assert found.components() == {"p-b": {"p-b", "p-c"}}


def test_a_declared_join_that_was_taken_back_is_remembered() -> None:
    by_rule = Decision(2, "same", frozenset({"p-a", "p-b", "p-c"}), DECLARED_KEY, load=1)
    found = ledger(by_rule, retract(3, 2, "p-a"))
    assert found.barred_by(["p-a", "p-b"]) == 3
    assert found.barred_by(["p-c", "p-a"]) == 3
    assert not found.barred("p-b", "p-c")
    assert not ledger(same(1, "p-a", "p-b"), retract(2, 1)).barred("p-a", "p-b")  # a person's own join may come back


def by_rule(sequence: int, *members: str, rule: str = "persons/A2") -> Decision:
    return Decision(sequence, "same", frozenset(members), rule)


def unsure(sequence: int, *members: str) -> Decision:
    return Decision(sequence, "unsure", frozenset(members), "person")


def test_what_a_person_took_back_of_any_rule_no_rule_may_join_again() -> None:
    found = ledger(by_rule(1, "p-a", "p-b"), retract(2, 1))
    assert found.barred("p-b", "p-a")
    assert found.barred_by(["p-a", "p-b"]) == 2
    assert not found.was_taken_out("p-a")  # other rules may still join it to others
    assert not found.barred("p-a", "p-c")


def test_no_rule_may_join_them_by_way_of_a_third() -> None:
    found = ledger(by_rule(1, "p-a", "p-b", "p-c"), retract(2, 1, "p-c"), by_rule(3, "p-c", "p-d"))
    assert found.barred("p-d", "p-b")
    assert not found.barred("p-a", "p-b")


def test_a_person_may_join_what_a_person_took_back() -> None:
    found = ledger(by_rule(1, "p-a", "p-b"), retract(2, 1), same(3, "p-a", "p-b"))
    assert found.same("p-a", "p-b")


def test_an_open_question_bars_rules_until_it_is_settled_or_taken_back() -> None:
    found = ledger(unsure(1, "p-a", "p-b"))
    assert found.barred_by(["p-a", "p-b"]) == 1
    assert [decision.sequence for decision, _ in found.unsure()] == [1]
    assert not list(ledger(unsure(1, "p-a", "p-b"), same(2, "p-a", "p-b")).unsure())
    assert not list(ledger(unsure(1, "p-a", "p-b"), different(2, "p-a", "p-b")).unsure())
    found.add(retract(3, 1))
    assert not found.barred("p-a", "p-b")
    assert not list(found.unsure())


def test_a_rule_takes_back_its_own_and_nothing_of_a_person() -> None:
    found = ledger(by_rule(1, "p-a", "p-b"), Decision(2, "retract", frozenset(), "persons/A2", retracts=1))
    assert not found.barred("p-a", "p-b")  # nobody spoke
    found.add(same(3, "p-a", "p-b"))
    with pytest.raises(CaseError, match="a person's decision"):
        found.add(Decision(4, "retract", frozenset(), "persons/A2", retracts=3))
    assert found.same("p-a", "p-b")


def test_the_chain_that_joins_two_is_named() -> None:
    found = ledger(same(1, "p-a", "p-b"), by_rule(2, "p-b", "p-c"), by_rule(5, "p-c", "p-d", "p-e"), same(6, "p-a", "p-x"))
    assert found.joining("p-a", "p-e") == (1, 2, 5)
    assert found.joining("p-a", "p-z") == ()
    with pytest.raises(CaseError, match="joined already, by decision 1 and 2: retract"):
        found.add(different(7, "p-a", "p-c"))
