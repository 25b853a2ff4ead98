"""Values of the graph as JSON and CSV have them.

Ends are half-open; beside each stands, as `…_inclusive`, the last day or minute that still belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from graph import words
from graph.answer import NodeValue, PathValue, RelValue
from graph.spreadsheet import inert
from graph.words import UNKNOWN, cells, is_unknown

if TYPE_CHECKING:
    from graph.answer import Answer


def rows_as_data(answer: Answer) -> list[dict[str, Any]]:
    """The rows by column name; after each column of ends its `…_inclusive`."""
    ends = cells.ends({column.name: column.type for column in answer.columns})
    typed = cells.question_end(answer.parameters)
    records: list[dict[str, Any]] = []
    for record in answer.records():
        row: dict[str, Any] = {}
        for name, value in record.items():
            row[name] = as_data(value)
            if name in ends:
                row[f"{name}{cells.INCLUSIVE}"] = cells.last_of(value, typed=typed)
        records.append(row)
    return records


def rows_as_csv(answer: Answer) -> Iterator[list[str]]:
    """A heading and the rows. Times are ISO, lists joined by `;`, links by id; a text that a spreadsheet would compute
    gets a `'` before it.
    """
    ends = cells.ends({column.name: column.type for column in answer.columns})
    typed = cells.question_end(answer.parameters)
    names = [column.name for column in answer.columns]
    yield [name for heading in names for name in ((heading, f"{heading}{cells.INCLUSIVE}") if heading in ends else (heading,))]
    for row in answer.rows:
        line: list[str] = []
        for name, value in zip(names, row, strict=True):
            line.append(_in_csv(value))
            if name in ends:
                line.append("" if value is None else str(cells.last_of(value, UNKNOWN, typed)))
        yield line


def _in_csv(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return words.value(value)
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, datetime):
        return UNKNOWN if is_unknown(value) else value.isoformat()
    if isinstance(value, RelValue):
        return value.id
    if isinstance(value, NodeValue):
        return inert(value.name)
    if isinstance(value, PathValue):
        return inert(" → ".join(node.name for node in value.nodes))
    return inert(";".join(map(str, value)) if isinstance(value, list | tuple) else str(value))


def as_data(value: Any, *, whole: bool = False) -> Any:
    """A value of an answer as JSON has it; unknown times are null. `whole`: things and links with all their properties."""
    if isinstance(value, NodeValue):
        return {"id": value.id, "label": value.label, "name": value.name} | (_own(value.properties) if whole else {})
    if isinstance(value, RelValue):
        ends = {"id": value.id, "type": value.type, "begin": value.begin, "end": value.end}
        return ends | (_own(value.properties) if whole else {})
    if isinstance(value, PathValue):
        return {"nodes": [as_data(n) for n in value.nodes], "links": [as_data(r) for r in value.links]}
    if isinstance(value, datetime):
        return None if is_unknown(value) else value.isoformat()
    if isinstance(value, list | tuple):
        return [as_data(item, whole=whole) for item in value]
    if isinstance(value, Mapping):
        return {name: as_data(item, whole=whole) for name, item in value.items()}
    return value


def _own(properties: Mapping[str, object]) -> dict[str, Any]:
    kept = cells.with_last({name: value for name, value in properties.items() if name not in ("id", "name")})
    return {"properties": {name: as_data(value) for name, value in kept.items()}}
