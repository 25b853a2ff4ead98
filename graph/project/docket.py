"""The claims of a case, sorted by what they are about, with the grades that decide between them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph import schema
from graph.project.denials import is_denial
from graph.said.fold import WORST, Ballot, Held, fold, in_bytes
from graph.said.fold_dates import fold_dates
from graph.said.origin import Origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.decided.state import State
    from graph.said.claim import ClaimValue, HeldClaim, Mention
    from graph.schema import Property

WITHDRAWN = "withdrawn"
"""The status of a claim its source took back: it is shown, and counts for nothing."""


class Docket:
    """What the parts of a projection look things up in."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.about: defaultdict[str, list[HeldClaim]] = defaultdict(list)
        for held in state.claims:
            self.about[held.claim.about].append(held)
        self._declared: dict[str, Mapping[str, Property]] = {}
        self.origins = Origins(self._derivations())
        self._reliability = {self.entity(mention): grade for mention, grade in state.reliability.items()}  # the latest stands

    def declared(self, kind: str) -> Mapping[str, Property]:
        """The properties of a thing or link of this kind, by name."""
        if kind not in self._declared:
            self._declared[kind] = {prop.name: prop for prop in schema.kind_of(kind).properties}
        return self._declared[kind]

    def entity(self, mention: str) -> str:
        """The id of the thing a mention speaks of."""
        return self.state.identity.root(mention)

    def grouped(self, *, links: bool) -> dict[str, list[Mention]]:
        """Mentions of nodes, or of links, by the id of what they speak of: both in order."""
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for id_, mention in self.state.mentions.items():
            if mention.is_link == links:
                found[self.entity(id_) if not links else id_].append(mention)
        return {id_: sorted(found[id_], key=lambda m: m.id) for id_ in sorted(found)}

    def claims(self, mentions: Iterable[Mention]) -> list[HeldClaim]:
        """All claims about these that still count."""
        return [held for mention in mentions for held in self.about.get(mention.id, ()) if self.counts(held)]

    def counts(self, held: HeldClaim) -> bool:
        """Whether its source did not take it back."""
        return self.state.statuses.get(held.id) != WITHDRAWN

    def fold(self, claims: Iterable[HeldClaim], decided: ClaimValue | None = None, *, dates: bool = False) -> Held:
        """Which of the claimed values holds. `dates`: as far as they are stated."""
        claims = list(claims)
        if decided is None and (len(claims) == 1 or len({in_bytes(held.claim.value) for held in claims}) == 1):
            value = claims[0].claim.value  # nothing to weigh: nearly always so
            return Held(value, (value,))
        return (fold_dates if dates else fold)([self._ballot(held) for held in claims], self.origins.of, decided)

    def _ballot(self, held: HeldClaim) -> Ballot:
        source = self.entity(held.claim.cites)
        return Ballot(
            held.claim.value,
            source,
            self.reliability(source) or WORST,
            self.credibility(held) or WORST,
        )

    def credibility(self, held: HeldClaim) -> str | None:
        """The grade of this claim, else of its row."""
        return self.state.credibility.get(held.id) or self.state.row_credibility.get(held.claim.about)

    def reliability(self, source: str) -> str | None:
        """The grade of a source, if it has one."""
        return self._reliability.get(source)

    def _derivations(self) -> dict[str, list[str]]:
        originals: defaultdict[str, list[str]] = defaultdict(list)
        for mention in self.state.mentions.values():
            if mention.what != "DERIVED_FROM" or not mention.begin or not mention.end:
                continue
            if (claims := self.claims([mention])) and not is_denial(claims):
                originals[self.entity(mention.begin)].append(self.entity(mention.end))
        return originals
