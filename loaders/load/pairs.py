"""Links of a row in which a cell names several things: which of them are linked, and the row as it speaks of each link."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from loaders.load.cells import Several
from loaders.load.pieces import Things, beside, divided, told_apart

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Sequence

    from loaders.load.cells import Cells
    from loaders.load.pieces import Beside
    from loaders.mapping import LinkPart
    from loaders.reading import How

PAIRLESS: Final = "a {type} is stated, and the cells of {begin} and {end} do not name equally many: {why}"
UNTOLD: Final = "who belongs to whom is not said"


@dataclass(frozen=True, slots=True)
class Pair:
    """One link of the row: its ends, None where it has none; the row as it speaks of the link; what tells it from the others."""

    begin: str | None
    end: str | None
    cells: Cells
    which: tuple[object, ...] = ()


def unequal(link: LinkPart, begin: Things, end: Things) -> bool:
    """Whether the first belongs to the first and the second to the second, and there are not as many here as there."""
    several = begin.split is not None and end.split is not None
    return several and link.pairs == "in_order" and len(begin.places) != len(end.places)


def first(alternatives: Sequence[Things], cells: Cells) -> Things:
    """Of these, the first that the row has; else the first."""
    return next((things for things in alternatives if things.any), alternatives[0] if alternatives else Things.none(cells))


def pairs(link: LinkPart, begins: Sequence[Things], ends: Sequence[Things], cells: Cells, how: How) -> Iterator[Pair]:
    """Every link that the row states by this part. What repeats is one link."""
    begin, end = first(begins, cells), first(ends, cells)
    lead = begin if begin.split else end
    if lead.split is None:
        yield Pair(begin.ids[0], end.ids[0], cells)
        return
    taken = {column for side in (begin, end) for place in side.places for column in place.pieces}
    shared = frozenset(map(cells.column, link.shared))
    of_all = shared | begin.of_all | end.of_all
    asked = {cells.column(test.column) for condition in link.when for test in condition.tests if test.column is not None}
    known = taken | ((begin.whole | end.whole | shared) - asked)
    found = beside(link, cells, lead.split, len(lead.places), known, how, whole=of_all)
    elsewhere = _of_the_other(link, lead, end, cells, asked - of_all - taken, found, how)
    stated: list[tuple[Hashable, dict[str, str], Pair]] = []
    for at, to in _places(link, begin, end):
        here_first, here_last, place = begin.places[at], end.places[to], at if lead is begin else to
        here = {column: values[place] for column, values in found.by_column.items()}
        here |= {column: values[to] for column, values in elsewhere.items()}
        nothing = (all if link.pairs == "in_order" else any)((here_first.empty, here_last.empty))
        if nothing and not any(here.values()):
            continue
        places = dict.fromkeys(here, place) | dict.fromkeys(here_last.pieces, to) | dict.fromkeys(here_first.pieces, at)
        seen = cells.at({**here, **here_last.pieces, **here_first.pieces}, places, found.unsaid, found.several)
        first_id, seen = _id(begins, begin, at, lead, place, shared, seen)
        last_id, seen = _id(ends, end, to, lead, place, shared, seen)
        stated.append(((here_first.which, here_last.which), here, Pair(first_id, last_id, seen)))
    which = told_apart([(ends_, here) for ends_, here, _ in stated])
    links: dict[tuple[object, ...], Pair] = {}
    for told, (_, _, pair) in zip(which, stated, strict=True):
        links.setdefault(told, replace(pair, which=told))
    yield from links.values()


def _of_the_other(
    link: LinkPart, lead: Things, end: Things, cells: Cells, asked: Collection[str], found: Beside, how: How
) -> dict[str, list[str]]:
    """What conditions ask of each thing at the other end, where every one is linked with every one. A cell that says as much as
    there are at either end does not say of whom.
    """
    if end is lead or end.split is None:
        return {}
    elsewhere: dict[str, list[str]] = {}
    for column in asked:
        pieces = divided(link, end.split, cells, column, how)
        if pieces is None or len(pieces) != len(end.places):
            continue
        if link.pairs == "in_order":
            found.by_column.setdefault(column, pieces)
        elif column in found.by_column:
            del found.by_column[column]
            found.several[column] = Several(tuple(pieces), "not said")
        else:
            elsewhere[column] = pieces
        if column in found.by_column or column in elsewhere:
            found.several.pop(column, None)
            found.unsaid.discard(column)
    return elsewhere


def _id(
    alternatives: Sequence[Things], chosen: Things, at: int, lead: Things, place: int, shared: frozenset[str], seen: Cells
) -> tuple[str | None, Cells]:
    """The thing at an end of a link, and the row as it speaks of it. One that is not split may be there for some of the things
    at the other end alone; for the others, the next that the row has.
    """
    if chosen.split is not None:
        return chosen.ids[at], seen
    asked = seen
    for things in alternatives:
        if things.split is not None or not things.any:
            continue
        if things.told is None:
            return things.ids[0], seen
        is_there, cells = things.told.at(lead.named, place, shared)
        if is_there:
            return things.ids[0], seen
        asked = asked.also(cells)
    return None, asked


def _places(link: LinkPart, begin: Things, end: Things) -> Iterator[tuple[int, int]]:
    """Which place of the one end belongs to which of the other."""
    if link.pairs == "in_order" and begin.split is not None and end.split is not None:
        return zip(range(len(begin.places)), range(len(end.places)), strict=True)
    return product(range(len(begin.places)), range(len(end.places)))
