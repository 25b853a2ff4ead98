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


WORDS: dict[str, str] = {
    "node": "a node",
    "rel": "a link",
    "path": "a path",
    "claims": "claims, a list of their ids",
    "texts": "a list of texts",
    "things": "a list of things",
    "groups": "a list of combinations, each a list",
    "text": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "day": "a day",
    "time": "a time without a zone",
}
"""The types, in words."""
_CALLED: tuple[tuple[str, Callable[[object], bool]], ...] = (
    ("a node", lambda value: isinstance(value, NodeValue)),
    ("a link", lambda value: isinstance(value, RelValue)),
    ("a path", lambda value: isinstance(value, PathValue)),
    ("a list", lambda value: isinstance(value, list | tuple)),
    ("a text", lambda value: isinstance(value, str)),
    ("true or false", lambda value: isinstance(value, bool)),
    ("a whole number", lambda value: isinstance(value, int)),
    ("a number", lambda value: isinstance(value, float)),
    ("a time", lambda value: isinstance(value, datetime)),
    ("a day", lambda value: isinstance(value, date)),
    ("nothing", lambda value: value is None),
)
"""What a value is, in words; the first that fits."""


def checked(
    declared: Sequence[Column], returned: Sequence[str], rows: Sequence[Sequence[object]], place: Callable[[str], str] = str
) -> None:
    """QueryError where an engine's rows are not what the header promises. A null fits every column but claims.

    `place`: file and line of a column's declaration; of all of them, without a name.
    """
    names = [column.name for column in declared]
    if not rows and not returned:
        return  # ArcadeDB names no columns where it has no rows
    if list(returned) != names:
        raise QueryError(
            f"{place('')}: the query returns the columns {', '.join(returned)}, its header declares {', '.join(names)}"
        )
    for row in rows:
        for column, value in zip(declared, row, strict=True):
            if value is None and column.type != "claims":
                continue
            if value is None or not _FITS[column.type](value):
                raise QueryError(
                    f"{place(column.name)}: column {column.name} holds {_called(value)}, and is declared as {WORDS[column.type]}"
                )
            if not _grade_fits(column.name, value):
                wanted = "one of certain, assumed, possible" if column.name == "certainty" else "a number of days from 0"
                raise QueryError(f"{place(column.name)}: column {column.name} holds something else than {wanted}")


def _called(value: object) -> str:
    return next((words for words, fits in _CALLED if fits(value)), "something else")


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
