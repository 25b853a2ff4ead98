"""Things of which every name says exactly the same: five hundred rows that call a station alike are compared once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from loaders.names.bodies import Body
    from loaders.resolve.bodies.things import Thing
    from loaders.resolve.proposal import KeptApart

Twins: TypeAlias = dict[str, list[str]]
"""By the smallest of them, which stands for the others: all of them, in order."""

Alike: TypeAlias = tuple[frozenset["Body"], frozenset[tuple[str, str]], bool, bool]


def twins(known: dict[str, Thing], kept_apart: KeptApart, single: Set[str]) -> Twins:
    """Things that may be compared as one. Those in `single`, and those kept apart from one another, stand for themselves."""
    alike: dict[Alike, list[str]] = defaultdict(list)
    for id_ in sorted(known):
        alike[_alike(known[id_])].append(id_)
    together_with: Twins = {}
    for members in alike.values():
        alone = single & set(members) | _kept(members, kept_apart)
        together = [id_ for id_ in members if id_ not in alone]
        together_with |= {id_: [id_] for id_ in alone}
        if together:
            together_with[together[0]] = together
    return {id_: together_with[id_] for id_ in sorted(together_with)}


def _kept(members: Iterable[str], kept_apart: KeptApart) -> set[str]:
    """Those that a decision keeps apart from another of them."""
    return {id_ for one, other in combinations(sorted(members), 2) if kept_apart(one, other) for id_ in (one, other)}


def _alike(thing: Thing) -> Alike:
    return frozenset(replace(name.body, text="") for name in thing.names), thing.distinct, thing.nobody, thing.doubted
