"""The sources a row cites. A cell that names seven makes seven claims; a cell that names none rests on the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import ids
from graph.said.claim import FILE, Claim, Mention
from loaders.load.cells import Cells, Issue

if TYPE_CHECKING:
    from loaders.mapping import Mapping

NO_SOURCE = "no source is named for this value; it rests on the file alone"
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

    def of(self, column: str | None, cells: Cells, beside: str | None, issues: list[Issue]) -> list[str]:
        """The source mentions that a cell of citations names; `beside` is the column it speaks for."""
        cited = self._mapping.citations
        if column is None or cited is None:
            return [self.file_source]
        keys = [key.strip() for key in cells.text(column).split(cited.separator)]
        named = list(dict.fromkeys(key for key in keys if key))
        if not named:
            if beside is not None:
                issues.append(Issue(cells.row, cells.column(beside), NO_SOURCE))
            return [self.file_source]
        return [self._mention(cited.space, key, cells, column) for key in named]

    def _mention(self, space: str, key: str, cells: Cells, column: str) -> str:
        id_ = ids.short("s", self._series, "cited", space, key)
        if id_ not in self.mentions:
            place = cells.place((column,))
            self.mentions[id_] = Mention(id_, "Source", "cited", place, space=space, key=key)
            self.claims.append(Claim(id_, "key", key, key, place, self.file_source))
        return id_
