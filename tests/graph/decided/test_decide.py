"""Decisions as a person takes them, in a case on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.decide import Decided, decide, decide_all
from graph.decided.entry import Kind
from graph.errors import CaseError
from graph.kept.case import Case
from tests.graph.small_case import Sheet, graph, lasting, new_case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as found:
        sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("p-b", "Person", name="A. Brum")
        sheet.thing("p-c", "Person", name="Olu Zent").thing("u-x", "Unit", name="Northern Guard")
        sheet.link("l-1", "POSTED_TO", "p-a", "u-x", span=lasting(1, 5)).link("l-2", "POSTED_TO", "p-a", "u-x")
        sheet.enter(found.journal)
        yield found


def test_a_decision_names_who_and_why(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINKAGE_USER", "R. Analyst")
    entry = decide(case, "same", ["p-b", "p-a", "p-a"], reason="one number of service")
    assert (entry.sequence, entry.who, entry.kind) == (2, "R. Analyst", Kind.IDENTITY)
    assert dict(entry.body) == {
        "decision": "same",
        "members": ["p-a", "p-b"],
        "rule": "person",
        "reason": "one number of service",
    }
    assert case.journal.entry(2) == entry


def test_a_contradiction_is_refused_and_nothing_is_written(case: Case) -> None:
    decide(case, "different", ["p-a", "p-b"], reason="two men")
    with pytest.raises(CaseError, match="decision 2 says two of these are different"):
        decide(case, "same", ["p-a", "p-b"], reason="one man")
    decide(case, "same", ["p-b", "p-c"], reason="one man")
    with pytest.raises(CaseError, match="joined already"):
        decide(case, "different", ["p-c", "p-b"], reason="two men")
    assert case.journal.head[0] == 3


def test_first_retract_then_decide_otherwise(case: Case) -> None:
    before = graph(case.state)
    entry = decide(case, "same", ["p-a", "p-b"], reason="one man")
    assert graph(case.state) != before

    decide(case, "retract", retracts=entry.sequence, reason="two men after all")
    assert graph(case.state) == before

    decide(case, "different", ["p-a", "p-b"], reason="two men")
    assert graph(case.state) == before


def test_members_leave_a_decision(case: Case) -> None:
    entry = decide(case, "same", ["p-a", "p-b", "p-c"], reason="one man")
    decide(case, "retract", ["p-c"], retracts=entry.sequence, reason="not he")
    assert case.state.identity.components() == {"p-a": {"p-a", "p-b"}}


def test_strangers_and_different_kinds_are_refused(case: Case) -> None:
    with pytest.raises(CaseError, match="p-zz is no mention"):
        decide(case, "same", ["p-a", "p-zz"], reason="x")
    with pytest.raises(CaseError, match="a Person and a Unit cannot be the same"):
        decide(case, "same", ["p-a", "u-x"], reason="x")
    with pytest.raises(CaseError, match="nothing to retract"):
        decide(case, "retract", retracts=1, reason="x")
    assert case.journal.head[0] == 1


def test_joining_links_needs_a_word_on_their_dates(case: Case) -> None:
    with pytest.raises(CaseError, match="one_term, or as disputed"):
        decide(case, "same", ["l-1", "l-2"], reason="one posting")
    assert decide(case, "same", ["l-1", "l-2"], reason="one posting", dates="one_term").body["dates"] == "one_term"


def by_rule(*members: str, **more: object) -> Decided:
    return Decided(members, "persons/A2", "born on one day, and called the same", more=more)


def test_many_decisions_of_a_rule_are_recorded_with_all_they_keep(case: Case) -> None:
    outcome = decide_all(
        case, [by_rule("p-b", "p-a", bits=14.5, policy="1f"), by_rule("p-b", "p-c", evidence=[["born", "same"]])]
    )
    assert not outcome.refused
    assert [entry.sequence for entry in outcome.entries] == [2, 3]
    assert dict(outcome.entries[0].body) == {
        "bits": 14.5,
        "decision": "same",
        "members": ["p-a", "p-b"],
        "policy": "1f",
        "reason": "born on one day, and called the same",
        "rule": "persons/A2",
    }
    assert list(case.journal.entries(Kind.IDENTITY)) == list(outcome.entries)
    assert case.state.identity.components() == {"p-a": {"p-a", "p-b", "p-c"}}


def test_what_stands_against_a_rule_is_named_and_the_rest_is_recorded(case: Case) -> None:
    decide(case, "different", ["p-a", "p-c"], reason="two men")
    outcome = decide_all(case, [by_rule("p-a", "p-b"), by_rule("p-b", "p-c"), by_rule("p-a", "u-x"), by_rule("p-a", "p-zz")])
    assert [entry.body["members"] for entry in outcome.entries] == [["p-a", "p-b"]]
    assert [(refused.by, refused.why) for refused in outcome.refused] == [
        (2, "decision 2 stands against it"),
        (None, "a Person and a Unit cannot be the same"),
        (None, "p-zz is no mention of this case"),
    ]


def test_no_rule_makes_again_what_a_person_took_back(case: Case) -> None:
    (entry,) = decide_all(case, [by_rule("p-a", "p-b")]).entries
    taken_back = decide(case, "retract", retracts=entry.sequence, reason="father and son")

    outcome = decide_all(case, [by_rule("p-a", "p-b"), by_rule("p-a", "p-c"), by_rule("p-b", "p-c")])

    assert [entry.body["members"] for entry in outcome.entries] == [["p-a", "p-c"]]
    assert [refused.by for refused in outcome.refused] == [taken_back.sequence] * 2
    decide(case, "same", ["p-a", "p-b"], reason="one man after all")  # a person may


def test_no_rule_decides_what_a_person_left_open(case: Case) -> None:
    question = decide(case, "unsure", ["p-a", "p-b"], reason="the photograph is to come")
    assert [refused.by for refused in decide_all(case, [by_rule("p-a", "p-b")]).refused] == [question.sequence]
    decide(case, "retract", retracts=question.sequence, reason="it came")
    assert len(decide_all(case, [by_rule("p-a", "p-b")]).entries) == 1


def test_many_decisions_are_recorded_together_or_not_at_all(case: Case) -> None:
    def some() -> Iterator[Decided]:
        yield by_rule("p-a", "p-b")
        raise RuntimeError("the power failed")

    with pytest.raises(RuntimeError):
        decide_all(case, some())
    assert case.journal.head[0] == 1


def test_a_persons_word_is_not_taken_in_bulk(case: Case) -> None:
    for decided in (Decided(("p-a", "p-b"), "person", "x"), Decided((), "persons/A2", "x", "retract")):
        with pytest.raises(ValueError, match="what rules decide"):
            decide_all(case, [decided])


def test_a_decision_without_a_reason_is_refused(case: Case) -> None:
    with pytest.raises(CaseError, match="a reason is required"):
        decide(case, "same", ["p-a", "p-b"], reason="  ")


def test_what_the_person_saw_is_kept(case: Case) -> None:
    assert decide(case, "same", ["p-a", "p-b"], reason="one man", more={"bits": 3.5, "rule": "a slip"}).body["rule"] == "person"
