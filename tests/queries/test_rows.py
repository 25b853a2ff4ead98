"""What rows by hand come to: graded, compared, paired, counted and in order, as their header says."""

from __future__ import annotations

import pytest

from tests.queries.by_hand.all_rows import ROWS
from tests.queries.by_hand.row_example import RowExample


@pytest.mark.parametrize("example", ROWS, ids=lambda example: example.name)
def test_rows_worked_out_by_hand(example: RowExample) -> None:
    assert example.answer == example.wanted


@pytest.mark.parametrize("example", ROWS, ids=lambda example: example.name)
def test_a_row_by_hand_says_something(example: RowExample) -> None:
    assert not example.expected or any(example.expected)
