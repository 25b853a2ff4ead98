"""What the compiler of a file counts as one thing, under a canonical id: his decision, so a person is asked about it here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.resolve.proposal import Edge, Evidence, Group, Proposal

if TYPE_CHECKING:
    from collections.abc import Set

    from loaders.resolve.proposal import KeptApart
    from loaders.resolve.records import Register

WHY = "their canonical id says so: whoever made the file counts them as one"
EVIDENCE = (Evidence("canonical id", "the same in their file"),)


def propose(register: Register, kept_apart: KeptApart, *, fresh: Set[str] | None = None) -> Proposal:
    """A group for each lot that is still several things. `fresh`: only lots with one of these."""
    groups = []
    for some in register.canonical():
        first = {register.thing(id_): id_ for id_ in sorted(some, reverse=True)}
        things = sorted(first)
        if len(things) < 2 or (fresh is not None and fresh.isdisjoint((*things, *some))):
            continue
        beside = [other for other in things[1:] if not kept_apart(things[0], other)]
        edges = tuple(Edge(first[things[0]], first[other], "review", None, EVIDENCE) for other in beside)
        if edges:
            groups.append(Group(register.label(some[0]), (things[0], *beside), edges, WHY))
    return Proposal(groups=tuple(groups))
