"""Units and stations: which are one by concept, number, place and name, and which only a person can tell.

A merge is made by a named rule of names/bodies and never across what a decision or a compiler's keys keep apart; no cluster
holds two things whose names contradict. Whoever is described or unknown is never merged.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from graph.decided.partition import Partition
from loaders.names.bodies import compare
from loaders.resolve.bodies.candidates import candidates
from loaders.resolve.bodies.clusters import Pair, settle
from loaders.resolve.bodies.groups import MOST, groups
from loaders.resolve.bodies.things import NameInMention, Relation, Thing, body_of, edge, relate, things
from loaders.resolve.bodies.twins import Twins, twins
from loaders.resolve.proposal import Conflict, Edge, Group, Proposal

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from loaders.resolve.proposal import KeptApart
    from loaders.resolve.record import BodyRecord

__all__ = ["propose"]

_AMBIGUOUS: Final = "it fits things that are not one another"


def propose(records: Sequence[BodyRecord], kept_apart: KeptApart, *, fresh: Set[str] | None = None) -> Proposal:
    """What to merge, what to ask, what contradicts itself. The order of the records does not matter.

    `fresh`: things that are new: pairs of which neither is are left alone, for they were proposed before; conflicts are not.
    """
    proposals = [
        _of_label([r for r in records if r.label == label], kept_apart, fresh) for label in sorted({r.label for r in records})
    ]
    return Proposal(
        tuple(edge for proposal in proposals for edge in proposal.merges),
        tuple(group for proposal in proposals for group in proposal.groups),
        tuple(conflict for proposal in proposals for conflict in proposal.conflicts),
    )


def _of_label(records: Sequence[BodyRecord], kept_apart: KeptApart, fresh: Set[str] | None) -> Proposal:
    known = things(records)
    single: set[str] = set()
    while True:
        alike = twins(known, kept_apart, single)
        merges, review = _compared(known, alike, kept_apart, fresh)
        first = {id_: first for first, members in alike.items() for id_ in members}
        clash = {
            id_
            for members in Partition(merges).sets.values()
            for one, other in combinations(sorted(members), 2)
            if first[one] != first[other] and kept_apart(one, other)  # twins are not kept apart
            for id_ in (one, other)
        }
        if clash <= single:
            return Proposal(tuple(merges.values()), review, _conflicts(records, known))
        single |= clash  # a decision about one of many that are called alike is about that one


def _compared(
    known: dict[str, Thing], alike: Twins, kept_apart: KeptApart, fresh: Set[str] | None
) -> tuple[dict[Pair, Edge], tuple[Group, ...]]:
    """What to merge, and what to ask."""
    stands: dict[Pair, Relation] = {}

    def stand(one: str, other: str) -> Relation:
        pair = (one, other) if one < other else (other, one)
        if pair not in stands:
            stands[pair] = relate(known[pair[0]], known[pair[1]], kept_apart)
        return stands[pair]

    new = None if fresh is None else {first for first, members in alike.items() if not fresh.isdisjoint(members)}
    ties: dict[Pair, Relation] = {}
    edges: dict[Pair, Edge] = {}
    doubtful: dict[Pair, tuple[Edge, str]] = {}
    for pair in candidates({first: known[first] for first in alike}, new):
        relation = stand(*pair)
        if relation.edge is None:
            continue
        if relation.stand in ("same", "alone"):
            ties[pair], edges[pair] = relation, relation.edge
        else:
            doubtful[pair] = relation.edge, relation.why
    settled = settle(ties, stand)
    for pair in settled.ambiguous:
        doubtful[pair] = replace(edges[pair], rule="review"), _AMBIGUOUS
    joined = Partition(settled.made)
    merges = {pair: edges[pair] for pair in settled.made}
    for first, members in alike.items():
        if new is not None and new.isdisjoint(joined.members(first)):
            continue
        for other in members[1:]:
            relation = stand(first, other)
            if relation.edge is None:
                continue
            if relation.stand in ("same", "alone") and first not in settled.torn:
                merges[first, other] = relation.edge
            elif other in members[:MOST]:
                doubtful[first, other] = replace(relation.edge, rule="review"), relation.why or _AMBIGUOUS
    return merges, groups(doubtful, Partition(merges), known, stand)


def _conflicts(records: Sequence[BodyRecord], known: dict[str, Thing]) -> tuple[Conflict, ...]:
    """Things of several mentions of which two contradict. What one mention says in one breath is that source's own word."""
    spoken: dict[str, dict[str, set[str]]] = {}
    for record in records:
        spoken.setdefault(record.thing, {}).setdefault(record.mention, set()).add(body_of(record).folded)
    conflicts = []
    for id_ in sorted(thing for thing, mentions in spoken.items() if len(mentions) > 1):
        thing = known[id_]
        for one, other in combinations(thing.names, 2):
            outcome = compare(one.body, other.body)
            if outcome.verdict == "different" and not _in_one_breath(one, other, spoken[id_]):
                conflicts.append(Conflict(thing.label, id_, edge(one, other, outcome, f"bodies/{outcome.rule}")))
                break
    return tuple(conflicts)


def _in_one_breath(one: NameInMention, other: NameInMention, spoken: dict[str, set[str]]) -> bool:
    return any(one.body.folded in names and other.body.folded in names for names in spoken.values())
