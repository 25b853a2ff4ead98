"""The first rows of a file as its mapping reads them, before anything is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.load.cells import RowRejected
from loaders.load.citations import CitedSources
from loaders.load.load import harvesters
from loaders.mapping import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.load.harvested import Harvest
    from loaders.load.load import Load


@dataclass(frozen=True, slots=True)
class Tried:
    """A row, and what came of it: what it says, or why it is refused."""

    sheet: str
    number: int
    harvest: Harvest | None = None
    refused: RowRejected | None = None


def first_rows(load: Load, count: int) -> Iterator[Tried]:
    """So many rows of each table. What a special source reads has no rows of its own."""
    if not isinstance(load.mapping, Mapping):
        return
    for table, _, harvester in harvesters(load, load.mapping, CitedSources(load.mapping, load.series)):
        for row in table.rows[:count]:
            try:
                yield Tried(table.sheet, row.number, harvest=harvester.read(row, 0))
            except RowRejected as refused:
                yield Tried(table.sheet, row.number, refused=refused)
