"""What a case holds of some things and links, mention by mention, for another case to take in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph.said.carried import Carried

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.decided.state import State
    from graph.said.claim import Claim


def carried(state: State, things: Collection[str] | None = None) -> tuple[Carried, ...]:
    """Of these things and links, by the smallest of their mentions; with what links join, and the sources that claims cite. Of
    all, where none are named. In the order of their mentions.
    """
    claims: defaultdict[str, list[tuple[str, Claim]]] = defaultdict(list)
    files: dict[str, str] = {}
    names = {str(body["file"]): str(body["file_name"]) for body in state.loads.values()}
    for held in state.claims:
        if held.claim.about in state.mentions:
            claims[held.claim.about].append((held.id, held.claim))
            files[held.claim.about] = names.get(held.file, "")
    root = state.identity.root
    wanted = state.mentions.keys() if things is None else _with_what_they_need(state, things, claims)
    return tuple(
        Carried(
            state.mentions[id_],
            root(id_),
            tuple(sorted(claims[id_], key=lambda one: one[0])),
            files.get(id_, ""),
            state.protection.get(id_),
            tuple(sorted(state.aliases.get(id_, ()))),
            state.reliability.get(id_),
        )
        for id_ in sorted(wanted)
    )


def _with_what_they_need(state: State, things: Collection[str], claims: dict[str, list[tuple[str, Claim]]]) -> set[str]:
    """Every mention of these, of what their links join, and of all sources that a claim among them cites."""
    root = state.identity.root
    members: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in state.mentions:
        members[root(id_)].append(id_)
    found: set[str] = set()
    waiting = {root(id_) for id_ in things}
    while waiting:
        new = {id_ for thing in waiting for id_ in members.get(thing, ())} - found
        found |= new
        needed = {claim.cites for id_ in new for _, claim in claims[id_]}
        needed |= {end for id_ in new for end in (state.mentions[id_].begin, state.mentions[id_].end) if end}
        waiting = {root(id_) for id_ in needed if id_ in state.mentions and id_ not in found}
    return found
