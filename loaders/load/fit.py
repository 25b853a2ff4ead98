"""A mapping held against the tables it shall read: their columns, the order of their dates, what nobody reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import SourceError
from loaders.load.citations import key_space
from loaders.load.unseen import without
from loaders.reading import OpenQuestion, order_shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.mapping import Mapping
    from loaders.reading import Order, Table


def need_columns(mapping: Mapping, table: Table, file: str) -> None:
    """SourceError where the table lacks a column that the mapping reads."""
    missing = sorted(mapping.columns() - set(table.header))
    if missing:
        alike = any(name != without(name) == missing[0] for name in table.header)
        hidden = ": a column there looks so, and holds characters that turn the direction of writing" if alike else ""
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise SourceError(
            f"the column {missing[0]!r}{more} that mapping {mapping.name} reads is not in the header{hidden}",
            file=file if not table.sheet else f"{file}, sheet {table.sheet}",
            row=1,
            remedy="Correct the mapping, or name another one by --mapping",
        )


def order_of(mapping: Mapping, table: Table, dates: Order | None, file: str) -> Order | None:
    """In which order the figures of a date stand: as the mapping says, as the user answers, or as the columns show."""
    if mapping.dates:
        return mapping.dates
    if dates:
        return dates
    position = {name: at for at, name in enumerate(table.header)}
    shown: set[Order] = set()
    ambiguous: str | None = None
    for column in sorted(mapping.date_columns()):
        evidence = order_shown(row.cells[position[column]] for row in table.rows)
        if evidence.order:
            shown.add(evidence.order)
        elif evidence.must_ask:
            ambiguous = ambiguous or column
    if ambiguous and len(shown) != 1:
        raise OpenQuestion.dates(file=file, column=ambiguous)
    return shown.pop() if len(shown) == 1 else None


def distinct(mapping: Mapping, series: str) -> tuple[tuple[str, str], ...]:
    """Label and key space of keys that their compiler keeps apart."""
    spaces = {name for name, space in mapping.key_space.items() if space.distinct}
    keyed = [(thing.label, thing.key) for thing in mapping.thing.values() if thing.key]
    apart = {(label, key) for label, key in keyed if key.distinct or key.space in spaces}
    return tuple(sorted({(label, key_space(key.space, series, mapping.name)) for label, key in apart}))


def unread(mapping: Mapping, tables: Iterable[Table]) -> tuple[str, ...]:
    """Columns that hold something and that the mapping neither reads nor leaves out on purpose."""
    read_ = mapping.columns() | set(mapping.unread)
    columns: dict[str, None] = {}
    for table in tables:
        for at, name in enumerate(table.header):
            if name not in read_ and any(row.cells[at] for row in table.rows):
                columns[name] = None
    return tuple(columns)
