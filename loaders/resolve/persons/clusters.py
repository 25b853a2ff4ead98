"""Things joined into clusters, never across a rule that forbids, a compiler's keys, or a person's decision.

Every pair across two clusters must be able to be one person before the two are joined: so a chain of likely pairs never
puts two men into one.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.resolve.particulars import NOTHING, Particulars, held_back
from loaders.resolve.persons.contradiction import forbidden

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from loaders.resolve.persons.policy import Policy, Rule
    from loaders.resolve.persons.traits import Traits
    from loaders.resolve.proposal import KeptApart

DISTINCT: Final = "distinct keys"
"""What keeps two things apart that hold different keys of one compiler."""
DECIDED: Final = "kept apart"
"""What keeps two things apart that a person has told apart."""


class ClusterPart(NamedTuple):
    """A thing as it enters: its id, how its records are compared, and the keys whose compiler keeps two keys apart.

    `contradicts`: two records of it could not be one person. A rule joins such a thing to nothing; a person may be asked
    about it where any of its records fits.
    """

    thing: str
    traits: frozenset[Traits]
    distinct: frozenset[tuple[str, str]]
    contradicts: bool = False
    particulars: Particulars = NOTHING


class Cluster(NamedTuple):
    """Things taken for one. Called by its smallest thing."""

    parts: tuple[ClusterPart, ...]

    @property
    def name(self) -> str:
        """The smallest thing in it."""
        return min(part.thing for part in self.parts)


def split_keys(one: ClusterPart, other: ClusterPart) -> bool:
    """Whether one compiler gave the two different keys and none in common."""
    for space in {space for space, _ in one.distinct} & {space for space, _ in other.distinct}:
        keys = {key for known, key in one.distinct if known == space}
        if keys.isdisjoint(key for known, key in other.distinct if known == space):
            return True
    return False


class Clusters:
    """A partition of numbered things that grows by joining.

    `start`: the cluster a number begins as, asked for when it is first needed. `kept_apart`: what people decided, by thing.
    """

    def __init__(self, start: Callable[[int], Cluster], policy: Policy, kept_apart: KeptApart) -> None:
        self._start, self._policy, self._kept_apart = start, policy, kept_apart
        self._above: dict[int, int] = {}
        self._clusters: dict[int, Cluster] = {}

    def find(self, thing: int) -> int:
        """The number by which the cluster of a thing goes now."""
        above = self._above
        if thing not in above:
            return thing
        root = above[thing]
        while root in above:
            root = above[root]
        while above[thing] != root:
            above[thing], thing = root, above[thing]
        return root

    def of(self, thing: int) -> Cluster:
        """The cluster of a thing."""
        root = self.find(thing)
        cluster = self._clusters.get(root)
        if cluster is None:
            cluster = self._clusters[root] = self._start(root)
        return cluster

    def apart(self, one: int, other: int) -> str | None:
        """What keeps the clusters of two things from ever being one: a forbidding rule, their keys, or a decision."""
        return next(self.reasons(one, other), None)

    def reasons(self, one: int, other: int) -> Iterator[str]:
        """All that keeps them apart."""
        for mine in self.of(one).parts:
            for theirs in self.of(other).parts:
                if rule := self._forbidden(mine, theirs):
                    yield rule.name
                if mine.distinct and theirs.distinct and split_keys(mine, theirs):
                    yield DISTINCT
                if self._kept_apart(mine.thing, theirs.thing):
                    yield DECIDED

    def held_back(self, one: int, other: int) -> str | None:
        """Why no rule may make one of them, in words, though a person may."""
        pairs = product(self.of(one).parts, self.of(other).parts)
        return next((why for mine, theirs in pairs if (why := held_back(mine.particulars, theirs.particulars))), None)

    def join(self, one: int, other: int) -> None:
        """Make one of two clusters. The caller has asked whether that may be."""
        root, below = self.find(one), self.find(other)
        if root != below:
            self._clusters[root] = Cluster((*self.of(root).parts, *self.of(below).parts))
            del self._clusters[below]
            self._above[below] = root

    def _forbidden(self, one: ClusterPart, other: ClusterPart) -> Rule | None:
        if len(one.traits) == len(other.traits) == 1:
            (mine,), (theirs,) = one.traits, other.traits
            return forbidden(mine, theirs, self._policy)
        rules = [forbidden(mine, theirs, self._policy) for mine in one.traits for theirs in other.traits]
        if (one.contradicts or other.contradicts) and None in rules:
            return None
        return next((rule for rule in rules if rule), None)
