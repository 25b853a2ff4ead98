"""What the rules join without a person looking: gated pairs, strongest first, where nobody else fits as well."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaders.resolve.persons.clusters import Clusters
    from loaders.resolve.persons.pairs import Pair


def join(pairs: Sequence[Pair], things: Sequence[int], clusters: Clusters, margin: float) -> list[Pair]:
    """Join by gates, in the order given (strongest first). What comes back joined two clusters each.

    `things`: the number of each record's thing. Things that contradict themselves join nothing.
    """
    gated = [pair for pair in pairs if pair.gate is not None]
    near = _near(pairs, {record for pair in gated for record in (pair.one, pair.other)})
    joined = []
    for pair in gated:
        one, other = things[pair.one], things[pair.other]
        if clusters.find(one) == clusters.find(other) or _contradicts(one, clusters) or _contradicts(other, clusters):
            continue
        if clusters.apart(one, other) or _ambiguous(pair, near, things, clusters, margin):
            continue
        clusters.join(one, other)
        joined.append(pair)
    return joined


def _near(pairs: Sequence[Pair], asked: set[int]) -> Mapping[int, Sequence[tuple[float, int]]]:
    """For each of these records whom it fits, strongest first."""
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:
        if pair.one in asked:
            near[pair.one].append((pair.bits, pair.other))
        if pair.other in asked:
            near[pair.other].append((pair.bits, pair.one))
    return near


def _ambiguous(
    pair: Pair, near: Mapping[int, Sequence[tuple[float, int]]], things: Sequence[int], clusters: Clusters, margin: float
) -> bool:
    """Whether one of the two fits somebody else nearly as well or better, who cannot be the other of the two."""
    ours = {clusters.find(things[pair.one]), clusters.find(things[pair.other])}
    for record, partner in ((pair.one, pair.other), (pair.other, pair.one)):
        for bits, rival in near[record]:
            if bits < pair.bits - margin:
                break
            if clusters.find(things[rival]) not in ours and clusters.apart(things[rival], things[partner]):
                return True
    return False


def _contradicts(thing: int, clusters: Clusters) -> bool:
    return any(part.contradicts for part in clusters.of(thing).parts)
