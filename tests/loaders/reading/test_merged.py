"""Merged cells below a header, whatever a hostile file says of them."""

from __future__ import annotations

import time

from loaders.reading.merged import MergedCells
from loaders.reading.table import Covered


def test_a_block_of_rows_and_columns_covers_what_is_empty() -> None:
    merged = MergedCells([(2, 1, 3, 2), (1, 3, 3, 3)], header=1, width=3)
    assert merged.take(2, ["a", "", "b"]) == (Covered(1, "a", 2, 0),)
    assert merged.take(3, ["", "own"]) == (Covered(0, "a", 2, 0),)  # what begins in the header is a name
    assert merged.take(4, ["", "", "c"]) == ()


def test_a_block_whose_first_row_holds_nothing_is_empty() -> None:
    assert MergedCells([(2, 1, 5, 1)], header=1, width=2).take(4, ["", "x"]) == (Covered(0, "", 2, 0),)


def test_blocks_that_lie_over_each_other_cost_no_more_than_a_row() -> None:
    begun = time.process_time()
    merged = MergedCells([(2 + n % 50, 1, 9_000, 9_000) for n in range(100_000)], header=1, width=9_000)
    for number in range(2, 60):
        assert len(merged.take(number, ["x"])) <= 9_000
    assert time.process_time() - begun < 5
