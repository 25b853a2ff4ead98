"""What is the same for all rows of one table: its mapping, its sources, how its dates are written, what its ids begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import ids
from graph.compact import compact
from loaders.load.cells import Issue, holds
from loaders.load.dates import Dates
from loaders.load.lost import CONDITION, Absent
from loaders.load.pieces import UNEQUAL
from loaders.load.statement import Statement

if TYPE_CHECKING:
    from typing import TypeAlias

    from loaders.load.cells import Cells
    from loaders.load.citations import CitedSources
    from loaders.load.harvested import Harvest
    from loaders.mapping import Cell, LinkPart, Mapping, ThingPart
    from loaders.reading import How

    Identity: TypeAlias = str
    """The cells of a row, and how many equal rows came before it, as the ids of what it mentions have them."""


class Given:
    """By what the rows of a table are read."""

    def __init__(self, mapping: Mapping, series: str, sheet: str, citations: CitedSources, how: How) -> None:
        self.mapping, self.series, self.citations, self.how = mapping, series, citations, how
        self.reads = mapping.columns()
        self.dates = Dates(how, mapping.as_of)
        self._sheet = sheet
        self._begun: dict[str, str] = {}
        """By part, how what its ids are made of begins."""

    def id(self, prefix: str, named: str, identity: Identity, which: tuple[object, ...]) -> str:
        """Of the digest of `(series, sheet, name of the mapping, part, cells, rank, *which)`."""
        begun = self._begun.get(named)
        if begun is None:
            begun = self._begun[named] = compact((self.series, self._sheet, self.mapping.name, named))[:-1]
        return ids.of_text(prefix, f"{begun},{identity}{''.join(f',{compact(one)}' for one in which)}]")

    def statement(
        self, about: str, kind: str, main: tuple[Cell, ...], part: ThingPart | LinkPart, cells: Cells, harvest: Harvest
    ) -> Statement:
        """What writes the claims about one mention, on the word of the sources that its part cites."""
        cites = self.citations.of_part(main, part.telling, cells, harvest.issues)
        return Statement(about, kind, cells, cites, self.citations, harvest)


def meets(part: ThingPart | LinkPart, cells: Cells, harvest: Harvest) -> bool:
    """Whether the row has this part. A condition that it does not state of anybody in particular is not met, and odd."""
    if not part.when:
        return True
    asked = (test.column for condition in part.when for test in condition.tests if test.says_what)
    untold = [column for column in asked if column is not None and not cells.known((column,))]
    if untold:
        harvest.issues += [Issue(cells.row, cells.column(name), UNEQUAL) for name in untold]
        harvest.absent.append(Absent(cells, part.what, part.reads, CONDITION, untold))
    return not untold and all(holds(condition, cells) for condition in part.when)
