"""By which denied links and events something is counted: a row that says how many are denied rests on these, too, so that it can
name who denies them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from queries.declaration.columns import ColumnDeclaration
    from queries.row import Row, Thing


def denials(column: ColumnDeclaration, row: Row) -> Iterator[str]:
    """The ids of what is denied by which one row shows what this column counts."""
    group, _, part = column.count.rpartition(".")
    through = column.once.rpartition(".")[0]
    if group or through:
        for way in row.ways[group or through]:
            yield from _disputed(way.things if way.denied else ())
            yield from _marked(way.parts[part] if group else row.values[part])
        return
    yield from _disputed(row.things.values() if row.denied else ())
    yield from _marked(row.values[part])


def _disputed(things: Iterable[Thing | str | None]) -> Iterator[str]:
    yield from (thing.id for thing in things if thing and not isinstance(thing, str) and thing.properties.get("disputed"))


def _marked(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list | tuple) else ():
        if mark.is_mark(item) and not mark.comes(item):
            yield from mark.denials(item)
