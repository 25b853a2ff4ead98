"""Areas: one where they are called the same and lie within an area that is called the same. A name alone is asked about."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from graph.decided.partition import Partition
from loaders.names.lookup import folded
from loaders.resolve.apart import kept_by_compiler
from loaders.resolve.proposal import Edge, Evidence, Group, Proposal

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from loaders.resolve.proposal import KeptApart
    from loaders.resolve.record import BodyRecord

LABEL = "Area"
RULE = "areas/name-within"
WHY = "the same name, and nothing says that they lie in one place"


def propose(records: Sequence[BodyRecord], kept_apart: KeptApart, *, fresh: Set[str] | None = None) -> Proposal:
    """Which areas are one. `fresh`: only pairs with one of these are held against each other."""
    called: defaultdict[str, dict[str, BodyRecord]] = defaultdict(dict)
    for record in sorted(records, key=lambda record: (record.thing, record.mention, record.name)):
        called[folded(record.name)].setdefault(record.thing, record)
    of_thing: defaultdict[str, list[BodyRecord]] = defaultdict(list)
    for record in records:
        of_thing[record.thing].append(record)

    def apart(one: str, other: str) -> bool:
        ours, theirs = of_thing[one][0], of_thing[other][0]
        different = ours.kind is not None and theirs.kind is not None and ours.kind != theirs.kind
        return different or kept_by_compiler(ours.distinct, theirs.distinct) or kept_apart(one, other)

    merged = Partition()
    merges: list[Edge] = []
    doubtful: dict[tuple[str, str], Edge] = {}
    for things in (called[name] for name in sorted(called)):
        for one, other in combinations(sorted(things), 2):
            if (fresh is not None and not {one, other} & fresh) or merged.name(one) == merged.name(other):
                continue
            if any(apart(*pair) for pair in product(merged.members(one), merged.members(other))):
                continue
            within = {folded(name) for name in things[one].areas} & {folded(name) for name in things[other].areas}
            evidence = [Evidence("name", "the same"), *([Evidence("within", "the same")] if within else [])]
            edge = Edge(things[one].mention, things[other].mention, RULE if within else "review", None, tuple(evidence))
            if within:
                merged.join((one, other))
                merges.append(edge)
            else:
                doubtful[one, other] = edge
    groups = [Group(LABEL, pair, (edge,), WHY) for pair, edge in doubtful.items() if merged.name(pair[0]) != merged.name(pair[1])]
    return Proposal(tuple(merges), tuple(groups))
