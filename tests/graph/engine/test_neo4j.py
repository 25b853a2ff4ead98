"""What is peculiar to a server of the team's: the difference, other writers, lost connections, other people's databases."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import neo4j as driver
import pytest

from graph.engine.neo4j import bounds
from graph.engine.neo4j import marker as markers
from graph.engine.neo4j.difference import Changes, There
from graph.engine.neo4j.engine import Neo4jEngine
from graph.engine.neo4j.writer import Writer
from graph.errors import EngineError, IntegrityError
from graph.projection import Link, Node, Projection
from graph.shape import SHAPE
from tests.graph.engine.proxy import cutting
from tests.graph.engine.records import chain, everything, renamed
from tests.neo4j import server
from tests.promises import Promise

ROOT = Path(__file__).parents[3]
EVERYTHING = "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN labels(n), properties(n), properties(r) ORDER BY n.id, r.id"


@pytest.fixture
def uri(neo4j_uri: str) -> Iterator[str]:
    server.empty(neo4j_uri)
    yield neo4j_uri
    server.empty(neo4j_uri)


@pytest.fixture
def engine(uri: str) -> Iterator[Neo4jEngine]:
    with Neo4jEngine(uri, server.credentials()) as engine:
        yield engine


def run(uri: str, cypher: str) -> list[list[object]]:
    with driver.GraphDatabase.driver(uri, auth=server.credentials()) as connection:
        return [record.values() for record in connection.execute_query(cypher).records]


def element_ids(uri: str) -> tuple[dict[object, object], dict[object, object]]:
    """The server's own ids by ours: a record that was written anew has another one."""
    nodes = run(uri, "MATCH (n) WHERE NOT n:Projection RETURN n.id, elementId(n)")
    links = run(uri, "MATCH ()-[r]->() RETURN r.id, elementId(r)")
    return {row[0]: row[1] for row in nodes}, {row[0]: row[1] for row in links}


def test_only_what_changed_is_written(engine: Neo4jEngine, uri: str, written: list[Changes]) -> None:
    before = everything()
    engine.publish(before)
    nodes, links = element_ids(uri)
    moved, changed, gone = "l-SUFFERED-Person-Event-0", "l-JOINED-Unit-Unit-0", "l-CITES-Claim-Source-0"
    by_id = {link.id: link for link in renamed(before, "p-1", "another").links if link.id != gone}
    by_id[moved] = replace(by_id[moved], begin="p-3" if by_id[moved].begin != "p-3" else "p-2")
    by_id[changed] = replace(by_id[changed], properties={"id": changed, "conflicts": ["born"]})
    by_id["l-new"] = Link("WITHIN", "Area", "a-new", "Area", "a-0", {"id": "l-new"})
    all_nodes = (*renamed(before, "p-1", "another").nodes, Node("Area", {"id": "a-new", "name": "new"}))

    marker = engine.publish(Projection(8, all_nodes, tuple(by_id.values())))

    change = written[-1]
    assert engine.marker() == marker
    assert [node.id for node in change.nodes_set] == ["p-1"]
    assert [node.id for node in change.nodes_created] == ["a-new"]
    assert change.nodes_removed == []
    assert [link.id for link in change.links_set] == [changed]
    assert {link.id for link in change.links_created} == {moved, "l-new"}
    assert {identifier for _, identifier in change.links_removed} == {moved, gone}
    after_nodes, after_links = element_ids(uri)
    assert {ours for ours in nodes if nodes[ours] != after_nodes[ours]} == set()
    assert {ours for ours in links if links[ours] != after_links.get(ours)} <= {moved, gone}


def test_a_node_that_becomes_another_kind_takes_its_links_along(engine: Neo4jEngine) -> None:
    nodes = (Node("Station", {"id": "x"}), Node("Area", {"id": "a"}))
    engine.publish(Projection(1, nodes, (Link("WITHIN", "Station", "x", "Area", "a", {"id": "l"}),)))
    now_an_area = (Node("Area", {"id": "x"}), Node("Area", {"id": "a"}))

    engine.publish(Projection(2, now_an_area, (Link("WITHIN", "Area", "x", "Area", "a", {"id": "l"}),)))

    assert engine.ask("MATCH (n)-[r:WITHIN]->() RETURN labels(n)[0], n.id, r.id", {}, seconds=20, rows=9).rows == (
        ("Area", "x", "l"),
    )


