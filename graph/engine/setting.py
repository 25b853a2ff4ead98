"""From the setting `graph` of case.toml to an engine."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from graph.kept.address import EMBEDDED, check_address

if TYPE_CHECKING:
    from pathlib import Path

    from graph.engine import Engine


def open_engine(setting: str, folder: Path) -> Engine:
    """The engine a case names: `embedded`, kept in `folder`, or the address of a Neo4j server.

    Nothing is started or reached yet. A server's credentials come from NEO4J_USER and NEO4J_PASSWORD alone.
    """
    if check_address(setting) == EMBEDDED:
        from graph.engine.arcadedb.engine import ArcadeEngine

        return ArcadeEngine(folder)
    from graph.engine.neo4j.engine import Neo4jEngine

    user, password = os.environ.get("NEO4J_USER"), os.environ.get("NEO4J_PASSWORD")
    return Neo4jEngine(setting, (user or "neo4j", password) if password else None)
