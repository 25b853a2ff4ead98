"""The journal shows tampering (TRUST E3): whoever touches the file is found out, as far as the file alone can tell."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from graph.decided.entry import Entry, Kind
from graph.decided.journal import Journal
from graph.errors import CaseError, IntegrityError
from tests.graph.small_case import Sheet, lasting, recorded
from tests.promises import Promise

FLIPS = 300


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two loads, decisions, a seal: closed, all in one file."""
    journal = Journal.create(tmp_path / "journal.db")
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("p-b", "Person", name="A. Brum", born="1950")
    sheet.thing("u-x", "Unit", name="Northern Guard").link("l-1", "POSTED_TO", "p-a", "u-x", span=lasting(1, 5))
    sheet.enter(journal)
    recorded(journal, "same", "p-a", "p-b", weight=0.30000000000000004)
    Sheet().thing("p-c", "Person", name="Olu Zent").enter(journal)
    recorded(journal, "different", "p-a", "p-c")
    journal.append(Kind.SEAL, {"head": journal.head[1]}, "tester")
    journal.close()
    return tmp_path / "journal.db"


def contents(path: Path) -> list[Any]:
    """Every row of the three tables, as SQLite gives them."""
    with sqlite3.connect(path) as db:
        rows = [db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in ("entry", "mention", "claim")]
    db.close()
    return rows


def verify(path: Path) -> int:
    journal = Journal(path)
    try:
        return journal.verify()
    finally:
        journal.close()


def tamper(path: Path, *statements: str) -> None:
    """With the triggers out of the way, as an attacker would."""
    db = sqlite3.connect(path, isolation_level=None)
    for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        db.execute(statement)
    db.close()


def flipped(path: Path, at: int, bit: int) -> bytes:
    whole = bytearray(path.read_bytes())
    whole[at] ^= 1 << bit
    return bytes(whole)


def test_untouched_it_is_whole(path: Path) -> None:
    assert verify(path) == 5


@pytest.mark.trust("the journal shows what was changed in it")
def test_no_flipped_bit_changes_what_is_read_unnoticed(path: Path) -> None:
    """Bits in no row at all (free space, counters) may flip: then all rows are as they were."""
    random, whole, before = Random(8), path.read_bytes(), contents(path)
    used = [at for at, byte in enumerate(whole) if byte]
    noticed = 0
    for at in random.sample(used, FLIPS):
        path.write_bytes(flipped(path, at, random.randrange(8)))
        try:
            verify(path)
        except (IntegrityError, CaseError):
            noticed += 1
        else:
            assert contents(path) == before, f"byte {at}"
        path.write_bytes(whole)
    assert noticed > FLIPS / 2


@pytest.mark.trust("the journal shows what was changed in it")
def test_every_flipped_byte_of_every_row_is_noticed(path: Path) -> None:
    """Each byte of the words that stand in entries, mentions and claims."""
    whole = path.read_bytes()
    words = {str(cell).encode() for table in contents(path) for row in table for cell in row if isinstance(cell, str)}
    places = {at + n for word in words if len(word) > 5 for at in occurrences(whole, word) for n in range(len(word))}
    for at in sorted(places)[::13]:
        path.write_bytes(flipped(path, at, at % 8))
        with pytest.raises((IntegrityError, CaseError)):
            verify(path)
        path.write_bytes(whole)
    assert len(places) > 3000


@pytest.mark.trust("the journal shows what was changed in it")
def test_control_who_does_not_verify_reads_another_word(path: Path, promise: Promise) -> None:
    """A letter of a body that SQLite gives out as it stands: nothing but the hashes shows it."""
    whole, before, unnoticed = path.read_bytes(), contents(path), 0
    places = occurrences(whole, b"Brum")
    for at in places:
        path.write_bytes(flipped(path, at, 0))
        unnoticed += contents(path) != before
        with pytest.raises(IntegrityError):
            verify(path)
        path.write_bytes(whole)
    promise.control(len(places), unnoticed)
    assert unnoticed == len(places) > 1


def occurrences(whole: bytes, word: bytes) -> list[int]:
    found, at = [], whole.find(word)
    while at >= 0:
        found.append(at)
        at = whole.find(word, at + 1)
    return found


