"""Whoever says "it was not done to me" denies what was done: an event of which every victim is denied is denied itself.

It is then no more than possible wherever it stands, counted only by a denial, and who denies its victims denies it. An event of
which no victim is told is as sure as its times, and so is one that somebody suffered whom nobody denies.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from graph.project.ties import Ties
    from graph.projection import Link, Node

SUFFERED: Final = "SUFFERED"


def denied_events(links: Iterable[Link]) -> set[str]:
    """The events that are denied by all who are told to have suffered them."""
    undenied: defaultdict[str, bool] = defaultdict(bool)
    for link in links:
        if link.type == SUFFERED:
            undenied[link.end] |= not link.properties.get("disputed")
    return {event for event, is_undenied in undenied.items() if not is_undenied}


def disputed(nodes: Iterable[Node], denied: Collection[str]) -> list[Node]:
    """The nodes, each of these events as disputed as a denied link."""
    return [replace(node, properties={**node.properties, "disputed": True}) if node.id in denied else node for node in nodes]


def by_whom(tied: Ties, denied: Collection[str]) -> Mapping[str, list[str]]:
    """By claim what it is about: a denial of whoever suffered such an event is about the event, too."""
    about = dict(tied.about)
    for denial in tied.denials:
        if denial.type == SUFFERED and denial.end in denied:
            about |= {held.id: [*about[held.id], denial.end] for held in denial.claims if held.id in about}
    return about
