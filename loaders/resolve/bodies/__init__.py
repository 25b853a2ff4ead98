"""Units and stations: which are one by concept, number, place and name, and which only a person can tell.

A merge is made by a named rule of names/bodies and never across what a decision or a compiler's keys keep apart; no cluster
holds two things whose names contradict. Whoever is described or unknown is never merged.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from loaders.names.bodies.comparing import compare
from loaders.resolve.bodies.candidates import candidates
from loaders.resolve.bodies.clusters import Components, Pair, settle
from loaders.resolve.bodies.groups import groups
from loaders.resolve.bodies.things import Name, Relation, Thing, body_of, edge, relate, things
from loaders.resolve.proposal import Conflict, Edge, Proposal

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
    known = things(records)
    stands: dict[Pair, Relation] = {}

    def stand(one: str, other: str) -> Relation:
        pair = (one, other) if one < other else (other, one)
        if pair not in stands:
            stands[pair] = relate(known[pair[0]], known[pair[1]], kept_apart)
        return stands[pair]

    ties: dict[Pair, Relation] = {}
    asked: dict[Pair, tuple[Edge, str]] = {}
    for pair in candidates(known, fresh):
        relation = stand(*pair)
        if relation.stand in ("same", "alone"):
            ties[pair] = relation
        elif relation.edge is not None:
            asked[pair] = relation.edge, relation.why
    made, ambiguous = settle(ties, stand)
    merged = Components()
    for one, other in made:
        merged.join(one, other)
    for pair in ambiguous:
        asked[pair] = _unsure(ties[pair]), _AMBIGUOUS
    return Proposal(
        tuple(edge for pair in made if (edge := ties[pair].edge) is not None),
        groups(asked, merged, known, stand),
        _conflicts(records, known),
    )


def _unsure(relation: Relation) -> Edge:
    assert relation.edge is not None
    return Edge(relation.edge.one, relation.edge.other, "review", None, relation.edge.evidence)


def _conflicts(records: Sequence[BodyRecord], known: dict[str, Thing]) -> tuple[Conflict, ...]:
    """Things of several mentions of which two contradict. What one mention says in one breath is that source's own word."""
    spoken: dict[str, dict[str, set[str]]] = {}
    for record in records:
        spoken.setdefault(record.thing, {}).setdefault(record.mention, set()).add(body_of(record).folded)
    found = []
    for id_ in sorted(thing for thing, mentions in spoken.items() if len(mentions) > 1):
        thing = known[id_]
        for one, other in combinations(thing.names, 2):
            outcome = compare(one.body, other.body)
            if outcome.verdict == "different" and not _in_one_breath(one, other, spoken[id_]):
                found.append(Conflict(thing.label, id_, edge(one, other, outcome, outcome.rule)))
                break
    return tuple(found)


def _in_one_breath(one: Name, other: Name, spoken: dict[str, set[str]]) -> bool:
    return any(one.body.folded in names and other.body.folded in names for names in spoken.values())
