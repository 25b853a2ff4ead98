"""Denials that meet nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.said.claim import row_of
from loaders.load.cells import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.projection import Projection
    from loaders.load.load import Load

UNMET = "denies what no source asserts so far: it stays a claim, and disputes it once a source does"


def note_unmet(projection: Projection, loads: Iterable[Load]) -> None:
    """Denials that dispute no link, because no source asserts one as yet: they stay claims, and the report says so."""
    links = {link.id for link in projection.links}
    denials = [n.properties for n in projection.nodes if n.label == "Claim" and n.properties["polarity"] == "denies"]
    unmet = {str(denial["about"]) for denial in denials} - links
    for load in loads:
        for id_ in sorted(unmet & load.mentions.keys()):
            mention = load.mentions[id_]
            if mention.is_link:
                load.issues.append(Issue(row_of(mention.locator), None, UNMET))
