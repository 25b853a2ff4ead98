"""The kinds of entries a journal may hold, which of them change the graph, and what an entry's hash covers."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from graph import ids

GENESIS = "0" * 64
"""What the first entry names as the hash before it."""


class Kind(StrEnum):
    """Everything a person or machine can do to a case. Changing one's mind is a new entry."""

    LOAD = "load"
    IDENTITY = "identity"
    ALIAS = "alias"
    VALUE = "value"
    STATUS = "status"
    GRADE = "grade"
    BEARING = "bearing"
    PROTECTION = "protection"
    CONSENT = "consent"
    CUSTODY = "custody"
    ANSWER = "answer"
    SAMPLE = "sample"
    RELEASE = "release"
    SEAL = "seal"
    ERASURE = "erasure"

    @property
    def changes_graph(self) -> bool:
        """Whether the graph projected before this entry is stale after it."""
        return self in CHANGES_GRAPH

    @property
    def needs(self) -> tuple[str, ...]:
        """Keys its body must have."""
        return NEEDS[self]


CHANGES_GRAPH = frozenset(
    {Kind.LOAD, Kind.IDENTITY, Kind.ALIAS, Kind.VALUE, Kind.STATUS, Kind.GRADE, Kind.BEARING, Kind.PROTECTION, Kind.ERASURE}
)

NEEDS: dict[Kind, tuple[str, ...]] = {
    Kind.LOAD: ("file", "mapping", "series"),
    Kind.IDENTITY: ("decision", "rule", "reason"),
    Kind.ALIAS: ("mention", "alias", "reason"),
    Kind.VALUE: ("mention", "property", "value", "reason"),
    Kind.STATUS: ("claim", "status", "reason"),
    Kind.GRADE: ("reason",),  # of a source: mention, reliability; of a row's or one claim: mention or claim, credibility
    Kind.BEARING: ("claim", "element", "stance", "reason"),
    Kind.PROTECTION: ("mention", "protected", "reason"),
    Kind.CONSENT: ("mention", "purpose", "reason"),
    Kind.CUSTODY: ("mention", "action"),
    Kind.ANSWER: ("file", "question", "answer"),
    Kind.SAMPLE: ("seed", "size", "drawn"),
    Kind.RELEASE: ("what", "profile", "manifest"),
    Kind.SEAL: ("head",),
    Kind.ERASURE: ("reason", "register"),
}
SALT_BYTES = 16
"""Enough that nobody finds the body to a digest by trying what it may have said."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal. `sequence` alone is the order; `at` is what the clock said.

    `brought`: of a load, the root of the tree of its claims and mentions. `written`: the digest as the journal has it, which
    is that of the body as it was written; where a part of it was erased since, `salt` and `body` are those of what is left.
    """

    sequence: int
    at: str
    who: str
    kind: Kind
    body: Mapping[str, Any]
    previous: str
    salt: bytes = b""
    brought: str | None = None
    written: str | None = field(default=None, compare=False)

    @property
    def digest(self) -> str:
        """Of salt and body as they were written. Without the salt, it tells nothing about the body."""
        return self.written or digest_of(self.salt, self.body_text)

    @property
    def hash(self) -> str:
        """Over everything in it, the body by its digest alone, and the hash of the entry before."""
        return hash_of(self.sequence, self.at, self.who, self.kind, self.digest, self.brought, self.previous)

    @property
    def body_text(self) -> str:
        """The body as it is stored."""
        return body_text(self.body)


def body_text(body: Mapping[str, Any]) -> str:
    """A body as it is stored, and digested."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(salt: bytes, text: str) -> str:
    """SHA-256 of the salt and the text of a body."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def hash_of(sequence: int, at: str, who: str, kind: str, digest: str, brought: str | None, previous: str) -> str:
    """The hash of an entry: SHA-256 of these seven as a JSON list."""
    return ids.digest(sequence, at, who, str(kind), digest, brought, previous)
