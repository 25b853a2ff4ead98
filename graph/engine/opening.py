"""From the words in case.toml to an engine."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.errors import CaseError

if TYPE_CHECKING:
    from pathlib import Path

    from graph.engine import Engine

EMBEDDED = "embedded"
SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})


def open_engine(setting: str, folder: Path) -> Engine:
    """The engine a case names: `embedded`, kept in `folder`, or the address of a Neo4j server.

    Nothing is started or reached yet. A server's credentials come from NEO4J_USER and NEO4J_PASSWORD alone.
    """
    if setting == EMBEDDED:
        from graph.engine.arcadedb.engine import ArcadeEngine

        return ArcadeEngine(folder)
    parts = urlsplit(setting)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise CaseError(f'case.toml: graph must be "{EMBEDDED}" or an address such as bolt://host:7687')
    if parts.username or parts.password:
        raise CaseError(
            "case.toml: the address of the graph server carries credentials; set NEO4J_USER and NEO4J_PASSWORD instead"
        )
    from graph.engine.neo4j.engine import Neo4jEngine

    user, password = os.environ.get("NEO4J_USER"), os.environ.get("NEO4J_PASSWORD")
    return Neo4jEngine(setting, (user or "neo4j", password) if password else None)
