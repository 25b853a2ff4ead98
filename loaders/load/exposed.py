"""Whom a link would protect is protected also where the row loses the link: a name that leaks can kill.

A link is lost for sure where something of it stands in the row, and an end of it, what it rests on or its condition cannot be
read. It may be lost where nothing of it stands there: then whoever the row links to nothing else is protected. Who stands in a
list of people held was held, though nobody wrote where; an officer whose row names a unit is protected by no empty cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from graph import schema
from graph.said.claim import PROTECTED, Claim, row_of
from loaders.load.cells import holds
from loaders.reading import Note

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from graph.said.claim import Mention
    from loaders.load.cells import Cells
    from loaders.load.harvested import Harvest
    from loaders.load.lost import LostLink
    from loaders.mapping import Cell, LinkPart, Mapping, When

NOTE: Final = "{rows} a link that protects somebody, and it could not be made: whoever it is about is protected all the same"
SHOWN: Final = 6
"""How many rows a note names."""
Keyed: TypeAlias = tuple[str, str, str]
"""A label, a key space, and the key of a thing there."""


def unread_condition(part: LinkPart, cells: Cells, faulty: Collection[str]) -> bool | None:
    """Of a part whose condition is not met, whether that is since a cell cannot be read (true) or says nothing (false).

    None: it is not met on purpose. A column that the sheet lacks says nothing.
    """
    there = [condition for condition in part.when if condition.column is None or cells.there((condition.column,))]
    return _all_unread(there, cells, faulty)


def _all_unread(conditions: Iterable[When], cells: Cells, faulty: Collection[str]) -> bool | None:
    why = [_unread(condition, cells, faulty) for condition in conditions if not _met(condition, cells)]
    return None if None in why else any(why)


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
    if cells.column(condition.column) in faulty:
        return True
    if not condition.says_what:
        return None
    text = cells.text(condition.column)
    return None if text and cells.nothing(text) is None else bool(text)


def exposed(mapping: Mapping, row: Harvest) -> dict[str, LostLink]:
    """The persons of a row whom a link would have protected that it lost, and none that it has."""
    links = [mention for mention in row.mentions if mention.is_link]
    linked = {end for link in links for end in (link.begin, link.end)}
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
    side = schema.LINK[link.what].protects
    for end, sides in ((link.begin, ("begin", "both")), (link.end, ("end", "both"))):
        if end is not None and side in sides:
            yield end


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
