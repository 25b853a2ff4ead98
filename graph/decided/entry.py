"""The kinds of entries a journal may hold, and which of them change the graph."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
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

    @property
    def changes_graph(self) -> bool:
        """Whether the graph projected before this entry is stale after it."""
        return self in CHANGES_GRAPH

    @property
    def needs(self) -> tuple[str, ...]:
        """Keys its body must have."""
        return NEEDS[self]


CHANGES_GRAPH = frozenset(
    {Kind.LOAD, Kind.IDENTITY, Kind.ALIAS, Kind.VALUE, Kind.STATUS, Kind.GRADE, Kind.BEARING, Kind.PROTECTION}
)

NEEDS: dict[Kind, tuple[str, ...]] = {
    Kind.LOAD: ("file", "mapping", "series", "digest"),
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
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal. `sequence` alone is the order; `at` is what the clock said."""

    sequence: int
    at: str
    who: str
    kind: Kind
    body: Mapping[str, Any]
    previous: str

    @property
    def hash(self) -> str:
        """Over everything in it and the hash of the entry before."""
        return ids.digest(self.sequence, self.at, self.who, str(self.kind), self.body, self.previous)

    @property
    def body_text(self) -> str:
        """The body as it is stored."""
        return json.dumps(self.body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
