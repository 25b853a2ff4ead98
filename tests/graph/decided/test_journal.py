"""The journal only grows, each entry holds on to the one before, and what goes in comes out."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.decided.entry import CHANGES_GRAPH, GENESIS, NEEDS, Entry, Kind
from graph.decided.journal import Journal
from graph.errors import CaseError
from graph.said.claim import Claim, Mention, claim_id
from tests.graph.small_case import Sheet, lasting, recorded

SHEET = Sheet().thing("p-a", "Person", name="Ada Brum").thing("u-x", "Unit", name="Northern Guard", key="7")
SHEET.link("l-1", "POSTED_TO", "p-a", "u-x", span=lasting(1, 5), acting=True)

TEXT = st.text(st.characters(codec="utf-8"))
BODY = st.dictionaries(TEXT, st.recursive(st.none() | st.booleans() | st.integers() | TEXT, st.lists, max_leaves=4))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    found = Journal.create(tmp_path / "journal.db")
    SHEET.enter(found)
    recorded(found, "unsure", "p-a", "u-x")
    yield found
    found.close()


@pytest.mark.parametrize("table", ["entry", "mention", "claim"])
@pytest.mark.parametrize("change", ["UPDATE {} SET body = body", "DELETE FROM {}", "UPDATE {} SET body = '' WHERE 0 OR 1"])
def test_nothing_is_changed_or_taken_away(journal: Journal, table: str, change: str) -> None:
    with sqlite3.connect(journal.path) as other, pytest.raises(sqlite3.IntegrityError, match="the journal only grows"):
        other.execute(change.format(table))
    other.close()
    assert journal.verify() == 2


REPLACED = {
    "entry": "SELECT 1, at, who, 'seal', salt, '{}', digest, brought, previous, hash FROM entry",
    "mention": "SELECT load, id, salt, '[]' FROM mention",
    "claim": "SELECT load, id, about, salt, '{}' FROM claim",
}


@pytest.mark.parametrize("table", REPLACED)
def test_nothing_is_put_in_the_place_of_something(journal: Journal, table: str) -> None:
    """REPLACE deletes without waking the trigger for DELETE."""
    with sqlite3.connect(journal.path) as other, pytest.raises(sqlite3.IntegrityError, match="the journal only grows"):
        other.execute(f"INSERT OR REPLACE INTO {table} {REPLACED[table]} LIMIT 1")
    other.close()
    assert journal.verify() == 2


def test_each_entry_holds_the_hash_of_the_one_before(journal: Journal) -> None:
    first, second = journal.entries()
    assert (first.sequence, first.previous) == (1, GENESIS)
    assert (second.sequence, second.previous) == (2, first.hash)
    assert journal.head == (2, second.hash)
    assert journal.hash_of(1) == first.hash
    assert journal.hash_of(9) == GENESIS
    assert journal.entry(9) is None


def test_what_a_load_brought_comes_back(journal: Journal) -> None:
    assert {mention.id: mention for mention in journal.mentions(1)} == SHEET.mentions
    found = journal.claims(1, "f" * 64)
    assert {held.id: held.claim for held in found} == {claim_id(claim): claim for claim in SHEET.claims}
    assert {held.file for held in found} == {"f" * 64}
    assert [claim for _, _, claim in journal.claims_about(["p-a"])] == [SHEET.claims[0]]
    assert journal.claims_of([found[0].id]) == [(1, found[0].id, found[0].claim)]
    assert not journal.claims(2, "")


@given(BODY)
def test_an_entry_reads_back_as_it_was_hashed(body: dict[str, Any]) -> None:
    entry = Entry(1, "now", "me", Kind.SEAL, body, GENESIS)
    again = Entry(1, "now", "me", Kind.SEAL, json.loads(entry.body_text), GENESIS)
    assert (again.hash, again.body_text) == (entry.hash, entry.body_text)


@pytest.mark.parametrize(
    "change",
    [
        {"sequence": 2},
        {"at": "x"},
        {"who": "x"},
        {"kind": Kind.SAMPLE},
        {"body": {}},
        {"previous": "x"},
        {"salt": b"x"},
        {"brought": "x"},
    ],
)
def test_everything_in_an_entry_is_hashed(change: dict[str, Any]) -> None:
    told: dict[str, Any] = {"sequence": 1, "at": "now", "who": "me", "kind": Kind.SEAL, "body": {"head": "h"}, "previous": "p"}
    assert Entry(**told).hash != Entry(**told | change).hash


def test_an_order_of_keys_does_not_change_the_hash() -> None:
    one, other = ({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert Entry(1, "", "", Kind.SEAL, one, "").hash == Entry(1, "", "", Kind.SEAL, other, "").hash


@pytest.mark.parametrize("kind", list(Kind))
def test_an_entry_without_what_its_kind_needs_is_refused(journal: Journal, kind: Kind) -> None:
    for missing in NEEDS[kind]:
        body = dict.fromkeys(NEEDS[kind], "x")
        del body[missing]
        with pytest.raises(CaseError, match=f"{kind} needs {missing}"):
            journal.append(kind, body, "tester")
    assert journal.head[0] == 2


def test_all_or_nothing(journal: Journal) -> None:
    before = journal.head
    with pytest.raises(CaseError), journal.appending() as appender:
        appender.entry(Kind.SEAL, {"head": "h"}, "tester")
        appender.entry(Kind.SEAL, {}, "tester")
    assert journal.head == before
    with pytest.raises(sqlite3.IntegrityError), journal.appending() as appender:
        mention = Mention("p-x", "Person", "row", "row 1")
        appender.load({"file": "f", "mapping": "m", "series": "s"}, [mention, mention], [], "tester")
    assert journal.head == before
    assert not journal.mentions(3)
    assert journal.append(Kind.SEAL, {"head": "h"}, "tester").sequence == 3


def test_the_graph_is_as_old_as_the_last_entry_that_changes_it(journal: Journal) -> None:
    for kind in Kind:
        journal.append(kind, dict.fromkeys(kind.needs, "x"), "tester")
        assert (journal.graph_sequence == journal.head[0]) == (kind in CHANGES_GRAPH) == kind.changes_graph


def test_an_empty_journal_is_whole(tmp_path: Path) -> None:
    journal = Journal.create(tmp_path / "journal.db")
    assert (journal.verify(), journal.head, journal.graph_sequence) == (0, (0, GENESIS), 0)
    journal.close()


@pytest.mark.parametrize("name", ["a b", "50%41", "why?", "case #7", "дело", "a&b=c"])
def test_a_journal_opens_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    """A path inside a URI: `#` and `?` cut it short."""
    (tmp_path / name).mkdir()
    Journal.create(tmp_path / name / "journal.db").close()
    journal = Journal(tmp_path / name / "journal.db")
    assert journal.head == (0, GENESIS)
    journal.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to look like a page of one" * 99])
def test_what_is_no_journal_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "journal.db").write_bytes(content)
    with pytest.raises(CaseError, match="restore the case from a backup"):
        Journal(tmp_path / "journal.db")


def test_a_journal_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CaseError):
        Journal(tmp_path / "journal.db")
    assert not list(tmp_path.iterdir())


def test_the_id_of_a_claim_says_what_was_said_and_not_where(journal: Journal) -> None:
    one = Claim("p-a", "born", "1950", "1950", "row 2", "s-1")
    assert claim_id(one) == claim_id(Claim("p-a", "born", "1950", "1950", "row 99", "s-1"))
    others = [
        Claim("p-b", "born", "1950", "1950", "row 2", "s-1"),
        Claim("p-a", "name", "1950", "1950", "row 2", "s-1"),
        Claim("p-a", "born", "1951", "1950", "row 2", "s-1"),
        Claim("p-a", "born", "1950", "ca. 1950", "row 2", "s-1"),
        Claim("p-a", "born", "1950", "1950", "row 2", "s-2"),
        Claim("p-a", "born", "1950", "1950", "row 2", "s-1", "denies"),
        Claim("p-a", "born", "1950", "1950", "row 2", "s-1", basis="saw"),
    ]
    assert len({claim_id(claim) for claim in [one, *others]}) == 8


def test_a_journal_of_the_format_before_the_first_release_is_refused_in_one_line(journal: Journal) -> None:
    with sqlite3.connect(journal.path) as other:
        other.execute("PRAGMA user_version = 0")
    other.close()
    with pytest.raises(CaseError, match="of another version of Linkage") as refused:
        Journal(journal.path)
    assert "\n" not in str(refused.value)


def test_equal_bodies_have_unequal_digests(journal: Journal) -> None:
    """Nobody finds out what was erased by trying what it may have said."""
    one, other = (journal.append(Kind.SEAL, {"head": "h"}, "tester") for _ in range(2))
    assert one.digest != other.digest
    assert set(journal.leaves(1)).isdisjoint(journal.leaves(SHEET.enter(journal)))
