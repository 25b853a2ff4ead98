"""GraphML for Gephi, yEd and Cytoscape, by networkx, after values were made what GraphML and XML can hold."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from graph.answer import Support
from graph.projection import Properties
from graph.words import UNKNOWN
from graph.words.cells import HALF_OPEN, with_last
from viz.export.flat import flat
from viz.export.table import half_open
from viz.release import Released

MEANS = "the graph for Gephi, yEd and Cytoscape"

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that make a whole XML file unreadable, with no way to escape them."""

RESERVED = frozenset({"id", "key", "label", "link_type", "node_label", "source", "target", "type", "weight"})
"""Attributes to which the format, its readers or we ourselves give a meaning: a property so called gets an underscore."""


def files(released: Released) -> Iterator[tuple[str, bytes]]:
    """One file: a directed graph in which parallel links stay parallel."""
    import networkx

    drawn: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    drawn.graph.update(_about(released))
    for node in released.nodes:
        drawn.add_node(node.id)
        attributes = _attributes(node.properties) | _claims(released.rests_on(node.id))
        drawn.nodes[node.id].update({"label": _text(node.name), "node_label": node.label} | attributes)
    for link in released.links:
        drawn.add_edge(link.begin, link.end, key=link.id)
        attributes = _attributes(link.properties) | _claims(released.rests_on(link.id))
        drawn.edges[link.begin, link.end, link.id].update({"label": link.type, "link_type": link.type} | attributes)
    target = io.BytesIO()
    networkx.write_graphml_xml(drawn, target, named_key_ids=False)
    # A reader takes a bare carriage return for a line feed; the writer puts one only inside text.
    yield "graph.graphml", target.getvalue().replace(b"\r", b"&#13;")


def _about(released: Released) -> dict[str, str]:
    attributes = {
        "query": released.query,
        "title": released.title,
        "caveat": released.caveat,
        "profile": released.profile,
        "recipient": released.recipient or "",
        "graph_hash": released.graph_hash,
        "sequence": str(released.sequence),
        "times": f"{', '.join(half_open(released))}: {HALF_OPEN}" if half_open(released) else "",
    }
    return {name: _text(value) for name, value in attributes.items()}


def _attributes(properties: Properties) -> dict[str, str | int | float | bool]:
    """All properties but the id, which the node or link itself bears, and those that are not there."""
    return {
        f"{name}_" if name in RESERVED else name: value if isinstance(value, int | float) else _text(value)
        for name, value in sorted(with_last(properties, UNKNOWN).items())
        if name != "id" and value is not None
    }


def _claims(support: Support) -> dict[str, str | int | float | bool]:
    """The claims it rests on, and who denies it."""
    return {name: _text(texts) for name, texts in (("claims", support.claims), ("denied_by", support.denied_by)) if texts}


def _text(value: object) -> str:
    return NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", flat(value))
