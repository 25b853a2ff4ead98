"""A mapping as it reads a sheet that lacks some of its `optional` columns: the same, without all that would stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from loaders.mapping.cell import Cell
from loaders.mapping.date import FORMS, DateCell, Flag, SpanPart
from loaders.mapping.form import Mapping, Remark
from loaders.mapping.part import Key, LinkPart
from loaders.mapping.table import Column, TomlTable

if TYPE_CHECKING:
    from collections.abc import Iterable

Table = TypeVar("Table", bound=TomlTable)


def fitted(mapping: Mapping, header: Iterable[str]) -> Mapping:
    """The mapping for a sheet with these columns. What it needs and the sheet lacks is not looked at here."""
    absent = frozenset(mapping.optional) - set(header)
    if not absent:
        return mapping
    fitting = _without(mapping, absent)
    fitting.written_as(mapping.text)
    return fitting


def _without(table: Table, absent: frozenset[str]) -> Table:
    """The same table, its cells cut one by one. It was held against the rules of the format when it was whole."""
    held = {name: _cut(value, absent) for name, value in (*table.__dict__.items(), *(table.model_extra or {}).items())}
    names = type(table).model_fields.keys() | (table.model_extra or {}).keys()  # nothing that was worked out from them
    return type(table).model_construct(**{_named(table, name): held[name] for name in names})


def _named(table: TomlTable, name: str) -> str:
    field = type(table).model_fields.get(name)
    return (field and field.alias) or name


def _cut(value: Any, absent: frozenset[str]) -> Any:
    """A value without the absent columns; None where nothing of it is left."""
    if isinstance(value, Column):
        return None if value in absent else value
    if isinstance(value, tuple):
        return tuple(left for one in value if (left := _cut(one, absent)) is not None)
    if isinstance(value, dict):
        return {name: left for name, one in value.items() if (left := _cut(one, absent)) is not None}
    if not isinstance(value, TomlTable):
        return value
    left = _without(value, absent)
    if isinstance(value, DateCell) and isinstance(left, DateCell) and len(left.parts) < len(value.parts):
        left = left.model_copy(update={"parts": ()})  # a day without its month is no date
    return left if _stands(value, left) else None


def _stands(whole: TomlTable, left: TomlTable) -> bool:
    """Whether what is left of a table still says where something lies."""
    match left:
        case Cell() if isinstance(whole, Cell) and whole.age_on is not None and left.age_on is None:
            return False  # an age without its day is no birth
        case Cell():
            return bool(left.reads) or left.text is not None
        case DateCell():
            return left.column is not None or left.text is not None or bool(left.parts)
        case Flag():
            return left.column is not None or left.text is not None
        case SpanPart():
            return any(getattr(left, side) for sides in FORMS.values() for side in sides if side)
        case Key():
            return bool(left.columns) if left.partial else isinstance(whole, Key) and left.columns == whole.columns
        case LinkPart():
            return left.rests_on is not None
        case Remark():
            return left.column is not None
        case _:
            return True
