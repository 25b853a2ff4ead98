"""A database belongs to one case: nothing that is not Linkage's is deleted, and no case takes another's place."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import neo4j as driver
import pytest

from graph.engine.neo4j import difference
from graph.engine.neo4j.engine import Neo4jEngine
from graph.errors import EngineError, IntegrityError
from graph.projection import Node, Projection
from tests.graph.engine.records import chain
from tests.graph.engine.test_neo4j import DIES_WHILE_WRITING, EVERYTHING, ROOT, run
from tests.neo4j import server
from tests.promises import Promise

ONE, OTHER = "1" * 64, "2" * 64


@pytest.fixture
def uri(neo4j_uri: str) -> Iterator[str]:
    server.empty(neo4j_uri)
    yield neo4j_uri
    server.empty(neo4j_uri)


def opened(uri: str) -> Neo4jEngine:
    return Neo4jEngine(uri, server.credentials())


@pytest.mark.trust("a database on Neo4j belongs to one case, and nothing foreign is touched")
def test_the_graph_of_another_case_is_left_alone(uri: str) -> None:
    with opened(uri) as engine:
        engine.publish(replace(chain(3), case=ONE))
    before = run(uri, EVERYTHING)

    with opened(uri) as engine:
        for attempt in (engine.check, engine.publish):
            with pytest.raises(IntegrityError, match="another case: name another database") as refused:
                attempt(replace(chain(3), case=OTHER))  # the very same things, even
            assert "\n" not in str(refused.value)

    assert run(uri, EVERYTHING) == before


@pytest.mark.trust("a database on Neo4j belongs to one case, and nothing foreign is touched")
def test_control_who_does_not_ask_whose_it_is_takes_its_place(
    uri: str, promise: Promise, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(uri) as engine:
        engine.publish(replace(chain(3), case=ONE))
        monkeypatch.setattr(difference, "check_case", lambda *unused: None)
        engine.publish(replace(chain(5, name="another"), case=OTHER))

    replaced = run(uri, "MATCH (u:Unit) RETURN count(u), collect(DISTINCT u.name)") == [[5, ["another"]]]
    promise.control(1, replaced)
    assert replaced


@pytest.mark.trust("a database on Neo4j belongs to one case, and nothing foreign is touched")
def test_it_is_left_alone_also_when_its_publish_was_stopped(uri: str) -> None:
    with opened(uri) as engine:
        engine.publish(replace(chain(50), case=ONE))
    run(uri, "MATCH (m:Projection) REMOVE m.graph")

    with opened(uri) as engine, pytest.raises(IntegrityError, match="another case"):
        engine.publish(replace(chain(3), case=OTHER))


def test_a_case_in_which_nothing_was_loaded_takes_no_place(uri: str) -> None:
    with opened(uri) as engine:
        engine.publish(Projection(0, (), ()))
        engine.publish(replace(chain(3), case=ONE))
        with pytest.raises(IntegrityError, match="another case"):
            engine.publish(Projection(0, (), ()))


@pytest.mark.trust("a database on Neo4j belongs to one case, and nothing foreign is touched")
@pytest.mark.parametrize(
    "foreign",
    [
        "CREATE (:Person {id: 'p-foreign', name: 'x'})",
        "CREATE (:Unit {id: 'foreign'})",
        "MATCH (u:Unit) WITH u LIMIT 1 SET u.name = 'x'",
        "MATCH (a:Unit), (b:Unit) WITH a, b LIMIT 1 CREATE (a)-[:JOINED {id: 'foreign'}]->(b)",
        "MATCH ()-[r]->() WITH r LIMIT 1 DELETE r",
    ],
)
def test_nothing_foreign_is_deleted_while_a_publish_is_not_finished(uri: str, foreign: str) -> None:
    with opened(uri) as engine:
        engine.publish(chain(50))
        killed = subprocess.run([sys.executable, "-c", DIES_WHILE_WRITING, uri, "2"], cwd=ROOT)
        assert killed.returncode == 9 and engine.marker() is None
        run(uri, foreign)
        before = run(uri, EVERYTHING)

        with pytest.raises(IntegrityError, match="altered by somebody else"):
            engine.publish(chain(50, sequence=3))

        assert run(uri, EVERYTHING) == before


@pytest.mark.trust("a database on Neo4j belongs to one case, and nothing foreign is touched")
@pytest.mark.parametrize(
    "altering",
    [
        "CREATE (:Film {title: 'x'})",
        "CREATE (:Unit {id: 'u-foreign', name: 'x'})",
        "MATCH ()-[r]->() WITH r LIMIT 1 DELETE r",
        "MATCH (a:Unit), (b:Unit) WITH a, b LIMIT 1 CREATE (a)-[:JOINED {id: 'foreign'}]->(b)",
    ],
)
def test_what_was_added_or_taken_away_is_not_asked(uri: str, altering: str) -> None:
    with opened(uri) as engine:
        engine.publish(chain(3))
        run(uri, altering)

        with pytest.raises(IntegrityError, match="altered by somebody else"):
            engine.ask("MATCH (u:Unit) RETURN u.id", {}, seconds=20, rows=9)
        with pytest.raises(IntegrityError, match="altered by somebody else"):
            engine.marker()


def test_what_was_found_altered_is_not_asked_again_by_anybody(uri: str) -> None:
    with opened(uri) as engine, opened(uri) as other:
        engine.publish(chain(3))
        run(uri, "MATCH (u:Unit {id: 'u1'}) SET u.name = 'x'")
        assert other.ask("MATCH (u:Unit) RETURN count(u)", {}, seconds=20, rows=9).rows == ((3,),)

        assert "empty the database" in engine.distrust()

        for asked in (engine, other):
            with pytest.raises(IntegrityError, match="altered by somebody else"):
                asked.ask("MATCH (u:Unit) RETURN count(u)", {}, seconds=20, rows=9)
        server.empty(uri)
        assert engine.publish(chain(3)) == engine.marker()


def test_the_database_that_the_address_names_is_the_one_used(uri: str) -> None:
    with opened(f"{uri}/neo4j") as named, opened(uri) as default:
        assert named.publish(chain(2)) == default.marker()


def test_a_database_that_is_not_there_is_said(uri: str) -> None:
    for address in (f"{uri}/missing", f"{uri.replace('bolt', 'neo4j')}/missing"):
        with opened(address) as engine, pytest.raises(EngineError, match="has no database missing: make it there"):
            engine.publish(chain(2))
    assert run(uri, "MATCH (n) RETURN count(n)") == [[0]]


def test_the_marker_says_whose_the_graph_is(uri: str) -> None:
    with opened(uri) as engine:
        engine.publish(Projection(4, (Node("Area", {"id": "a"}),), (), "head", ONE))

    assert run(uri, "MATCH (m:Projection) RETURN m.case, m.nodes, m.links") == [[ONE, 1, 0]]


@pytest.mark.skipif(bool(os.environ.get("NEO4J_URI")), reason="it needs a server of its own")
def test_what_is_wrong_with_the_password_is_said(neo4j_uri: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    with server.running(server.Release.asked_for(), tmp_path_factory.mktemp("closed"), password=True) as uri:
        said = {
            None: "asks for a user and a password: set NEO4J_USER and NEO4J_PASSWORD",
            ("neo4j", "wrong"): "does not accept this user and password: set NEO4J_USER",
            ("neo4j", "neo4j"): "wants the first password of this user to be changed",
        }
        for credentials, words in said.items():
            with Neo4jEngine(uri, credentials) as engine, pytest.raises(EngineError, match=words) as refused:
                engine.marker()
            assert "wrong" not in str(refused.value)
        with driver.GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as connection:
            changing = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO 'changed-it'"
            connection.execute_query(changing, database_="system")
        with Neo4jEngine(uri, ("neo4j", "changed-it")) as engine:
            assert engine.marker() is None
