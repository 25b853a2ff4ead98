"""What the journal comes to: the loads that count, the mentions and claims they brought, the decisions that stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from graph.decided.entry import GENESIS
from graph.decided.identity import Identity

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from graph.said.claim import ClaimValue, HeldClaim, Mention

Key: TypeAlias = tuple[str, str, str]
"""What is meant, the key space, and the key in it."""
Loads: TypeAlias = "Mapping[int, Mapping[str, Any]]"
"""The bodies of loads, by number."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A decision that cannot be carried over to a newer version of a file: to be decided again."""

    sequence: int
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a person chose. Of several for one thing the latest holds."""

    sequence: int
    value: ClaimValue


@dataclass(frozen=True, slots=True)
class State:
    """The journal after one of its entries. It never changes: `case.state` gives the one of now.

    `last`: number and hash of the last entry that was read. `sequence` and `head`: of the last that changes the graph.
    `first`: the hash of the first entry, by which a case is known; empty where there is none.
    """

    last: tuple[int, str] = (0, GENESIS)
    first: str = ""
    sequence: int = 0
    head: str = GENESIS
    loads: Loads = field(default_factory=dict)
    superseded: Mapping[int, int] = field(default_factory=dict)
    mentions: Mapping[str, Mention] = field(default_factory=dict)
    claims: Collection[HeldClaim] = ()
    identity: Identity = field(default_factory=Identity)
    undecided: tuple[Undecided, ...] = ()
    values: Mapping[str, Mapping[str, Choice]] = field(default_factory=dict)
    aliases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    credibility: Mapping[str, str] = field(default_factory=dict)
    row_credibility: Mapping[str, str] = field(default_factory=dict)
    """Of all claims about a mention, where a claim has none of its own."""
    reliability: Mapping[str, str] = field(default_factory=dict)
    """By mention, as `protection` too: what was decided last stands last, so that of a thing's mentions the last decides."""
    bearings: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    protection: Mapping[str, bool] = field(default_factory=dict)
    moves: Mapping[str, str | None] = field(default_factory=dict)
    """Where decisions about mentions of superseded loads go: to a mention of the newer version of the file, or nowhere."""
    erased: Mapping[str, int] = field(default_factory=dict)
    """Originals that were erased, by SHA-256, with the entry that did it."""
    named: Mapping[str, int] = field(default_factory=dict)
    """Claims that decisions name, with the last that does."""

    def keys(self) -> dict[Key, list[str]]:
        """Mentions that carry a declared key, smallest first."""
        carriers: defaultdict[Key, list[str]] = defaultdict(list)
        for id_ in sorted(self.mentions):
            mention = self.mentions[id_]
            if mention.space is not None and mention.key is not None:
                carriers[mention.what, mention.space, mention.key].append(id_)
        return dict(carriers)
