"""A newer version of a file takes the place of the older one. Decisions follow their rows, or are to be decided again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.decided.decision import DECLARED_KEY
from graph.decided.entry import Kind
from graph.decided.journal import Journal
from graph.decided.replay import replay
from tests.graph.small_case import Sheet, graph, kept_apart, nodes, recorded


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    found = Journal.create(tmp_path / "journal.db")
    yield found
    found.close()


def roster(*rows: tuple[str, str | None]) -> Sheet:
    """One person a row: mention id and declared key."""
    sheet = Sheet()
    for id_, key in rows:
        sheet.thing(id_, "Person", key=key, name=f"Brum {id_}")
    return sheet


OLD = roster(("p-a", "K1"), ("p-b", "K2"), ("p-c", "K3"))
NEW = roster(("p-a2", "K1"), ("p-b", "K2"), ("p-d", None))
"""The row of K1 was changed, that of K3 is gone."""


def waiting(journal: Journal) -> list[int]:
    return [undecided.sequence for undecided in replay(journal).undecided]


def test_only_the_newer_version_is_projected(journal: Journal) -> None:
    NEW.enter(journal, supersedes=OLD.enter(journal))
    state = replay(journal)
    assert nodes(state, "Person").keys() == {"p-a2", "p-b", "p-d"}
    assert graph(state) == graph(NEW.state())
    assert state.superseded == {1: 2}


def test_the_older_version_stays_in_the_journal(journal: Journal) -> None:
    NEW.enter(journal, supersedes=OLD.enter(journal))
    assert [mention.id for mention in journal.mentions(1)] == ["p-a", "p-b", "p-c", "s-1"]
    assert {claim.about for _, _, claim in journal.claims_about(["p-c"])} == {"p-c"}
    assert journal.verify() == 2


def test_a_decision_on_a_row_that_stayed_stays(journal: Journal) -> None:
    old = roster(("p-a", "K1"), ("p-b", "K2")).enter(journal)
    recorded(journal, "same", "p-a", "p-b")
    roster(("p-a", "K9"), ("p-b", None)).enter(journal, supersedes=old)
    assert replay(journal).identity.same("p-a", "p-b")
    assert not waiting(journal)


def test_decisions_on_a_changed_row_move_to_the_row_with_its_key(journal: Journal) -> None:
    old = OLD.enter(journal)
    recorded(journal, "same", "p-a", "p-b")
    journal.append(Kind.VALUE, {"mention": "p-a", "property": "born", "value": "1950", "reason": "seen"}, "tester")
    journal.append(Kind.ALIAS, {"mention": "p-a", "alias": "Falcon", "reason": "seen"}, "tester")
    journal.append(Kind.PROTECTION, {"mention": "p-a", "protected": True, "reason": "asked"}, "tester")
    NEW.enter(journal, supersedes=old)

    (person, _) = nodes(replay(journal), "Person").values()

    assert person.id == "p-a2"
    assert (person.properties["born"], person.properties["protected"]) == ("1950", True)
    assert "Falcon" in person.properties["aliases"]  # type: ignore[operator]
    assert not waiting(journal)


def test_decisions_on_a_row_that_is_gone_are_to_be_decided_again(journal: Journal) -> None:
    old = OLD.enter(journal)
    numbers = [
        recorded(journal, "same", "p-c", "p-b"),
        recorded(journal, "different", "p-c", "p-a"),
        journal.append(Kind.VALUE, {"mention": "p-c", "property": "born", "value": "1", "reason": "x"}, "tester").sequence,
        journal.append(Kind.ALIAS, {"mention": "p-c", "alias": "Falcon", "reason": "x"}, "tester").sequence,
        journal.append(Kind.PROTECTION, {"mention": "p-c", "protected": True, "reason": "x"}, "tester").sequence,
        journal.append(Kind.GRADE, {"mention": "p-c", "credibility": "2", "reason": "x"}, "tester").sequence,
    ]
    NEW.enter(journal, supersedes=old)
    assert waiting(journal) == numbers
    assert graph(replay(journal)) == graph(NEW.state())


def test_decisions_on_a_claim_that_is_gone_are_to_be_decided_again(journal: Journal) -> None:
    old = OLD.enter(journal)
    gone, kept = (journal.claims_about([mention])[0][1] for mention in ("p-c", "p-b"))
    for claim in (gone, kept):
        journal.append(Kind.STATUS, {"claim": claim, "status": "withdrawn", "reason": "x"}, "tester")
    NEW.enter(journal, supersedes=old)
    assert [u.sequence for u in replay(journal).undecided] == [2]


def test_two_rows_with_the_key_leave_it_open_which_is_meant(journal: Journal) -> None:
    old = OLD.enter(journal)
    same = recorded(journal, "same", "p-a", "p-b")
    roster(("p-x", "K1"), ("p-y", "K1"), ("p-b", "K2")).enter(journal, supersedes=old)
    assert waiting(journal) == [same]
    assert not replay(journal).identity.components()


def test_a_row_of_another_file_is_no_newer_version(journal: Journal) -> None:
    """Its key is the same, and so is its key space; a decision about one file's row does not jump to another's."""
    old = OLD.enter(journal)
    roster(("p-other", "K3")).enter(journal)
    value = journal.append(Kind.VALUE, {"mention": "p-c", "property": "born", "value": "1950", "reason": "x"}, "tester")
    NEW.enter(journal, supersedes=old)
    assert waiting(journal) == [value.sequence]
    assert "born" not in nodes(replay(journal), "Person")["p-other"].properties


def test_decisions_follow_a_row_through_two_versions(journal: Journal) -> None:
    second = NEW.enter(journal, supersedes=OLD.enter(journal))
    journal.append(Kind.PROTECTION, {"mention": "p-a", "protected": True, "reason": "x"}, "tester")
    roster(("p-a3", "K1")).enter(journal, supersedes=second)
    assert nodes(replay(journal), "Person")["p-a3"].properties["protected"] is True


def test_a_same_of_three_keeps_joining_the_two_that_are_left(journal: Journal) -> None:
    old = OLD.enter(journal)
    same = recorded(journal, "same", "p-a", "p-b", "p-c")
    NEW.enter(journal, supersedes=old)
    assert replay(journal).identity.components() == {"p-a2": {"p-a2", "p-b"}}
    assert waiting(journal) == [same]


def test_taking_a_gone_member_out_does_not_take_the_whole_decision_back(journal: Journal) -> None:
    old = OLD.enter(journal)
    same = recorded(journal, "same", "p-a", "p-b", "p-c")
    recorded(journal, "retract", "p-c", retracts=same)
    NEW.enter(journal, supersedes=old)
    assert replay(journal).identity.components() == {"p-a2": {"p-a2", "p-b"}}


def test_a_decision_taken_back_as_a_whole_is_not_to_be_decided_again(journal: Journal) -> None:
    old = OLD.enter(journal)
    recorded(journal, "retract", retracts=recorded(journal, "same", "p-c", "p-b"))
    NEW.enter(journal, supersedes=old)
    assert not waiting(journal)


def test_two_rows_kept_apart_that_became_one_row_are_to_be_decided_again(journal: Journal) -> None:
    old = roster(("p-a", "K1"), ("p-b", "K1")).enter(journal)
    apart = recorded(journal, "different", "p-a", "p-b")
    roster(("p-x", "K1")).enter(journal, supersedes=old)
    assert waiting(journal) == [apart]


def test_decisions_that_contradict_each_other_after_moving_leave_the_earlier_one_standing(journal: Journal) -> None:
    old = roster(("p-a", "K1"), ("p-b", "K2"), ("p-c", "K1")).enter(journal)
    recorded(journal, "different", "p-a", "p-b")
    later = recorded(journal, "same", "p-c", "p-b")
    roster(("p-x", "K1"), ("p-b", "K2")).enter(journal, supersedes=old)
    assert waiting(journal) == [later]
    assert kept_apart(replay(journal).identity, "p-x", "p-b")


def by_key(journal: Journal, load: int, *members: str) -> int:
    return recorded(journal, "same", *members, rule=DECLARED_KEY, load=load)


def test_joins_by_key_lapse_with_their_load_and_ask_nobody(journal: Journal) -> None:
    old = roster(("p-a", "K1"), ("p-b", "K1")).enter(journal)
    by_key(journal, old, "p-a", "p-b")
    roster(("p-a", "K1"), ("p-b", "K2")).enter(journal, supersedes=old)
    assert not replay(journal).identity.components()
    assert not waiting(journal)


def test_a_join_by_key_across_files_outlives_a_row_that_is_gone_without_asking(journal: Journal) -> None:
    old = roster(("p-a", "K1")).enter(journal)
    other = roster(("p-x", "K1"), ("p-y", "K1")).enter(journal)
    by_key(journal, other, "p-a", "p-x", "p-y")
    roster(("p-z", "K9")).enter(journal, supersedes=old)
    assert replay(journal).identity.components() == {"p-x": {"p-x", "p-y"}}
    assert not waiting(journal)


def test_a_join_by_key_that_was_taken_back_stays_taken_back_for_the_changed_row(journal: Journal) -> None:
    other = roster(("p-x", "K1")).enter(journal)
    old = roster(("p-a", "K1")).enter(journal)
    back = recorded(journal, "retract", retracts=by_key(journal, old, "p-a", "p-x"))
    roster(("p-a2", "K1")).enter(journal, supersedes=old)
    identity = replay(journal).identity
    assert identity.barred_by(["p-a", "p-x"]) == back
    assert identity.barred_by(["p-a2", "p-x"]) == back
    assert other == 1


def test_a_lapsed_join_by_key_that_moved_decisions_contradict_leaves_the_case_readable(journal: Journal) -> None:
    """A newer mapping gave g-2 another key; the DIFFERENT on the rows of another file moved. Replaying failed altogether."""
    first = roster(("p-d1", "K1"), ("p-d2", "K2")).enter(journal)
    recorded(journal, "different", "p-d1", "p-d2")
    grown = roster(("p-g1", "K1"), ("p-g2", "K1")).enter(journal)
    by_key(journal, grown, "p-g1", "p-g2")
    roster(("p-g1", "K1"), ("p-g2", "K2")).enter(journal, supersedes=first)
    roster(("p-g1", "K1"), ("p-g2", "K2")).enter(journal, supersedes=grown)
    assert kept_apart(replay(journal).identity, "p-g1", "p-g2")


def test_of_two_decisions_on_protection_the_later_holds(journal: Journal) -> None:
    roster(("p-a", None), ("p-b", None)).enter(journal)
    recorded(journal, "same", "p-a", "p-b")
    for mention, protected in (("p-a", False), ("p-b", True), ("p-a", False)):
        journal.append(Kind.PROTECTION, {"mention": mention, "protected": protected, "reason": "x"}, "tester")
    assert nodes(replay(journal), "Person")["p-a"].properties["protected"] is False
    journal.append(Kind.PROTECTION, {"mention": "p-b", "protected": True, "reason": "x"}, "tester")
    assert nodes(replay(journal), "Person")["p-a"].properties["protected"] is True


def test_of_two_grades_of_one_source_the_later_holds(journal: Journal) -> None:
    roster(("p-a", None)).thing("s-2", "Source", name="copy").enter(journal)
    recorded(journal, "same", "s-1", "s-2")
    for mention, grade in (("s-1", "A"), ("s-2", "B"), ("s-1", "F")):
        journal.append(Kind.GRADE, {"mention": mention, "reliability": grade, "reason": "x"}, "tester")
    assert nodes(replay(journal), "Source")["s-1"].properties["reliability"] == "F"


def test_entries_that_do_not_change_the_graph_do_not_make_it_stale(journal: Journal) -> None:
    OLD.enter(journal)
    journal.append(Kind.SAMPLE, {"seed": 1, "size": 1, "drawn": []}, "tester")
    journal.append(Kind.RELEASE, {"what": "x", "profile": "x", "manifest": "x"}, "tester")
    assert (replay(journal).sequence, journal.graph_sequence, journal.head[0]) == (1, 1, 3)
