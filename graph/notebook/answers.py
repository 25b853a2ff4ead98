"""A saved answer as what a notebook works with. Ids, labels and properties come through, times as `datetime`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import networkx
import py2neo

from graph.answer import DRAWN, Answer, Column, NodeValue, PathValue, RelValue, ids
from graph.errors import CaseError
from graph.notebook.entities import Entities
from graph.notebook.refusal import MOVED
from graph.words import is_unknown
from graph.words.cells import INCLUSIVE, is_end, last_of, question_end

if TYPE_CHECKING:
    from graph.notebook.graph import CaseGraph


def subgraph(answer: Answer, graph: CaseGraph | None = None) -> py2neo.Subgraph:
    """All nodes and links in the rows, each once; parallel links stay parallel.

    Of `graph`, they are its own: two answers unite, and `graph.match` walks on from them. CaseError where it is another graph
    than the one that was asked.
    """
    if graph is not None and graph.name != answer.graph_hash:
        raise CaseError(MOVED)
    nodes, links = answer.subgraph()
    entities = graph.entities((*nodes, *links)) if graph else Entities(None)
    drawn = [entities.node(node) for node in nodes]
    return py2neo.Subgraph(drawn, [entities.link(link) for link in links])


def network(answer: Answer) -> networkx.MultiDiGraph[str]:
    """All nodes and links in the rows, under their ids; a link's key is its id, so parallel links stay parallel.

    Nodes have `label` beside their properties, links `type`. The graph's own attributes say what was asked, of which graph,
    and what was left out.
    """
    drawn: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(
        query=answer.query,
        title=answer.title,
        parameters=dict(answer.parameters),
        caveat=answer.caveat,
        graph_hash=answer.graph_hash,
        sequence=answer.sequence,
        left_out=answer.left_out.as_data,
        profile="internal",
    )
    nodes, links = answer.subgraph()
    for node in nodes:
        drawn.add_node(node.id)
        drawn.nodes[node.id].update(node.properties, label=node.label)
    for link in links:
        drawn.add_edge(link.begin, link.end, key=link.id)
        drawn.edges[link.begin, link.end, link.id].update(link.properties, type=link.type)
    return drawn


def rows(answer: Answer) -> list[dict[str, Any]]:
    """The rows as the question gave them, for `pandas.DataFrame(rows(answer))`.

    A node is its name, a link its type, a path the names along it; beside it, `<column>.id` holds the id or ids. Unknown
    times are None. An end such as `until` is the first moment after; `until_inclusive`, a text, the last day or minute.
    """
    typed = question_end(answer.parameters)
    return [
        {name: cell for column, value in zip(answer.columns, row, strict=True) for name, cell in _cells(column, value, typed)}
        for row in answer.rows
    ]


def _cells(column: Column, value: object, typed: datetime | None) -> Iterator[tuple[str, Any]]:
    cell: Any = value
    if isinstance(value, NodeValue):
        cell = value.name
    elif isinstance(value, RelValue):
        cell = value.type
    elif isinstance(value, PathValue):
        cell = [node.name for node in value.nodes]
    yield column.name, _plain(cell)
    if column.type in DRAWN:
        yield f"{column.name}.id", ids(value)
    if column.type == "time" and is_end(column.name):
        yield f"{column.name}{INCLUSIVE}", last_of(value, typed=typed)


def _plain(value: object) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return None if isinstance(value, date) and is_unknown(value) else value
