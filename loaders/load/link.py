"""The links of one row: which things of it are linked, on what that rests, and what is lost where a cell of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph import schema
from graph.said.claim import Claim, Mention
from loaders.load import exposed
from loaders.load.accused import accuses_nobody, not_accused
from loaders.load.cells import Issue, RowRejected
from loaders.load.given import meets
from loaders.load.lost import END, RESTS, RESTS_ON_NOBODY, UNNAMED_END, Absent, LostLink
from loaders.load.nameless import unnamed
from loaders.load.pairs import PAIRLESS, UNTOLD, first, pairs, unequal
from loaders.load.pieces import UNEQUAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from loaders.load.cells import Cells
    from loaders.load.given import Given, Identity
    from loaders.load.harvested import Harvest
    from loaders.load.nameless import Unnamed
    from loaders.load.pieces import Things
    from loaders.mapping import LinkPart

NO_END: Final = "a {type} is stated, and the row has no {part} for it"
TOO_LONG: Final = "more than a {type} can hold: shorten the long cell, or map it to a property of a thing"
LINK_BYTES: Final = 32_000
"""What one row may say of one link. The graph keeps a link within 56,000 bytes, with the ids of all its claims."""


def links_of(
    given: Given,
    part: LinkPart,
    named: str,
    begins: Sequence[Things],
    ends: Sequence[Things],
    cells: Cells,
    identity: Identity,
    harvest: Harvest,
) -> None:
    """All links that the row states by this part, each once. `begins`, `ends`: what may stand at its ends, the first first."""
    begin, end = first(begins, cells), first(ends, cells)
    answer: bool | None = None
    if part.when and (unequal(part, begin, end) or not (begin.split or end.split)):
        answer, cells = given.told(part, cells).there()
    if unequal(part, begin, end):
        met = meets(part, cells, harvest, answer)
        loses(given, part, begin.ids, end.ids, cells, harvest)
        if met and harvest.filled((part.rests_on,), cells):
            what = PAIRLESS.format(type=part.type, begin=part.begin[0], end=part.end[0], why=UNTOLD)
            _lacks(part, cells, what, UNTOLD, harvest)
        return
    for pair in pairs(part, begins, ends, cells, given.how):
        id_ = given.id(schema.LINK_PREFIX, named, identity, pair.which)
        _link(given, part, Mention(id_, part.type, named, "", pair.begin, pair.end), pair.cells, harvest, answer)


def _link(given: Given, part: LinkPart, mention: Mention, cells: Cells, harvest: Harvest, answer: bool | None) -> None:
    ends = ((mention.begin,), (mention.end,))
    if not meets(part, cells, harvest, answer):
        loses(given, part, *ends, cells, harvest)
        return
    if cells.unsaid:
        harvest.issues += [Issue(cells.row, column, UNEQUAL) for column in sorted(cells.unsaid)]
    if _hangs_on_the_row_above(given, part, mention, cells):
        loses(given, part, *ends, cells, harvest)
        return
    if said := _rests_on_nobody(given, part, mention, cells):
        harvest.issues += not_accused(part, said, cells)
        rest = [name for name in part.reads if name not in part.rests_on.reads]
        harvest.absent.append(Absent(cells, part.type, rest, RESTS_ON_NOBODY, part.rests_on.reads))
        loses(given, part, *ends, cells, harvest)
        return
    if not harvest.filled((part.rests_on,), cells):
        harvest.absent.append(Absent(cells, part.type, part.reads, RESTS, part.rests_on.reads))
        loses(given, part, *ends, cells, harvest, sure=False)
        return
    for names, end in ((part.begin, mention.begin), (part.end, mention.end)):
        if end is None:
            lacking = " or ".join(names)
            _lacks(part, cells, NO_END.format(type=part.type, part=lacking), END.format(part=lacking), harvest)
            loses(given, part, *ends, cells, harvest)
            return
    if why := accuses_nobody(part, mention.begin, cells, harvest):
        _lacks(part, cells, why, UNNAMED_END, harvest)
        loses(given, part, *ends, cells, harvest)
        return
    place = cells.place(part.rests_on.reads)
    harvest.mentions.append(Mention(mention.id, mention.what, mention.part, place, mention.begin, mention.end))
    harvest.read |= {cells.reading(name) for name in part.reads}
    begun = len(harvest.claims)
    says = given.statement(mention.id, part.type, (part.rests_on,), part, cells, harvest)
    says.exists(part.rests_on)
    says.properties(part.properties)
    if part.span:
        says.span(part.span, given.dates)
    if part.properties and sum(map(_bytes, harvest.claims[begun:])) > LINK_BYTES:
        harvest.refused.append(RowRejected(None, TOO_LONG.format(type=part.type)))
    if part.denies:
        harvest.claims[begun:] = [_denied(claim) for claim in harvest.claims[begun:]]


def loses(
    given: Given,
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
    exposed.loses(given.mapping, link, cells, harvest)


def cited(given: Given, link: LostLink) -> Sequence[str]:
    """The sources on which it would have rested."""
    if not link.rests_on:
        return [given.citations.file_source]
    return given.citations.of_part((link.part.rests_on,), link.part.telling, link.cells, [])


def _lacks(part: LinkPart, cells: Cells, what: str, why: str, harvest: Harvest) -> None:
    """That a link is stated where it rests, and why it cannot be made of this row."""
    column = next(iter(part.rests_on.reads), None)
    harvest.issues.append(Issue(cells.row, column and cells.column(column), what))
    others = [name for name in part.reads if name not in part.rests_on.reads]
    harvest.absent.append(Absent(cells, part.type, others, why))


def _hangs_on_the_row_above(given: Given, part: LinkPart, mention: Mention, cells: Cells) -> bool:
    """Whether a link rests on a cell that says "the same as above", or leads to what such a cell names: it is odd already."""
    if not cells.dittos:
        return False
    ends = (names for names, id_ in ((part.begin, mention.begin), (part.end, mention.end)) if id_ is None)
    naming = (given.mapping.thing[name].naming for names in ends for name in names)
    return cells.same_as_above((*part.rests_on.reads, *(column for some in naming for cell in some for column in cell.reads)))


def _rests_on_nobody(given: Given, part: LinkPart, mention: Mention, cells: Cells) -> Unnamed | None:
    """What the cell that a link rests on says instead of the name of an end that the row does not have."""
    for names, id_ in ((part.begin, mention.begin), (part.end, mention.end)):
        for end in (given.mapping.thing[name] for name in names if id_ is None):
            if any(cell.reads == part.rests_on.reads for cell in end.properties.get("name", ())):
                return unnamed(end, cells)
    return None


def _bytes(claim: Claim) -> int:
    return len(str(claim.value).encode("utf-8", "replace"))


def _denied(claim: Claim) -> Claim:
    return Claim(**{name: getattr(claim, name) for name in claim.__slots__} | {"polarity": "denies"})
