"""What resolving comes to: merges that a named rule makes, groups that a person is asked about, conflicts that need one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

KeptApart: TypeAlias = Callable[[str, str], bool]
"""Whether a decision keeps two things apart: people's DIFFERENT, or a join that a person took back."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One figure of an explanation: what was compared, what came of it in words, and how many bits it weighs."""

    field: str
    says: str
    bits: float | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """Two mentions, and why they should be one thing, or cannot be.

    `rule`: the rule that decides, `review` where none does, or the name of the rule that forbids. `bits`: all together,
    None where nothing is weighed (units, stations, events).
    """

    one: str
    other: str
    rule: str
    bits: float | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Things that may be one, for a person to confirm or split: strongest edges first. `things`: smallest first."""

    label: str
    things: tuple[str, ...]
    edges: tuple[Edge, ...]
    why: str
    """Why no rule decides it, in words."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a rule once merged and now contradicts itself: an alert; nothing is split without a person."""

    label: str
    thing: str
    edge: Edge


@dataclass(frozen=True, slots=True)
class Proposal:
    """All of it. `merges`: each edge joins two things; together they never contradict one another."""

    merges: tuple[Edge, ...] = ()
    groups: tuple[Group, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    anew: frozenset[str] = frozenset()
    """Things of which every pair was looked at again: what waited of them waits no more, unless it is in `groups`."""
