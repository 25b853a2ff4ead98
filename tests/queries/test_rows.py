"""What rows by hand come to: graded, compared, paired, counted and in order, as their header says."""

from __future__ import annotations

import pytest

from tests.queries.by_hand.row_example import RowExample
from tests.queries.by_hand.sides import SIDES
from tests.queries.by_hand.superiors import SUPERIORS
from tests.queries.by_hand.ways import WAYS


@pytest.mark.parametrize("example", [*WAYS, *SUPERIORS, *SIDES], ids=lambda example: example.name)
def test_rows_worked_out_by_hand(example: RowExample) -> None:
    assert example.answer == example.wanted
