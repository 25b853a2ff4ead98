"""How the dates of a column are written: what the mapping, the case or a person states, and nothing that neighbours suggest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Order: TypeAlias = Literal["month-first", "day-first", "year-first"]
ORDERS: Final[tuple[Order, ...]] = ("month-first", "day-first", "year-first")
Kind: TypeAlias = Literal["on", "begin", "end", "range"]
"""What the column is for: it was so then; it began; it ended; a whole period in one cell."""
Calendar: TypeAlias = Literal["gregorian", "julian", "umm-al-qura", "hijri", "solar-hijri", "buddhist"]
CALENDARS: Final[tuple[Calendar, ...]] = ("gregorian", "julian", "umm-al-qura", "hijri", "solar-hijri", "buddhist")
Hemisphere: TypeAlias = Literal["north", "south"]


@dataclass(frozen=True, slots=True)
class How:
    """What is stated of the dates. `century`: the first year of the hundred that two figures mean. `zone`: of the case.

    `lang`: only asked where words of two languages differ. `words`: the mapping's own, each with its meaning.
    """

    order: Order | None = None
    zone: str | None = None
    century: int | None = None
    calendar: Calendar | None = None
    lang: str | None = None
    hemisphere: Hemisphere | None = None
    words: tuple[tuple[str, str], ...] = ()
