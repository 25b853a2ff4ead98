"""Whose word each value of a row is: its own column of sources says, else that of its part, else that of the row, else the file.

A sheet that names the sources it relies on is where a claim was read (its file and locator), and no source beside them: else
one testimony in a sheet would be two independent origins. What the compiler itself judges is marked `own_word`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import ids
from graph.said.claim import FILE, Claim, Mention
from loaders.load.cells import Cells, Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.mapping import Cell, DateCell, Mapping

NO_SOURCE = "no source is named for this value; it rests on the file alone"
NO_SOURCE_OF_ROW = "no source is named for this row; what names none of its own rests on the file alone"
NO_TICK = "neither a tick nor empty: it cites nothing; add the word to ticks in [citations], or to missing"
# fmt: off
UNTICKED = frozenset((
    "no", "n", "нет", "н", "не", "0", "-", "–", "—", "−", "☐", "□", "false", "nie", "non", "nein", "não", "ні",
))
# fmt: on
NO_VALUE = "a source is named for an empty cell"


def key_space(space: str, series: str, mapping: str) -> str:
    """The key space as mentions name it: a file's own keys are told apart from those of every other file."""
    return f"{FILE}/{series[:16]}/{mapping}" if space == FILE else space


def file_source(series: str) -> str:
    """The id of the mention that is the file itself."""
    return ids.short("s", series, "the file itself")


class CitedSources:
    """Sources cited anywhere in one file: each mentioned once, under the compiler's own key."""

    def __init__(self, mapping: Mapping, series: str) -> None:
        self._mapping, self._series = mapping, series
        self.file_source = file_source(series)
        self.mentions: dict[str, Mention] = {}
        self.claims: list[Claim] = []

    def of(self, cell: Cell | DateCell, cells: Cells, part: Sequence[str], issues: list[Issue]) -> Sequence[str]:
        """The source mentions that this value of a part cites; `part`: those of the part, as `of_part` gave them."""
        if self._mapping.citations is None:
            return part
        if getattr(cell, "own_word", False):
            return [self.file_source]
        if cell.source is None:
            return part
        if found := self._named(cell.source, cells) or self._of_row(cells, issues):
            return found
        if cell.reads:
            issues.append(Issue(cells.row, cells.column(cell.reads[0]), NO_SOURCE))
        return [self.file_source]

    def of_part(
        self, main: Iterable[Cell], others: Iterable[Cell | DateCell], cells: Cells, issues: list[Issue]
    ) -> Sequence[str]:
        """What the values of a thing or link cite that have no column of sources of their own.

        `main`: the cells that name the thing, or on which the link rests; `others`: all the rest of it. Whoever tells a date
        of a link tells of the link.
        """
        if self._mapping.citations is None:
            return [self.file_source]
        main = tuple(main)
        if any(cell.own_word for cell in main):
            return [self.file_source]
        if found := self._named_by(main, cells) or self._of_row(cells, issues):
            return found
        if any(cell.source is not None for cell in main):  # a place for its source, left empty: the compiler says so alone
            return [self.file_source]
        if found := self._named_by(others, cells):
            return found
        cited = self._mapping.citations
        if cited and (column := cited.column or next(iter(cited.ticked), None)) is not None:
            issues.append(Issue(cells.row, column, NO_SOURCE_OF_ROW))
        return [self.file_source]

    def _named_by(self, some: Iterable[Cell | DateCell], cells: Cells) -> list[str]:
        """What all these cells together name, each once; a cell that says nothing names nobody."""
        named: list[str] = []
        for cell in some:
            if cell.source is not None and (cell.text is not None or any(cells.text(name) for name in cell.reads)):
                named += self._named(cell.source, cells)
        return list(dict.fromkeys(named))

    def _of_row(self, cells: Cells, issues: list[Issue]) -> list[str]:
        """What the whole row relies on, if the mapping knows columns that say it: one that names sources, or one for each."""
        cited = self._mapping.citations
        if cited is None:
            return []
        named = self._named(cited.column, cells) if cited.column is not None else []
        ticks = {word.casefold() for word in cited.ticks}
        for column in cited.ticked:
            word = cells.text(column).casefold()
            if word in ticks:
                named.append(self._mention(cited.space, cited.keys.get(column, column), cells, column))
            elif word and word not in UNTICKED:
                issues.append(Issue(cells.row, column, NO_TICK))
        return list(dict.fromkeys(named))

    def _named(self, column: str, cells: Cells) -> list[str]:
        cited = self._mapping.citations
        if cited is None:
            return []
        keys = [key.strip() for key in cells.text(column).split(cited.separator)]
        return [self._mention(cited.space, key, cells, column) for key in dict.fromkeys(key for key in keys if key)]

    def _mention(self, space: str, key: str, cells: Cells, column: str) -> str:
        id_ = ids.short("s", self._series, "cited", space, key)
        if id_ not in self.mentions:
            place = cells.place((column,))
            self.mentions[id_] = Mention(id_, "Source", "cited", place, space=space, key=key)
            self.claims.append(Claim(id_, "key", key, key, place, self.file_source))
        return id_
