"""One event is at one place: told at two, it is at the one or the other. A denial of one is one more claim: the place is told all
the same, and the other is no surer for it."""

from __future__ import annotations

from collections import defaultdict

from graph.projection import Link, Node, Projection


def elsewhere_told(projection: Projection) -> frozenset[str]:
    """The OCCURRED_AT links of events told at several stations, denied or not: what rests on one is at most possible."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for link in projection.links:
        if link.type == "OCCURRED_AT":
            places[link.begin].add(link.end)
    return frozenset(link.id for link in projection.links if link.type == "OCCURRED_AT" and len(places[link.begin]) > 1)


def called(place: Node, told: Link) -> str:
    """Another place of an event, as a row names it that rests on one."""
    return f"{place.properties['name']}{' (disputed)' if told.properties.get('disputed') else ''}"
