"""The triggers let go of exactly what an erasure names, and what is gone without one is found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.decided.entry import Kind
from graph.decided.erasing import Gone
from graph.decided.journal import Journal
from graph.errors import IntegrityError
from graph.said.claim import claim_id
from tests.graph.decided.test_tampering import tamper
from tests.graph.small_case import Sheet, recorded

SHEET = Sheet().thing("p-a", "Person", name="Ada Brum", born="1950").thing("p-b", "Person", name="Olu Zent")
ADA, BORN, OLU = (claim_id(claim) for claim in SHEET.claims)
ROWS = [Gone("mention", 1, "p-a"), Gone("claim", 1, ADA), Gone("claim", 1, BORN), Gone("entry", 2, "")]
BODY = {"reason": "consent withdrawn"}


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A load, a decision about one of its people, another one."""
    made = Journal.create(tmp_path / "journal.db")
    SHEET.enter(made)
    recorded(made, "unsure", "p-a", "p-b", note="Ada Brum or not")
    recorded(made, "unsure", "p-b", "s-1")
    yield made
    made.close()


def erase(journal: Journal, *rows: Gone) -> int:
    with journal.appending() as appender:
        return appender.erase(BODY, rows or ROWS, "tester").sequence


def test_what_is_erased_is_gone_and_the_chain_verifies(journal: Journal) -> None:
    head = journal.head
    assert erase(journal) == 4
    assert journal.verify() == 4
    assert journal.hash_of(head[0]) == head[1]
    assert [mention.id for mention in journal.mentions(1)] == ["p-b", "s-1"]
    assert [held.id for held in journal.claims(1, "f" * 64)] == [OLU]
    assert journal.entry(2) is None and [entry.sequence for entry in journal.entries()] == [1, 3, 4]


def test_what_is_left_of_a_row_stands_in_its_place_and_may_be_erased_later(journal: Journal) -> None:
    left = SHEET.claims[2].as_text().replace("row 2", "(erased)")
    erase(
        journal,
        Gone("claim", 1, OLU, left),
        Gone("entry", 3, "", '{"decision":"unsure","members":[],"reason":"","rule":"person"}'),
    )
    assert journal.verify() == 4
    assert journal.claims_of([OLU])[0][2].locator == "(erased)"
    entry = journal.entry(3)
    assert entry is not None and entry.body["members"] == []
    erase(journal, Gone("claim", 1, OLU, left.replace("Olu", "O.")))
    assert journal.verify() == 5
    erase(journal, Gone("claim", 1, OLU), Gone("entry", 3, ""))
    assert journal.verify() == 6
    assert not journal.claims_of([OLU]) and journal.entry(3) is None


def test_no_byte_is_left_in_the_files(journal: Journal) -> None:
    salts = [row[0] for row in sqlite3.connect(journal.path).execute("SELECT salt FROM claim WHERE about = 'p-a'")]
    erase(journal)
    journal.compact()
    whole = b"".join(path.read_bytes() for path in journal.path.parent.iterdir())
    assert b"Olu Zent" in whole
    for word in (b"Ada", b"Brum", b"1950", b"p-a", ADA.encode(), *salts):
        assert word not in whole
    assert journal.verify() == 4


ALONE = {
    "a claim": "DELETE FROM claim WHERE about = 'p-a'",
    "a mention": "DELETE FROM mention WHERE id = 'p-a'",
    "an entry": "UPDATE entry SET salt = NULL, body = NULL WHERE sequence = 2",
    "a whole entry": "DELETE FROM entry WHERE sequence = 2",
    "a body": "UPDATE claim SET body = '{}' WHERE about = 'p-a'",
    "the list of what is to go": "INSERT INTO erasing VALUES ('claim', 1, 'x', 1)",
    "the list of what went": "INSERT INTO erased VALUES (3, 'claim', 1, 'x', NULL)",
}


@pytest.mark.parametrize("what", ALONE)
@pytest.mark.parametrize("after", [False, True])
def test_without_an_erasure_that_names_it_nothing_goes(journal: Journal, what: str, after: bool) -> None:
    """Nor after one that names something else, once other entries follow it."""
    if after:
        erase(journal, Gone("claim", 1, OLU))
        recorded(journal, "unsure", "p-b", "s-1")
    with sqlite3.connect(journal.path) as other, pytest.raises(sqlite3.IntegrityError, match="the journal only grows"):
        other.execute(ALONE[what])
    other.close()


def test_an_erasure_lets_nothing_else_go(journal: Journal) -> None:
    """While it is under way, and by whoever is in the same transaction."""
    with pytest.raises(sqlite3.IntegrityError, match="the journal only grows"), journal.appending() as appender:
        appender.erase(BODY, [Gone("claim", 1, ADA)], "tester")
        appender._db.execute("DELETE FROM claim WHERE id = ?", [BORN])
    assert journal.verify() == 3


HIDDEN = {
    "a claim more": ["DELETE FROM claim WHERE about = 'p-b'"],
    "a claim more, with its line": [
        "INSERT INTO erased SELECT 4, 'claim', 1, substr(leaf, 2) || 'a', NULL FROM erased LIMIT 1",
        "DELETE FROM claim WHERE about = 'p-b'",
    ],
    "another entry": ["UPDATE entry SET salt = NULL, body = NULL WHERE sequence = 3"],
    "the lines": ["DELETE FROM erased"],
    "a line": ["DELETE FROM erased WHERE part = 'mention'"],
    "a line of no entry": ["INSERT INTO erased VALUES (3, 'claim', 1, 'ab', NULL)"],
    "a line changed": ["UPDATE erased SET instead = leaf WHERE part = 'mention'"],
}


@pytest.mark.parametrize("what", HIDDEN)
def test_what_went_beside_an_erasure_is_found(journal: Journal, what: str) -> None:
    erase(journal)
    tamper(journal.path, *HIDDEN[what])
    with pytest.raises(IntegrityError, match="restore"):
        journal.verify()


def test_a_row_that_was_replaced_is_found(journal: Journal) -> None:
    left = SHEET.claims[2].as_text()
    erase(journal, Gone("claim", 1, OLU, left))
    tamper(journal.path, "UPDATE claim SET body = replace(body, 'asserts', 'denies') WHERE about = 'p-b'")
    with pytest.raises(IntegrityError, match="claims of load 1"):
        journal.verify()


def test_an_erasure_needs_a_reason(journal: Journal) -> None:
    assert Kind.ERASURE.changes_graph and Kind.ERASURE.needs == ("reason", "register")


def test_an_erased_text_that_was_put_back_is_found(journal: Journal) -> None:
    """Though it is what was written once."""
    db = sqlite3.connect(journal.path)
    salt, body = db.execute("SELECT salt, body FROM claim WHERE about = 'p-b'").fetchone()
    db.close()
    erase(journal, Gone("claim", 1, OLU, SHEET.claims[2].as_text().replace("row 2", "(erased)")))
    assert journal.verify() == 4
    body = body.replace("'", "''")
    tamper(journal.path, f"UPDATE claim SET salt = x'{salt.hex()}', body = '{body}' WHERE about = 'p-b'")
    with pytest.raises(IntegrityError, match="claims of load 1"):
        journal.verify()
