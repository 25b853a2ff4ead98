"""The columns of one table: their names, what they hold, and what each seems to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.draft.kinds import Guess, guesses
from loaders.reading import Table, names_nothing

SHOWN = 3
"""Values that a person is shown."""
LONGEST = 40
"""Letters of such a value."""


@dataclass(frozen=True)
class Column:
    """One column. `number` counts from 1, as people do."""

    number: int
    name: str
    values: tuple[str, ...]
    guess: Guess
    merged: int = 0
    """Cells that are one with the cell above or beside them, as the sheet itself says."""

    @property
    def kind(self) -> str:
        """What it seems to be; empty where nobody knows."""
        return self.guess.kind

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each value stands in it, without blanks at its ends."""
        return Counter(value.strip() for value in self.values if value.strip())

    @property
    def filled(self) -> int:
        """Cells that hold something."""
        return self.counts.total()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its distinct values that do not merely say that nothing is known, the most frequent first."""
        return tuple(value for value, _ in self.counts.most_common() if value not in self.nothings)

    @cached_property
    def nothings(self) -> frozenset[str]:
        """Its distinct values that say that nothing is known."""
        return frozenset(value for value in self.counts if names_nothing(value))

    @property
    def evidence(self) -> str:
        """For a person at the terminal: how much it holds, and examples. Never for a file or a log."""
        shown = "; ".join(word if len(word) <= LONGEST else word[: LONGEST - 1] + "…" for word in self.words[:SHOWN])
        return f"column {self.number} {self.name!r}: {self.filled:,} cells, {len(self.words):,} different" + (
            f", e.g. {shown}" if shown else ""
        )

    def says(self, *notions: str) -> bool:
        """Whether words of its header say one of these."""
        return not self.guess.header.isdisjoint(notions)


@dataclass(frozen=True)
class Facts:
    """All columns of the tables that one mapping is to read."""

    columns: tuple[Column, ...]
    rows: int

    @classmethod
    def of(cls, tables: Sequence[Table]) -> Facts:
        """Of tables that have the same header."""
        header = tables[0].header
        named = [at for at, name in enumerate(header) if name.strip()]
        values = [tuple(row.cells[at] for table in tables for row in table.rows) for at in named]
        covered = Counter(cell.at for table in tables for row in table.rows for cell in row.merged)
        kinds = guesses([header[at] for at in named], values)
        columns = (
            Column(at + 1, header[at], column, kind, covered[at]) for at, column, kind in zip(named, values, kinds, strict=True)
        )
        return cls(tuple(columns), sum(len(table.rows) for table in tables))

    def of_kind(self, *kinds: str) -> list[Column]:
        """The columns of these kinds that hold something, from left to right."""
        return [column for column in self.columns if column.kind in kinds and column.filled]
