"""Profiles of units, stations and areas: a record for each name, with the names of the places they lie or work in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from loaders.names.lookup import folded
from loaders.resolve.record import BodyRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.said.claim import Mention
    from loaders.resolve.records.register import Register

Places = dict[str, set[str]]
"""Things, by thing: where each lies, is based or works."""


def bodies(register: Register) -> tuple[BodyRecord, ...]:
    """Every name of every unit and station."""
    within = _ends(register, "WITHIN")
    based, worked = _ends(register, "BASED_AT"), _ends(register, "OPERATED_IN")
    around = {place: _all_around(place, within) for place in {*within, *(at for stations in based.values() for at in stations)}}
    of_units: Places = {}
    for unit in {*based, *worked}:
        near = {area for station in based.get(unit, ()) for area in around[station]}
        of_units[unit] = near | {area for place in worked.get(unit, ()) for area in (place, *_all_around(place, within))}
    called = _called(register)
    return (*_records(register, "Station", around, called), *_records(register, "Unit", of_units, called))


def areas(register: Register) -> tuple[BodyRecord, ...]:
    """Every name of every area. `areas`: what the larger ones are called that it lies in."""
    within = _ends(register, "WITHIN")
    around = {place: _all_around(place, within) for place in within}
    return tuple(_records(register, "Area", around, _called(register)))


def nearest(register: Register) -> dict[str, str]:
    """By station, the smallest area it lies in, if its sources name one and no more."""
    return {place: next(iter(areas)) for place, areas in _ends(register, "WITHIN").items() if len(areas) == 1}


def _records(
    register: Register, label: str, around: Mapping[str, set[str]], called: Mapping[str, set[str]]
) -> Iterable[BodyRecord]:
    for thing, mentions in register.things(label).items():
        areas_ = frozenset(name for area in around.get(thing, ()) for name in called.get(area, ()))
        kind, distinct = _kind(register, mentions), register.distinct(mentions)
        seen: set[str] = set()
        for mention in mentions:
            for name in register.names(mention):
                if (like := folded(name)) not in seen:
                    seen.add(like)
                    yield BodyRecord(thing, mention.id, label, name, areas_, kind, distinct)


def _kind(register: Register, mentions: Iterable[Mention]) -> str | None:
    """`unknown` and `unnamed` before anything else: what nobody could name is never found again by its name."""
    kinds = {kind for mention in mentions for kind in register.values(mention, "kind")}
    return next((kind for kind in ("unknown", "unnamed") if kind in kinds), min(kinds, default=None))


def _ends(register: Register, type_: str) -> Places:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for link in register.links(type_):
        found[register.thing(link.begin or "")].add(register.thing(link.end or ""))
    return dict(found)


def _all_around(place: str, within: Mapping[str, set[str]]) -> set[str]:
    """The areas it lies in, and those that they lie in. A circle by mistake ends where it began."""
    larger: set[str] = set()
    waiting = [place]
    while waiting:
        fresh = within.get(waiting.pop(), set()) - larger
        larger |= fresh
        waiting += fresh
    return larger - {place}


def _called(register: Register) -> dict[str, set[str]]:
    return {
        thing: {name for mention in mentions for name in register.names(mention)}
        for thing, mentions in register.things("Area").items()
    }
