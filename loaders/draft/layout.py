"""Where in a sheet the table stands: titles above it, a header of one or several rows, totals and signatures below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from loaders.draft.content import is_date
from loaders.draft.ends import ends, filled_in
from loaders.draft.header import Spoken, notions
from loaders.reading.grid import Grid
from loaders.reading.table import Covered

LOOKED_AT: Final = 30
"""Filled rows among which the header is looked for."""
MOST_CELLS: Final = 400
"""Cells by which the languages of a sheet are known."""
LONGEST: Final = 80
"""Letters of the name of a column; a longer cell is a title or a remark."""
_NUMBERS: Final = re.compile(r"[-+]?[\d .,/:()-]+")

Rows = Sequence[tuple[int, tuple[str, ...]]]
Merged = Mapping[int, Sequence[Covered]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the table of a sheet stands, as [table] of a mapping says it; and why.

    `until`, `skip`: patterns. `sure`: whether one row is a header beyond doubt.
    """

    header: tuple[int, ...]
    until: str = ""
    skip: str = ""
    why: tuple[str, ...] = field(default=())
    sure: bool = True


def place_of(grid: Grid) -> Place | None:
    """None where no row of the sheet can be a header above records."""
    rows = [(number, cells) for number, cells in grid.rows if any(cell.strip() for cell in cells)]
    if len(rows) < 2:
        return None
    usual = _width(rows)
    short = dict.fromkeys(cell for _, cells in rows[:LOOKED_AT] for cell in cells if cell and len(cell) <= LONGEST)
    spoken = Spoken.of([cell for cell in short if not _NUMBERS.fullmatch(cell.strip())][:MOST_CELLS])
    scores = [_score(cells, usual, spoken) for _, cells in rows[: min(LOOKED_AT, len(rows) - 1)]]
    best = max(range(len(scores)), key=lambda at: (scores[at], -at))
    if scores[best] <= 0:
        return None
    first, last = _whole_header(rows, best, spoken, grid.merged)
    header = tuple(range(rows[first][0], rows[last][0] + 1))
    body = rows[last + 1 :]
    why = []
    if first:
        why.append(f"rows above the header, left out: {first}")
    if len(header) > 1:
        why.append(f"the header stands in {len(header)} rows")
    until, skip = ends(body, usual, why)
    rivals = [at for at, score in enumerate(scores) if score >= scores[best] and not first <= at <= last]
    return Place(header, until, skip, tuple(why), sure=not rivals)


def _width(rows: Rows) -> int:
    """How many cells of a row are filled, mostly."""
    counts = Counter(filled_in(cells) for _, cells in rows)
    return max(counts, key=lambda width: (counts[width] * width, width))


def _figures(cell: str) -> bool:
    text = cell.strip()
    return bool(text) and (_NUMBERS.fullmatch(text) is not None or is_date(text))


def _score(cells: Sequence[str], usual: int, spoken: Spoken) -> float:
    """How much a row is like a header: words that headers have, in most of the columns; no dates and numbers."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) < max(2 if usual > 1 else 1, 0.5 * usual) or len(set(filled)) < 0.6 * len(filled):
        return 0
    figures = sum(map(_figures, filled))
    long = sum(len(cell) > LONGEST for cell in filled)
    known = sum(bool(notions(cell, spoken)) for cell in filled if len(cell) <= LONGEST)
    return known + 0.5 * min(len(filled), usual) - 3 * figures - 2 * long if known else 0


def _whole_header(rows: Rows, best: int, spoken: Spoken, merged: Merged) -> tuple[int, int]:
    """With the rows of groups above it, of names below it, and of the numbers of columns."""
    first = last = best
    if best and rows[best - 1][0] == rows[best][0] - 1 and _groups(rows[best - 1][1], rows[best][1]):
        first -= 1
    if _follows(rows, last) and (
        _parts(rows[last], rows[last + 1], merged) or _continues(rows[last][1], rows[last + 1][1], spoken)
    ):
        last += 1
    if _follows(rows, last) and _counted(rows[last + 1][1]):
        last += 1
    return first, last


def _follows(rows: Rows, at: int) -> bool:
    """Whether the next row stands right below, and a record may still follow it."""
    return at + 2 < len(rows) and rows[at + 1][0] == rows[at][0] + 1


def _parts(header: tuple[int, Sequence[str]], below: tuple[int, Sequence[str]], merged: Merged) -> bool:
    """Whether the sheet itself says that the row below names parts of the header: a name merged over several columns stands above
    two names that fill it, and above nothing else but names that are merged downwards.
    """
    number, names = header
    over = {cell.column for cell in merged.get(number, ()) if cell.row == number}
    covered = over | {cell.at for cell in merged.get(number, ()) if cell.row == number}
    named = [at for at, cell in enumerate(below[1]) if cell.strip()]
    if len(covered.intersection(named)) < 2 or any(_figures(below[1][at]) or len(below[1][at]) > LONGEST for at in named):
        return False
    return all(at in covered or at >= len(names) or not names[at].strip() for at in named)


def _groups(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row stands over parts of the header: several short cells, fewer than below, and none of them a figure."""
    filled = [cell for cell in above if cell.strip()]
    short = all(len(cell) <= LONGEST and not _figures(cell) for cell in filled)
    return len(filled) >= 2 and short and len(above) > 2 and len(set(filled)) == len(filled) and bool(_gaps(above, below))


def _gaps(above: Sequence[str], below: Sequence[str]) -> list[int]:
    """Columns that have a name below, and none of their own above."""
    return [at for at, cell in enumerate(below) if cell.strip() and not (at < len(above) and above[at].strip())]


def _continues(header: Sequence[str], below: Sequence[str], spoken: Spoken) -> bool:
    """Whether the row below the header names columns that it leaves open."""
    filled = [at for at, cell in enumerate(below) if cell.strip()]
    if not filled or any(_figures(below[at]) for at in filled) or not _gaps(header, below):
        return False
    known = [at for at in filled if notions(below[at], spoken)]
    beside = [at for at in filled if at < len(header) and header[at].strip() and header[at].strip() != below[at].strip()]
    return 2 * len(known) > len(filled) and len(beside) <= 0.5 * len(filled)


def _counted(cells: Sequence[str]) -> bool:
    """Whether a row numbers the columns: 1, 2, 3 …"""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) > 2 and filled == [str(number) for number in range(1, len(filled) + 1)]