def test_nodes_go_with_their_links(engine: Neo4jEngine) -> None:
    engine.publish(chain(10))
    engine.publish(chain(4, sequence=2))

    assert engine.ask("MATCH (n:Unit) RETURN count(n)", {}, seconds=20, rows=9).rows == ((4,),)


def test_the_same_graph_at_a_later_entry_is_only_marked(engine: Neo4jEngine, written: list[Changes]) -> None:
    engine.publish(chain(3))

    marker = engine.publish(chain(3, sequence=5))

    assert len(written[-1]) == 0
    assert engine.marker() == marker
    assert marker.sequence == 5


@pytest.mark.parametrize(
    "foreign", ["CREATE (:Film {title: 'x'})", "CREATE (:Person {name: 'x'})", "CREATE (:Projection {name: 'x'})"]
)
def test_a_database_that_holds_something_else_is_left_alone(engine: Neo4jEngine, uri: str, foreign: str) -> None:
    run(uri, foreign)

    with pytest.raises(IntegrityError, match="a database of its own"):
        engine.publish(chain(3))

    assert run(uri, "MATCH (n) RETURN count(n), count(n.id)") == [[1, 0]]


@pytest.mark.parametrize(
    "tampering",
    [
        "CREATE (:Film {title: 'x'})",
        "CREATE (:Unit {id: 'u0x', name: 'x'})",
        "MATCH (u:Unit {id: 'u1'}) SET u.name = 'x'",
        "MATCH (u:Unit {id: 'u1'}) SET u.unknown = 'x'",
        "MATCH (u:Unit {id: 'u1'}) SET u:Person",
        "MATCH ()-[r]->() WITH r LIMIT 1 DELETE r",
        "MATCH (u:Unit {id: 'u1'}) CREATE (u)-[:KNOWS]->(u)",
        "MATCH (u:Unit {id: 'u1'}) CREATE (u)-[:JOINED {id: 'l0'}]->(u)",
        "MATCH (u:Unit {id: 'u1'}) SET u.conflicts = point({x: 1, y: 2})",
    ],
)
def test_a_database_somebody_else_changed_is_left_alone(engine: Neo4jEngine, uri: str, tampering: str) -> None:
    engine.publish(chain(3))
    run(uri, tampering)
    before = run(uri, EVERYTHING)

    with pytest.raises(IntegrityError):
        engine.publish(chain(5, sequence=2))

    assert run(uri, EVERYTHING) == before


@pytest.mark.trust("a server that is lost loses and doubles nothing")
def test_a_publish_that_is_killed_is_seen_and_completed(engine: Neo4jEngine, uri: str, promise: Promise) -> None:
    engine.publish(chain(50))
    for step in (1, 2, 3, 4):
        killed = subprocess.run([sys.executable, "-c", DIES_WHILE_WRITING, uri, str(step)], cwd=ROOT)
        assert killed.returncode == 9
        assert engine.marker() is None
        with pytest.raises(EngineError, match="not whole"):
            engine.ask("MATCH (u:Unit) RETURN count(u)", {}, seconds=20, rows=9)

    marker = engine.publish(everything())

    assert engine.marker() == marker
    assert engine.read_back() == marker.hashes
    promise.tried(4)


DIES_WHILE_WRITING = """
import os, sys
from graph.engine.neo4j.engine import Neo4jEngine
from tests.graph.engine.records import chain
from tests.neo4j import server
step = [0]
def progress(what, done, total):
    step[0] += what == "writing"
    if step[0] == int(sys.argv[2]):
        os._exit(9)
length = 50 + 2500 * (int(sys.argv[2]) % 3)
Neo4jEngine(sys.argv[1], server.credentials()).publish(chain(length, sequence=2, name=sys.argv[2]), progress=progress)
"""


@pytest.mark.trust("a server that is lost loses and doubles nothing")
@pytest.mark.parametrize("before", [True, False], ids=["commit lost", "answer lost"])
@pytest.mark.parametrize("cut", [{1}, {2}, {3}, {1, 2}, {4, 5}])
def test_a_connection_lost_at_a_commit_loses_and_doubles_nothing(uri: str, cut: set[int], before: bool) -> None:
    projection = chain(2500)
    with cutting(uri, cut, before=before) as proxy, Neo4jEngine(proxy.uri, server.credentials()) as engine:
        marker = engine.publish(projection)

    with Neo4jEngine(uri, server.credentials()) as direct:
        assert proxy.messages > max(cut)
        assert direct.marker() == marker
        assert direct.read_back() == marker.hashes


