"""How many, as a reader says it: "12", "9–12", "9–12 (1 denied)", "9–12 or more"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.answer import Column

LEAST: Final = "_least"
MOST: Final = "_most"
DENIED: Final = "_denied"
"""Ends of the names of what stands beside a count: the fewest and the most there may be, and how many rest on denied links
alone."""

RANGE: Final = (
    "a count such as 9–12: at least, and at most; some were only possibly in the time asked about, are denied, or may be "
    "elsewhere, or may be one, or may join them: `linkage review`"
)


def counted(stands: object, least: object, most: object, denied: object) -> str:
    """One count. Where the fewest and the most there may be are as many, and none is denied, it is a number. `most` may be
    None: nobody can say. What is withheld stays so."""
    if not isinstance(stands, int):
        return "" if stands is None else str(stands)
    highest = stands if most is None else most
    number = str(highest) if least == highest else f"{least}–{highest}"
    number += " or more" if most is None else ""
    return f"{number} ({denied} denied)" if denied else number


def folded(
    columns: Sequence[Column], rows: Iterable[Sequence[object]]
) -> tuple[tuple[Column, ...], tuple[tuple[object, ...], ...]]:
    """Columns and rows with each count in one column, for a reader. In files they stay apart."""
    at = {column.name: position for position, column in enumerate(columns)}
    counts = {column.of for column in columns if column.of}
    kept = [column for column in columns if not column.of]

    def cell(row: Sequence[object], column: Column) -> object:
        if column.name not in counts:
            return row[at[column.name]]
        return counted(*(row[at[column.name + end]] for end in ("", LEAST, MOST, DENIED)))

    made = tuple(replace(column, type="text") if column.name in counts else column for column in kept)
    return made, tuple(tuple(cell(row, column) for column in kept) for row in rows)


def is_range(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> bool:
    """Whether a count of it may be fewer, or more."""
    at = {column.name: position for position, column in enumerate(columns)}
    pairs = [(at[column.name], at[column.of + MOST]) for column in columns if column.of and column.name.endswith(LEAST)]
    return any(row[most] != row[least] for row in rows for least, most in pairs)
