"""What came of a file that a special source reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from loaders.reading import Rejects

if TYPE_CHECKING:
    from graph.decided.entry import Kind
    from graph.said.claim import Claim, Mention
    from loaders.load.cells import Issue


@dataclass(slots=True)
class Special:
    """What came of one file."""

    mentions: dict[str, Mention] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    rejects: Rejects = field(default_factory=Rejects)
    entries: list[tuple[Kind, dict[str, Any]]] = field(default_factory=list)
    """What was decided about them elsewhere, to be entered here."""
    canonical: tuple[tuple[str, ...], ...] = ()
    """Mentions that their compiler counts as one thing, by a decision of his own."""
