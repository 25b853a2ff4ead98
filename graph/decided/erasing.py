"""Taking rows out of a journal, under an entry that says so: the one change that its triggers allow.

What a row was stays as a digest in `erased`; where something is left of it, that has a digest of its own there, and a new salt.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from secrets import token_bytes
from typing import TYPE_CHECKING

from graph.decided.entry import SALT_BYTES, digest_of
from graph.decided.leaves import leaves_of
from graph.decided.verified import register_line

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Gone:
    """One row that goes: of the table `part`; an entry by its number as `load`. `left`: the body that stands instead, or None."""

    part: str
    load: int
    id: str
    left: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """The same with the digest of the row as it was first written, and of what is left, if anything is."""

    row: Gone
    leaf: str
    salt: bytes | None
    instead: str | None

    @property
    def line(self) -> str:
        """As the erasure's digest covers it."""
        return register_line(self.row.part, self.row.load, self.leaf, self.instead)


class Measure:
    """Finds the digests of rows that are to go, before they do."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._files: dict[int, str] = {}

    def all(self, rows: Iterable[Gone]) -> list[Measured]:
        """Of each row."""
        return [self._entry(row) if row.part == ENTRY else self._row(row) for row in rows]

    def _entry(self, row: Gone) -> Measured:
        (leaf,) = self._db.execute("SELECT digest FROM entry WHERE sequence = ?", [row.load]).fetchone()
        if row.left is None:
            return Measured(row, leaf, None, None)
        salt = token_bytes(SALT_BYTES)
        return Measured(row, leaf, salt, digest_of(salt, row.left))

    def _row(self, row: Gone) -> Measured:
        file = self._file(row.load)
        query = f"SELECT salt, body FROM {row.part} WHERE load = ? AND id = ?"  # noqa: S608 - one of two tables
        before = self._db.execute(query, [row.load, row.id]).fetchone()
        stands = leaves_of(row.part, file, [(row.id, *before)])[0].hex()
        known = "SELECT leaf FROM erased WHERE part = ? AND load = ? AND instead = ?"
        earlier = self._db.execute(known, [row.part, row.load, stands]).fetchone()
        leaf = earlier[0] if earlier else stands
        if row.left is None:
            return Measured(row, leaf, None, None)
        salt = token_bytes(SALT_BYTES)
        return Measured(row, leaf, salt, leaves_of(row.part, file, [(row.id, salt, row.left)])[0].hex())

    def _file(self, load: int) -> str:
        if load not in self._files:
            (body,) = self._db.execute("SELECT body FROM entry WHERE sequence = ?", [load]).fetchone()
            self._files[load] = str(json.loads(body)["file"])
        return self._files[load]


def take_out(db: sqlite3.Connection, erasure: int, measured: Iterable[Measured]) -> None:
    """Carries it out, within the transaction that holds the erasure's entry as the last one."""
    for one in measured:
        row = one.row
        where = "sequence = :load" if row.part == ENTRY else "load = :load AND id = :id"
        given = {"load": row.load, "id": row.id, "salt": one.salt, "left": row.left}
        db.execute("INSERT INTO erasing VALUES (?, ?, ?, ?)", [row.part, row.load, row.id, row.left is None])
        db.execute("INSERT INTO erased VALUES (?, ?, ?, ?, ?)", [erasure, row.part, row.load, one.leaf, one.instead])
        if row.left is None and row.part != ENTRY:
            db.execute(f"DELETE FROM {row.part} WHERE {where}", given)  # noqa: S608 - constants
        else:
            db.execute(f"UPDATE {row.part} SET salt = :salt, body = :left WHERE {where}", given)  # noqa: S608 - constants
    db.execute("DELETE FROM erasing")
