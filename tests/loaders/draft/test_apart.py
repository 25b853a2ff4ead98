"""A small table beside the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.loaders.draft.test_books import book, drafted
from tests.loaders.draft.test_ends import HEADER, ROWS

if TYPE_CHECKING:
    from pathlib import Path

SIDE = [
    [*HEADER, None, "unit", "phone"],
    [*ROWS[0], None, "Coast Battalion", "112"],
    *([*row, None, None, None] for row in ROWS * 2),
]


def test_a_list_beside_the_table_tells_nothing_of_its_rows_unless_a_person_says_so(tmp_path: Path) -> None:
    path = book(tmp_path, {"May": SIDE})
    (draft,) = drafted(path)
    assert "stands apart" in draft.outline.left["unit"] and any("empty column" in each.asks for each in draft.answers.open)
    (asked,) = drafted(path, lambda question: "rows" if "empty column" in question.asks else question.unasked)
    assert "stands apart" not in asked.outline.left.get("unit", "")
