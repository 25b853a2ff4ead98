"""The one table that the benchmark prints: a measure, its floor, our figure, what others reach on the same data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench.resolve.scorers import OTHERS

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Floor:
    """What a figure must reach, or, `at_most`, not exceed."""

    value: float
    at_most: bool = False

    def holds(self, figure: float) -> bool:
        """Whether the figure is good enough."""
        return figure <= self.value if self.at_most else figure >= self.value

    def __str__(self) -> str:
        return f"{'≤' if self.at_most else '≥'} {self.value:g}"


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. `others`: by column of `OTHERS`; a column left out was not measured."""

    measure: str
    figure: float
    floor: Floor | None = None
    others: dict[str, float] | None = None
    digits: int = 3

    @property
    def holds(self) -> bool:
        """Whether the floor holds, where there is one."""
        return self.floor is None or self.floor.holds(self.figure)

    def cells(self) -> tuple[str, ...]:
        """As printed."""
        others = self.others or {}
        beside = (f"{others[name]:.{self.digits}f}" if name in others else "" for name in OTHERS)
        return (self.measure, str(self.floor or ""), f"{self.figure:.{self.digits}f}", *beside, "" if self.holds else "MISSED")


HEADER = ("", "floor", "Linkage", *OTHERS, "")


def printed(rows: Sequence[Row]) -> str:
    """Plain columns: the measure to the left, figures to the right."""
    lines = [HEADER, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADER))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width) for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
