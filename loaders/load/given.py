"""What is the same for all rows of one table: its mapping, its sources, how its dates are written, what its ids begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import ids
from graph.compact import compact
from loaders.load.cells import Issue, RowRejected
from loaders.load.conditions import Side, Told, met, not_said
from loaders.load.dates import Dates
from loaders.load.lost import CONDITION, Absent
from loaders.load.pieces import UNEQUAL, called, named_in
from loaders.load.statement import Statement
from loaders.mapping import ThingPart

if TYPE_CHECKING:
    from typing import TypeAlias

    from loaders.load.cells import Cells
    from loaders.load.citations import CitedSources
    from loaders.load.harvested import Harvest
    from loaders.mapping import Cell, LinkPart, Mapping
    from loaders.reading import How

    Identity: TypeAlias = str
    """The cells of a row, and how many equal rows came before it, as the ids of what it mentions have them."""


def part_of(part: str, each: str | None) -> str:
    """A part of the mapping, of one of the words that `{each}` stands for."""
    return f"{part}/{each}" if each else part


class Given:
    """By what the rows of a table are read."""

    def __init__(self, mapping: Mapping, series: str, sheet: str, citations: CitedSources, how: How) -> None:
        self.mapping, self.series, self.citations, self.how = mapping, series, citations, how
        self.reads = mapping.columns()
        self.dates = Dates(how, mapping.as_of)
        self._sheet = sheet
        self._splits = any(thing.split for thing in mapping.thing.values())
        self._begun: dict[str, str] = {}
        """By part, how what its ids are made of begins."""

    def id(self, prefix: str, named: str, identity: Identity, which: tuple[object, ...]) -> str:
        """Of the digest of `(series, sheet, name of the mapping, part, cells, rank, *which)`."""
        begun = self._begun.get(named)
        if begun is None:
            begun = self._begun[named] = compact((self.series, self._sheet, self.mapping.name, named))[:-1]
        return ids.of_text(prefix, f"{begun},{identity}{''.join(f',{compact(one)}' for one in which)}]")

    def told(self, part: ThingPart | LinkPart, cells: Cells) -> Told:
        """What the row says of the condition of a part that is not split, of each of the several things that it may be for."""
        things = self.mapping.thing
        if not self._splits:
            return Told(part, (), cells, {}, self.how)
        if isinstance(part, ThingPart):
            own = called(part)
            beside = dict.fromkeys(self._split_beside(part))
        else:
            ends = [things[name] for name in (*part.begin, *part.end)]
            own = (*part.shared, *(name for end in ends if end.split is None for name in called(end)))
            beside = dict.fromkeys(name for end in ends for name in self._split_beside(end))
        sides: dict[str, Side] = {}
        for name in beside or [name for name, thing in things.items() if thing.split]:
            for each in things[name].each or (None,):
                here = cells.for_each(each) if each else cells
                if (side := self._side(things[name], here)) is not None:
                    sides[part_of(name, each)] = side
        return Told(part, own, cells, sides, self.how)

    def _split_beside(self, thing: ThingPart) -> list[str]:
        """The split things that a thing is linked to, and itself where it is split."""
        own = {name for name, one in self.mapping.thing.items() if one is thing}
        found: dict[str, None] = dict.fromkeys(own)
        for link in self.mapping.link.values():
            for names, others in ((link.begin, link.end), (link.end, link.begin)):
                found |= dict.fromkeys(others) if own.intersection(names) else {}
        return [name for name in found if self.mapping.thing[name].split]

    @staticmethod
    def _side(thing: ThingPart, cells: Cells) -> Side | None:
        """Its things in this row; None where there are none, or its columns do not say who is who."""
        try:
            named = named_in(thing, thing.split, cells) if thing.split else None
        except RowRejected:
            return None
        if named is None or thing.split is None:
            return None
        shared = frozenset(map(cells.column, thing.shared))
        return Side(tuple(named), thing.split, max(map(len, named.values())), shared)

    def statement(
        self, about: str, kind: str, main: tuple[Cell, ...], part: ThingPart | LinkPart, cells: Cells, harvest: Harvest
    ) -> Statement:
        """What writes the claims about one mention, on the word of the sources that its part cites."""
        cites = self.citations.of_part(main, part.telling, cells, harvest.issues)
        return Statement(about, kind, cells, cites, self.citations, harvest)


def meets(part: ThingPart | LinkPart, cells: Cells, harvest: Harvest, answer: bool | None = None) -> bool:
    """Whether the row has this part. A condition that it does not state of anybody in particular is not met, and odd: also
    where it is met of somebody, as `answer` then says.
    """
    if not part.when:
        return True
    said = met(part.when, cells) if answer is None else answer
    untold = not_said(part.when, cells) if answer is not False else []
    harvest.issues += [Issue(cells.row, cells.column(name), UNEQUAL) for name in dict.fromkeys(untold)]
    if said is None:
        harvest.absent.append(Absent(cells, part.what, part.reads, CONDITION, untold))
    return said is True
