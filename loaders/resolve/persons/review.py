"""What a person is asked: groups of things that are likely one, each small enough to be held side by side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.resolve.persons.clusters import DECIDED, DISTINCT, Clusters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from loaders.resolve.persons.pairs import Pair
    from loaders.resolve.persons.policy import Policy
    from loaders.resolve.proposal import KeptApart


@dataclass(frozen=True, slots=True)
class Doubt:
    """A group: its clusters by number, and the pairs that hold it together, strongest first, one less than clusters."""

    clusters: tuple[int, ...]
    pairs: tuple[Pair, ...]
    distinct: bool = False
    """Its compiler keeps the two apart, yet a gate would join them."""
    against: str = ""
    """They bear the same number, yet can never be one person by this rule."""


def ask(
    pairs: Iterable[Pair],
    things: Sequence[int],
    joined: Clusters,
    policy: Policy,
    kept_apart: KeptApart,
    sharing: Collection[tuple[int, int]] = (),
) -> list[Doubt]:
    """The groups that the pairs left over come to, strongest first. `joined`: what the rules have made one already. `sharing`:
    pairs of records whose things bear the same number: they are asked about whatever else speaks against it."""
    groups = Clusters(joined.of, policy, kept_apart)
    links: list[Pair] = []
    distinct: dict[tuple[int, int], Pair] = {}
    against: dict[tuple[int, int], tuple[Pair, str]] = {}
    for pair in pairs:
        if not pair.new or (pair.bits < policy.review_bits and pair.gate is None):
            continue
        one, other = joined.find(things[pair.one]), joined.find(things[pair.other])
        if groups.find(one) == groups.find(other):
            continue
        if pair.bits >= policy.review_bits and groups.apart(one, other) is None:
            groups.join(one, other)
            links.append(pair)
        elif pair.gate is not None and set(joined.reasons(one, other)) == {DISTINCT}:
            distinct.setdefault((min(one, other), max(one, other)), pair)
        elif (pair.one, pair.other) in sharing and DECIDED not in (reasons := list(joined.reasons(one, other))):
            against.setdefault((min(one, other), max(one, other)), (pair, reasons[0] if reasons else DISTINCT))
    doubts = [Doubt(both, (pair,), against=rule) for both, (pair, rule) in against.items()]
    doubts += [Doubt(both, (pair,), distinct=True) for both, pair in distinct.items()]
    doubts += [
        Doubt(tuple(sorted(members)), tuple(piece))
        for tree in _trees(links, things, joined, groups)
        for members, piece in _small_enough(tree, things, joined, policy.review_things)
    ]
    return sorted(doubts, key=lambda group: (-group.pairs[0].bits, group.pairs[0].one, group.pairs[0].other))


def _trees(links: Sequence[Pair], things: Sequence[int], joined: Clusters, groups: Clusters) -> Iterable[list[Pair]]:
    trees: dict[int, list[Pair]] = defaultdict(list)
    for pair in links:
        trees[groups.find(joined.find(things[pair.one]))].append(pair)
    return trees.values()


def _small_enough(tree: list[Pair], things: Sequence[int], joined: Clusters, most: int) -> Iterator[tuple[set[int], list[Pair]]]:
    """The tree, cut at its weakest pair until each piece has few enough members. Pieces of one are not asked about."""
    members = {joined.find(things[record]) for pair in tree for record in (pair.one, pair.other)}
    if len(members) <= most:
        if tree:
            yield members, tree
        return
    kept = tree[:-1]
    for piece in _pieces(kept, things, joined):
        yield from _small_enough(piece, things, joined, most)


def _pieces(tree: list[Pair], things: Sequence[int], joined: Clusters) -> list[list[Pair]]:
    """A tree of pairs with one taken out: what still hangs together, each in the order it had."""
    from graph.decided.partition import Partition

    held = Partition((str(joined.find(things[pair.one])), str(joined.find(things[pair.other]))) for pair in tree)
    pieces: dict[str, list[Pair]] = defaultdict(list)
    for pair in tree:
        pieces[held.name(str(joined.find(things[pair.one])))].append(pair)
    return list(pieces.values())
