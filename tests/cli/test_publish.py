"""Publishing to a real Neo4j server: the whole case, the same hash, journalled, and only internally."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from graph.decided.entry import Kind
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.kept.case import Case
from tests.cli.program import inside
from tests.neo4j import server


def test_publish(neo4j_uri: str, shared_case: Path, tmp_path: Path) -> None:
    ArcadeEngine(shared_case / "graph").stop()
    case = Path(shutil.copytree(shared_case, tmp_path / "case", ignore=shutil.ignore_patterns("graph")))
    server.empty(neo4j_uri)
    expected = json.loads(inside("status", "--json", case=shared_case).out)
    for _ in range(2):  # the second time it is there already
        ran = inside("publish", neo4j_uri, "--profile", "internal", case=case)
        assert (ran.code, ran.err) == (0, ""), ran.err
        assert f"published: graph {expected['graph']}" in ran.out
    with Case(case) as opened:
        released = list(opened.journal.entries(Kind.RELEASE))
    assert [entry.body["what"] for entry in released] == ["publish", "publish"]
    (case / "case.toml").write_text(f'title = "t"\ntime_zone = "Europe/Paris"\ngraph = "{neo4j_uri}"\n', "utf-8")
    assert json.loads(inside("status", "--json", case=case).out) | {"engine": "embedded"} == expected
    asked = ("query", "command/chain_up", "--unit", "9 Watch Company", "--on", "1983-01-01", "--within", "any", "--json")
    assert inside(*asked, case=case).out == inside(*asked, case=shared_case).out


def test_a_database_that_holds_something_else_is_left_alone(neo4j_uri: str, shared_case: Path) -> None:
    import neo4j

    server.empty(neo4j_uri)
    with neo4j.GraphDatabase.driver(neo4j_uri, auth=server.credentials()) as driver:
        driver.execute_query("CREATE (:Somebody {name: 'of another project'})")
        ran = inside("publish", neo4j_uri, "--profile", "internal", case=shared_case)
        assert ran.code == 1 and ran.err.count("\n") == 1 and ran.out == ""
        assert driver.execute_query("MATCH (n) RETURN count(n)").records[0][0] == 1
    server.empty(neo4j_uri)


def test_two_cases_never_share_a_database(neo4j_uri: str, shared_case: Path, tmp_path: Path) -> None:
    import neo4j

    server.empty(neo4j_uri)
    copy = Path(shutil.copytree(shared_case, tmp_path / "copy", ignore=shutil.ignore_patterns("graph")))
    assert inside("publish", neo4j_uri, "--profile", "internal", case=copy).code == 0
    assert inside("init", tmp_path / "other", "--zone", "UTC").code == 0
    with neo4j.GraphDatabase.driver(neo4j_uri, auth=server.credentials()) as driver:
        before = driver.execute_query("MATCH (n) RETURN count(n)").records[0][0]
        ran = inside("publish", neo4j_uri, "--profile", "internal", case=tmp_path / "other")
        assert driver.execute_query("MATCH (n) RETURN count(n)").records[0][0] == before
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "the graph of another case: name another database, as in bolt://host:7687/database" in ran.err
    with Case(tmp_path / "other") as opened:
        assert list(opened.journal.entries(Kind.RELEASE)) == []  # nothing left the case
    server.empty(neo4j_uri)


def test_an_altered_graph_is_found_and_then_not_asked(neo4j_uri: str, shared_case: Path, tmp_path: Path) -> None:
    import neo4j

    server.empty(neo4j_uri)
    case = Path(shutil.copytree(shared_case, tmp_path / "case", ignore=shutil.ignore_patterns("graph")))
    (case / "case.toml").write_text(f'title = "t"\ntime_zone = "Europe/Paris"\ngraph = "{neo4j_uri}"\n', "utf-8")
    asked = ("query", "command/chain_up", "--unit", "9 Watch Company", "--on", "1983-01-01", "--within", "any", "--json")
    assert inside("verify", case=case).code == inside(*asked, case=case).code == 0
    with neo4j.GraphDatabase.driver(neo4j_uri, auth=server.credentials()) as driver:
        driver.execute_query("MATCH (u:Unit) WITH u LIMIT 1 SET u.name = 'altered'")
    for arguments in (("verify",), asked, ("status",), ("verify",)):
        ran = inside(*arguments, case=case)
        assert (ran.code, ran.out) == (1, ""), arguments
        assert "altered by somebody else since it was published: empty the database" in ran.err and "graph/" not in ran.err
    server.empty(neo4j_uri)
    assert inside(*asked, case=case).code == inside("verify", case=case).code == 0
    server.empty(neo4j_uri)
