"""Links of a row in which a cell names several things: which of them are linked, and the row as it speaks of each link."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from loaders.load.pieces import beside, told_apart

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from loaders.load.cells import Cells
    from loaders.load.pieces import Things
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
    return link.pairs == "in_order" and len(begin.places) != len(end.places)


def pairs(link: LinkPart, begin: Things, end: Things, cells: Cells, how: How) -> Iterator[Pair]:
    """Every link that the row states by this part. What repeats is one link."""
    lead = begin if begin.split else end
    if lead.split is None:
        yield Pair(begin.ids[0], end.ids[0], cells)
        return
    taken = {column for side in (begin, end) for place in side.places for column in place.pieces}
    known = taken | begin.whole | end.whole | {cells.column(name) for name in link.shared}
    own, unsaid = beside(link, cells, lead.split, len(lead.places), known, how)
    stated: list[tuple[Hashable, dict[str, str], Pair]] = []
    for at, to in _places(link, begin, end):
        first, last, place = begin.places[at], end.places[to], at if lead is begin else to
        here = {column: values[place] for column, values in own.items()}
        nothing = (all if link.pairs == "in_order" else any)((first.empty, last.empty))
        if nothing and not any(here.values()):
            continue
        places = dict.fromkeys(here, place) | dict.fromkeys(last.pieces, to) | dict.fromkeys(first.pieces, at)
        seen = cells.at({**here, **last.pieces, **first.pieces}, places, unsaid)
        stated.append(((first.which, last.which), here, Pair(begin.ids[at], end.ids[to], seen)))
    which = told_apart([(ends, here) for ends, here, _ in stated])
    links: dict[tuple[object, ...], Pair] = {}
    for told, (_, _, pair) in zip(which, stated, strict=True):
        links.setdefault(told, replace(pair, which=told))
    yield from links.values()


def _places(link: LinkPart, begin: Things, end: Things) -> Iterator[tuple[int, int]]:
    """Which place of the one end belongs to which of the other."""
    if link.pairs == "in_order":
        return zip(range(len(begin.places)), range(len(end.places)), strict=True)
    return product(range(len(begin.places)), range(len(end.places)))
