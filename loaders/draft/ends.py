"""Rows of a sheet that are none of its records: totals, headings of parts, and what stands below the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from loaders.draft.content import is_person
from loaders.reading import names_nothing

LAST: Final = 15
"""Rows at the end among which totals and signatures are looked for."""
MOST_HEADINGS: Final = 20
"""Headings of parts that are named one by one; of more, nobody would read the pattern."""
_SIGNED: Final = re.compile(
    r"(?i)(состав|исполн|подпис|утвер|начальник|примеч|prepared|signed|source|note|склаў|падпіс|заўваг|підпис|elabor|fuente|firma)"
)

Rows = Sequence[tuple[int, tuple[str, ...]]]


def filled_in(cells: Sequence[str]) -> int:
    """How many cells of a row hold something."""
    return sum(bool(cell.strip()) for cell in cells)


def ends(body: Rows, usual: int, why: list[str]) -> tuple[str, str]:
    """Patterns for what ends the table, and for rows within it that are none of its records. `usual`: cells of most rows."""
    end = len(body)
    while end and len(body) - end < LAST and _below(body[end - 1][1], usual):
        end -= 1
    until = ""
    if end < len(body):
        until = _pattern(body[end][1], [cells for _, cells in body[:end]])
        why.append(f"row {body[end][0]} and those below it are no records")
    return until, "|".join(filter(None, (_totals(body[:end], usual, why), _headings(body[:end], usual, why))))


def _totals(body: Rows, usual: int, why: list[str]) -> str:
    """Of all totals within the table; empty where a record has the same word in a cell."""
    totals = [cells for _, cells in body if _total(cells, usual)]
    if not totals:
        return ""
    pattern = f"^(?i:{'|'.join(map(re.escape, dict.fromkeys(_word(_first(cells)) for cells in totals)))})"
    if not all(_has(pattern, cells) for cells in totals) or _hits(pattern, body) > len(totals):
        return ""
    why.append(f"rows within the table that are totals: {len(totals)}")
    return pattern


def _headings(body: Rows, usual: int, why: list[str]) -> str:
    """Rows of one cell, the first, above records of many: the heading of a part. Empty where a record has a cell like one."""
    if usual < 4:
        return ""
    alone = [cells for _, cells in body if filled_in(cells) == 1 and cells[0].strip() and not _figures(cells[0])]
    texts = list(dict.fromkeys(cells[0].strip() for cells in alone if not _total(cells, usual)))
    if not texts or len(texts) > MOST_HEADINGS:
        return ""
    if any(map(is_person, texts)):
        why.append("some rows hold one name alone: they are read as records; say what they are with skip or fill_down")
        return ""
    pattern = rf"^\s*(?:{'|'.join(map(_blanks, texts))})\s*$"
    if _hits(pattern, body) > sum(cells[0].strip() in texts for cells in alone):
        why.append("some rows hold a heading alone, and records hold the same words: they are read as records")
        return ""
    why.append(f"rows within the table that hold one heading alone: {len(alone)}")
    return pattern


def _blanks(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split()))


def _figures(text: str) -> bool:
    return not any(sign.isalpha() for sign in text)


def _hits(pattern: str, body: Rows) -> int:
    return sum(_has(pattern, cells) for _, cells in body)


def _has(pattern: str, cells: Iterable[str]) -> bool:
    return any(re.search(pattern, cell) for cell in cells if cell)


def _below(cells: Sequence[str], usual: int) -> bool:
    """Whether a row at the end is no record: a total, a signature, a remark."""
    if _total(cells, usual):
        return True
    filled = filled_in(cells)
    return filled <= max(1, usual // 4) and usual > 2 and (filled == 1 or _SIGNED.match(_first(cells)) is not None)


def _total(cells: Sequence[str], usual: int) -> bool:
    """Whether a cell at the beginning says so as a whole; or by its first word, in a row that leaves most columns empty."""
    if any(names_nothing(cell) == "total" for cell in (_first(cells), *cells[:3])):
        return True
    return 2 * filled_in(cells) <= usual and names_nothing(_word(_first(cells))) == "total"


def _first(cells: Sequence[str]) -> str:
    return next((cell.strip() for cell in cells if cell.strip()), "")


def _word(text: str) -> str:
    return next(iter(text.split(maxsplit=1)), "").rstrip(":.,")


def _pattern(cells: Sequence[str], above: Sequence[Sequence[str]]) -> str:
    """As short a beginning of its first cell as no row above has."""
    text = next((cell.strip() for cell in cells if names_nothing(cell) == "total"), _first(cells))
    words = text.split()
    for length in range(1, len(words) + 1):
        begins = " ".join(words[:length])
        pattern = "^" + re.escape(begins).replace(r"\ ", " ")
        if any(sign.isalpha() for sign in begins) and not any(re.search(pattern, cell.strip()) for row in above for cell in row):
            return pattern
    return ""
