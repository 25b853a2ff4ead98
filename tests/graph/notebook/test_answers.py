"""A saved answer as py2neo's, networkx's and pandas' users want it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from graph.answer import Answer, Column, LeftOut, NodeValue, PathValue, RelValue
from graph.errors import CaseError
from graph.kept.case import Case
from graph.said.span import UNKNOWN_TO

py2neo = pytest.importorskip("py2neo", reason="py2neo is not installed (the extra notebook brings it)")

from graph.notebook import network, open_graph, rows, subgraph  # noqa: E402  # after the line above

SINCE = datetime(2012, 5, 1, 7)
UNTIL = datetime(2012, 5, 6)
ADA = NodeValue("p-a", "Person", {"id": "p-a", "name": "Ada Brum", "aliases": ["A. Brum"]})
GUARD = NodeValue("u-x", "Unit", {"id": "u-x", "name": "Northern Guard"})
BRIGADE = NodeValue("u-y", "Unit", {"id": "u-y", "name": "Third Brigade"})
FIRST = RelValue("l-1", "POSTED_TO", "p-a", "u-x", {"id": "l-1", "possible_from": SINCE, "function": "commander"})
SECOND = RelValue("l-2", "POSTED_TO", "p-a", "u-x", {"id": "l-2", "function": "deputy"})
UNDER = RelValue("l-4", "SUBORDINATE_TO", "u-x", "u-y", {"id": "l-4"})
WAY = PathValue((GUARD, BRIGADE), (UNDER,))
COLUMNS = (
    Column("who", "node"),
    Column("posting", "rel"),
    Column("way", "path"),
    Column("since", "time"),
    Column("until", "time"),
    Column("on", "day"),
    Column("claims", "claims"),
)


@pytest.fixture
def answer() -> Answer:
    return Answer(
        query="command/invented",
        title="Invented",
        question="Who?",
        caveat="says nothing of what was done",
        element="",
        query_hash="0" * 64,
        parameters={"unit": "u-x"},
        columns=COLUMNS,
        rows=(
            (ADA, FIRST, WAY, SINCE, UNTIL, date(2012, 5, 2), ["c-1"]),
            (None, SECOND, None, None, UNKNOWN_TO, None, []),
        ),
        graph_hash="f" * 64,
        sequence=7,
        left_out=LeftOut(weaker=3),
    )


def test_rows_are_plain_and_all_alike(answer: Answer) -> None:
    first, second = rows(answer)
    assert first == {
        "who": "Ada Brum",
        "who.id": "p-a",
        "posting": "POSTED_TO",
        "posting.id": "l-1",
        "way": ["Northern Guard", "Third Brigade"],
        "way.id": ["u-x", "u-y", "l-4"],
        "since": SINCE,
        "until": UNTIL,
        "until_inclusive": "2012-05-05",
        "on": date(2012, 5, 2),
        "claims": ["c-1"],
    }
    assert list(second) == list(first)
    assert (second["who"], second["who.id"], second["posting.id"]) == (None, None, "l-2")
    assert (second["until"], second["until_inclusive"]) == (None, None)


def test_a_network_keeps_ids_labels_properties_and_parallel_links(answer: Answer) -> None:
    drawn = network(answer)
    assert dict(drawn.nodes["p-a"]) == {**ADA.properties, "label": "Person"}
    assert drawn["p-a"]["u-x"] == {
        "l-1": {**FIRST.properties, "type": "POSTED_TO"},
        "l-2": {**SECOND.properties, "type": "POSTED_TO"},
    }
    assert set(drawn.edges(keys=True)) == {("p-a", "u-x", "l-1"), ("p-a", "u-x", "l-2"), ("u-x", "u-y", "l-4")}
    assert drawn.graph["profile"] == "internal"
    assert drawn.graph["caveat"] == answer.caveat
    assert drawn.graph["left_out"] == {"weaker": 3, "farther": 0, "over_limit": 0}


def test_what_is_done_to_a_network_is_not_done_to_the_answer(answer: Answer) -> None:
    network(answer).nodes["p-a"]["name"] = "another"
    assert ADA.name == "Ada Brum"


def test_a_subgraph_keeps_ids_labels_properties_and_parallel_links(answer: Answer) -> None:
    drawn = subgraph(answer)
    assert isinstance(drawn, py2neo.Subgraph)
    nodes = {node["id"]: node for node in drawn.nodes}
    assert {id_: set(node.labels) for id_, node in nodes.items()} == {"p-a": {"Person"}, "u-x": {"Unit"}, "u-y": {"Unit"}}
    assert dict(nodes["p-a"]) == ADA.properties
    links = {link["id"]: link for link in drawn.relationships}
    assert {id_: type(link).__name__ for id_, link in links.items()} == {
        "l-1": "POSTED_TO",
        "l-2": "POSTED_TO",
        "l-4": "SUBORDINATE_TO",
    }
    assert links["l-1"]["possible_from"] == SINCE
    assert links["l-1"].start_node is nodes["p-a"]
    assert links["l-1"].end_node is links["l-2"].end_node is nodes["u-x"]


def test_an_end_that_no_row_shows_has_its_id_and_label(answer: Answer) -> None:
    alone = replace(answer, columns=(Column("posting", "rel"),), rows=((FIRST,), (SECOND,)))
    assert {node["id"]: set(node.labels) for node in subgraph(alone).nodes} == {"p-a": {"Person"}, "u-x": {"Unit"}}
    assert set(network(alone).nodes) == {"p-a", "u-x"}


@pytest.mark.engine
def test_of_a_graph_such_an_end_has_all_its_properties(answer: Answer, embedded: Case) -> None:
    with open_graph(embedded) as graph:
        alone = replace(answer, columns=(Column("posting", "rel"),), rows=((FIRST,),), graph_hash=graph.name)
        assert {node["name"] for node in subgraph(alone, graph).nodes} == {"Ada Brum", "Northern Guard"}


@pytest.mark.engine
def test_of_a_graph_two_answers_unite_and_one_walks_on(answer: Answer, embedded: Case) -> None:
    with open_graph(embedded) as graph:
        mine = replace(answer, graph_hash=graph.name)
        less = replace(mine, columns=COLUMNS[:1], rows=((ADA,),))
        both = subgraph(mine, graph) | subgraph(less, graph)
        assert sorted(node.identity for node in both.nodes) == ["p-a", "u-x", "u-y"]
        (brigade,) = (node for node in both.nodes if node.identity == "u-y")
        assert {link.end_node["name"] for link in graph.match((brigade,), "SUBORDINATE_TO")} == {"Army"}
        with pytest.raises(CaseError, match="open it again"):
            subgraph(answer, graph)


def test_without_py2neo_one_line_says_what_to_install() -> None:
    hidden = "import sys; sys.modules['py2neo'] = None; import graph.notebook"
    done = subprocess.run([sys.executable, "-c", hidden], capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert done.stderr.splitlines()[-1].startswith("ImportError: the notebook bridge needs py2neo; install it with:")
