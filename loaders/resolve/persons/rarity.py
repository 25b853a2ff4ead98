"""How rare a name, a unit or a place is among the records at hand: agreeing on a rare one says more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from loaders.resolve.persons.comparisons import RARE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duckdb import DuckDBPyConnection

STEADY: Final = 200
"""Records' worth of the model's average that every share is mixed with: among twenty records none is taken for rare."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How often each value is held. `records`: how many records there are in all. `known`: how many hold any, by column."""

    records: int = 0
    held: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    known: Mapping[str, int] = field(default_factory=dict)

    def share(self, column: str, value: str, average: float) -> float:
        """The share of records that hold the value. `average`: how often two records of two persons agree in it."""
        held = self.held.get(column, {}).get(value, 0)
        return (held + STEADY * average) / (self.known.get(column, 0) + STEADY)


def rarity(connection: DuckDBPyConnection) -> Rarity:
    """How often values are held in the table `persons`."""
    held = {
        column: dict(
            connection.execute(
                f"select {column}, count(*) from persons where {column} is not null group by {column}"  # noqa: S608  (our own)
            ).fetchall()
        )
        for column in RARE
    }
    ((records,),) = connection.execute("select count(*) from persons").fetchall()
    return Rarity(records, held, {column: sum(counted.values()) for column, counted in held.items()})
