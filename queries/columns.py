"""The types a saved query may declare for its columns, and whether a value is of its type.

Scalar columns make the table; node, rel and path columns make the subgraph.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, get_args

from graph.answer import CERTAINTIES, Column, ColumnType, NodeValue, PathValue, RelValue
from graph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TYPES: tuple[ColumnType, ...] = get_args(ColumnType)


def _texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


_FITS: dict[str, Callable[[object], bool]] = {
    "node": lambda value: isinstance(value, NodeValue),
    "rel": lambda value: isinstance(value, RelValue),
    "path": lambda value: isinstance(value, PathValue),
    "claims": _texts,
    "texts": _texts,
    "things": lambda value: isinstance(value, list),
    "groups": lambda value: isinstance(value, list) and all(isinstance(item, list) for item in value),
    "text": lambda value: isinstance(value, str),
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "float": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "bool": lambda value: isinstance(value, bool),
    "day": lambda value: isinstance(value, date) and not isinstance(value, datetime),
    "time": lambda value: isinstance(value, datetime) and value.tzinfo is None,
}


def checked(declared: Sequence[Column], returned: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """QueryError where an engine's rows are not what the header promises. A null fits every column but claims."""
    names = [column.name for column in declared]
    if not rows and not returned:
        return  # ArcadeDB names no columns where it has no rows
    if list(returned) != names:
        raise QueryError(f"the query returns the columns {', '.join(returned)}, its header declares {', '.join(names)}")
    for number, row in enumerate(rows, start=1):
        for column, value in zip(declared, row, strict=True):
            if value is None and column.type != "claims":
                continue
            if value is None or not _FITS[column.type](value) or not _grade_fits(column.name, value):
                raise QueryError(f"row {number}: column {column.name} holds a {type(value).__name__}, not a {column.type}")


def with_claims_once(declared: Sequence[Column], row: Sequence[object]) -> tuple[object, ...]:
    """The row with each claim once, sorted: what several members of a row rest on, a query just puts together."""
    return tuple(
        sorted(set(value)) if column.type == "claims" and isinstance(value, list | tuple) else value
        for column, value in zip(declared, row, strict=True)
    )


def _grade_fits(name: str, value: object) -> bool:
    if name == "certainty":
        return value in CERTAINTIES
    return name != "gap_days" or (isinstance(value, int) and value >= 0)
