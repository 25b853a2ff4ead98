"""A case in py2neo's own words, on both engines."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest

from graph.engine.bolt import MARKER
from graph.errors import CaseError, OverrunError, QueryError
from graph.kept.case import Case
from tests.graph.notebook.conftest import MARKUP
from tests.graph.small_case import Sheet, day, lasting

py2neo = pytest.importorskip("py2neo", reason="py2neo is not installed (the extra notebook brings it)")

from graph.notebook import (  # noqa: E402  # after the line above
    CaseGraph,
    open_graph,
    source,
)

pytestmark = pytest.mark.engine

POSTINGS = "MATCH (:Person)-[r:POSTED_TO]->(:Unit) RETURN r ORDER BY r.id"
COUNT = "MATCH (n) WHERE n.id IS NOT NULL RETURN count(n)"


def names(nodes: Any) -> set[str]:
    return {node["name"] for node in nodes}


def test_it_is_a_graph_of_py2neo(graph: CaseGraph) -> None:
    assert isinstance(graph, py2neo.Graph)
    assert graph.evaluate("MATCH (p:Person) RETURN count(p)") == 3
    assert graph.query("MATCH (u:Unit) WHERE u.name = $name RETURN u.id AS id", {"name": "Army"}).data() == [{"id": "u-z"}]
    assert graph.run("MATCH (u:Unit) RETURN u.name AS name ORDER BY name").to_table()[0] == ("Army",)


def test_times_are_datetimes_out_and_in(graph: CaseGraph) -> None:
    row = graph.run("MATCH ()-[r {id: 'l-1'}]->() RETURN r.possible_from, r.possible_to, r.cited_from").data()[0]
    assert list(row.values()) == [day(1), day(6), [day(1), day(5)]]
    later = graph.run("MATCH (:Person)-[r:POSTED_TO]->() WHERE r.possible_from > $day RETURN r.id", day=datetime(2012, 5, 5))
    assert [record[0] for record in later] == ["l-2"]


def test_parallel_links_stay_two_and_their_ends_have_all_their_properties(graph: CaseGraph) -> None:
    links = [record[0] for record in graph.run(POSTINGS)]
    assert [(link.identity, type(link).__name__, link["function"]) for link in links] == [
        ("l-1", "POSTED_TO", "commander"),
        ("l-2", "POSTED_TO", "deputy"),
        ("l-3", "POSTED_TO", "commander"),
    ]
    assert [(link.start_node["name"], link.end_node["name"]) for link in links[:2]] == [("Ada Brum", "Northern Guard")] * 2
    assert links[0].start_node.labels == {"Person"}
    drawn = graph.run(POSTINGS).to_subgraph()
    assert (len(drawn.nodes), len(drawn.relationships)) == (4, 3)


def test_a_path_is_walked_against_its_links_too(graph: CaseGraph) -> None:
    up = "MATCH way = (:Person {id: 'p-b'})-[:POSTED_TO]->(:Unit)<-[:SUBORDINATE_TO]-(:Unit) RETURN way"
    way = graph.evaluate(up)
    assert [node["name"] for node in way.nodes] == ["Óscar Vale", "Third Brigade", "Northern Guard"]
    assert [link.identity for link in way.relationships] == ["l-3", "l-4"]


def test_lists_and_maps_hold_nodes(graph: CaseGraph) -> None:
    found = graph.evaluate("MATCH (u:Unit) WITH u ORDER BY u.id RETURN {units: collect(u)}")
    assert [unit.identity for unit in found["units"]] == ["u-x", "u-y", "u-z"]


def test_nodes_are_found_by_id_and_by_what_they_are(graph: CaseGraph) -> None:
    unit = graph.nodes["u-x"]
    assert unit["name"] == "Northern Guard"
    assert graph.nodes.match("Unit", name="Northern Guard").first() == unit
    assert graph.nodes.match("Person").where("_.name STARTS WITH 'A'").all() == [graph.nodes.get("p-a")]
    assert names(graph.nodes.get(["u-x", "u-z", "u-none"])) == {"Northern Guard", "Army"}
    assert ("u-x" in graph.nodes, "u-none" in graph.nodes, graph.nodes.get("x-none")) == (True, False, None)
    assert len(graph.nodes) == graph.evaluate(COUNT)
    with pytest.raises(KeyError):
        graph.nodes["u-none"]
    with pytest.raises(TypeError, match="by its id"):
        graph.nodes.get(12)


def test_links_are_found_by_id_and_by_their_ends(graph: CaseGraph) -> None:
    man, unit, above = (graph.nodes[id_] for id_ in ("p-a", "u-x", "u-y"))
    assert {link.identity for link in graph.match((man, unit))} == {"l-1", "l-2"}
    assert {link.identity for link in graph.match((None, above), "SUBORDINATE_TO")} == {"l-4"}
    assert graph.match({unit}, "SUBORDINATE_TO").count() == 1
    assert graph.match_one((unit,), "SUBORDINATE_TO").end_node == above
    assert graph.match((unit,), "POSTED_TO").all() == []
    assert graph.relationships["l-4"].start_node == unit
    assert [link.identity for link in graph.relationships.match(r_type="POSTED_TO").where(function="deputy")] == ["l-2"]


def test_what_two_questions_give_unites(graph: CaseGraph) -> None:
    one, other = graph.run(POSTINGS).to_subgraph(), graph.run("MATCH (a:Unit)-[r]->(b:Unit) RETURN a, r, b").to_subgraph()
    both = one | other
    assert names(both.nodes) == {"Ada Brum", "Óscar Vale", "Northern Guard", "Third Brigade", "Army"}
    assert len(both.relationships) == 5


def test_a_changed_copy_gets_back_what_the_graph_has(graph: CaseGraph) -> None:
    unit = graph.nodes["u-x"]
    unit["name"] = "another"
    graph.pull(unit)
    assert unit["name"] == "Northern Guard"
    assert graph.exists(unit)
    assert graph.exists(graph.relationships["l-4"])
    assert not graph.exists(py2neo.Node("Unit", id="u-x"))


def test_a_transaction_reads_as_often_as_one_likes(graph: CaseGraph) -> None:
    tx = graph.begin()
    assert [tx.evaluate("MATCH (u:Unit) RETURN count(u)") for _ in range(2)] == [3, 3]
    assert tx.exists(graph.nodes["u-x"])
    graph.commit(tx)
    with pytest.raises(TypeError):
        tx.run("RETURN 1")
    assert graph.evaluate("RETURN 1") == 1


def test_labels_and_types_can_be_asked(graph: CaseGraph) -> None:
    assert {"Person", "Unit"} <= graph.schema.node_labels
    assert MARKER not in graph.schema.node_labels
    assert {"POSTED_TO", "SUBORDINATE_TO"} <= graph.schema.relationship_types


def test_markup_in_a_name_is_text_in_the_notebook(graph: CaseGraph) -> None:
    shown = graph.run("MATCH (p:Person {id: 'p-c'}) RETURN p.name")._repr_html_()
    assert MARKUP not in shown
    assert "&lt;img" in shown


def test_it_names_no_folder_and_no_password(graph: CaseGraph, case: Case) -> None:
    assert repr(graph) == f"<CaseGraph {case.settings.graph}, graph {graph.name[:12]}: to read, internal>"
    assert str(case.folder) not in repr(graph.service)


def test_a_case_that_moved_on_is_said_so_and_opened_again(graph: CaseGraph, case: Case) -> None:
    Sheet().thing("u-w", "Unit", name="Fourth Brigade").link(
        "l-6", "SUBORDINATE_TO", "u-w", "u-z", span=lasting(1, 30), relation="command"
    ).enter(case.journal)
    with pytest.raises(CaseError, match="changed since this graph was opened; open it again"):
        graph.evaluate(COUNT)
    with open_graph(case) as again:
        assert "u-w" in again.nodes


def test_a_closed_graph_says_so(case: Case) -> None:
    with open_graph(case) as graph:
        case.close()  # the graph needs none of it
        assert graph.evaluate("RETURN 1") == 1
    with pytest.raises(CaseError, match="closed"):
        graph.evaluate("RETURN 1")


def test_an_answer_is_whole_or_an_error(graph: CaseGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "ROWS", 2)
    assert len(graph.run("MATCH (u:Unit) RETURN u LIMIT 2").data()) == 2
    with pytest.raises(QueryError, match="more than 2 rows"):
        graph.run("MATCH (u:Unit) RETURN u")


def test_a_question_without_end_ends(case: Case) -> None:
    endless = "UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b WITH a, b WHERE a + b = 0 RETURN count(*)"
    with open_graph(case, seconds=1) as graph:
        with pytest.raises(OverrunError, match="longer than 1 second"):
            graph.run(endless)
        assert graph.evaluate("MATCH (u:Unit) RETURN count(u)") == 3


def test_another_thread_may_ask(graph: CaseGraph) -> None:
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(lambda _: graph.evaluate("MATCH (u:Unit) RETURN count(u)"), range(8))) == {3}
