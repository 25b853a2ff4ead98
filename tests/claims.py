"""The claims that the things and links of an invented world list, as the nodes that a projection has for them.

Each gets a node; where the world names none, it cites a source of the world's own. A claim is about one thing: where several
list it, one keeps the claim itself, and each of the others gets one of its own that says the same ("c1 @ that link"). Only a
denial may meet several links: then it is one claim, about all of them. The lists stay in the world, where oracles read them; an
engine is not given them (`as_projected`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from graph.project.rivals import conflicts_with, marked, rivals
from graph.project.victims import SUFFERED, denied_events, disputed
from graph.projection import Link, Node, Projection

APART = " @ "
Part = TypeVar("Part", Node, Link)


def with_claims(projection: Projection, prefix: str = "") -> Projection:
    """The projection with a node for every claim in it; every `claims` names these. `prefix` begins all ids of this world."""
    world = _Claims(projection, prefix)
    return replace(
        projection,
        nodes=(*(world.renamed(node) for node in projection.nodes if node.label != "Claim"), *world.nodes()),
        links=(*(world.renamed(link) for link in projection.links), *world.citations),
    )


def as_projected(projection: Projection) -> Projection:
    """What an engine holds of a world: claims say what they are about, and nothing lists its claims; what is told at several
    places says so, and what is denied by all who suffered it."""
    contradicted, denied = rivals(projection.links), denied_events(projection.links)
    suffered = {link.id: link.end for link in projection.links if link.type == SUFFERED and link.end in denied}

    def plain(part: Part) -> Part:
        unlisted = ("claims", "disputed") if isinstance(part, Node) else ("claims",)
        own: dict[str, Any] = {name: value for name, value in part.properties.items() if name not in unlisted}
        if own.get("polarity") == "denies":
            own |= _about_events(own, suffered)
        if isinstance(part, Node) and part.id in contradicted:
            own["conflicts"] = conflicts_with(contradicted[part.id], own)
        return replace(part, properties=own)

    links = marked(projection.links, contradicted)
    nodes = disputed(map(plain, projection.nodes), denied)
    return replace(projection, nodes=tuple(nodes), links=tuple(map(plain, links)))


def _about_events(denial: Mapping[str, Any], suffered: Mapping[str, str]) -> dict[str, Any]:
    """What a denial of whoever suffered a denied event is about beside the first."""
    others = [*denial.get("also_about", ())]
    events = sorted({suffered[link] for link in (denial.get("about"), *others) if link in suffered})
    return {"also_about": [*others, *events], "denies_several": True} if events else {}


def named_once(texts: Iterable[Any]) -> list[Any]:
    """Claims as their world names them, those that say the same once; any other list as it is."""
    listed = list(texts)
    names = [text.partition(APART)[0] if isinstance(text, str) else text for text in listed]
    return listed if names == listed else list(dict.fromkeys(names))


class _Claims:
    """By id all claims of one world: those it gives as nodes, and those that are only listed."""

    def __init__(self, projection: Projection, prefix: str) -> None:
        self._prefix = prefix
        self._own: dict[str, dict[str, Any]] = {
            node.id: dict(node.properties) for node in projection.nodes if node.label == "Claim"
        }
        self._cited: defaultdict[str, list[str]] = defaultdict(list)
        for link in projection.links:
            if link.type == "CITES":
                self._cited[link.begin].append(link.end)
        listing: defaultdict[str, list[Node | Link]] = defaultdict(list)
        parts: list[Node | Link] = [*projection.nodes, *projection.links]
        for part in parts:
            for claim in _claims(part):
                listing[claim].append(part)
        self.citations: list[Link] = []
        self._names: dict[tuple[str, str], str] = {}
        self._source = f"{prefix}source"
        self._is_new = self._source not in {node.id for node in projection.nodes}
        for claim in dict.fromkeys((*self._own, *listing)):
            self._place(claim, listing[claim])

    def nodes(self) -> list[Node]:
        """All claims, and the source of those that name none."""
        source = Node("Source", {"id": self._source, "name": "source", "kind": "interview", "held": True, "sha256": "0"})
        new = self._is_new and any(link.end == self._source for link in self.citations)
        return [*([source] if new else []), *(Node("Claim", own) for own in self._own.values())]

    def renamed(self, part: Part) -> Part:
        """A thing or link that lists its own claims."""
        if not (claims := _claims(part)):
            return part
        names = sorted(self._names.get((claim, part.id), claim) for claim in claims)
        return replace(part, properties={**part.properties, "claims": names})

    def _place(self, claim: str, parts: list[Node | Link]) -> None:
        own = {"id": claim, "property": "exists", "polarity": "asserts"} | self._own.get(claim, {})
        ids = [part.id for part in parts]
        pairs = {_denied(part) for part in parts}
        if own["polarity"] == "denies" and len(parts) > 1 and len(pairs) == 1 and None not in pairs:
            first, *others = sorted(ids)
            own |= {"about": first, "also_about": others, "denies_several": True}
        elif ids:
            own.setdefault("about", ids[0])
        self._own[claim] = own
        known = (own.get("about"), *own.get("also_about", ()))
        if not self._cited[claim]:
            self._cite(claim, self._source)
            self._cited[claim] = [self._source]
        for id_ in ids:
            if id_ not in known:
                copy = f"{claim}{APART}{id_.removeprefix(self._prefix)}"
                self._own[copy] = own | {"id": copy, "about": id_}
                self._names[claim, id_] = copy
                for source in self._cited[claim]:
                    self._cite(copy, source)

    def _cite(self, claim: str, source: str) -> None:
        self.citations.append(Link("CITES", "Claim", claim, "Source", source, {"id": f"{claim}>{source}"}))


def _claims(part: Node | Link) -> list[str]:
    listed: Any = part.properties.get("claims", ())
    return list(listed)


def _denied(part: Node | Link) -> tuple[str, str, str] | None:
    """The type and ends of a link that a source denies."""
    return (part.type, part.begin, part.end) if isinstance(part, Link) and part.properties.get("disputed") else None
