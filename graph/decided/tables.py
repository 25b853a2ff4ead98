"""The tables of a journal, and the triggers that let them only grow.

Every body has a salt of its own; what stands in the chain is the digest of both. So a body can be shown alone, and it can be
erased with its salt: its digest stays, and tells nothing. `erased` keeps those digests for good, and `instead` that of what
is left, where something is. What is to go is named in `erasing` under an entry of kind `erasure` that is the last of the
journal; the triggers let go of exactly that, within the same transaction, and `erasing` is empty after it.
"""

from __future__ import annotations

FORMAT = 2
"""Of the journal's file, as its `user_version`. The first one, never released, had bodies without salts."""

SCHEMA = f"""
CREATE TABLE entry (
    sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, salt BLOB, body TEXT,
    digest TEXT NOT NULL, brought TEXT, previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TABLE mention (load INTEGER NOT NULL, id TEXT NOT NULL, salt BLOB NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (load, id)) STRICT, WITHOUT ROWID;
CREATE TABLE claim (load INTEGER NOT NULL, id TEXT NOT NULL, about TEXT NOT NULL, salt BLOB NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (load, id)) STRICT, WITHOUT ROWID;
CREATE TABLE erased (entry INTEGER NOT NULL, part TEXT NOT NULL, load INTEGER NOT NULL, leaf TEXT NOT NULL, instead TEXT,
    PRIMARY KEY (entry, part, load, leaf)) STRICT, WITHOUT ROWID;
CREATE TABLE erasing (part TEXT NOT NULL, load INTEGER NOT NULL, id TEXT NOT NULL, whole INTEGER NOT NULL,
    PRIMARY KEY (part, load, id)) STRICT, WITHOUT ROWID;
CREATE INDEX claim_about ON claim (about);
CREATE INDEX claim_id ON claim (id);
PRAGMA user_version = {FORMAT};
"""
_LAST = "(SELECT max(sequence) FROM entry)"
ERASURE = f"EXISTS (SELECT 1 FROM entry WHERE sequence = {_LAST} AND kind = 'erasure')"  # noqa: S608 - constants
"""Whether the last entry is an erasure."""


def _trigger(table: str, event: str, when: str = "TRUE") -> str:
    stop = "BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;\n"
    return f"CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table} WHEN {when} {stop}"


def _named(part: str, load: str, id_: str, whole: int) -> str:
    """Whether this is to go whole, or in part."""
    named = f"part = '{part}' AND load = {load} AND id = {id_} AND whole = {whole}"
    return f"{ERASURE} AND EXISTS (SELECT 1 FROM erasing WHERE {named})"  # noqa: S608 - constants


def _same(*columns: str) -> str:
    return " AND ".join(f"NEW.{column} IS OLD.{column}" for column in columns)


def _rows(table: str, *columns: str) -> str:
    """Of mentions and claims: gone, or with another body and salt, exactly where an erasure says so."""
    gone, left = (_named(table, "OLD.load", "OLD.id", whole) for whole in (1, 0))
    return _trigger(table, "DELETE", f"NOT ({gone})") + _trigger(
        table, "UPDATE", f"NOT ({_same('load', 'id', *columns)} AND {left})"
    )


def _once(table: str, **same: str) -> str:
    """INSERT OR REPLACE deletes without the trigger for DELETE."""
    there = " AND ".join(f"{column} = {value}" for column, value in same.items())
    return f"EXISTS (SELECT 1 FROM {table} WHERE {there})"  # noqa: S608 - constants


_GONE = f"NEW.body IS NULL AND NEW.salt IS NULL AND {_named('entry', 'OLD.sequence', repr(''), 1)}"
_LEFT = f"NEW.body IS NOT NULL AND NEW.salt IS NOT NULL AND {_named('entry', 'OLD.sequence', repr(''), 0)}"
_CHAIN = _same("sequence", "at", "who", "kind", "digest", "brought", "previous", "hash")
_ROW = {"load": "NEW.load", "id": "NEW.id"}
_ERASED = {"entry": "NEW.entry", "part": "NEW.part", "load": "NEW.load", "leaf": "NEW.leaf"}

TRIGGERS = "".join(
    (
        _trigger("entry", "DELETE"),
        _trigger("entry", "UPDATE", f"NOT ({_CHAIN} AND (({_GONE}) OR ({_LEFT})))"),
        _trigger("entry", "INSERT", _once("entry", sequence="NEW.sequence")),
        _rows("mention"),
        _trigger("mention", "INSERT", _once("mention", **_ROW)),
        _rows("claim", "about"),
        _trigger("claim", "INSERT", _once("claim", **_ROW)),
        _trigger("erased", "DELETE"),
        _trigger("erased", "UPDATE"),
        _trigger("erased", "INSERT", f"NOT {ERASURE} OR NEW.entry <> {_LAST} OR {_once('erased', **_ERASED)}"),
        _trigger("erasing", "INSERT", f"NOT {ERASURE}"),
    )
)
