"""The control of the guard: what the attacks do on Neo4j where nothing stands before it."""

from __future__ import annotations

import contextlib

import neo4j
import pytest
from neo4j.exceptions import DriverError, Neo4jError

from graph.engine.neo4j.engine import Neo4jEngine
from tests.graph.engine.records import chain
from tests.neo4j import server
from tests.promises import Promise
from tests.queries.attacks import WRITES

EVERYTHING = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN labels(n), properties(n), properties(r) ORDER BY n.id, r.id"


@pytest.mark.trust("a query only reads, and ends")
def test_control_without_the_guard_they_write(neo4j_uri: str, promise: Promise) -> None:
    """Some are no Cypher at all, or none of this server's: another would take them."""
    server.empty(neo4j_uri)
    with neo4j.GraphDatabase.driver(neo4j_uri, auth=server.credentials(), notifications_min_severity="OFF") as driver:

        def everything() -> list[list[object]]:
            return [record.values() for record in driver.execute_query(EVERYTHING).records]

        written, before = 0, everything()
        for attack in WRITES:
            if before != everything() or not before:
                server.empty(neo4j_uri)
                with Neo4jEngine(neo4j_uri, server.credentials()) as engine:
                    engine.publish(chain(2))
                before = everything()
            with contextlib.suppress(Neo4jError, DriverError), driver.session() as session:
                session.run(attack).consume()
            written += everything() != before
    server.empty(neo4j_uri)
    promise.control(len(WRITES), written)
    assert written > 20
