"""How counts read: in one cell for a reader, a number where nothing is open."""

from __future__ import annotations

import pytest

from graph.answer import Answer, Column
from graph.words import counts

COLUMNS = (
    Column("unit", "text"),
    Column("people", "int"),
    Column("people_least", "int", "", "people"),
    Column("people_denied", "int", "", "people"),
    Column("sure", "int"),
)


def answer(*rows: tuple[object, ...]) -> Answer:
    return Answer("x/y", "t", "q", "c", "e", "h", {}, COLUMNS, rows, "g", 1)


@pytest.mark.parametrize(
    ("most", "least", "denied", "reads"),
    [
        (12, 12, 0, "12"),
        (12, 9, 0, "9–12"),
        (12, 9, 1, "9–12 (1 denied)"),
        (2, 0, 2, "0–2 (2 denied)"),
        (0, 0, 0, "0"),
        (None, None, None, ""),
    ],
)
def test_a_count_reads_as_one_cell(most: object, least: object, denied: object, reads: str) -> None:
    assert counts.counted(most, least, denied) == reads


def test_only_counts_are_folded() -> None:
    folded = counts.folded(answer(("a", 3, 2, 1, 2), ("b", 3, 3, 0, 3)))
    assert [column.name for column in folded.columns] == ["unit", "people", "sure"]
    assert folded.rows == (("a", "2–3 (1 denied)", 2), ("b", "3", 3))


def test_it_is_said_below_a_table_that_counts_are_ranges() -> None:
    assert counts.is_range(answer(("a", 3, 3, 0, 3), ("b", 3, 2, 0, 3)))
    assert not counts.is_range(answer(("a", 3, 3, 0, 3)))