def test_a_second_publisher_between_stops_the_first(engine: Neo4jEngine, uri: str) -> None:
    engine.publish(chain(3))
    with Neo4jEngine(uri, server.credentials()) as other:
        between = iter([chain(5, sequence=2)])

        def interrupt(what: str, done: int, total: int) -> None:
            if what == "writing":
                for projection in between:
                    other.publish(projection)

        with pytest.raises(EngineError, match="another process is publishing"):
            engine.publish(chain(2500, sequence=3), progress=interrupt)

        assert other.marker() is not None
        assert other.ask("MATCH (u:Unit) RETURN count(u)", {}, seconds=20, rows=9).rows == ((5,),)


def test_indexes_come_from_the_schema(engine: Neo4jEngine, uri: str) -> None:
    engine.publish(chain(2))

    found = {
        tuple(row) for row in run(uri, "SHOW INDEXES YIELD name, state, owningConstraint RETURN name, state, owningConstraint")
    }
    assert ("linkage_Person", "ONLINE", "linkage_Person") in found
    assert ("linkage_POSTED_TO", "ONLINE", None) in found
    assert ("linkage_Claim_about", "ONLINE", None) in found


def test_a_database_of_an_older_release_gets_the_indexes_that_it_lacks(engine: Neo4jEngine, uri: str) -> None:
    engine.publish(chain(2))
    run(uri, "DROP INDEX linkage_Claim_about")
    run(uri, "MATCH (m:Projection) REMOVE m.shape")  # an older release said nothing of it
    (marker,) = (found for found in [engine.marker()] if found)
    assert marker.shape != SHAPE

    assert engine.publish(chain(2)).shape == SHAPE

    assert ["linkage_Claim_about"] in [list(row) for row in run(uri, "SHOW INDEXES YIELD name RETURN name")]


def test_a_graph_with_the_lists_of_an_older_release_is_brought_up_to_date(engine: Neo4jEngine, uri: str) -> None:
    engine.publish(chain(2))
    run(uri, "MATCH (u:Unit) SET u.claims = ['c-2', 'c-1']")
    run(uri, "MATCH ()-[r]->() SET r.claims = ['c-3']")
    older = engine.read_back().graph
    run(uri, f"MATCH (m:Projection) SET m.graph = '{older}' REMOVE m.shape")

    marker = engine.publish(chain(2))

    assert engine.read_back() == marker.hashes
    assert marker.hashes.graph != older
    assert run(uri, "MATCH (u:Unit) OPTIONAL MATCH (u)-[r]->() RETURN count(u.claims), count(r.claims)") == [[0, 0]]


def test_the_plan_of_a_query_uses_the_index(engine: Neo4jEngine) -> None:
    engine.publish(chain(2))

    operators = engine.explain("MATCH (u:Unit {id: $id}) RETURN u", {"id": "u0"})

    assert operators is not None
    assert operators[0] == "ProduceResults"
    assert "NodeUniqueIndexSeek" in operators


def test_bounds_that_a_server_lacks_are_named(engine: Neo4jEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    engine.check_free()
    assert engine.unbounded() == []
    monkeypatch.setattr(bounds, "SETTINGS", (*bounds.SETTINGS, "db.transaction.timeout", "server.cluster.raft.port"))
    monkeypatch.setattr(bounds, "NONE", [*bounds.NONE, "0s"])
    assert engine.unbounded() == ["db.transaction.timeout"]


def test_two_graphs_never_share_what_is_remembered(engine: Neo4jEngine, uri: str) -> None:
    assert There().towards(chain(2)).nodes_created == list(chain(2).nodes)
    engine.publish(chain(2))
    with driver.GraphDatabase.driver(uri, auth=server.credentials()) as connection, connection.session() as session:
        held = markers.held(session.run)
    assert held is not None
    assert held.marker == engine.marker()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[Changes]:
    """The differences that are written."""
    seen: list[Changes] = []
    write = Writer.write

    def see(writer: Writer, change: Changes, progress: object) -> None:
        seen.append(change)
        write(writer, change, None)

    monkeypatch.setattr(Writer, "write", see)
    return seen
