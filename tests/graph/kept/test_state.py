"""A case keeps what its journal comes to, and reads of the journal only what it has not read yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.decide import decide
from graph.decided.entry import Entry, Kind
from graph.decided.journal import Journal
from graph.decided.replay import replay
from graph.kept.case import Case
from graph.said.claim import Mention
from queries.desk.judge import judge, retract
from tests.graph.small_case import Sheet, graph, new_case, recorded

A, B, C, D, E = (f"p-{letter * 16}" for letter in "abcde")


class Broken(Exception):
    """What goes wrong inside a transaction."""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Four rows about people, loaded."""
    with new_case(tmp_path / "case") as made:
        sheet().enter(made.journal)
        yield made


def sheet(*names: str) -> Sheet:
    found = Sheet()
    for name in names or (A, B, C, D):
        found.thing(name, "Person", name=f"Brum {name}")
    return found


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many entries and loads were read of any journal."""
    counted: Counter[str] = Counter()
    entries, mentions = Journal.entries, Journal.mentions

    def counted_entries(journal: Journal, *kinds: Any, **limits: Any) -> Iterator[Entry]:
        for entry in entries(journal, *kinds, **limits):
            counted["entries"] += 1
            yield entry

    def counted_mentions(journal: Journal, load: int) -> list[Mention]:
        counted["loads"] += 1
        return mentions(journal, load)

    monkeypatch.setattr(Journal, "entries", counted_entries)
    monkeypatch.setattr(Journal, "mentions", counted_mentions)
    return counted


def test_a_state_is_read_once_and_then_only_what_is_new(case: Case, reads: Counter[str]) -> None:
    for other in (B, C, D):
        recorded(case.journal, "unsure", A, other)
    assert len(list(case.state.identity.unsure())) == 3
    assert case.state is case.state
    first = reads.copy()
    assert (first["loads"], first["entries"]) == (1, 5)  # its one load, before and among the four entries
    recorded(case.journal, "same", A, B)
    assert case.state.identity.same(A, B)
    assert reads - first == {"entries": 1}


def test_a_judgement_reads_the_journal_once(case: Case, reads: Counter[str]) -> None:
    judge(case, [A, B], "same", reason="one man")
    assert (reads["loads"], reads["entries"]) == (1, 3)
    judge(case, [C, D], "different", reason="two men")
    assert (reads["loads"], reads["entries"]) == (1, 4)
    judged = retract(case, 2, reason="no")
    assert judged.things == {A: 1, B: 1}
    assert reads["loads"] == 1


def test_what_another_process_wrote_is_seen(case: Case, reads: Counter[str]) -> None:
    assert not case.state.identity.same(A, B)
    before = reads["loads"]
    with Case(case.folder) as other:
        decide(other, "same", [A, B], reason="one man")
        sheet(E).enter(other.journal)
        after = reads["loads"]
        state = case.state
        assert state.identity.same(A, B)
        assert E in state.mentions
        assert reads["loads"] == after + 1  # the new load alone; the other case read the first one for itself
        assert before == 1


def test_what_is_taken_back_leaves_no_trace(case: Case, reads: Counter[str]) -> None:
    before, hashed = case.state, graph(case.state)
    with pytest.raises(Broken), case.journal.appending() as journal:
        journal.load({"file": "f", "mapping": "m", "series": "s"}, sheet(E).mentions.values(), (), "tester")
        assert E in case.state.mentions
        raise Broken
    read = reads["loads"]
    assert case.state is before
    assert graph(case.state) == hashed
    assert reads["loads"] == read


def test_an_entry_in_the_place_of_one_that_was_taken_back_is_read(case: Case) -> None:
    assert case.state.sequence == 1
    body = {"decision": "same", "rule": "person", "reason": "x", "members": [A, B]}
    with pytest.raises(Broken), case.journal.appending() as journal:
        journal.entry(Kind.IDENTITY, body, "tester")
        assert case.state.identity.same(A, B)
        raise Broken
    recorded(case.journal, "same", C, D)
    assert case.state.sequence == 2
    assert case.state.identity.components() == {C: {C, D}}


def test_what_stands_after_a_transaction_was_read_in_it(case: Case, reads: Counter[str]) -> None:
    with case.journal.appending() as journal:
        body = {"file": "f", "mapping": "m", "series": "s"}
        journal.load(body, sheet(E).mentions.values(), sheet(E).claims, "tester")
        inside = case.state
    read = reads.copy()
    assert case.state is inside
    assert [held.id for held in inside.claims] == [held.id for held in replay(case.journal).claims]
    assert read["loads"] == 2


def test_a_journal_restored_from_a_backup_is_read_anew(case: Case, tmp_path: Path) -> None:
    recorded(case.journal, "same", A, B)
    assert case.state.identity.same(A, B)
    with new_case(tmp_path / "other") as other:
        sheet().enter(other.journal)
        recorded(other.journal, "same", C, D)
        recorded(other.journal, "same", B, D)
        case.journal.close()
        case.journal = other.journal
        assert case.state.identity.components() == {B: {B, C, D}}
