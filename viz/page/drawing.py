"""A released answer as what is drawn: nodes and lines with their places, looks and words, through pyvis.

Nodes and lines get numbers for ids: an id of the case never becomes a key of a script's object or of a page's element.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from graph import schema, words
from graph.answer import CERTAINTIES, NodeValue, PathValue, RelValue, Support
from graph.errors import CaseError
from graph.projection import Properties
from viz import style
from viz.page import layout
from viz.page.details import ClaimDetail, Details
from viz.protected import is_protected
from viz.release import Released

MOST = 3000
"""Nodes up to which everything on the page stays quick without a graphics card."""

OTHER = "Other"
"""The kind of a thing of which only a link's end is known."""

STRENGTH: tuple[str, ...] = CERTAINTIES

BEND = 0.16
"""How far each further line between the same two nodes bends away."""

UNSHOWN = frozenset({"id", "name", "conflicts", "aliases", "protected", "disputed"} | {p.name for p in schema.SPAN})
"""Properties that a page shows in a way of their own."""

Item: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawing:
    """`nodes` and `links` as pyvis holds them; `number` finds either by the case's id; `layered`: drawn top-down."""

    nodes: list[Item]
    links: list[Item]
    number: Mapping[str, int]
    layered: bool


def draw(released: Released, details: Details) -> Drawing:
    """Everything in the rows, each once. CaseError where it is more than a page can show."""
    nodes = (*released.nodes, *_outside(released, details))
    if len(nodes) > MOST:
        raise CaseError(
            f"the answer would draw {len(nodes):,} nodes and a page shows up to {MOST:,}: narrow it with --certainty, --within,"
            " --limit or the question's own parameters, or export it instead"
        )
    layered = any(column.type == "path" for column in released.columns)
    places = (layout.top_down if layered else layout.by_forces)(nodes, released.links)
    return _built(released, details, nodes, places, layered=layered)


def _built(
    released: Released, details: Details, nodes: Sequence[NodeValue], places: Mapping[str, layout.Place], *, layered: bool
) -> Drawing:
    from pyvis.network import Network  # type: ignore[import-untyped]

    network = Network(directed=True, cdn_resources="in_line")
    rows, sure = _rows(released)
    number: dict[str, int] = {}
    given = {node.id for node in released.nodes}
    for node in nodes:
        number[node.id] = len(number)
        x, y = places[node.id]
        shown = _shown(node, rows, details, released.rests_on(node.id)) | {"outside": node.id not in given}
        network.add_node(number[node.id], label=called(node), shape="custom", x=x, y=y, **shown)
    bends = _bends(released.links)
    for link in released.links:
        number.setdefault(link.id, len(number))
        support = released.rests_on(link.id)
        shown = _line(link, rows, sure.get(link.id), details, support) | {"bend": bends[link.id]}
        network.add_edge(number[link.begin], number[link.end], id=number[link.id], **shown)
    return Drawing(network.nodes, network.edges, number, layered)


def called(node: NodeValue) -> str:
    """What a node is called, as everywhere; where nothing is known, or all is withheld, its kind, not an id nobody can read."""
    return node.name if node.name != node.id else words.value(node.properties.get("kind")) or words.thing(node.label)


def _shown(node: NodeValue, rows: Mapping[str, list[int]], details: Details, support: Support) -> Item:
    properties = node.properties
    aliases = properties.get("aliases")
    return {
        "kind": node.label if node.label in style.LOOKS else OTHER,
        "key": node.id,
        "aliases": [str(a) for a in aliases if a != called(node)] if isinstance(aliases, list | tuple) else [],
        "hollow": node.label == "Unit" and properties.get("kind") in ("unknown", "unnamed"),
        "protected": is_protected(node),
        "when": words.briefly(properties),
        "dates": words.line_by_line(properties),
        "facts": _facts(node.label, properties, details, support),
        "claims": [*support.claims],
        "origins": len(support.origins),
        "rows": rows.get(node.id, []),
        "color": style.LOOKS[node.label].colour if node.label in style.LOOKS else "#808080",
    }


