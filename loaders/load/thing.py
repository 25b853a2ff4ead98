"""The things of one row: what each part of the mapping names, its key, and the claims about it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from graph import schema
from graph.said.claim import Mention
from loaders.load.accused import doubtful, is_nobody, nameless, only_accused
from loaders.load.cells import Issue, RowRejected
from loaders.load.citations import key_space
from loaders.load.given import meets
from loaders.load.lost import NAME, NOBODY, Absent
from loaders.load.nameless import NO_KEY, described, no_key, remains, unnamed
from loaders.load.pieces import UNEQUAL, Place, Things, things
from loaders.mapping import Cell
from loaders.reading import READ_AS

if TYPE_CHECKING:
    from loaders.load.cells import Cells
    from loaders.load.given import Given, Identity
    from loaders.load.harvested import Harvest
    from loaders.mapping import ThingPart

UNNAMED: Final = "a {label} is meant, and nothing names it"


def things_of(given: Given, part: ThingPart, named: str, cells: Cells, identity: Identity, harvest: Harvest) -> Things:
    """All that the row names by this part, each once."""
    try:
        found = things(part, cells, given.how)
    except RowRejected as refused:
        harvest.refused.append(refused)
        return Things.none(cells)
    found.named = named
    answer: bool | None = None
    if part.when and found.split is None:
        found.told = given.told(part, cells)
        answer, seen = found.told.there()
        found.places = [Place(seen)]
    stated: dict[tuple[object, ...], str | None] = {}
    for place in found.places:
        if place.which not in stated and not place.empty:
            id_ = given.id(schema.NODE[part.label].prefix, named, identity, place.which)
            there = _thing(given, part, Mention(id_, part.label, named, ""), place.cells, harvest, answer)
            stated[place.which] = id_ if there else None
        found.ids.append(stated.get(place.which))
    return found


def _thing(given: Given, part: ThingPart, mention: Mention, cells: Cells, harvest: Harvest, answer: bool | None) -> bool:
    if not meets(part, cells, harvest, answer):
        return False
    if cells.unsaid:
        harvest.issues += [Issue(cells.row, column, UNEQUAL) for column in sorted(cells.unsaid)]
    space, key = _key(given, part, cells, harvest)
    columns = part.naming[0].reads if part.deciding else part.key.columns if part.key else ()
    if said := unnamed(part, cells):
        harvest.issues.append(said.issue(cells))
        accused = is_nobody(part, key, said, cells) and only_accused(given.mapping, part)
        if accused or not remains(said, part, key, given.reads, cells):
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
    else:
        harvest.issues += doubtful(part, cells)
    harvest.read |= {cells.reading(name) for name in part.reads}
    harvest.mentions.append(Mention(mention.id, mention.what, mention.part, cells.place(columns), space=space, key=key))
    says = given.statement(mention.id, part.label, part.naming, part, cells, harvest)
    if said or not part.deciding:  # a key alone says that there is such a thing
        says.exists(Cell(columns=said.columns if said else columns))
    if part.attached and (name := cells.text(part.attached)):
        harvest.attached.append((harvest.mentions[-1], name, cells.place((part.attached,))))
    begun = len(harvest.claims)
    for cell in part.rests_on:
        if harvest.values(cell, cells, None):
            says.exists(cell)
    says.properties(described(part, said, cells) if said else part.properties)
    if (nobody := nameless(part.label, key, harvest.claims[begun:])) is not None:
        harvest.nameless[mention.id] = nobody
    says.place(part, given.how.lang)
    if part.deciding and not said and len(harvest.claims) == begun:  # all that it has is no value: it is there all the same
        says.exists(Cell(columns=columns))
    if part.span:
        says.span(part.span, given.dates)
    return True


def _key(given: Given, part: ThingPart, cells: Cells, harvest: Harvest) -> tuple[str | None, str | None]:
    key = part.key
    if key is None or not cells.known(key.columns):
        return None, None
    naming = part.named_by
    for column in naming.intersection(key.columns) if key.partial else key.columns:
        if nothing := no_key(part.label, column, naming, cells):
            if column not in naming:
                harvest.issues.append(Issue(cells.row, cells.column(column), NO_KEY + READ_AS[nothing]))
            return None, None
    raw = [cells.raw(column) for column in key.columns]
    filled = [bool(cells.text(column)) for column in key.columns]
    if not (any(filled) if key.partial else all(filled)):
        return None, None  # half a key joins whoever lacks the same half
    if key.never and any(key.never.found_in(part) for part in raw):
        return None, None
    space = key_space(key.space, given.series, given.mapping.name)
    return space, raw[0] if len(raw) == 1 else json.dumps(raw, ensure_ascii=False)
