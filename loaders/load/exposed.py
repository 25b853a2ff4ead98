"""Whom a link would protect is protected also where the row loses the link: a name that leaks can kill.

A link is lost for sure where something of it stands in the row, and an end of it, what it rests on or its condition cannot be
read. It may be lost where nothing of it stands there: then whoever the row links to nothing else is protected. Who stands in a
list of people held was held, though nobody wrote where; an officer whose row names a unit is protected by no empty cell. Nor is
anybody whom the mapping leaves out of such a link by a word that stands in the row: "the chief, not held" protects no chief. A
condition whose cell is empty is not met; only where what the link rests on stands all the same may it have been.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from graph import schema
from graph.said.claim import PROTECTED, Claim, row_of
from loaders.load.conditions import answer, holds
from loaders.reading import Note

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from graph.said.claim import Mention
    from loaders.load.cells import Cells
    from loaders.load.harvested import Harvest
    from loaders.load.lost import LostLink
    from loaders.mapping import Cell, LinkPart, Mapping, ThingPart, When

NOTE: Final = "{rows} a link that protects somebody, and it could not be made: whoever it is about is protected all the same"
SHOWN: Final = 6
"""How many rows a note names."""
Keyed: TypeAlias = tuple[str, str, str]
"""A label, a key space, and the key of a thing there."""


def loses(mapping: Mapping, link: LostLink, cells: Cells, harvest: Harvest) -> None:
    """Notes that the row has no such link, unless its condition is not met on purpose."""
    part, faulty = link.part, harvest.unreadable
    sides = [
        (there, [mapping.thing[name] for name in names]) for there, names in ((link.begin, part.begin), (link.end, part.end))
    ]
    absent = [things for there, things in sides if not there]
    unsure = unread(part, absent, cells, faulty)
    if unsure is None:
        if may_protect(mapping, part) and left_out(part, cells):
            harvest.left_out.update(link.protects)
        return
    if not unsure and not rests(part, [thing for there, things in sides if there for thing in things], cells, both=not absent):
        return
    sure = link.sure and unsure and (not absent or any(stands(things, cells, faulty) for things in absent))
    harvest.lost_links.append(replace(link, sure=sure or not faulty.isdisjoint(map(cells.column, part.reads))))


def unread(part: LinkPart, absent: Iterable[Sequence[ThingPart]], cells: Cells, faulty: Collection[str]) -> bool | None:
    """Of a link that the row does not have, whether the row may state it: true where its condition is met, or cannot be read;
    false where the cell of its condition is empty. None: its condition is not met on purpose. A column that the sheet lacks says
    nothing. `absent`: the parts of each end that the row does not have. What their conditions ask of a cell is asked of the link,
    unless its own cannot be read.
    """
    own = _there(part.when, cells)
    found = [_all_unread(own, cells, faulty)]
    if found[0] and not all(_met(condition, cells) for condition in own):
        return True
    for parts in absent:
        each = [_all_unread(_there(_asks(end.when), cells), cells, faulty) for end in parts]
        found.append(max((one for one in each if one is not None), default=None))
    return None if None in found else all(found)


def left_out(part: LinkPart, cells: Cells) -> bool:
    """Whether the mapping leaves the row out of these links by a word that stands in it."""
    return any(test.is_not and not holds(test, cells) for test in _there(_flat(part.when), cells) if test.column is not None)


def rests(part: LinkPart, named: Iterable[ThingPart], cells: Cells, *, both: bool) -> bool:
    """Whether what the link rests on stands in the row: the name alone of whom it `named` says nothing of a link, unless the
    other end stands there, too."""
    names = {cells.column(name) for thing in named for cell in thing.naming for name in cell.reads}
    return any(cells.text(name) and (both or cells.column(name) not in names) for name in cells.there(part.rests_on.reads))


def stands(parts: Iterable[ThingPart], cells: Cells, faulty: Collection[str]) -> bool:
    """Whether anything stands in the cells that name an end which the row does not have."""
    names = {name for part in parts for cell in part.naming for name in cells.there(cell.reads)}
    return any(cells.filled(name) or cells.column(name) in faulty for name in names)


def _there(conditions: Iterable[When], cells: Cells) -> list[When]:
    return [condition for condition in conditions if condition.column is None or cells.there((condition.column,))]


def _flat(conditions: Iterable[When]) -> Iterator[When]:
    """Conditions that must all be met, one by one."""
    for condition in conditions:
        if condition.all_of:
            yield from _flat(condition.all_of)
        else:
            yield condition


def _asks(conditions: Iterable[When]) -> Iterator[When]:
    """Those that ask what a cell says: a place that is left out since it is in doubt leaves nobody free."""
    return (condition for condition in _flat(conditions) if condition.column is None or condition.says_what)


def _all_unread(conditions: Iterable[When], cells: Cells, faulty: Collection[str]) -> bool | None:
    why = [_unread(condition, cells, faulty) for condition in conditions if not _met(condition, cells)]
    return None if None in why else not why or any(why)


def _met(condition: When, cells: Cells) -> bool:
    if condition.all_of:
        return all(_met(inner, cells) for inner in condition.all_of)
    if condition.column is None:
        return any(_met(inner, cells) for inner in condition.any_of)
    return bool(cells.there((condition.column,))) and holds(condition, cells)


def _unread(condition: When, cells: Cells, faulty: Collection[str]) -> bool | None:
    if condition.all_of:
        return _all_unread(condition.all_of, cells, faulty)
    if condition.column is None:  # any of them would do: it is not met on purpose if none of them is
        why = [found for inner in condition.any_of if (found := _unread(inner, cells, faulty)) is not None]
        return any(why) if why else None
    if not cells.there((condition.column,)):
        return False
    known = cells.known((condition.column,)) and answer(condition, cells) is not None
    untold = cells.filled(condition.column) and not known
    if untold or cells.column(condition.column) in faulty:
        return True
    if not condition.says_what:
        return None
    text = cells.text(condition.column)
    return None if text and cells.nothing(text) is None else bool(text)


def exposed(mapping: Mapping, row: Harvest) -> dict[str, LostLink]:
    """The persons of a row whom a link would have protected that it lost, and none that it has."""
    if not row.lost_links:
        return {}
    links = [mention for mention in row.mentions if mention.is_link]
    linked = {end for link in links for end in (link.begin, link.end)} | row.left_out
    protected = {end for link in links for end in protected_by(link) if schema.LINK[link.what].protects_if is None}
    found: dict[str, LostLink] = {}
    for link in row.lost_links:
        if may_protect(mapping, link.part):
            for end in link.protects:
                if end not in protected and (end not in linked or link.stands(row.read)):
                    found.setdefault(end, link)
    return found


def protected_by(link: Mention) -> Iterator[str]:
    """The ends that a link of the row protects, whatever else is said of what it begins at."""
    return (end for end in schema.LINK[link.what].exposes(link.begin, link.end) if end is not None)


def may_protect(mapping: Mapping, part: LinkPart) -> bool:
    """Whether a link of this part protects anybody, as far as the mapping shows: a charge does not protect the accused."""
    kind = schema.LINK[part.type]
    if kind.protects_if is None:
        return kind.protects not in (None, "nobody")
    name, value = kind.protects_if
    stated = [cell for begin in part.begin for cell in mapping.thing[begin].properties.get(name, ())]
    return not stated or any(_may_be(value, cell) for cell in stated)


def _may_be(value: str, cell: Cell) -> bool:
    meanings = [meaning for _, meaning in cell.meanings] if cell.text is None else [cell.text]
    return not meanings or value in meanings


def claim(person: str, link: LostLink, source: str) -> Claim:
    """That a person is protected, in the words on which the link would have rested."""
    reads = link.rests_on
    original = link.cells.original(reads) if reads else link.part.type
    return Claim(person, PROTECTED, True, original, link.cells.place(reads), source)


def keyed(persons: Collection[str], mentions: Iterable[Mention]) -> tuple[Keyed, ...]:
    """By which keys their compiler knows these persons."""
    return tuple((m.what, m.space, m.key) for m in mentions if m.id in persons and m.space is not None and m.key is not None)


def also(known: Iterable[Mention], refused: Iterable[tuple[Keyed, str]], source: str) -> Iterator[Claim]:
    """That those are protected whom a row names that was refused. `refused`: by what key, and the place of the row."""
    refused = list(refused)
    if not refused:
        return
    known = list(known)
    links = [mention for mention in known if mention.is_link and schema.LINK[mention.what].protects_if is None]
    protected = {end for link in links for end in protected_by(link)}
    by_key: dict[Keyed, str] = {}
    safe: set[Keyed] = set()
    for mention in known:
        for key in keyed({mention.id}, [mention]):
            by_key.setdefault(key, mention.id)
            safe |= {key} if mention.id in protected else set()
    for key, place in refused:
        if key in by_key and key not in safe:
            yield Claim(by_key[key], PROTECTED, True, key[2], place, source)


def notes(file: str, claims: Iterable[Claim]) -> Iterator[Note]:
    """Whom a lost link protects, by their rows."""
    rows = sorted({row_of(claim.locator) for claim in claims if claim.property == PROTECTED})
    if rows:
        shown = ", ".join(map(str, rows[:SHOWN])) + (" …" if len(rows) > SHOWN else "")
        which = f"row {shown} states" if len(rows) == 1 else f"{len(rows):,} rows ({shown}) state"
        yield Note(file, "", None, None, NOTE.format(rows=which))
