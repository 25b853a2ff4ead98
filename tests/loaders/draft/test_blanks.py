"""Cells that say "the same as above"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.loaders.draft.test_books import book, drafted
from tests.loaders.draft.test_ends import HEADER, ROWS

if TYPE_CHECKING:
    from pathlib import Path


def test_what_a_sign_for_the_cell_above_means_a_person_says(tmp_path: Path) -> None:
    path = book(tmp_path, {"May": [HEADER, *ROWS, ["3", "Tam Hesk", '"', *ROWS[1][3:]]]})
    (draft,) = drafted(path)
    assert draft.outline.ditto == [] and "add ditto" in draft.text
    (asked,) = drafted(path, lambda question: "above" if "sign" in question.asks else question.unasked)
    assert asked.outline.ditto == ["held at"] and 'ditto = ["held at"]' in asked.text
