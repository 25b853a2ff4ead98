"""How many: what is there, how few and how many it may be, and how many of it rest on denied links alone (DESIGN §4, denial
and doubt).

The fewest there may be are those that surely were in the time asked about, without what somebody denies, if all that waits in
review is one thing, if who is only described is one of the others, and an event is counted with the one it is part of, counted
here or not. Of a raid and the beatings in it there are as many events as beatings, and one at least; two beatings in one raid
are one at least. The most there may be are those that are there, and those that are once what waits is joined
(`queries/mark.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

from graph.answer import NodeValue
from queries.mark import GOES, LENGTH, comes, is_denied, is_mark, timed
from queries.row import Thing, identity

if TYPE_CHECKING:
    from queries.doubt import Doubt
    from queries.mark import Mark

Told: TypeAlias = "tuple[str, list[Mark], list[str], list[str], bool, bool]"
"""An event: its id, marks of its victims, the origins of what is alleged, and of what of this nobody denies; whether it is
counted as it stands, and whether that is by what is denied alone."""
Places: TypeAlias = "Mapping[str, set[str]]"
"""By event, where it is told to have been."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that is counted, as one combination shows it. `sure`: whether that is as sure as the count wants it."""

    id: str
    denied: bool
    described: bool
    sure: bool
    comes: bool
    """Not there now; there if what waits in the review is joined."""
    goes: bool
    """There now; perhaps not, or only as somebody denies, if what waits in the review is joined; or it was at another place."""


@dataclass(frozen=True, slots=True)
class Count:
    """So many; at least, and at most so many once all is decided; so many of them rest on denied links alone."""

    stands: int
    least: int
    most: int
    denied: int


def count(shown: Iterable[Tie], doubt: Doubt) -> Count:
    """How many different things. An event does not count beside its parts, and no part beside a whole where wholes are more."""
    told = list(shown)
    listed = [tie for tie in told if not tie.comes]
    held = {tie.id for tie in listed if not tie.denied}
    denied = {tie.id for tie in listed} - held
    standing = max(len(_apart(held, doubt)), len(_parts(held, doubt)))
    more = _apart({id_ for id_ in denied if held.isdisjoint(doubt.wholes_of(id_))}, doubt)
    sure = [tie for tie in listed if tie.sure and not tie.denied and not tie.goes]
    known = {doubt.one_of(tie.id): doubt.tops_of(tie.id) for tie in sure if not tie.described}
    least = _fewest(known, known) or min(1, len(sure))
    here = standing + len(more)
    # What is denied hides no part of it: where that may change once what waits is joined, each counts by itself.
    most = here if doubt.unsettled.isdisjoint(held | denied) else max(here, len(held | denied))
    return Count(here, least, most + len(_coming(told, more)), len(more))


def _coming(told: Iterable[Tie], denied: set[str]) -> set[str]:
    """What is not there, and may come; or is there and not counted beside its whole, which it is part of by a denial alone.
    `denied`: those that are counted and denied."""
    coming: defaultdict[bool, set[str]] = defaultdict(set)
    here: defaultdict[bool, set[str]] = defaultdict(set)
    for tie in told:
        (coming if tie.comes else here)[tie.denied].add(tie.id)
    return (coming[False] - here[False] - denied) | (coming[True] - here[False] - here[True])


def _apart(ids: set[str], doubt: Doubt) -> set[str]:
    """Without what is part of another one of them; of those that are part of each other, one."""
    kept = set(ids)
    for id_ in ids:
        if not kept.isdisjoint(doubt.wholes_of(id_)):
            kept.remove(id_)
    return kept


def _parts(ids: set[str], doubt: Doubt) -> set[str]:
    """Without what others of them are part of; of those that are part of each other, one."""
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for id_ in ids:
        for whole in ids & doubt.wholes_of(id_):
            parts[whole].add(id_)
    kept = set(ids)
    for whole, own in parts.items():
        if not kept.isdisjoint(own):
            kept.remove(whole)
    return kept


def places(shown: Iterable[tuple[str, Tie]], doubt: Doubt, *, anywhere: bool) -> Count:
    """How many different places, by event: each event stands for one of its own. `anywhere`: any place of it counts; else, if
    one is told that is not counted, it may have been there."""
    listed = list(shown)
    held = [(event, tie) for event, tie in listed if not (tie.denied or tie.comes)]
    stands = _most(_by_event((event, tie.id) for event, tie in listed if not tie.comes))
    here = _by_event((doubt.one_of(event), tie.id) for event, tie in listed)
    sure = {doubt.one_of(event) for event, tie in held if tie.sure and not tie.goes}
    possible = [(doubt.one_of(event), tie.id) for event, tie in listed]  # a denied place is told all the same
    if anywhere:
        possible += [(event, place) for event in sure for place in doubt.places.get(event, ())]
    else:
        sure = {event for event in sure if not doubt.may_be_elsewhere(event, here[event])}
    least = _fewest(_by_event((event, doubt.one_of(place)) for event, place in possible), sure)
    most = _most(_by_event((event, tie.id) for event, tie in listed))
    return Count(stands, least, most, stands - _most(_by_event((event, tie.id) for event, tie in held)))


