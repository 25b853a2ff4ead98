"""The journal: append-only, hash-chained, in SQLite. What is not in it did not happen; what is in it stays, but for what is
erased on the record.

UPDATE, DELETE and REPLACE are refused by triggers (`graph.decided.tables`). Each entry holds the hash of the one before. The
claims and mentions a load brought stand beside the entries; the load's entry holds the root of their tree
(`graph.decided.leaves`), so they are inside the chain.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from collections.abc import Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from secrets import token_bytes
from typing import TYPE_CHECKING, Any

from graph.decided.entry import GENESIS, SALT_BYTES, Entry, Kind
from graph.decided.erasing import Measure, take_out
from graph.decided.leaves import leaves_of, root_of
from graph.decided.tables import FORMAT, SCHEMA, TRIGGERS
from graph.decided.trouble import in_the_way, trouble
from graph.decided.verified import Register, register_digest, verified, written_leaves
from graph.errors import BusyError, CaseError, IntegrityError
from graph.said.claim import Claim, HeldClaim, Mention, claim_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from graph.decided.erasing import Gone

LAST = 2**63 - 1
"""No entry has a higher number."""
CACHE_KB = 64 * 1024
"""What a connection may keep of the file in memory. With SQLite's 2 MB a large load writes the same pages again and again."""
AT_ONCE = 150
"""Rows of one statement. Older versions of SQLite take no more than 999 values."""
COLUMNS = "sequence, at, who, kind, salt, body, digest, brought, previous"


class Journal:
    """Reads and appends. One writer at a time: the case's lock sees to that (`graph.kept.case`)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=5, isolation_level=None)
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA foreign_keys = ON")
            self._db.execute(f"PRAGMA cache_size = -{CACHE_KB}")
            self._db.execute("SELECT max(sequence) FROM entry").fetchone()
            (format_,) = self._db.execute("PRAGMA user_version").fetchone()
        except (sqlite3.Error, UnicodeDecodeError) as error:  # of a damaged schema even the message cannot be read
            raise CaseError(trouble(error, path.name)) from error
        if format_ != FORMAT:
            self._db.close()
            raise CaseError(
                f"{path.name} is of another version of Linkage, before its first release, or is damaged:"
                " make a new case, and load the files again"
            )

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

    def copy(self, path: Path) -> None:
        """All of it into a file that is there and empty, as one file without a log beside it. OSError where there is no room."""
        target = sqlite3.connect(path)
        try:
            self._db.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            number = errno.ENOSPC if getattr(error, "sqlite_errorname", "").startswith("SQLITE_FULL") else errno.EIO
            raise OSError(number, os.strerror(number)) from error
        finally:
            target.close()

    def keep_log(self) -> None:
        """Keeps changes in a log beside the file, as a new journal does and a copy does not."""
        self._db.execute("PRAGMA journal_mode = WAL")

    def compact(self) -> None:
        """Writes the file anew, so that nothing is left of what was erased, beside it neither.

        BusyError while another command reads.
        """
        for pragma in ("secure_delete = ON", "temp_store = MEMORY"):  # what is copied on the way stays out of other folders
            self._db.execute(f"PRAGMA {pragma}")
        try:
            self._db.execute("VACUUM")
            busy, *_ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError as error:
            if not getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise
            busy = 1
        if busy:
            raise BusyError("another command reads the case, so what was erased is not yet gone: try again when it has ended")

    # ------------------------------------------------------------------ reading

    def entries(self, *kinds: Kind, after: int = 0, until: int | None = None) -> Iterator[Entry]:
        """All entries in order, or those of some kinds; those after one entry, up to another. Erased ones are left out."""
        where = "sequence > ? AND sequence <= ?" + (f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else "")
        for row in self._db.execute(
            f"SELECT {COLUMNS} FROM entry WHERE body IS NOT NULL AND {where} ORDER BY sequence",  # noqa: S608 - only question marks
            [after, LAST if until is None else until, *map(str, kinds)],
        ):
            yield _entry(row)

    def entry(self, sequence: int) -> Entry | None:
        """One entry, if there is one of that number and its body was not erased."""
        query = f"SELECT {COLUMNS} FROM entry WHERE sequence = ? AND body IS NOT NULL"  # noqa: S608 - a constant
        row = self._db.execute(query, [sequence]).fetchone()
        return row and _entry(row)

    @property
    def head(self) -> tuple[int, str]:
        """Sequence and hash of the last entry; (0, zeros) where there is none."""
        row = self._db.execute("SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1").fetchone()
        return (row[0], row[1]) if row else (0, GENESIS)

    def hash_of(self, sequence: int) -> str:
        """The hash of an entry; zeros where there is none."""
        row = self._db.execute("SELECT hash FROM entry WHERE sequence = ?", [sequence]).fetchone()
        return row[0] if row else GENESIS

    def hashes(self, *, until: int) -> list[str]:
        """The hashes of all entries up to this one, in order."""
        return [hash_ for (hash_,) in self._db.execute("SELECT hash FROM entry WHERE sequence <= ? ORDER BY sequence", [until])]

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

    def salted_claim(self, load: int, claim: str) -> tuple[bytes, str]:
        """Salt and text of a claim."""
        row = self._db.execute("SELECT salt, body FROM claim WHERE load = ? AND id = ?", [load, claim]).fetchone()
        return row[0], row[1]

    def leaves(self, load: int) -> list[bytes]:
        """The leaves of what a load brought, as it was written, in no order."""
        entry = self.entry(load)
        return written_leaves(self._db, load, str(entry.body["file"]), Register.read(self._db)) if entry else []

    def verify(self) -> int:
        """Walks the whole chain and every load's claims. The number of entries, or IntegrityError naming the first fault."""
        try:
            return verified(self._db, self.path.name)
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            if said := in_the_way(error, self.path.name):
                raise CaseError(said) from error
            raise IntegrityError(f"{self.path.name} cannot be read to its end: restore from a backup") from error


