"""When somebody was born who is said to have been of some age on a day. An age alone says nothing: no day is guessed for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.said.stated_date import text_of
from loaders.load.cells import Unreadable
from loaders.load.dates import day_of
from loaders.reading import birth_of, read_age, shape

if TYPE_CHECKING:
    from loaders.load.cells import Cells, Issue
    from loaders.mapping import Cell
    from loaders.reading import How

NO_AGE: Final = "no age in whole years ({shape})"
NO_DAY: Final = "an age, and the row has no day on which it was so: {columns}"


def birth_by_age(text: str, cell: Cell, cells: Cells, how: How, issues: list[Issue]) -> str:
    """The range, as a date is stated. Unreadable where the cell holds no age, or the row no day."""
    assert cell.age_on is not None  # noqa: S101 - the caller asked
    column = cells.column(cell.reads[0])
    age = read_age(text, how)
    if age is None:
        raise Unreadable(column, NO_AGE.format(shape=shape(text)))
    day = day_of(cell.age_on, cells, how, issues)
    stated = text_of(birth_of(age, day)) if day else None
    if stated is None:
        raise Unreadable(column, NO_DAY.format(columns=", ".join(map(cells.column, cell.age_on.reads)) or "the mapping's"))
    return stated