def apart(told: Sequence[Told], doubt: Doubt) -> Count:
    """How many events share nothing with another. At least so many, taken one after another: without what is denied, and no two
    whose victims or origins may be one, or that may be part of one event. Who is only described may be any other such. At most
    as many as there are events, victims and origins."""
    taken: set[Hashable] = set()
    least = 0
    victims: set[Hashable] = set()
    for event, suffering, origins, undenied, *_ in told:
        victims.update(str(mark[1]) for mark in suffering)
        now = [mark for mark in suffering if not comes(mark)]
        own: set[Hashable] = {None if mark[3] else doubt.one_of(str(mark[1])) for mark in now}
        own |= {*origins, *doubt.tops_of(event)}
        stands = undenied and not all(mark[2] for mark in now)
        if stands and taken.isdisjoint(own):
            taken |= own
            least += 1
    counted = [denied for *_, is_counted, denied in told if is_counted]
    from_origins = {origin for _, _, origins, *_ in told for origin in origins}
    most = max(len(counted), min(len(told), len(victims), len(from_origins)))
    return Count(len(counted), min(least, len(counted)), most, sum(counted))


def ties(
    part: object,
    *,
    denied: bool,
    sure: bool,
    goes: bool,
    surely: Callable[[list[Thing]], bool],
    falling: frozenset[str],
) -> Iterator[Tie]:
    """What a part of a combination shows: things, or marks, which carry less (`queries/mark.py`). `surely`: whether these things
    held together as surely as the count wants it. `falling`: events that may be denied once what waits is joined."""
    if is_mark(part):
        _, id_, _, described = cast("tuple[str, str, bool, bool]", part[:LENGTH])
        held = timed(part)
        leaves = goes or GOES in part[LENGTH:] or not falling.isdisjoint((id_, *(thing.id for thing in held)))
        yield Tie(id_, denied or is_denied(part, held), described, sure and surely(held), comes(part), leaves)
    elif isinstance(part, list | tuple):
        for item in part:
            yield from ties(item, denied=denied, sure=sure, goes=goes, surely=surely, falling=falling)
    elif isinstance(part, NodeValue):
        yield Tie(part.id, denied, part.properties.get("identified") == "described", sure, comes=False, goes=goes)
    elif part is not None:
        yield Tie(str(identity(part)), denied, described=False, sure=sure, comes=False, goes=goes)


def _by_event(pairs: Iterable[tuple[str, str]]) -> Places:
    places: defaultdict[str, set[str]] = defaultdict(set)
    for event, place in pairs:
        places[event].add(place)
    return places


def _fewest(places: Mapping[str, Collection[Hashable]], events: Iterable[str]) -> int:
    """Of places, or of largest events: those that one of these events has alone; one more, if one has none of them."""
    listed = [places[event] for event in events]
    alone = {next(iter(own)) for own in listed if len(own) == 1}
    return len(alone) + any(alone.isdisjoint(own) for own in listed)


def _most(places: Places) -> int:
    """The most places, if each event stands for one of its own: as many as can be paired, each with an event of its own."""
    event_of = {next(iter(own)): event for event, own in places.items() if len(own) == 1}
    settled = set(event_of)  # by an event that was nowhere else: no other need move for it
    for event in places:
        _pair(event, places, event_of, settled)
    return len(event_of)


def _pair(event: str, places: Places, event_of: dict[str, str], settled: set[str]) -> None:
    """Finds a place for this event, if there is one; an event that stands in its way moves to another one of its own."""
    wanted_by: dict[str, str] = {}
    ahead = [event]
    while ahead:
        looking = ahead.pop()
        for place in sorted(places[looking] - settled - wanted_by.keys()):
            wanted_by[place] = looking
            if place in event_of:
                ahead.append(event_of[place])
            else:
                _move(place, wanted_by, event_of)
                return


def _move(place: str, wanted_by: Mapping[str, str], event_of: dict[str, str]) -> None:
    """This place is free: who wanted it takes it, who wanted the one that it leaves takes that, and so on."""
    at = {event: held for held, event in event_of.items()}
    free: str | None = place
    while free is not None:
        event = wanted_by[free]
        event_of[free] = event
        free = at.get(event)
