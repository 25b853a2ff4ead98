"""Released nodes and links as if each were one mention, where the claims themselves may not leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import schema
from graph.said.carried import Carried
from graph.said.claim import EXISTS, SPAN, Claim, Mention
from graph.said.span import Period, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from graph.projection import Properties
    from viz.release import Released

NO_WORDS = frozenset({"id", "conflicts", *(prop.name for prop in schema.SPAN)})


def carried(released: Released) -> Iterator[Carried]:
    """Each node, then each link between nodes that are there too."""
    there = {node.id for node in released.nodes if node.label in schema.NODE and node.label not in ("Claim", "Element")}
    for node in released.nodes:
        if node.id in there:
            yield _carried(Mention(node.id, node.label, "", ""), node.properties)
    for link in released.links:
        if link.type not in schema.BARE and {link.begin, link.end} <= there:
            yield _carried(Mention(link.id, link.type, "", "", link.begin, link.end), link.properties)


def _carried(mention: Mention, properties: Properties) -> Carried:
    claims = [Claim(mention.id, EXISTS, mention.what, "", "", "")] if mention.is_link else []
    for name, value in properties.items():
        if name not in NO_WORDS:
            texts = value if isinstance(value, list | tuple) else [value]
            claims += [
                Claim(mention.id, name, text if isinstance(text, int | float) else str(text), "", "", "") for text in texts
            ]
    if span := _span(properties):
        claims.append(Claim(mention.id, SPAN, span.as_text(), "", "", ""))
    claims = claims or [Claim(mention.id, EXISTS, mention.what, "", "", "")]
    return Carried(mention, mention.id, tuple((f"{mention.id}.{at}", claim) for at, claim in enumerate(claims)))


def _span(properties: Properties) -> Span | None:
    names = ("possible_from", "possible_to", "certain_from", "certain_to")
    limits: list[datetime] = [properties[name] for name in names if name in properties]  # type: ignore[misc]  # times
    if len(limits) < len(names) or properties.get("bridged", True):
        return None
    return Span(Period(limits[0], limits[1]), Period(limits[2], limits[3]))