def _line(link: RelValue, rows: Mapping[str, list[int]], sure: str | None, details: Details, support: Support) -> Item:
    properties = link.properties
    return {
        "type": link.type,
        "key": link.id,
        "says": words.link(link.type, properties),
        "back": words.link(link.type, properties, back=True),
        "family": style.family(link.type),
        "certainty": sure or words.certainty.of_span(properties),
        "graded": sure is not None,
        "disputed": bool(properties.get("disputed")),
        "denied_by": ", ".join(support.denied_by),
        "origins": len(support.origins),
        "when": words.briefly(properties),
        "dates": words.line_by_line(properties),
        "facts": _facts(link.type, properties, details, support),
        "claims": [*support.claims],
        "rows": rows.get(link.id, []),
    }


def _facts(kind: str, properties: Properties, details: Details, support: Support) -> list[tuple[str, str]]:
    """All other properties in words; where sources contradict each other, what else they say."""
    conflicts = properties.get("conflicts")
    disputed = [str(conflict) for conflict in conflicts] if isinstance(conflicts, list | tuple) else []
    facts = [
        (words.name(kind, name), words.value(value) + _also(name, value, details, disputed, support))
        for name, value in properties.items()
        if name not in UNSHOWN
    ]
    unshown = [words.name(kind, name) for name in disputed if name not in properties or name in UNSHOWN]
    return facts + ([("sources differ on", ", ".join(unshown))] if unshown else [])


def _also(name: str, held: object, details: Details, disputed: Sequence[str], support: Support) -> str:
    if name not in disputed:
        return ""
    claims = (details.claims.get(claim) for claim in support.claims)
    others = {claim.value for claim in claims if claim and claim.property == name and claim.value}
    return words.also(others - {words.value(held)}) or " (sources differ)"


def claims_of(drawing: Drawing, details: Details) -> dict[str, ClaimDetail]:
    """The details of all claims that something drawn rests on."""
    cited = {claim for item in (*drawing.nodes, *drawing.links) for claim in item["claims"]}
    return {claim: details.claims[claim] for claim in sorted(cited & details.claims.keys())}


def _rows(released: Released) -> tuple[dict[str, list[int]], dict[str, str]]:
    """The rows, counted from 1, in which each node and link stands; of each link the strongest certainty of its rows."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    sure: dict[str, str] = {}
    graded = next((at for at, column in enumerate(released.columns) if column.name == "certainty"), None)
    for count, row in enumerate(released.rows, 1):
        for id_ in dict.fromkeys(id_ for value in row for id_ in _ids(value)):
            rows[id_].append(count)
            certainty = row[graded] if graded is not None else None
            if isinstance(certainty, str) and certainty in CERTAINTIES:
                sure[id_] = min(sure.get(id_, certainty), certainty, key=STRENGTH.index)
    return dict(rows), sure


def _ids(value: object) -> list[str]:
    if isinstance(value, PathValue):
        return [node.id for node in value.nodes] + [link.id for link in value.links]
    return [value.id] if isinstance(value, NodeValue | RelValue) else []


def _outside(released: Released, details: Details) -> list[NodeValue]:
    """Ends of links that no row shows: drawn all the same, or their line would vanish."""
    known = {node.id for node in released.nodes}
    ends: dict[str, NodeValue] = {}
    for link in released.links:
        kind = schema.LINK.get(link.type)
        for end, labels in ((link.begin, kind.begins if kind else ()), (link.end, kind.ends if kind else ())):
            if end not in known and end not in ends:
                label = labels[0] if len(labels) == 1 else OTHER
                name = details.names.get(end) or f"{words.thing(label) if label != OTHER else 'thing'} outside the answer"
                ends[end] = NodeValue(end, label, {"id": end, "name": name})
    return list(ends.values())


def _bends(links: Sequence[RelValue]) -> dict[str, float]:
    """Lines between the same two nodes fan out to both sides, whichever way they point."""
    between: defaultdict[tuple[str, str], list[RelValue]] = defaultdict(list)
    for link in links:
        between[min(link.begin, link.end), max(link.begin, link.end)].append(link)
    bends: dict[str, float] = {}
    for (low, _), group in between.items():
        for at, link in enumerate(group):
            away = (at - (len(group) - 1) / 2) * 2 * BEND
            bends[link.id] = round(away if link.begin == low else -away, 2)
    return bends
