"""What comes of comparing two names, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["same", "different", "review", "unlike"]
"""`different`: something contradicts, they can never be one. `unlike`: nothing speaks for it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was compared, and what came of it in words."""

    field: str
    says: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """`rule`: what decided. `alone`: the same only where nothing else among the known fits as well, for one name leaves out
    what the other states."""

    verdict: Verdict
    rule: str
    reasons: tuple[Reason, ...] = ()
    alone: bool = False
