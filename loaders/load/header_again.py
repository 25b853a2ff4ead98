"""The header once more among the rows, as on each page of a printed list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.reading.layout import SHEET

if TYPE_CHECKING:
    from collections.abc import Iterable


def is_header(header: Iterable[str], cells: Iterable[str]) -> bool:
    """Whether a row names the columns. The name of the sheet is none of them."""
    alike = 0
    for name, cell in zip(header, cells, strict=True):
        if cell and name != SHEET:
            if not _alike(name, cell):
                return False
            alike += 1
    return alike > 1


def _alike(name: str, cell: str) -> bool:
    return name == cell or " ".join(name.casefold().split()) == " ".join(cell.casefold().split())
