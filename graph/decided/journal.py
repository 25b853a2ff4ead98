"""The journal: append-only, hash-chained, in SQLite. What is not in it did not happen; what is in it stays.

UPDATE, DELETE and REPLACE are refused by triggers. Each entry holds the hash of the one before. The claims and mentions a load
brought stand beside the entries; the load's body holds their SHA-256, so they are inside the chain.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from graph import ids
from graph.decided.entry import GENESIS, Entry, Kind
from graph.errors import CaseError, IntegrityError
from graph.said.claim import Claim, HeldClaim, Mention, claim_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

SCHEMA = """
CREATE TABLE entry (
    sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL,
    body TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TABLE mention (load INTEGER NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (load, id)) STRICT, WITHOUT ROWID;
CREATE TABLE claim (load INTEGER NOT NULL, id TEXT NOT NULL, about TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (load, id)) STRICT, WITHOUT ROWID;
CREATE INDEX claim_about ON claim (about);
CREATE INDEX claim_id ON claim (id);
"""
TRIGGERS = "".join(
    f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;\n"
    for table in ("entry", "mention", "claim")
    for verb in ("UPDATE", "DELETE")
) + "".join(
    f"CREATE TRIGGER {table}_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "  # noqa: S608
    f"BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;\n"  # INSERT OR REPLACE deletes without the trigger for DELETE
    for table, same in (
        ("entry", "sequence = NEW.sequence"),
        ("mention", "load = NEW.load AND id = NEW.id"),
        ("claim", "load = NEW.load AND id = NEW.id"),
    )
)
LAST = 2**63 - 1
"""No entry has a higher number."""


class Journal:
    """Reads and appends. One writer at a time: the case's lock sees to that (`graph.kept.case`)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=5, isolation_level=None)
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute("SELECT max(sequence) FROM entry").fetchone()
        except (sqlite3.Error, UnicodeDecodeError) as error:  # of a damaged schema even the message cannot be read
            raise CaseError(f"{path.name} is not a journal that can be read: restore the case from a backup") from error

    @classmethod
    def create(cls, path: Path) -> Journal:
        """A new, empty journal."""
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.executescript(SCHEMA + TRIGGERS)
        db.close()
        return cls(path)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    # ------------------------------------------------------------------ appending

    @contextmanager
    def appending(self) -> Iterator[Appender]:
        """All entries appended inside become part of the journal together, or none does."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield Appender(self._db)
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def append(self, kind: Kind, body: Mapping[str, Any], who: str) -> Entry:
        """One entry by itself."""
        with self.appending() as appender:
            return appender.entry(kind, body, who)

    # ------------------------------------------------------------------ reading

    def entries(self, *kinds: Kind, after: int = 0, until: int | None = None) -> Iterator[Entry]:
        """All entries in order, or those of some kinds; those after one entry, up to another."""
        where = "sequence > ? AND sequence <= ?" + (f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else "")
        for sequence, at, who, kind, body, previous in self._db.execute(
            f"SELECT sequence, at, who, kind, body, previous FROM entry WHERE {where} ORDER BY sequence",  # noqa: S608 - only question marks
            [after, LAST if until is None else until, *map(str, kinds)],
        ):
            yield Entry(sequence, at, who, Kind(kind), json.loads(body), previous)

    def entry(self, sequence: int) -> Entry | None:
        """One entry, if there is one of that number."""
        row = self._db.execute(
            "SELECT sequence, at, who, kind, body, previous FROM entry WHERE sequence = ?", [sequence]
        ).fetchone()
        return row and Entry(row[0], row[1], row[2], Kind(row[3]), json.loads(row[4]), row[5])

    @property
    def head(self) -> tuple[int, str]:
        """Sequence and hash of the last entry; (0, zeros) where there is none."""
        row = self._db.execute("SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1").fetchone()
        return (row[0], row[1]) if row else (0, GENESIS)

    def hash_of(self, sequence: int) -> str:
        """The hash of an entry; zeros where there is none."""
        row = self._db.execute("SELECT hash FROM entry WHERE sequence = ?", [sequence]).fetchone()
        return row[0] if row else GENESIS

    def holds(self, sequence: int, hash_: str) -> bool:
        """Whether this is the hash of that entry: what was read up to it still holds."""
        return self.hash_of(sequence) == hash_

    @property
    def in_transaction(self) -> bool:
        """Whether entries were appended that may still be taken back."""
        return self._db.in_transaction

    @property
    def graph_sequence(self) -> int:
        """The last entry that changes the graph, 0 where there is none."""
        kinds = [str(kind) for kind in Kind if kind.changes_graph]
        marks = ", ".join("?" * len(kinds))
        (last,) = self._db.execute(f"SELECT max(sequence) FROM entry WHERE kind IN ({marks})", kinds).fetchone()  # noqa: S608
        return last or 0

    def mentions(self, load: int) -> list[Mention]:
        """What a load mentioned."""
        return [
            Mention.of_text(body) for (body,) in self._db.execute("SELECT body FROM mention WHERE load = ? ORDER BY id", [load])
        ]

    def claims(self, load: int, file: str) -> list[HeldClaim]:
        """What a load claimed; `file` is the SHA-256 its entry names."""
        rows = self._db.execute("SELECT id, body FROM claim WHERE load = ? ORDER BY id", [load])
        return [HeldClaim(id_, file, Claim.of_text(body)) for id_, body in rows]

    def claims_of(self, ids: Iterable[str]) -> list[tuple[int, str, Claim]]:
        """(load, claim id, claim) of these claims, superseded loads included."""
        return self._claims("id", ids)

    def claims_about(self, mentions: Iterable[str]) -> list[tuple[int, str, Claim]]:
        """(load, claim id, claim) of everything said about these mentions, superseded loads included."""
        return self._claims("about", mentions)

    def _claims(self, column: str, wanted: Iterable[str]) -> list[tuple[int, str, Claim]]:
        query = f"SELECT load, id, body FROM claim WHERE {column} = ? ORDER BY load, id"  # noqa: S608 - one of two constants
        return [(load, id_, Claim.of_text(body)) for key in wanted for load, id_, body in self._db.execute(query, [key])]

    # ------------------------------------------------------------------ proving

    def verify(self) -> int:
        """Walks the whole chain and every load's claims. The number of entries, or IntegrityError naming the first fault."""
        try:
            return self._verified()
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            raise IntegrityError(f"{self.path.name} cannot be read to its end: restore from a backup") from error

    def _verified(self) -> int:
        if (checked := self._db.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise IntegrityError(
                f"{self.path.name}: SQLite finds the file damaged ({checked.splitlines()[0]}): restore from a backup"
            )
        previous, count = GENESIS, 0
        stored = self._db.execute("SELECT sequence, body, hash FROM entry ORDER BY sequence").fetchall()
        loads: set[int] = set()
        for entry, (sequence, body, hash_) in zip(self.entries(), stored, strict=True):
            count += 1
            if sequence != count or entry.previous != previous or entry.hash != hash_ or entry.body_text != body:
                raise IntegrityError(f"{self.path.name}: entry {sequence} is not what was written: restore from a backup")
            previous = hash_
            if entry.kind is Kind.LOAD:
                loads.add(sequence)
                if load_digest(self._lines("mention", sequence), self._lines("claim", sequence)) != entry.body["digest"]:
                    raise IntegrityError(
                        f"{self.path.name}: claims of load {sequence} are not what was written: restore from a backup"
                    )
        for table in ("mention", "claim"):
            known = {load for (load,) in self._db.execute(f"SELECT DISTINCT load FROM {table}")}  # noqa: S608 - two constants
            if strays := known - loads:
                raise IntegrityError(f"{self.path.name}: {table}s of no load ({min(strays)}): restore from a backup")
        wrong = self._db.execute("SELECT count(*) FROM claim WHERE json_extract(body, '$.about') IS NOT about").fetchone()[0]
        if wrong:
            raise IntegrityError(f"{self.path.name}: {wrong} claims are filed under another mention: restore from a backup")
        return count

    def _lines(self, table: str, load: int) -> list[str]:
        """Of both tables: id and body as they lie there."""
        return [f"{a} {b}" for a, b in self._db.execute(f"SELECT id, body FROM {table} WHERE load = ?", [load])]  # noqa: S608


class Appender:
    """Appends within one transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def entry(self, kind: Kind, body: Mapping[str, Any], who: str) -> Entry:
        """The next entry of the chain."""
        missing = [name for name in kind.needs if name not in body]
        if missing:
            raise CaseError(f"an entry of kind {kind} needs {', '.join(missing)}")
        row = self._db.execute("SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1").fetchone()
        sequence, previous = row or (0, GENESIS)
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        body = json.loads(json.dumps(body))  # what is hashed is what will be read back
        entry = Entry(sequence + 1, at, who, kind, body, previous)
        self._db.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)",
            [entry.sequence, at, who, str(kind), entry.body_text, previous, entry.hash],
        )
        return entry

    def load(self, body: Mapping[str, Any], mentions: Iterable[Mention], claims: Iterable[Claim], who: str) -> Entry:
        """A load: its entry and everything it brought. Adds the digest to the body."""
        mention_rows = [(mention.id, mention.as_text()) for mention in mentions]
        claim_rows = [(claim_id(claim), claim.about, claim.as_text()) for claim in claims]
        digest = load_digest([f"{a} {b}" for a, b in mention_rows], [f"{a} {c}" for a, _, c in claim_rows])
        entry = self.entry(Kind.LOAD, {**body, "digest": digest}, who)
        self._db.executemany("INSERT INTO mention VALUES (?, ?, ?)", [(entry.sequence, *row) for row in mention_rows])
        self._db.executemany("INSERT INTO claim VALUES (?, ?, ?, ?)", [(entry.sequence, *row) for row in claim_rows])
        return entry


def load_digest(mentions: Iterable[str], claims: Iterable[str]) -> str:
    """SHA-256 over the sorted lines of a load's mentions and claims."""
    return ids.digest(ids.lines_digest(mentions), ids.lines_digest(claims))
