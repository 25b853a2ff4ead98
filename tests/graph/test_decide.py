"""Decisions as a person takes them, in a case on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.case import Case
from graph.decide import decide
from graph.entry import Kind
from graph.errors import CaseError
from graph.state import replay
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
    before = graph(replay(case.journal))
    entry = decide(case, "same", ["p-a", "p-b"], reason="one man")
    assert graph(replay(case.journal)) != before

    decide(case, "retract", retracts=entry.sequence, reason="two men after all")
    assert graph(replay(case.journal)) == before

    decide(case, "different", ["p-a", "p-b"], reason="two men")
    assert graph(replay(case.journal)) == before


def test_members_leave_a_decision(case: Case) -> None:
    entry = decide(case, "same", ["p-a", "p-b", "p-c"], reason="one man")
    decide(case, "retract", ["p-c"], retracts=entry.sequence, reason="not he")
    assert replay(case.journal).identity.components() == {"p-a": {"p-a", "p-b"}}


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
