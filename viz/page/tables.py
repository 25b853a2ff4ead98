"""The picture's twin for those who read rather than look: the rows of the answer, then every node and every link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from graph import words
from graph.answer import Column, NodeValue, PathValue, RelValue
from graph.words.cells import Beside, question_end
from graph.words.counts import folded
from viz.page.drawing import Drawing, called
from viz.release import Released


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, and the number of what it shows, if that can be looked at in the picture."""

    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a table; `number` is what the whole line is about, if it is about one thing."""

    cells: tuple[Cell, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class PageTable:
    """A heading and records of the same length."""

    name: str
    heading: tuple[str, ...]
    records: tuple[Record, ...]
    means: Mapping[str, str] = field(default_factory=dict)
    """What a column says, by its heading, where its question says so."""


def tables(released: Released, drawing: Drawing, names: Mapping[str, str]) -> tuple[PageTable, PageTable, PageTable]:
    """Rows, nodes, links. `names`: what things are called, by id, where a text of the answer is an id."""
    return _rows(released, drawing, names), _nodes(drawing), _links(drawing)


def _rows(released: Released, drawing: Drawing, names: Mapping[str, str]) -> PageTable:
    columns, rows = folded(released.columns, released.rows)
    heading = ("#", *(words.plain(column.name) for column in columns))
    typed = question_end(released.parameters)
    records = tuple(
        Record((Cell(str(count)), *(_cell(c, _called(v, names), drawing, typed) for c, v in zip(columns, row, strict=True))))
        for count, row in enumerate(rows, 1)
    )
    means = {words.plain(column.name): column.means for column in columns if column.means}
    return PageTable("Rows of the answer", heading, records, means)


def _nodes(drawing: Drawing) -> PageTable:
    def records() -> Iterator[Record]:
        for node in drawing.nodes:
            known = "protected" if node["protected"] else ""
            texts = (words.thing(node["kind"]), ", ".join(node["aliases"]), known, _facts(node), str(len(node["claims"])))
            yield Record((Cell(node["label"], node["id"]), *map(Cell, texts)), node["id"])

    return PageTable("Nodes", ("name", "kind", "also called", "protection", "facts", "claims"), tuple(records()))


def _links(drawing: Drawing) -> PageTable:
    names = {node["id"]: node["label"] for node in drawing.nodes}

    def records() -> Iterator[Record]:
        for link in drawing.links:
            begin, end = Cell(names[link["from"]], link["from"]), Cell(names[link["to"]], link["to"])
            denied = f"denied by {link['denied_by']}" if link["denied_by"] else "disputed" if link["disputed"] else ""
            sure = f"{link['certainty']}, {denied}" if denied else link["certainty"]
            texts = (link["when"], sure, _facts(link), str(len(link["claims"])))
            yield Record((begin, Cell(link["says"], link["id"]), end, *map(Cell, texts)), link["id"])

    return PageTable("Links", ("from", "link", "to", "when", "certainty", "facts", "claims"), tuple(records()))


def _facts(item: dict[str, list[tuple[str, str]]]) -> str:
    return "; ".join(f"{name}: {value}" for name, value in item["facts"])


def _called(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, list | tuple):
        return [_called(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value


def _cell(column: Column, value: object, drawing: Drawing, typed: datetime | None) -> Cell:
    if isinstance(value, NodeValue):
        return Cell(called(value), drawing.number[value.id])
    if isinstance(value, RelValue):
        return Cell(words.cell(column, value, Beside(denied=_denied([value], drawing))), drawing.number[value.id])
    if isinstance(value, PathValue):
        names = {node.id: called(node) for node in value.nodes}
        return Cell(words.cell(column, value, Beside(names=names, denied=_denied(value.links, drawing))))
    if column.type == "claims":
        return Cell(str(len(value)) if isinstance(value, list | tuple) else "")
    return Cell(words.cell(column, value, Beside(typed)))


def _denied(links: Iterable[RelValue], drawing: Drawing) -> dict[str, tuple[str]]:
    """By link that somebody denies, by whom, as the drawing has it."""
    by = {link["id"]: link["denied_by"] for link in drawing.links}
    return {link.id: (by[drawing.number[link.id]],) for link in links if link.properties.get("disputed")}
