"""What is proposed, told: each pair as an edge with its evidence, each group with why a person is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from loaders.resolve.persons.words import edge, why_asked
from loaders.resolve.proposal import Conflict, Group

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.resolve.persons.clusters import Clusters
    from loaders.resolve.persons.compared import Compared
    from loaders.resolve.persons.pairs import Pair
    from loaders.resolve.persons.policy import Policy, Rule
    from loaders.resolve.persons.review import Asked
    from loaders.resolve.persons.weighing import Weighed
    from loaders.resolve.proposal import Edge

LABEL: Final = "Person"
REVIEW: Final = "review"
"""The rule of an edge that no rule decides."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words for pairs of these records. `prior`: in bits. `detail`: every pair that is spoken of, weighed field by field."""

    known: Compared
    policy: Policy
    prior: float
    detail: Mapping[tuple[int, int], Weighed]

    def joined(self, pair: Pair, gate: Rule) -> Edge:
        """A pair that a gate joins."""
        return self._edge(pair.one, pair.other, gate.name, gate.says)

    def asked(self, group: Asked, clusters: Clusters) -> Group:
        """A group for a person, by the smallest thing of each cluster in it."""
        why = self._why(group)
        edges = tuple(self._edge(pair.one, pair.other, REVIEW, why) for pair in group.pairs)
        return Group(LABEL, tuple(sorted(clusters.of(number).name for number in group.clusters)), edges, why)

    def against(self, one: int, other: int, rule: Rule) -> Conflict:
        """Two records of one thing that can never be one person."""
        return Conflict(LABEL, self.known.records[one].thing, self._edge(one, other, rule.name, rule.says))

    def _why(self, group: Asked) -> str:
        strongest = group.pairs[0]
        if group.distinct:
            return "their compiler gave them different keys, yet everything else agrees"
        if strongest.gate is not None:
            return "somebody else, who cannot be both, fits nearly as well"
        missing = why_asked(self.detail[strongest.one, strongest.other].levels)
        return f"little speaks for it; {missing}" if strongest.bits < self.policy.review_little else missing

    def _edge(self, one: int, other: int, rule: str, says: str) -> Edge:
        mentions = (self.known.records[one].mention, self.known.records[other].mention)
        return edge(self.detail[one, other], mentions, prior=self.prior, rule=rule, says=says)
