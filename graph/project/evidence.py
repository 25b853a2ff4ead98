"""The claims themselves as nodes, the sources they cite, the legal elements they bear on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.projection import Link, Node, Value
from graph.said.fold import in_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.project.docket import Docket
    from graph.projection import Properties
    from graph.said.claim import HeldClaim


def evidence(
    docket: Docket, nodes: set[str], links: Mapping[str, list[str]], more: Mapping[str, Properties]
) -> tuple[list[Node], list[Link]]:
    """Claim and Element nodes; CITES and BEARS_ON links. `links`: by claim, the links it ended up in. `more`: by claim, what is
    worked out of it, such as of whom it denies that they were there."""
    claims: dict[str, Node] = {}
    citations: dict[str, Link] = {}
    for held in docket.state.claims:
        entity = docket.entity(held.claim.about)
        about = [entity] if entity in nodes else links.get(held.id, [held.claim.about])
        claims[held.id] = Node("Claim", {**_claim(docket, held, about), **more.get(held.id, {})})
        source = docket.entity(held.claim.cites)
        link = Link("CITES", "Claim", held.id, "Source", source, {"id": f"{held.id}>{source}"})
        citations[link.id] = link
    elements, bearings = _bearings(docket, claims)
    return (
        [*(claims[id_] for id_ in sorted(claims)), *elements],
        [*(citations[id_] for id_ in sorted(citations)), *bearings],
    )


def _claim(docket: Docket, held: HeldClaim, about: list[str]) -> dict[str, Value]:
    claim, state = held.claim, docket.state
    first, *others = about
    properties: dict[str, Value | None] = {
        "id": held.id,
        "name": claim.property,
        "file": held.file,
        "locator": claim.locator,
        "about": first,
        "also_about": others or None,
        "denies_several": bool(others) or None,
        "property": claim.property,
        "value": in_bytes(claim.value),
        "original": claim.original,
        "polarity": claim.polarity,
        "basis": claim.basis,
        "graded": claim.graded,
        "quote": claim.quote,
        "note": claim.note,
        "language": claim.language,
        "credibility": docket.credibility(held),
        "status": state.statuses.get(held.id) or ("issue" if claim.issue else None),
    }
    return {name: value for name, value in properties.items() if value is not None}


def _bearings(docket: Docket, claims: dict[str, Node]) -> tuple[list[Node], list[Link]]:
    elements: dict[str, Node] = {}
    links: list[Link] = []
    for (claim, element), body in sorted(docket.state.bearings.items()):
        if claim not in claims:
            continue
        declared = body["element"]
        elements[element] = Node(
            "Element",
            {"id": element, "name": declared["title"], "instrument": declared["instrument"], "article": declared["article"]},
        )
        properties = {"id": f"{claim}>{element}", "stance": body["stance"]}
        links.append(Link("BEARS_ON", "Claim", claim, "Element", element, properties))
    return list(elements.values()), links
