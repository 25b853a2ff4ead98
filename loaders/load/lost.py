"""Cells that hold something of a thing, link or decision that the row does not have: each is reported, none vanishes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from graph import schema
from loaders.load.cells import Cells, Issue, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.mapping import LinkPart

NAME = "the cell that names it is empty"
NOBODY = "the cell that names it names nobody"
RESTS_ON_NOBODY = "the cell that it rests on names nobody"
UNNAMED_END = "it would accuse somebody whom nobody names"
RESTS = "the cell that it rests on is empty"
ABOUT = "the cell that names whom it is about is empty"
END = "it has no {part}"
CONDITION = "it does not say of whom its condition is met"
FIELD = "the cell of its {field} is empty"
LOST = "not loaded: the row has no {what} for it, since {why}"


@dataclass(frozen=True, slots=True)
class Absent:
    """A part that the row does not have, though its condition is met. `reads`: all columns that it would have read."""

    cells: Cells
    what: str
    reads: Iterable[str]
    why: str
    empty: Iterable[str] = ()
    """The columns of which `why` speaks."""

    @property
    def says(self) -> str:
        """Why what its cells hold is not loaded."""
        columns = ", ".join(self.cells.column(name) for name in self.empty)
        return LOST.format(what=self.what, why=f"{self.why}: {columns}" if columns else self.why)


@dataclass(frozen=True, slots=True)
class LostLink:
    """A link that the row does not have. `begin`, `end`: the mentions at its ends, as far as the row has them."""

    part: LinkPart
    begin: tuple[str, ...]
    end: tuple[str, ...]
    cells: Cells
    sure: bool
    """Whether the row says that there is one."""

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The columns on which it would rest, as far as the sheet has them."""
        return tuple(self.cells.there(self.part.rests_on.reads))

    @property
    def protects(self) -> tuple[str, ...]:
        """The ends that it would have protected."""
        return tuple(chain.from_iterable(schema.LINK[self.part.type].exposes(self.begin, self.end)))

    def stands(self, read: set[Reading]) -> bool:
        """Whether anything of it stands in the row that nothing else of the row reads."""
        cells = self.cells
        return self.sure or not {cells.reading(name) for name in cells.there(self.part.reads) if cells.text(name)} <= read


def lost(absent: Iterable[Absent], read: set[Reading]) -> list[Issue]:
    """Every filled cell of an absent part that nothing else of the row reads, from left to right. `read`: what something does."""
    found: list[Issue] = []
    whole = {column for column, place in read if place is None}
    touched = {column for column, _ in read}
    for part in absent:
        cells = part.cells
        readings = {cells.reading(name) for name in part.reads if cells.text(name)} - read
        filled = {column for column, place in readings if column not in (touched if place is None else whole)}
        found += (Issue(cells.row, column, part.says) for column in cells.by_column if column in filled)
    return found
