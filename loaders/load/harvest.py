"""One row, read as its mapping says: the things and links it mentions, and a claim for each value on each source's word."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from graph.compact import compact
from loaders.load import asides, exposed
from loaders.load.cells import Cells, Issue, RowRejected
from loaders.load.citations import NO_VALUE, CitedSources
from loaders.load.conditions import holds
from loaders.load.dates import check_date
from loaders.load.dittos import NOT_GUESSED, Dittos
from loaders.load.entry import entry_of
from loaders.load.given import Given, part_of
from loaders.load.harvested import Harvest
from loaders.load.header_again import is_header
from loaders.load.link import cited, links_of, loses
from loaders.load.lost import lost
from loaders.load.nameless import NOTHING_MORE, is_total
from loaders.load.pairs import first
from loaders.load.thing import things_of
from loaders.reading import READ_AS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from loaders.load.pieces import Things
    from loaders.mapping import LinkPart, Mapping, ThingPart
    from loaders.reading import How, Row

    Named: TypeAlias = tuple[str, str | None]
    """A part of the mapping, and the word that `{each}` stands for."""
    Mentioned: TypeAlias = dict[Named, Things]
    """What a row names."""

AS_EMPTY = "{reason}: read as an empty cell"
HEADER_AGAIN = "the header again"
NOTHING = "no part of the mapping finds anything in this row"


class Harvester:
    """Reads rows of one table. The same row gives the same mentions, in whatever file and order it comes."""

    def __init__(
        self,
        mapping: Mapping,
        series: str,
        sheet: str,
        header: Iterable[str],
        citations: CitedSources,
        how: How,
        dropped: Sequence[LinkPart],
        path: str = "",
    ) -> None:
        """`dropped`: the links of the mapping that rest on columns which this table lacks. `path`: of an XML document."""
        self._given = Given(mapping, series, sheet, citations, how)
        self._mapping, self._how, self._sheet, self._path = mapping, how, sheet, path
        self._header, self._names = tuple(header), frozenset(mapping.names)
        self._things = [
            ((part, each), thing, part_of(part, each)) for part, thing in mapping.thing.items() for each in _each(thing)
        ]
        stated = [(link, part_of(part, each), each) for part, link in mapping.link.items() for each in _each(link)]
        self._links = [(link, part, each, *_ends(link, each)) for link, part, each in stated]
        self._dropped = [(link, each, *_ends(link, each)) for link in dropped for each in _each(link)]
        self._dittos = Dittos(mapping)

    def read(self, row: Row, rank: int) -> Harvest:
        """`rank`: how many equal rows came before this one. RowRejected where it cannot be read without guessing."""
        by_column = dict(zip(self._header, row.cells, strict=True))
        written = {self._header[at]: cell for at, cell in row.written}
        dittos = self._dittos.found(by_column)
        by_column |= dict.fromkeys(dittos, "")
        cells = Cells(row.number, by_column, self._mapping.no_value, sheet=self._sheet, names=self._names, path=self._path)
        if written or dittos:
            cells = replace(cells, written=written, dittos=frozenset(dittos))
        if is_header(self._header, row.cells):
            raise RowRejected(None, HEADER_AGAIN)
        if row.asides:
            cells = replace(cells, asides=asides.of_row(row, self._header))
        if total := is_total(self._mapping, cells):
            raise RowRejected(cells.column(total.columns[0]), total.read_as)
        harvest = Harvest(self._how)
        self._look_at_faults(row, harvest)
        harvest.issues += self._dittos.issues(row, self._header, dittos)
        harvest.unreadable.update(dittos)
        mentioned: Mentioned = {}
        identity = f"{compact(row.cells)},{rank}"
        for named, thing, part in self._things:
            here = cells.for_each(named[1]) if named[1] else cells
            mentioned[named] = things_of(self._given, thing, part, here, identity, harvest)
        for link, part, each, begins, ends in self._links:
            here = cells.for_each(each) if each else cells
            links_of(self._given, link, part, _named(mentioned, begins), _named(mentioned, ends), here, identity, harvest)
        for entry in self._mapping.entry.values():
            if all(holds(condition, cells) for condition in entry.when):
                about = mentioned.get((entry.about, None))
                entry_of(self._given, entry, about.ids[0] if about and about.any else None, cells, harvest)
        for link, each, begins, ends in self._dropped:  # what they rest on is no column of this sheet
            here = cells.for_each(each) if each else cells
            begin, end = first(_named(mentioned, begins), here), first(_named(mentioned, ends), here)
            loses(self._given, link, begin.ids, end.ids, here, harvest, sure=False)
        endangered = exposed.exposed(self._mapping, harvest)
        if harvest.refused:
            links = (mention for mention in harvest.mentions if mention.is_link)
            persons = endangered.keys() | {end for link in links for end in exposed.protected_by(link)}
            raise RowRejected.all(harvest.refused, exposed.keyed(persons, harvest.mentions))
        if not harvest.mentions:
            nothing = {*READ_AS.values(), NOT_GUESSED}
            read = dict.fromkeys((issue.column, issue.what) for issue in harvest.issues if issue.what in nothing)
            raise (
                RowRejected.all([RowRejected(column, NOTHING_MORE.format(read=what)) for column, what in read])
                if read
                else (RowRejected(None, NOTHING))
            )
        harvest.issues += lost(harvest.absent, harvest.read)
        for person, lost_link in endangered.items():
            harvest.claims += (exposed.claim(person, lost_link, source) for source in cited(self._given, lost_link))
        harvest.issues += asides.lost(row, self._header, harvest.claims)
        for date in self._mapping.checked_date:
            check_date(date, cells, self._how, harvest.issues)
        for remark in self._mapping.remark:
            matching = remark.matches is None or remark.matches.found_in(cells.raw(remark.column))
            if matching and all(holds(condition, cells) for condition in remark.when):
                harvest.issues.append(Issue(row.number, remark.column, remark.says))
        odd = dict.fromkeys(harvest.issues)  # a cell that two parts read is odd once
        harvest.issues = [issue for issue in odd if issue.what != NO_VALUE or issue.column not in harvest.relied_on]
        return harvest

    def _look_at_faults(self, row: Row, harvest: Harvest) -> None:
        """Cells that could not be read cost nothing in a column that nobody reads."""
        for fault in row.faults:
            column = self._header[fault.at]
            if column not in self._given.reads:
                continue
            harvest.unreadable.add(column)
            if fault.refuses:
                harvest.refused.append(RowRejected(column, fault.reason))
            else:
                harvest.issues.append(Issue(row.number, column, AS_EMPTY.format(reason=fault.reason)))


def _each(part: ThingPart | LinkPart) -> Sequence[str | None]:
    return part.each or (None,)


def _ends(link: LinkPart, each: str | None) -> tuple[list[Named], list[Named]]:
    """Which things may stand at its ends, as they are mentioned: that of the same word, or that of the row."""
    begins, ends = (list(dict.fromkeys(product(names, (each, None)))) for names in (link.begin, link.end))
    return begins, ends


def _named(mentioned: Mentioned, named: Iterable[Named]) -> list[Things]:
    """What the row names by these parts."""
    return [mentioned[key] for key in named if key in mentioned]
