"""A seal kept outside shows what the file alone cannot: a tail that was cut, a history that was written anew (TRUST E3)."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from graph.decided.journal import Journal
from graph.errors import CaseError, IntegrityError
from graph.sealed import signing
from graph.sealed.seal import Seal
from graph.sealed.signing import signing_key
from tests.graph.decided.test_tampering import rewrite, tamper
from tests.graph.small_case import Sheet, recorded
from tests.promises import Promise

SEALED = 8


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A load and decisions about it."""
    journal = Journal.create(tmp_path / "journal.db")
    Sheet().thing("p-a", "Person", name="Ada Brum").thing("p-b", "Person", name="A. Brum").enter(journal)
    for _ in range(SEALED - 1):
        recorded(journal, "unsure", "p-a", "p-b")
    journal.close()
    return tmp_path / "journal.db"


def sealed(path: Path) -> Seal:
    journal = Journal(path)
    seal = Seal.of(journal, "2026-11-29T10:00:00+00:00", signing_key(path.parent))
    journal.close()
    return Seal.read(seal.text())


def held_against(path: Path, seal: Seal) -> None:
    journal = Journal(path)
    try:
        journal.verify()
        seal.hold_against(journal)
    finally:
        journal.close()


def test_a_journal_that_grew_is_the_sealed_one(path: Path) -> None:
    seal = sealed(path)
    journal = Journal(path)
    recorded(journal, "different", "p-a", "p-b")
    journal.close()
    held_against(path, seal)
    assert seal.sequence == SEALED


@pytest.mark.trust("history written anew or cut after a seal is found")
def test_history_written_anew_after_a_seal_is_found_each_time(path: Path, promise: Promise) -> None:
    """By somebody who knows how: every hash fits, and the journal verifies by itself."""
    whole, seal, random, unsealed = path.read_bytes(), sealed(path), Random(11), 0
    for attempt in range(100):
        journal = Journal(path)
        recorded(journal, "different", "p-a", "p-b")
        journal.close()

        def otherwise(body: dict[str, Any], reason: str = f"another {attempt}") -> dict[str, Any]:
            return {**body, "reason": reason}

        rewrite(path, random.randint(1, SEALED), otherwise)
        journal = Journal(path)
        unsealed += journal.verify() == SEALED + 1  # the control: without the seal nothing shows it
        with pytest.raises(IntegrityError, match="not the one that was sealed"):
            seal.hold_against(journal)
        journal.close()
        path.write_bytes(whole)
    promise.tried(100)
    promise.control(100, unsealed)
    assert unsealed == 100


@pytest.mark.trust("history written anew or cut after a seal is found")
def test_a_tail_that_was_cut_is_found(path: Path) -> None:
    seal = sealed(path)
    tamper(path, f"DELETE FROM entry WHERE sequence = {SEALED}")
    with pytest.raises(IntegrityError, match="its end was cut off"):
        held_against(path, seal)


@pytest.mark.trust("a changed proof or seal is refused")
def test_a_seal_that_was_changed_is_refused(path: Path, promise: Promise) -> None:
    random, whole = Random(4), sealed(path).text().encode()
    for _ in range(200):
        flipped = bytearray(whole)
        flipped[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        with pytest.raises((IntegrityError, UnicodeDecodeError)):
            Seal.read(bytes(flipped).decode())
    promise.tried(200)


@pytest.mark.trust("a changed proof or seal is refused")
def test_control_without_the_signature_another_seal_is_taken(
    path: Path, promise: Promise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One figure of a hash is another: it still reads well."""
    seal = sealed(path)
    changed = [replace(seal, head=other(seal.head, at)) for at in range(len(seal.head))]
    for one in changed:
        with pytest.raises(IntegrityError, match="signature"):
            Seal.read(one.text())
    monkeypatch.setattr(signing, "signed", lambda *unused: True)
    taken = [Seal.read(one.text()) for one in changed]
    promise.control(len(changed), len(taken))
    assert taken == changed


def other(figures: str, at: int) -> str:
    """With another figure at one place."""
    return f"{figures[:at]}{int(figures[at], 16) ^ 1:x}{figures[at + 1 :]}"


def test_the_private_key_is_its_owners_alone_and_is_not_made_twice(tmp_path: Path) -> None:
    key = signing_key(tmp_path)
    assert stat.S_IMODE((tmp_path / "signing").stat().st_mode) == 0o600
    assert signing_key(tmp_path).public == key.public
    (tmp_path / "signing").write_text("ab\n", "ascii")
    with pytest.raises(CaseError, match="signing is damaged"):
        signing_key(tmp_path)