class Appender:
    """Appends within one transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def entry(self, kind: Kind, body: Mapping[str, Any], who: str, *, brought: str | None = None) -> Entry:
        """The next entry of the chain."""
        missing = [name for name in kind.needs if name not in body]
        if missing:
            raise CaseError(f"an entry of kind {kind} needs {', '.join(missing)}")
        row = self._db.execute("SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1").fetchone()
        sequence, previous = row or (0, GENESIS)
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        body = json.loads(json.dumps(body))  # what is hashed is what will be read back
        entry = Entry(sequence + 1, at, who, kind, body, previous, token_bytes(SALT_BYTES), brought)
        self._db.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [entry.sequence, at, who, str(kind), entry.salt, entry.body_text, entry.digest, brought, previous, entry.hash],
        )
        return entry

    def load(
        self, body: Mapping[str, Any], mentions: Iterable[Mention], claims: Iterable[Claim] | Mapping[str, Claim], who: str
    ) -> Entry:
        """A load: its entry and everything it brought. `claims`: by their ids, where these are known already."""
        file = str(body.get("file"))
        by_id = claims.items() if isinstance(claims, Mapping) else [(claim_id(claim), claim) for claim in claims]
        mention_rows, mention_leaves = _salted("mention", file, [(mention.id, mention.as_text()) for mention in mentions])
        claim_rows, claim_leaves = _salted("claim", file, [(id_, claim.as_text()) for id_, claim in by_id])
        brought = root_of([*mention_leaves, *claim_leaves])
        entry = self.entry(Kind.LOAD, body, who, brought=brought)
        load = entry.sequence
        self._insert("mention", [(load, *row) for row in mention_rows])
        rows = zip(claim_rows, by_id, strict=True)
        self._insert("claim", [(load, id_, claim.about, salt, body) for (id_, salt, body), (_, claim) in rows])
        return entry

    def _insert(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        """By their ids, many with each statement: in no order, and one by one, they take three times as long."""
        rows.sort()
        for at in range(0, len(rows), AT_ONCE):
            some = rows[at : at + AT_ONCE]
            marks = ", ".join([f"({', '.join('?' * len(some[0]))})"] * len(some))
            self._db.execute(f"INSERT INTO {table} VALUES {marks}", [value for row in some for value in row])  # noqa: S608

    def erase(self, body: Mapping[str, Any], rows: Iterable[Gone], who: str) -> Entry:
        """An erasure: its entry, and everything it names is gone, or replaced by what is left of it."""
        measured = Measure(self._db).all(rows)
        entry = self.entry(Kind.ERASURE, {**body, "register": register_digest(one.line for one in measured)}, who)
        take_out(self._db, entry.sequence, measured)
        return entry


def _salted(part: str, file: str, rows: Sequence[tuple[str, str]]) -> tuple[list[tuple[str, bytes, str]], list[bytes]]:
    """Id, salt and body, as a table has them; and the leaves."""
    some = token_bytes(SALT_BYTES * len(rows))
    salts = (some[at : at + SALT_BYTES] for at in range(0, len(some), SALT_BYTES))
    salted = [(id_, salt, body) for (id_, body), salt in zip(rows, salts, strict=True)]
    return salted, leaves_of(part, file, salted)


def _entry(row: tuple[Any, ...]) -> Entry:
    """From its columns."""
    sequence, at, who, kind, salt, body, digest, brought, previous = row
    return Entry(sequence, at, who, Kind(kind), json.loads(body), previous, salt, brought, digest)
