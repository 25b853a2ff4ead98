"""What may be true: every way to decide the open groups of a review, and what then is denied rightly or not.

A decision says of each two things of a group whether they are one, so that of three things two are never one with the third
and not with each other. A truth also says which denied links are right after all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TypeAlias

Decision: TypeAlias = dict[str, str]
"""What each thing of an open group is: itself, or the first of those that it is one with."""


def decisions(waiting: Mapping[str, str]) -> Iterator[Decision]:
    """Every one, for all groups at once."""
    groups: dict[str, list[str]] = {}
    for thing, group in sorted(waiting.items()):
        groups.setdefault(group, []).append(thing)
    for made in product(*(list(partitions(members)) for members in groups.values())):
        yield {thing: part[0] for parts in made for part in parts for thing in part}


def partitions(things: Sequence[str]) -> Iterator[list[list[str]]]:
    """Every way to sort them into those that are one."""
    if not things:
        yield []
        return
    first, *others = things
    for parts in partitions(others):
        yield [[first], *parts]
        for at, part in enumerate(parts):
            yield [*parts[:at], [first, *part], *parts[at + 1 :]]


def subsets(things: Iterable[str]) -> Iterator[set[str]]:
    """Every choice of them."""
    listed = sorted(things)
    for chosen in product((False, True), repeat=len(listed)):
        yield {thing for thing, is_in in zip(listed, chosen, strict=True) if is_in}
