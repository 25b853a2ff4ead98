"""One event is at one place: where nobody denies two, it is at the one or the other."""

from __future__ import annotations

from collections import defaultdict

from graph.projection import Projection


def elsewhere_told(projection: Projection) -> frozenset[str]:
    """The OCCURRED_AT links of events at several stations, by links that nobody denies: what rests on one is at most possible."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for link in projection.links:
        if link.type == "OCCURRED_AT" and not link.properties.get("disputed"):
            places[link.begin].add(link.end)
    return frozenset(link.id for link in projection.links if link.type == "OCCURRED_AT" and len(places[link.begin]) > 1)
