"""Whether a journal is what was written: the chain, what each load brought, and that what is gone was erased on the record."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph import ids
from graph.decided.entry import GENESIS, Kind, body_text, digest_of, hash_of
from graph.decided.leaves import leaves_of, root_of
from graph.errors import IntegrityError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

PARTS = {"mention": "", "claim": "AND instr(body, '{\"about\":' || json_quote(about) || ',') = 1"}
"""The tables of what loads brought, and which of their rows count: a claim that is filed under another mention does not."""


@dataclass(slots=True)
class Register:
    """What was erased. `instead`: by part, load and leaf, the digest of what is left, or None; the last erasure counts."""

    lines: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    instead: dict[tuple[str, int], dict[str, str | None]] = field(default_factory=dict)

    @classmethod
    def read(cls, db: sqlite3.Connection) -> Register:
        """Of a journal."""
        register = cls()
        for entry, part, load, leaf, instead in db.execute("SELECT entry, part, load, leaf, instead FROM erased ORDER BY entry"):
            register.lines[entry].append(register_line(part, load, leaf, instead))
            register.instead.setdefault((part, load), {})[leaf] = instead
        return register


def register_line(part: str, load: int, leaf: str, instead: str | None) -> str:
    """One thing that was erased, as the digest in its erasure covers it."""
    return f"{part} {load} {leaf} {instead or '-'}"


def register_digest(lines: Iterable[str]) -> str:
    """What an erasure holds of all that it erased."""
    return ids.lines_digest(lines)


def verified(db: sqlite3.Connection, name: str) -> int:
    """The number of entries. IntegrityError names the first fault; whatever the database cannot read is raised as it is."""
    if (checked := db.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
        raise IntegrityError(f"{name}: SQLite finds the file damaged ({checked.splitlines()[0]}): restore from a backup")
    register = Register.read(db)
    loads = _chain(db, name, register)
    for load, (file, brought) in loads.items():
        if root_of(written_leaves(db, load, file, register)) != brought:
            raise IntegrityError(f"{name}: claims of load {load} are not what was written: restore from a backup")
    for part in PARTS:
        counted = sum(db.execute(f"SELECT count(*) FROM {part} WHERE load = ?", [load]).fetchone()[0] for load in loads)  # noqa: S608
        if counted != db.execute(f"SELECT count(*) FROM {part}").fetchone()[0]:  # noqa: S608 - two constants
            raise IntegrityError(f"{name}: {part}s of no load: restore from a backup")
    return int(db.execute("SELECT count(*) FROM entry").fetchone()[0])


def _chain(db: sqlite3.Connection, name: str, register: Register) -> dict[int, tuple[str, str]]:
    """Walks the entries. By load, its file and the root of what it brought."""
    previous = GENESIS
    loads: dict[int, tuple[str, str]] = {}
    unexplained = set(register.lines)
    columns = "sequence, at, who, kind, salt, body, digest, brought, previous, hash"
    rows = db.execute(f"SELECT {columns} FROM entry ORDER BY sequence")  # noqa: S608 - a constant
    for count, (sequence, at, who, kind, salt, text, digest, brought, before, hash_) in enumerate(rows, 1):
        chained = before == previous and hash_of(sequence, at, who, Kind(kind), digest, brought, before) == hash_
        gone = register.instead.get(("entry", sequence), {})
        stands = digest_of(salt, text) if text is not None else None
        body = json.loads(text) if text is not None else {}
        if (
            sequence != count
            or not chained
            or stands != gone.get(digest, digest)
            or (text is not None and body_text(body) != text)
        ):
            raise IntegrityError(f"{name}: entry {sequence} is not what was written: restore from a backup")
        previous = hash_
        if kind == Kind.LOAD:
            loads[sequence] = body["file"], brought
        elif kind == Kind.ERASURE:
            unexplained.discard(sequence)
            if register_digest(register.lines.get(sequence, ())) != body["register"]:
                raise IntegrityError(f"{name}: what entry {sequence} erased is not what was written: restore from a backup")
    if unexplained:
        raise IntegrityError(f"{name}: erased by no entry ({min(unexplained)}): restore from a backup")
    return loads


def written_leaves(db: sqlite3.Connection, load: int, file: str, register: Register) -> list[bytes]:
    """Of what the load brought, as it was written: of what stands, and of what was erased since."""
    leaves: list[bytes] = []
    for part, where in PARTS.items():
        rows = db.execute(f"SELECT id, salt, body FROM {part} WHERE load = ? {where}", [load])  # noqa: S608 - two constants
        stands = leaves_of(part, file, rows)
        if gone := register.instead.get((part, load)):
            of = {bytes.fromhex(instead): bytes.fromhex(leaf) for leaf, instead in gone.items() if instead is not None}
            stands = [of.pop(leaf, leaf) for leaf in stands] + [
                bytes.fromhex(leaf) for leaf, left in gone.items() if left is None
            ]
            if of:  # what is left of a row is gone too, or the row is there again as it was
                return []
        leaves += stands
    return leaves
