"""A mapping held against the tables it shall read: their columns, the order of their dates, what nobody reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from graph.errors import SourceError
from graph.words.places import in_sheet
from loaders.load.citations import key_space
from loaders.load.unseen import without
from loaders.mapping import fitted
from loaders.reading import OpenQuestion, lacks_century, order_shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.mapping import Mapping
    from loaders.reading import How, Order, Table

Date: TypeAlias = tuple[int, str]
"""A row's number, and the text of a date in it."""
NOT_KNOWN: Final = "none"
"""The answer to the question of the century where nobody knows: short years stay unread."""


def need_columns(mapping: Mapping, table: Table, file: str) -> None:
    """SourceError where the table lacks a column that the mapping reads."""
    missing = sorted(mapping.columns() - set(mapping.optional) - set(table.header))
    if missing:
        alike = any(name != without(name) == missing[0] for name in table.header)
        hidden = ": a column there looks so, and holds characters that turn the direction of writing" if alike else ""
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise SourceError(
            f"the column {missing[0]!r}{more} that mapping {mapping.name} reads is not in the header{hidden}",
            file=file if not table.sheet else f"{file}, {in_sheet(table.sheet)}",
            row=1,
            remedy="Correct the mapping ([table] says in which sheet and row the header is), or name another one by --mapping",
        )


def how_of(mapping: Mapping, table: Table, dates: Order | None, century: str | None, file: str) -> How:
    """How dates are written: as the mapping says, as the user answers, or as the columns show. OpenQuestion where none does."""
    mapping = fitted(mapping, table.header)
    how = mapping.how
    columns = {name: list(_dates(name, mapping, table)) for name in sorted(mapping.date_columns())}
    if how.century is None:
        if century is None:
            _ask_century(columns, mapping, file)
        elif century != NOT_KNOWN:
            how = replace(how, century=int(century))
    return replace(how, order=how.order or dates or _shown(columns, mapping, how, file))


def _dates(column: str, mapping: Mapping, table: Table) -> Iterator[Date]:
    """Every date that a column holds: several in one cell, where it may hold one for each of several things."""
    at, split = table.header.index(column), mapping.date_splits().get(column)
    extract = mapping.date_extracts().get(column)
    for row in table.rows:
        try:
            texts = split.pieces(row.cells[at]) if split else [row.cells[at]]
            taken = [found for text in texts if (found := extract.taken_from(text))] if extract else texts
        except ValueError:  # so long that its row will be refused
            continue
        yield from ((row.number, text.strip()) for text in taken)


def _ask_century(columns: dict[str, list[Date]], mapping: Mapping, file: str) -> None:
    for column, dates in columns.items():
        how = mapping.how_in(column)
        for row, text in dates:
            if lacks_century(text, how):
                raise OpenQuestion.century(file=file, column=column, row=row)


def _shown(columns: dict[str, list[Date]], mapping: Mapping, how: How, file: str) -> Order | None:
    shown: set[Order] = set()
    ambiguous: str | None = None
    for column, dates in columns.items():
        evidence = order_shown([text for _, text in dates], replace(mapping.how_in(column), century=how.century))
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
    columns: dict[str, None] = {}
    for table in tables:
        for at, name in enumerate(table.header):
            if name not in mapping.accounted and any(row.cells[at] for row in table.rows):
                columns[name] = None
    return tuple(columns)
