"""Cells that mean the cell above: written out where the mapping says so, and nothing but odd where it does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from loaders.load.cells import Issue
from loaders.mapping import Cell, Flag, When
from loaders.mapping.table import TomlTable
from loaders.reading import READ_AS, is_ditto

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any

    from loaders.mapping import Mapping
    from loaders.reading import Reading, Row, Table

AS_ABOVE: Final = "read as the cell above, as the mapping says"
NOT_GUESSED: Final = f"{READ_AS['ditto']}, or name the column in ditto of [table]; nothing that hangs on this cell is loaded"


def written_out(reading: Reading, mapping: Mapping) -> Reading:
    """The same tables. In columns that the mapping names, such a cell holds what stands above, and its row keeps the sign."""
    if not mapping.table.ditto:
        return reading
    return replace(reading, tables=tuple(_written_out(table, mapping) for table in reading.tables))


def _written_out(table: Table, mapping: Mapping) -> Table:
    places = [at for at, name in enumerate(table.header) if name in mapping.table.ditto]
    above: dict[int, str] = {}
    rows: list[Row] = []
    for row in table.rows:
        dittos = [at for at in places if _is_ditto(row.cells[at], mapping)]
        meant = {at: above[at] for at in dittos if above.get(at, "").strip()}
        above = {at: meant.get(at, "" if at in dittos else row.cells[at]) for at in places}
        rows.append(_meaning(row, meant) if meant else row)
    return replace(table, rows=tuple(rows))


def _meaning(row: Row, meant: dict[int, str]) -> Row:
    cells = tuple(meant.get(at, cell) for at, cell in enumerate(row.cells))
    return replace(row, cells=cells, written=tuple((at, row.cells[at]) for at in meant))


def _is_ditto(cell: str, mapping: Mapping) -> bool:
    return cell.strip() not in mapping.names and is_ditto(cell.strip())


class Dittos:
    """Where such a cell is odd: in columns that the mapping reads, but for those whose words it explains itself."""

    def __init__(self, mapping: Mapping) -> None:
        own = {str(column) for column in _explained((mapping.thing, mapping.link, mapping.entry, mapping.remark))}
        self._columns = sorted(mapping.columns() - own)
        self._mapping = mapping

    def found(self, by_column: dict[str, str]) -> list[str]:
        """The columns in which one stands."""
        return [name for name in self._columns if name in by_column and _is_ditto(by_column[name], self._mapping)]

    @staticmethod
    def issues(row: Row, header: tuple[str, ...], left: Collection[str]) -> Iterator[Issue]:
        """What of them was read, and what was not."""
        yield from (Issue(row.number, header[at], AS_ABOVE) for at, _ in row.written)
        yield from (Issue(row.number, column, NOT_GUESSED) for column in left)


def _explained(value: Any) -> Iterator[str]:
    """Columns of which the mapping says itself what their words mean."""
    match value:
        case Cell() if value.values or value.matches:
            yield from value.reads
        case Flag() if value.column is not None:
            yield value.column
        case When():
            yield from (test.column for test in value.tests if test.column is not None)
        case TomlTable():
            for inner in (*value.__dict__.values(), *(value.model_extra or {}).values()):
                yield from _explained(inner)
        case dict():
            for inner in value.values():
                yield from _explained(inner)
        case tuple():
            for inner in value:
                yield from _explained(inner)
