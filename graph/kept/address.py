"""Where a case's graph is served: in the case folder, or by a Neo4j server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from graph.errors import CaseError

EMBEDDED = "embedded"
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9.-]{2,62}")
SYSTEM = "system"
"""Every Neo4j server's own database, in which no graph can be."""


@dataclass(frozen=True, slots=True)
class Server:
    """An address of a Neo4j server, taken apart. `database` is None for the server's default one."""

    uri: str
    database: str | None


def server_at(address: str) -> Server:
    """The server and the database that a checked address names."""
    parts = urlsplit(address)
    return Server(f"{parts.scheme}://{parts.netloc}", parts.path.strip("/") or None)


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
        raise CaseError(f'the graph is "{EMBEDDED}" or an address such as bolt://host:7687, or bolt://host:7687/database')
    if parts.username is not None or parts.password is not None:
        raise CaseError("the address of the graph carries credentials: set NEO4J_USER and NEO4J_PASSWORD instead")
    if parts.query or parts.fragment:
        raise CaseError(
            "the address of the graph ends with the database's name, as in bolt://host:7687/database: leave out the rest"
        )
    database = parts.path.removeprefix("/").removesuffix("/")
    if database and (not _NAME.fullmatch(database) or database.lower() == SYSTEM):
        raise CaseError("the address of the graph names no database that can hold one: write bolt://host:7687/database")
    return text
