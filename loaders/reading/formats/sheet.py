"""One sheet or table, as a reader of this room puts it together before it says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from loaders.reading.formats import Stop

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
MOST_MERGED = 100_000


@dataclass
class Cell:
    """What a cell holds; or the word that says why its value cannot be relied on. `asides`: kind, text and author of each."""

    text: str = ""
    fault: str = ""
    asides: list[tuple[str, str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.text or self.fault or self.asides)


@dataclass
class Sheet:
    """Rows by their number, cells by their column, all counted from 1."""

    title: str
    state: str = "visible"
    hidden_rows: int = 0
    hidden_columns: int = 0
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    last: int = 0
    rows: list[tuple[int, dict[int, Cell]]] = field(default_factory=list)
    said: Counter[str] = field(default_factory=Counter)
    """Of what is not read, or read all the same, how much there is: by a word of the list in `workbook.py`."""

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """These cells are one."""
        if len(self.merged) == MOST_MERGED:
            raise Stop("merged")
        if (top, left) != (bottom, right):
            self.merged.append((top, left, bottom, right))


def send_sheet(sheet: Sheet, budget: int, send: Callable[..., None]) -> int:
    """Write the sheet, then its rows; returns how much of the budget is left."""
    cells = sum(len(row) for _, row in sheet.rows)
    if sum(max(row, default=0) for _, row in sheet.rows) > 20 * cells + 5_000_000:
        raise Stop("scattered")
    if sheet.last > MOST_ROWS:
        raise Stop("disorder")
    send(
        sheet=sheet.title,
        state=sheet.state,
        hidden_rows=sheet.hidden_rows,
        hidden_columns=sheet.hidden_columns,
        merged=sheet.merged,
        last=sheet.last,
        said=sheet.said,
    )
    for number, row in sheet.rows:
        width = max((at for at, cell in row.items() if cell.text), default=0)
        if max(row) > MOST_COLUMNS:
            raise Stop("disorder")
        texts = [row[at].text if at in row else "" for at in range(1, width + 1)]
        budget -= sum(map(len, texts)) + len(texts)
        if budget < 0:
            raise Stop("amplified")
        faults = [(at, cell.fault) for at, cell in row.items() if cell.fault]
        asides = [(at, *aside) for at, cell in row.items() for aside in cell.asides]
        send(row=number, cells=texts, faults=faults, asides=asides)
    return budget
