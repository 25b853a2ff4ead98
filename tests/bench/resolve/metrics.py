"""How good a resolution is, against the truth of a generated world.

pair        two mentions of one person, or two that a resolution says are of one
impure      a merged cluster (two mentions or more) in which two persons are one: the error that accuses
B³          for each mention, how much of its cluster is its person, and how much of its person its cluster; the mean of all
held        true pairs that are merged or stand in one review group: what a person has a chance to see
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from loaders.resolve.proposal import Proposal

Labels: TypeAlias = Mapping[str, Hashable]
"""What each thing is, or where it was put."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """True pairs, pairs said, and how many are both."""

    true: int
    said: int
    right: int

    @property
    def precision(self) -> float:
        """Of those said; 1 where nothing is said."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Of the true ones; 1 where there are none."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        together = self.precision + self.recall
        return 2 * self.precision * self.recall / together if together else 0.0


@dataclass(frozen=True, slots=True)
class Clusters:
    """A partition against the truth."""

    pairs: Pairs
    merged: int
    impure: int
    bcubed_precision: float
    bcubed_recall: float

    @property
    def impure_per_thousand(self) -> float:
        """Of a thousand merged clusters."""
        return 1000 * self.impure / self.merged if self.merged else 0.0

    @property
    def bcubed(self) -> float:
        """B³ as one figure."""
        together = self.bcubed_precision + self.bcubed_recall
        return 2 * self.bcubed_precision * self.bcubed_recall / together if together else 0.0


@dataclass(frozen=True, slots=True)
class Quality:
    """What a proposal is worth: its merges, and what its review groups hold beside them."""

    merges: Clusters
    groups: int
    review: Pairs
    """Pairs inside groups that are not merged."""

    @property
    def held(self) -> float:
        """Share of true pairs that are merged or in review."""
        pairs = self.merges.pairs
        return (pairs.right + self.review.right) / pairs.true if pairs.true else 1.0


def components(things: Iterable[str], edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each thing with the smallest thing that it is joined to, by whatever way."""
    parent = {thing: thing for thing in things}

    def root(thing: str) -> str:
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    for one, other in edges:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    return {thing: root(thing) for thing in parent}


def clusters(labels: Labels, truth: Labels) -> Clusters:
    """The figures of a partition, label by label; `labels` says of every thing of `truth` where it belongs."""
    sizes, persons = Counter(labels[thing] for thing in truth), Counter(truth.values())
    shared = Counter((labels[thing], truth[thing]) for thing in truth)
    inside: Counter[Hashable] = Counter(label for label, _ in shared)
    merged = [label for label, size in sizes.items() if size > 1]
    return Clusters(
        pairs=Pairs(_pairs(persons.values()), _pairs(sizes.values()), _pairs(shared.values())),
        merged=len(merged),
        impure=sum(inside[label] > 1 for label in merged),
        bcubed_precision=sum(n * n / sizes[label] for (label, _), n in shared.items()) / len(truth),
        bcubed_recall=sum(n * n / persons[person] for (_, person), n in shared.items()) / len(truth),
    )


def quality(proposal: Proposal, truth: Labels) -> Quality:
    """The figures of a proposal over things that were all apart before."""
    labels = components(truth, ((edge.one, edge.other) for edge in proposal.merges))
    members: dict[str, list[str]] = defaultdict(list)
    for thing, label in labels.items():
        members[label].append(thing)
    asked = {
        pair
        for group in proposal.groups
        for pair in combinations(sorted({labels[thing] for thing in group.things}), 2)
    }  # fmt: skip
    said = right = 0
    for one, other in asked:
        said += len(members[one]) * len(members[other])
        right += _right_between(members[one], members[other], truth)
    merges = clusters(labels, truth)
    return Quality(merges, len(proposal.groups), Pairs(merges.pairs.true, said, right))


def _right_between(one: Sequence[str], other: Sequence[str], truth: Labels) -> int:
    here, there = Counter(truth[thing] for thing in one), Counter(truth[thing] for thing in other)
    return sum(count * there[person] for person, count in here.items())


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


@dataclass(frozen=True, slots=True)
class Threshold:
    """The best that a score can do by itself: the threshold where F1 is highest, chosen with the truth in hand."""

    at: float
    pairs: Pairs


def best_threshold(scored: Iterable[tuple[float, bool]], true: int | None = None) -> Threshold:
    """Over pairs with their score and whether they are true. `true`: all true pairs, where some were never scored."""
    by_score: dict[float, list[int]] = {}
    for score, right in scored:
        counts = by_score.setdefault(score, [0, 0])
        counts[0] += 1
        counts[1] += right
    everything = sum(counts[1] for counts in by_score.values()) if true is None else true
    best = Threshold(float("inf"), Pairs(everything, 0, 0))
    said = right_so_far = 0
    for score in sorted(by_score, reverse=True):
        said += by_score[score][0]
        right_so_far += by_score[score][1]
        here = Threshold(score, Pairs(everything, said, right_so_far))
        best = max(best, here, key=lambda threshold: threshold.pairs.f1)
    return best
