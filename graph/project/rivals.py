"""Links of which there is one at a time, told several times: an event is at one place. Told at two, they
contradict each other, and each is no more than possible.

A denial of one is one more claim, and settles nothing: the place is told all the same, and the other is no surer for it. A place
of which there is but a denial makes no link, and so no second place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from graph import schema

if TYPE_CHECKING:
    from graph.projection import Link, Properties

ONCE = frozenset(kind.type for kind in schema.LINKS if kind.once)


def rivals(links: Iterable[Link]) -> dict[str, set[str]]:
    """By what they begin at, the types of links that are told there to different ends."""
    ends: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for link in links:
        if link.type in ONCE:
            ends[link.begin, link.type].add(link.end)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (begin, type_), several in ends.items():
        if len(several) > 1:
            found[begin].add(type_)
    return dict(found)


def marked(links: Iterable[Link], contradicted: Mapping[str, set[str]]) -> list[Link]:
    """The links, each that another one contradicts with its own type among its conflicts."""
    return [
        replace(link, properties={**link.properties, "conflicts": conflicts_with({link.type}, link.properties)})
        if link.type in contradicted.get(link.begin, ())
        else link
        for link in links
    ]


def conflicts_with(more: Iterable[str], properties: Properties) -> list[str]:
    """All conflicts that a thing or link has with these."""
    return sorted({*cast("Iterable[str]", properties.get("conflicts", ())), *more})
