"""What py2neo would write or cannot do: refused in words that say what to do, and the graph is as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.engine import Engine
from graph.errors import EngineError, QueryError

py2neo = pytest.importorskip("py2neo", reason="py2neo is not installed (the extra notebook brings it)")

from py2neo.bulk import create_nodes  # noqa: E402
from py2neo.ogm import Model, Property, Repository  # noqa: E402

from graph.notebook import CaseGraph  # noqa: E402  # after the line that skips

pytestmark = pytest.mark.engine

Act = Callable[[CaseGraph], Any]
MADE = py2neo.Node("Unit", id="u-made", name="made")


class Unit(Model):  # type: ignore[misc]  # py2neo ships no types
    __primarykey__ = "id"
    id = Property()
    name = Property()


def renamed(graph: CaseGraph) -> Any:
    unit = graph.nodes["u-x"]
    unit["name"] = "another"
    return unit


WRITES: dict[str, Act] = {
    "create": lambda graph: graph.create(MADE),
    "merge": lambda graph: graph.merge(MADE, "Unit", "id"),
    "push": lambda graph: graph.push(renamed(graph)),
    "delete": lambda graph: graph.delete(graph.nodes["u-x"]),
    "separate": lambda graph: graph.separate(graph.relationships["l-4"]),
    "update": lambda graph: graph.update("CREATE (:Unit {id: 'u-made'})"),
    "delete_all": lambda graph: graph.delete_all(),
    "tx.create": lambda graph: graph.begin().create(MADE),
    "tx.merge": lambda graph: graph.begin().merge(MADE, "Unit", "id"),
    "tx.push": lambda graph: graph.begin().push(renamed(graph)),
    "tx.delete": lambda graph: graph.auto().delete(graph.nodes["u-x"]),
    "tx.separate": lambda graph: graph.auto().separate(graph.relationships["l-4"]),
    "tx.update": lambda graph: graph.auto().update("CREATE (:Unit {id: 'u-made'})"),
    "bulk": lambda graph: create_nodes(graph.auto(), [{"id": "u-made"}], labels={"Unit"}),
    "a model": lambda graph: Repository.wrap(graph).save(Unit(id="u-made")),
    "CREATE": lambda graph: graph.run("CREATE (u:Unit {id: 'u-made'}) RETURN u"),
    "MERGE": lambda graph: graph.run("MERGE (u:Unit {id: 'u-made'}) RETURN u"),
    "SET": lambda graph: graph.run("MATCH (u:Unit) SET u.name = 'another'"),
    "SET, in a comment too": lambda graph: graph.run("MATCH (u:Unit) /* only a look */ SET u.name = 'another' // done"),
    "REMOVE": lambda graph: graph.run("MATCH (u:Unit) REMOVE u.name"),
    "DELETE": lambda graph: graph.run("MATCH (u:Unit) DETACH DELETE u"),
    "FOREACH": lambda graph: graph.run("MATCH (u:Unit) FOREACH (n IN [1] | CREATE (:Unit))"),
    "CREATE INDEX": lambda graph: graph.run("CREATE INDEX made FOR (u:Unit) ON (u.name)"),
    "CREATE USER": lambda graph: graph.run("CREATE USER somebody SET PASSWORD 'a long password'"),
}
SCHEMA: dict[str, Act] = {
    "create_index": lambda graph: graph.schema.create_index("Unit", "name"),
    "drop_index": lambda graph: graph.schema.drop_index("Unit", "id"),
    "get_indexes": lambda graph: graph.schema.get_indexes("Unit"),
    "create_uniqueness_constraint": lambda graph: graph.schema.create_uniqueness_constraint("Unit", "name"),
    "drop_uniqueness_constraint": lambda graph: graph.schema.drop_uniqueness_constraint("Unit", "id"),
    "get_uniqueness_constraints": lambda graph: graph.schema.get_uniqueness_constraints("Unit"),
}


def test_nothing_is_written_and_every_word_for_it_is_refused(graph: CaseGraph, engine: Engine) -> None:
    for what, write in WRITES.items():
        with pytest.raises(QueryError, match=r"is a view of the case.*`linkage load`"):
            pytest.fail(f"{what} was not refused: {write(graph)}")
        # py2neo's own client is silent after an error: every later question then has no answer.
        assert graph.evaluate("MATCH (u:Unit) RETURN count(u)") == 3, what
    assert engine.read_back() == graph.source.marker.hashes


def test_the_schema_is_linkages(graph: CaseGraph, engine: Engine) -> None:
    for what, act in SCHEMA.items():
        with pytest.raises(QueryError, match=r"graph/schema"):
            pytest.fail(f"{what} was not refused: {act(graph)}")
    assert engine.read_back() == graph.source.marker.hashes


def test_the_server_itself_is_out_of_reach(graph: CaseGraph) -> None:
    for act in (lambda: graph.service.connector, lambda: graph.service.default_graph, lambda: list(graph.service)):
        with pytest.raises(QueryError, match="does not reach the graph server"):
            act()


def test_a_slip_in_a_query_is_not_taken_for_writing(graph: CaseGraph) -> None:
    for slip in ("MATCH (u:Unit RETURN u", "MATCH (u:Unit {name: 'CREATE'} RETURN u.name AS `SET`"):
        with pytest.raises((QueryError, EngineError)) as caught:
            graph.run(slip)
        assert "view" not in str(caught.value)
        assert "Cypher" in str(caught.value) or "SyntaxError" in str(caught.value)
    assert graph.evaluate("MATCH (u:Unit {name: 'Army'}) RETURN u.name + ' SET'") == "Army SET"
