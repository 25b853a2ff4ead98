"""One row, read as its mapping says: the things and links it mentions, and a claim for each value on each source's word."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from graph import ids, schema
from graph.compact import compact
from graph.decided.entry import Kind
from graph.said.claim import Claim, Mention
from loaders.load import asides, exposed
from loaders.load.cells import Cells, Issue, RowRejected, holds
from loaders.load.citations import NO_VALUE, CitedSources, key_space
from loaders.load.dates import check_date
from loaders.load.dittos import NOT_GUESSED, Dittos
from loaders.load.harvested import Harvest
from loaders.load.lost import ABOUT, CONDITION, END, FIELD, NAME, NOBODY, RESTS, RESTS_ON_NOBODY, Absent, LostLink, lost
from loaders.load.nameless import NO_KEY, NOTHING_MORE, described, is_total, no_key, remains, unnamed
from loaders.load.pairs import PAIRLESS, UNTOLD, pairs, unequal
from loaders.load.pieces import UNEQUAL, Things, things
from loaders.load.statement import Statement
from loaders.mapping import Cell
from loaders.reading import READ_AS
from loaders.reading.layout import SHEET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from loaders.mapping import EntryPart, LinkPart, Mapping, ThingPart
    from loaders.reading import How, Row

    Identity: TypeAlias = str
    """The cells of a row, and how many equal rows came before it, as the ids of what it mentions have them."""
    Mentioned: TypeAlias = dict[tuple[str, str | None], Things]
    """What a row names, by the part of the mapping and the word that `{each}` stands for."""

GRADES = {name: schema.property_of(kind, name) for kind, name in (("Source", "reliability"), ("Claim", "credibility"))}
AS_EMPTY = "{reason}: read as an empty cell"
UNNAMED = "a {label} is meant, and nothing names it"
NO_END = "a {type} is stated, and the row has no {part} for it"
TOO_LONG = "more than a {type} can hold: shorten the long cell, or map it to a property of a thing"
HEADER_AGAIN = "the header again"
NOTHING = "no part of the mapping finds anything in this row"

LINK_BYTES = 32_000
"""What one row may say of one link. The graph keeps a link within 56,000 bytes, with the ids of all its claims."""


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
        self._mapping, self._series, self._sheet, self._path = mapping, series, sheet, path
        self._header = tuple(header)
        self._citations, self._how = citations, how
        self._reads, self._names = mapping.columns(), frozenset(mapping.names)
        self._begun: dict[str, str] = {}
        """By part, how what its ids are made of begins."""
        self._dropped = dropped
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
        if self._is_header(row):
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
        for part, thing in self._mapping.thing.items():
            for each in thing.each or (None,):
                here = cells.for_each(each) if each else cells
                mentioned[part, each] = self._things(thing, _part(part, each), here, identity, harvest)
        for part, link in self._mapping.link.items():
            for each in link.each or (None,):
                here = cells.for_each(each) if each else cells
                begin, end = (_first(mentioned, names, here) for names in (link.begin, link.end))
                self._links(link, _part(part, each), begin, end, here, identity, harvest)
        for entry in self._mapping.entry.values():
            if all(holds(condition, cells) for condition in entry.when):
                about = mentioned.get((entry.about, None))
                self._entry(entry, about.ids[0] if about and about.any else None, cells, harvest)
        for link in self._dropped:  # what they rest on is no column of this sheet
            for each in link.each or (None,):
                here = cells.for_each(each) if each else cells
                begin, end = (_first(mentioned, names, here) for names in (link.begin, link.end))
                self._loses(link, begin.ids, end.ids, here, harvest, sure=False)
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
            harvest.claims += (exposed.claim(person, lost_link, source) for source in self._cited(lost_link))
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

    def _is_header(self, row: Row) -> bool:
        """Whether it names the columns once more, as on each page of a printed list. The name of the sheet is none of them."""
        alike = 0
        for name, cell in zip(self._header, row.cells, strict=True):
            if cell and name != SHEET:
                if not _alike(name, cell):
                    return False
                alike += 1
        return alike > 1

    def _look_at_faults(self, row: Row, harvest: Harvest) -> None:
        """Cells that could not be read cost nothing in a column that nobody reads."""
        for fault in row.faults:
            column = self._header[fault.at]
            if column not in self._reads:
                continue
            harvest.unreadable.add(column)
            if fault.refuses:
                harvest.refused.append(RowRejected(column, fault.reason))
            else:
                harvest.issues.append(Issue(row.number, column, AS_EMPTY.format(reason=fault.reason)))

    def _things(self, part: ThingPart, named: str, cells: Cells, identity: Identity, harvest: Harvest) -> Things:
        """All that the row names by this part, each once."""
        try:
            found = things(part, cells, self._how)
        except RowRejected as refused:
            harvest.refused.append(refused)
            return Things.none(cells)
        stated: dict[tuple[object, ...], str | None] = {}
        for place in found.places:
            if place.which not in stated and not place.empty:
                id_ = self._id(schema.NODE[part.label].prefix, named, identity, place.which)
                there = self._thing(part, Mention(id_, part.label, named, ""), place.cells, harvest)
                stated[place.which] = id_ if there else None
            found.ids.append(stated.get(place.which))
        return found

    def _links(
        self, part: LinkPart, named: str, begin: Things, end: Things, cells: Cells, identity: Identity, harvest: Harvest
    ) -> None:
        """All links that the row states by this part, each once."""
        if unequal(part, begin, end):
            meets = self._meets(part, cells, harvest)
            self._loses(part, begin.ids, end.ids, cells, harvest)
            if meets and harvest.filled((part.rests_on,), cells):
                what = PAIRLESS.format(type=part.type, begin=part.begin[0], end=part.end[0], why=UNTOLD)
                self._lacks(part, cells, what, UNTOLD, harvest)
            return
        for pair in pairs(part, begin, end, cells, self._how):
            id_ = self._id(schema.LINK_PREFIX, named, identity, pair.which)
            self._link(part, Mention(id_, part.type, named, "", pair.begin, pair.end), pair.cells, harvest)

    def _id(self, prefix: str, named: str, identity: Identity, which: tuple[object, ...]) -> str:
        """Of the digest of `(series, sheet, name of the mapping, part, cells, rank, *which)`."""
        begun = self._begun.get(named)
        if begun is None:
            begun = self._begun[named] = compact((self._series, self._sheet, self._mapping.name, named))[:-1]
        return ids.of_text(prefix, f"{begun},{identity}{''.join(f',{compact(one)}' for one in which)}]")

    def _meets(self, part: ThingPart | LinkPart, cells: Cells, harvest: Harvest) -> bool:
        """Whether the row has this part. A condition that it does not state of anybody in particular is not met, and odd."""
        asked = (test.column for condition in part.when for test in condition.tests if test.says_what)
        untold = [column for column in asked if column is not None and not cells.known((column,))]
        if untold:
            harvest.issues += [Issue(cells.row, cells.column(name), UNEQUAL) for name in untold]
            harvest.absent.append(Absent(cells, part.what, part.reads, CONDITION, untold))
        return not untold and all(holds(condition, cells) for condition in part.when)

    def _thing(self, part: ThingPart, mention: Mention, cells: Cells, harvest: Harvest) -> bool:
        if not self._meets(part, cells, harvest):
            return False
        harvest.issues += [Issue(cells.row, column, UNEQUAL) for column in sorted(cells.unsaid)]
        space, key = self._key(part, cells, harvest)
        columns = part.naming[0].reads if part.deciding else part.key.columns if part.key else ()
        if said := unnamed(part, cells):
            harvest.issues.append(said.issue(cells))
            if not remains(said, part, key, self._reads, cells):
                rest = [name for name in part.reads if name not in said.columns]
                harvest.absent.append(Absent(cells, part.label, rest, NOBODY, said.columns))
                return False
        elif not (harvest.filled(part.deciding, cells) if part.deciding else key is not None):
            if cells.same_as_above(name for cell in part.deciding for name in cell.reads):
                return False
            if part.when and columns:
                harvest.issues.append(Issue(cells.row, cells.column(columns[0]), UNNAMED.format(label=part.label)))
            naming = tuple(dict.fromkeys(name for cell in part.deciding for name in cell.reads)) or columns
            harvest.absent.append(Absent(cells, part.label, part.reads, NAME, naming))
            return False
        harvest.read |= {cells.reading(name) for name in part.reads}
        harvest.mentions.append(Mention(mention.id, mention.what, mention.part, cells.place(columns), space=space, key=key))
        says = self._statement(mention.id, part.label, part.naming, part, cells, harvest)
        if said or not part.deciding:  # a key alone says that there is such a thing
            says.exists(Cell(columns=said.columns if said else columns))
        if part.attached and (name := cells.text(part.attached)):
            harvest.attached.append((harvest.mentions[-1], name, cells.place((part.attached,))))
        begun = len(harvest.claims)
        for cell in part.rests_on:
            if harvest.values(cell, cells, None):
                says.exists(cell)
        says.properties(described(part, said) if said else part.properties)
        says.place(part, self._how.lang)
        if part.deciding and not said and len(harvest.claims) == begun:  # all that it has is no value: it is there all the same
            says.exists(Cell(columns=columns))
        if part.span:
            says.span(part.span, self._how, self._mapping.as_of)
        return True

    def _link(self, part: LinkPart, mention: Mention, cells: Cells, harvest: Harvest) -> None:
        ends = ((mention.begin,), (mention.end,))
        if not self._meets(part, cells, harvest):
            self._loses(part, *ends, cells, harvest)
            return
        harvest.issues += [Issue(cells.row, column, UNEQUAL) for column in sorted(cells.unsaid)]
        if self._hangs_on_the_row_above(part, mention, cells):
            self._loses(part, *ends, cells, harvest)
            return
        if self._rests_on_nobody(part, mention, cells):
            rest = [name for name in part.reads if name not in part.rests_on.reads]
            harvest.absent.append(Absent(cells, part.type, rest, RESTS_ON_NOBODY, part.rests_on.reads))
            self._loses(part, *ends, cells, harvest)
            return
        if not harvest.filled((part.rests_on,), cells):
            harvest.absent.append(Absent(cells, part.type, part.reads, RESTS, part.rests_on.reads))
            self._loses(part, *ends, cells, harvest, sure=False)
            return
        for names, end in ((part.begin, mention.begin), (part.end, mention.end)):
            if end is None:
                lacking = " or ".join(names)
                self._lacks(part, cells, NO_END.format(type=part.type, part=lacking), END.format(part=lacking), harvest)
                self._loses(part, *ends, cells, harvest)
                return
        place = cells.place(part.rests_on.reads)
        harvest.mentions.append(Mention(mention.id, mention.what, mention.part, place, mention.begin, mention.end))
        harvest.read |= {cells.reading(name) for name in part.reads}
        begun = len(harvest.claims)
        says = self._statement(mention.id, part.type, (part.rests_on,), part, cells, harvest)
        says.exists(part.rests_on)
        says.properties(part.properties)
        if part.span:
            says.span(part.span, self._how, self._mapping.as_of)
        if sum(len(str(claim.value).encode("utf-8", "replace")) for claim in harvest.claims[begun:]) > LINK_BYTES:
            harvest.refused.append(RowRejected(None, TOO_LONG.format(type=part.type)))
        if part.denies:
            harvest.claims[begun:] = [_denied(claim) for claim in harvest.claims[begun:]]

    def _loses(
        self,
        part: LinkPart,
        begin: Iterable[str | None],
        end: Iterable[str | None],
        cells: Cells,
        harvest: Harvest,
        *,
        sure: bool = True,
    ) -> None:
        """Notes that the row has no such link."""
        link = LostLink(part, tuple(filter(None, begin)), tuple(filter(None, end)), cells, sure)
        exposed.loses(self._mapping, link, cells, harvest)

    def _cited(self, link: LostLink) -> Sequence[str]:
        """The sources on which it would have rested."""
        if not link.rests_on:
            return [self._citations.file_source]
        return self._citations.of_part((link.part.rests_on,), link.part.telling, link.cells, [])

    def _lacks(self, part: LinkPart, cells: Cells, what: str, why: str, harvest: Harvest) -> None:
        """That a link is stated where it rests, and why it cannot be made of this row."""
        column = next(iter(part.rests_on.reads), None)
        harvest.issues.append(Issue(cells.row, column and cells.column(column), what))
        others = [name for name in part.reads if name not in part.rests_on.reads]
        harvest.absent.append(Absent(cells, part.type, others, why))

    def _statement(
        self, about: str, kind: str, main: tuple[Cell, ...], part: ThingPart | LinkPart, cells: Cells, harvest: Harvest
    ) -> Statement:
        cites = self._citations.of_part(main, part.telling, cells, harvest.issues)
        return Statement(about, kind, cells, cites, self._citations, harvest)

    def _entry(self, part: EntryPart, mention: str | None, cells: Cells, harvest: Harvest) -> None:
        """The fields that are filled. A grade is one of its scale, or the row is refused."""
        if mention is None:
            about = self._mapping.thing[part.about]
            if cells.same_as_above(name for cell in about.naming for name in cell.reads):
                return
            harvest.absent.append(Absent(cells, part.kind, part.reads, ABOUT, tuple(n for c in about.naming for n in c.reads)))
            return
        body = {"mention": mention}
        for name, cell in part.fields.items():
            if stated := harvest.values(cell, cells, GRADES.get(name)):
                body[name] = str(stated[0])
        kind = Kind(part.kind)
        lacking = [name for name in kind.needs if name != "reason" and name not in body]
        if len(body) > 1 and not lacking:
            body.setdefault("reason", f"as {cells.place(())} of the sheet says")
            harvest.entries.append((kind, body))
            harvest.read |= {cells.reading(name) for name in part.reads}
        elif len(body) > 1:
            empty = part.fields[lacking[0]].reads
            harvest.absent.append(Absent(cells, part.kind, part.reads, FIELD.format(field=lacking[0]), empty))

    def _hangs_on_the_row_above(self, part: LinkPart, mention: Mention, cells: Cells) -> bool:
        """Whether a link rests on a cell that says "the same as above", or leads to what such a cell names: it is odd already."""
        ends = (names for names, id_ in ((part.begin, mention.begin), (part.end, mention.end)) if id_ is None)
        naming = (self._mapping.thing[name].naming for names in ends for name in names)
        return cells.same_as_above((*part.rests_on.reads, *(column for some in naming for cell in some for column in cell.reads)))

    def _rests_on_nobody(self, part: LinkPart, mention: Mention, cells: Cells) -> bool:
        """Whether a link rests on the name of an end that the row does not have, since the cell says that there is nobody."""
        for names, id_ in ((part.begin, mention.begin), (part.end, mention.end)):
            for end in (self._mapping.thing[name] for name in names if id_ is None):
                if any(cell.reads == part.rests_on.reads for cell in end.properties.get("name", ())):
                    return unnamed(end, cells) is not None
        return False

    def _key(self, part: ThingPart, cells: Cells, harvest: Harvest) -> tuple[str | None, str | None]:
        key = part.key
        if key is None or not cells.known(key.columns):
            return None, None
        naming = {name for cell in part.properties.get("name", ()) for name in cell.reads}
        for column in naming.intersection(key.columns) if key.partial else key.columns:
            if nothing := no_key(column, naming, cells):
                if column not in naming:
                    harvest.issues.append(Issue(cells.row, cells.column(column), NO_KEY + READ_AS[nothing]))
                return None, None
        raw = [cells.raw(column) for column in key.columns]
        filled = [bool(cells.text(column)) for column in key.columns]
        if not (any(filled) if key.partial else all(filled)):
            return None, None  # half a key joins whoever lacks the same half
        if key.never and any(key.never.found_in(part) for part in raw):
            return None, None
        space = key_space(key.space, self._series, self._mapping.name)
        return space, raw[0] if len(raw) == 1 else json.dumps(raw, ensure_ascii=False)


def _alike(name: str, cell: str) -> bool:
    return name == cell or " ".join(name.casefold().split()) == " ".join(cell.casefold().split())


def _part(part: str, each: str | None) -> str:
    return f"{part}/{each}" if each else part


def _first(mentioned: Mentioned, names: Iterable[str], cells: Cells) -> Things:
    """Of these parts, the first that the row has; else the first."""
    found = [mentioned[key] for key in product(names, (cells.each, None)) if key in mentioned]
    return next((things for things in found if things.any), found[0] if found else Things.none(cells))


def _denied(claim: Claim) -> Claim:
    return Claim(**{name: getattr(claim, name) for name in claim.__slots__} | {"polarity": "denies"})
