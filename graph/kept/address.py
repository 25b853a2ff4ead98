"""Where a case's graph is served: in the case folder, or by a Neo4j server."""

from __future__ import annotations

from urllib.parse import urlsplit

from graph.errors import CaseError

EMBEDDED = "embedded"
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def check_address(address: object) -> str:
    """The address, if a graph can be there. CaseError where not, and where it carries credentials."""
    if address == EMBEDDED:
        return EMBEDDED
    text = address if isinstance(address, str) else ""
    try:
        parts = urlsplit(text)
        known = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not close, a port that is no number
        known = False
    if not known:
        raise CaseError(f'the graph is "{EMBEDDED}" or an address such as bolt://host:7687')
    if parts.username is not None or parts.password is not None:
        raise CaseError("the address of the graph carries credentials: set NEO4J_USER and NEO4J_PASSWORD instead")
    return text