REWRITES: dict[str, list[str]] = {
    "who did it": ["UPDATE entry SET who = 'someone else' WHERE sequence = 2"],
    "when": ["UPDATE entry SET at = '2001-01-01' WHERE sequence = 5"],
    "the kind": ["UPDATE entry SET kind = 'sample' WHERE sequence = 5"],
    "a kind there is not": ["UPDATE entry SET kind = 'gift' WHERE sequence = 5"],
    "a body": ["UPDATE entry SET body = replace(body, 'same', 'unsure') WHERE sequence = 2"],
    "a body that is no JSON": ["UPDATE entry SET body = substr(body, 2) WHERE sequence = 2"],
    "a body written otherwise": ["UPDATE entry SET body = ' ' || body WHERE sequence = 2"],
    "a figure written otherwise": ["UPDATE entry SET body = replace(body, '0.30000000000000004', '0.300000000000000043')"],
    "a hash": ["UPDATE entry SET hash = previous WHERE sequence = 5"],
    "the hash before": ["UPDATE entry SET previous = hash WHERE sequence = 3"],
    "a number": ["UPDATE entry SET sequence = 9 WHERE sequence = 5"],
    "an entry is gone": ["DELETE FROM entry WHERE sequence = 2"],
    "the first entry is gone": ["DELETE FROM entry WHERE sequence = 1"],
    "two entries swapped": [
        "UPDATE entry SET sequence = 99 WHERE sequence = 2",
        "UPDATE entry SET sequence = 2 WHERE sequence = 4",
        "UPDATE entry SET sequence = 4 WHERE sequence = 99",
    ],
    "an entry put in twice": [
        "INSERT INTO entry SELECT 6, at, who, kind, salt, body, digest, brought, previous, hash FROM entry WHERE sequence = 5"
    ],
    "a claim is gone": ["DELETE FROM claim WHERE about = 'p-b'"],
    "a claim's words": ["UPDATE claim SET body = replace(body, '1950', '1951')"],
    "a claim's polarity": ["UPDATE claim SET body = replace(body, 'asserts', 'denies')"],
    "a claim's id": ["UPDATE claim SET id = 'c-x' WHERE about = 'p-c'"],
    "what a claim is filed under": ["UPDATE claim SET about = 'p-c' WHERE about = 'p-b'"],
    "a claim in another load": ["UPDATE claim SET load = 3 WHERE about = 'p-b'"],
    "a claim in no load": ["UPDATE claim SET load = 2 WHERE about = 'p-b'"],
    "a claim put in": ["INSERT INTO claim SELECT load, 'c-x', about, salt, body FROM claim WHERE about = 'p-b' LIMIT 1"],
    "a claim put in under no load": ["INSERT INTO claim SELECT 77, id, about, salt, body FROM claim WHERE about = 'p-b' LIMIT 1"],
    "a mention is gone": ["DELETE FROM mention WHERE id = 'p-b'"],
    "a mention's words": ["UPDATE mention SET body = replace(body, 'Person', 'Unit')"],
    "a mention put in": ["INSERT INTO mention SELECT 2, id, salt, body FROM mention WHERE id = 'p-b'"],
    "a mention's id": ["UPDATE mention SET id = 'p-x' WHERE id = 'p-b'"],
    "all claims are gone": ["DELETE FROM claim"],
    "a load is gone and its claims stay": ["DELETE FROM entry WHERE sequence >= 3"],
}


@pytest.mark.trust("the journal shows what was changed in it")
@pytest.mark.parametrize("what", REWRITES)
def test_rows_that_were_touched_are_noticed(path: Path, what: str) -> None:
    before = contents(path)
    tamper(path, *REWRITES[what])
    assert contents(path) != before
    with pytest.raises(IntegrityError, match="restore"):
        verify(path)


@pytest.mark.trust("the journal shows what was changed in it")
@pytest.mark.parametrize("length", [0, 100, 4096, 3 * 4096, -4096, -1])
def test_a_file_cut_short_is_noticed(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises((IntegrityError, CaseError)):
        verify(path)


def test_a_tail_cut_at_an_entry_is_whole_by_itself_and_differs_from_the_head_that_was_noted(path: Path) -> None:
    """Nothing inside the file can show this: only a head kept outside, signed."""
    journal = Journal(path)
    noted = journal.head
    journal.close()
    tamper(path, "DELETE FROM entry WHERE sequence = 5")
    journal = Journal(path)
    assert journal.verify() == 4
    assert journal.head != noted
    assert journal.hash_of(noted[0]) != noted[1]
    journal.close()


def test_a_chain_written_anew_is_whole_by_itself_and_differs_from_the_head_that_was_noted(path: Path) -> None:
    journal = Journal(path)
    noted = journal.head
    journal.close()
    rewrite(path, 4, lambda body: {**body, "decision": "unsure"})
    journal = Journal(path)
    assert journal.verify() == 5
    assert journal.head[0] == noted[0]
    assert journal.head[1] != noted[1]
    journal.close()


@pytest.mark.parametrize("sequence", [1, 2, 3, 4])
def test_an_entry_written_anew_with_a_hash_of_its_own_breaks_the_chain(path: Path, sequence: int) -> None:
    rewrite(path, sequence, lambda body: {**body, "reason": "another"}, and_all_after=False)
    with pytest.raises(IntegrityError, match=f"entry {sequence + 1} is not what was written"):
        verify(path)


def rewrite(path: Path, sequence: int, change: Callable[[Any], Any], *, and_all_after: bool = True) -> None:
    """Changes one entry and its hash, and every hash after it, as somebody would who knows how."""
    journal = Journal(path)
    entries, statements = list(journal.entries()), []
    journal.close()
    previous = entries[0].previous
    for old in entries:
        body = change(old.body) if old.sequence == sequence else old.body
        before = previous if and_all_after else old.previous
        new = Entry(old.sequence, old.at, old.who, old.kind, body, before, old.salt, old.brought)
        text = new.body_text.replace("'", "''")
        told = f"body = '{text}', digest = '{new.digest}', previous = '{new.previous}', hash = '{new.hash}'"
        statements.append(f"UPDATE entry SET {told} WHERE sequence = {new.sequence}")
        previous = new.hash
    tamper(path, *statements)
