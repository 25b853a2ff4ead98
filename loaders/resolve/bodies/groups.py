"""What a person is asked: small groups of things that may be one, each pair asked about once."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final

from graph.decided.partition import Partition
from loaders.resolve.proposal import Group

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.resolve.bodies.clusters import Pair
    from loaders.resolve.bodies.things import Relation, Thing
    from loaders.resolve.proposal import Edge

MOST: Final = 12
"""Things in a group that is shown as one; a larger one is shown around the things most often tied."""


def groups(
    doubtful: dict[Pair, tuple[Edge, str]], merged: Partition, known: dict[str, Thing], stand: Callable[[str, str], Relation]
) -> tuple[Group, ...]:
    """From pairs to ask about, each with its edge and why. Things already merged stand as the smallest of them."""
    ties: dict[Pair, tuple[Edge, str]] = {}
    for (one, other), tie in sorted(doubtful.items()):
        first, second = sorted((merged.name(one), merged.name(other)))
        if first != second:
            ties.setdefault((first, second), tie)
    components = Partition(ties)
    of: dict[str, dict[Pair, tuple[Edge, str]]] = defaultdict(dict)
    for pair, tie in ties.items():
        of[components.name(pair[0])][pair] = tie
    grouped = []
    for first, own in of.items():
        members = sorted(components.members(first))
        if len(members) <= MOST and not any(
            stand(*pair).stand == "apart" and pair not in own for pair in combinations(members, 2)
        ):
            grouped.append(_group(own, known))
        else:
            grouped += [_group(star, known) for star in _stars(own)]
    return tuple(sorted(grouped, key=lambda group: (group.label, group.things)))


def _stars(ties: dict[Pair, tuple[Edge, str]]) -> list[dict[Pair, tuple[Edge, str]]]:
    """The pairs among the thing that is in most of them and all it is tied to, then of the next."""
    left, stars = dict(ties), []
    while left:
        often: dict[str, int] = defaultdict(int)
        for one, other in left:
            often[one] += 1
            often[other] += 1
        middle = min(often, key=lambda thing: (-often[thing], thing))
        around = {thing for pair in left if middle in pair for thing in pair}
        star = {pair: tie for pair, tie in left.items() if around.issuperset(pair)}
        stars.append(star)
        left = {pair: tie for pair, tie in left.items() if pair not in star}
    return stars


def _group(ties: dict[Pair, tuple[Edge, str]], known: dict[str, Thing]) -> Group:
    members = tuple(sorted({thing for pair in ties for thing in pair}))
    edges = tuple(edge for edge, _ in sorted(ties.values(), key=lambda tie: (-len(tie[0].evidence), tie[0].one, tie[0].other)))
    reasons = sorted({why for _, why in ties.values()})
    return Group(known[members[0]].label, members, edges, "; ".join(reasons[:3]))
