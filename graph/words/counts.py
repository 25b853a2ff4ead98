"""How many, as a reader says it: "12", "9–12", "9–12 (1 denied)"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from graph.answer import Answer, Column

LEAST: Final = "_least"
DENIED: Final = "_denied"
"""Ends of the names of what stands beside a count: the fewest there may be, and how many rest on denied links alone."""

RANGE: Final = "a count such as 9–12: at least, and at most; some of them are denied, or wait in the review and may be one"


def counted(most: object, least: object, denied: object) -> str:
    """One count. Where the fewest there may be are as many, and none is denied, it is a number."""
    if most is None:
        return ""
    number = str(most) if least == most else f"{least}–{most}"
    return f"{number} ({denied} denied)" if denied else number


def folded(answer: Answer) -> Answer:
    """The answer with each count in one column, for a reader. In files they stay apart."""
    counts = {column.of for column in answer.columns if column.of}
    if not counts:
        return answer
    columns = tuple(_column(column, counts) for column in answer.columns if not column.of)
    records = answer.records()
    rows = tuple(
        tuple(
            counted(record[column.name], record[column.name + LEAST], record[column.name + DENIED])
            if column.name in counts
            else record[column.name]
            for column in columns
        )
        for record in records
    )
    return replace(answer, columns=columns, rows=rows)


def is_range(answer: Answer) -> bool:
    """Whether a count of it may be fewer."""
    return any(
        record[column.of] != record[column.name]
        for record in answer.records()
        for column in answer.columns
        if column.name.endswith(LEAST) and column.of
    )


def _column(column: Column, counts: set[str]) -> Column:
    return replace(column, type="text") if column.name in counts else column
