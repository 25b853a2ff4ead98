"""What came of a file that a special source reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph import schema
from graph.said.claim import PROTECTED, Claim, claim_id
from loaders.reading import Rejects

if TYPE_CHECKING:
    from graph.decided.entry import Kind
    from graph.said.claim import Mention
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

    def protect(self, link: str, begin: str | None, end: str | None, at: str, source: str) -> None:
        """Whom a refused link would have protected is protected. `begin`, `end`: ids of mentions here, where there are any."""
        kind = schema.LINK.get(link)
        for id_ in kind.exposes(begin, end) if kind else ():
            if id_ and id_ in self.mentions and self.mentions[id_].what == "Person":
                claim = Claim(id_, PROTECTED, True, link, at, source)
                self.claims[claim_id(claim)] = claim
