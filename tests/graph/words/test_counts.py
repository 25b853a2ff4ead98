"""How counts read: in one cell for a reader, a number where nothing is open."""

from __future__ import annotations

import pytest

from graph.answer import Column
from graph.words import counts

COLUMNS = (
    Column("unit", "text"),
    Column("people", "int"),
    Column("people_least", "int", "", "people"),
    Column("people_most", "int", "", "people"),
    Column("people_denied", "int", "", "people"),
    Column("sure", "int"),
)


@pytest.mark.parametrize(
    ("stands", "least", "most", "denied", "reads"),
    [
        (12, 12, 12, 0, "12"),
        (12, 9, 12, 0, "9–12"),
        (12, 9, 12, 1, "9–12 (1 denied)"),
        (12, 9, 14, 0, "9–14"),
        (12, 12, 14, 0, "12–14"),
        (12, 12, None, 0, "12 or more"),
        (12, 9, None, 1, "9–12 or more (1 denied)"),
        (2, 0, 2, 2, "0–2 (2 denied)"),
        (0, 0, 0, 0, "0"),
        (None, None, None, None, ""),
        ("withheld", "withheld", "withheld", "withheld", "withheld"),
    ],
)
def test_a_count_reads_as_one_cell(stands: object, least: object, most: object, denied: object, reads: str) -> None:
    assert counts.counted(stands, least, most, denied) == reads


def test_only_counts_are_folded() -> None:
    columns, rows = counts.folded(COLUMNS, [("a", 3, 2, 3, 1, 2), ("b", 3, 3, 3, 0, 3)])
    assert [(column.name, column.type) for column in columns] == [("unit", "text"), ("people", "text"), ("sure", "int")]
    assert rows == (("a", "2–3 (1 denied)", 2), ("b", "3", 3))


def test_it_is_said_below_a_table_that_counts_are_ranges() -> None:
    assert counts.is_range(COLUMNS, [("a", 3, 3, 3, 0, 3), ("b", 3, 2, 3, 0, 3)])
    assert counts.is_range(COLUMNS, [("a", 3, 3, None, 0, 3)]) and counts.is_range(COLUMNS, [("a", 3, 3, 4, 0, 3)])
    assert not counts.is_range(COLUMNS, [("a", 3, 3, 3, 0, 3)])
