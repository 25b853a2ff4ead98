"""What a graph of this release holds and is indexed by, as one name: a graph of another shape is projected anew."""

from __future__ import annotations

import hashlib

from graph.schema import LINK, LINKS, NODE, NODES, LinkKind, NodeKind, Property

_KINDS: tuple[NodeKind | LinkKind, ...] = (*NODES, *LINKS)
_HELD = [[(p.name, p.type, p.ordered, p.indexed) for p in kind.properties] for kind in _KINDS]
SHAPE = hashlib.sha256(repr((list(NODE), list(LINK), _HELD)).encode()).hexdigest()[:16]
"""The name."""

RETIRED: dict[str, Property] = {"claims": Property("claims", "texts")}
"""What an earlier release wrote and this one does not: read where a server still holds it, never written."""
