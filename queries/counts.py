"""How many: what is there, how few it may be, and how many of it rest on denied links alone (DESIGN §4, denial and doubt).

The fewest there may be are those that are left without what somebody denies, if all that waits in review is one thing, if who is
only described is one of the others, and an event is counted with the one it is part of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, cast

from graph.answer import NodeValue
from queries.mark import is_mark
from queries.row import identity

if TYPE_CHECKING:
    from queries.doubt import Doubt

Places: TypeAlias = "Mapping[str, set[str]]"
"""By event, where it is told to have been."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that is counted, as one combination shows it."""

    id: str
    denied: bool
    described: bool


@dataclass(frozen=True, slots=True)
class Count:
    """So many; at least so many; so many of them rest on denied links alone."""

    most: int
    least: int
    denied: int


def count(shown: Iterable[Tie], doubt: Doubt) -> Count:
    """How many different things. An event that is part of another one counts with it, but not with one that is denied."""
    listed = list(shown)
    held = {tie.id for tie in listed if not tie.denied}
    denied = {tie.id for tie in listed} - held
    standing = _apart(held, doubt, denied_too=False)
    beside = {id_ for id_ in denied if held.isdisjoint(doubt.wholes_of(id_, denied_too=False))}
    more = _apart(beside, doubt, denied_too=False)
    whole = _apart(held, doubt, denied_too=True)
    described = {tie.id for tie in listed if tie.described}
    least = len({doubt.one_of(id_) for id_ in whole - described}) or min(1, len(whole))
    return Count(len(standing) + len(more), least, len(more))


def _apart(ids: set[str], doubt: Doubt, *, denied_too: bool) -> set[str]:
    """Without what is part of another one of them; of those that are part of each other, one."""
    kept = set(ids)
    for id_ in ids:
        if not kept.isdisjoint(doubt.wholes_of(id_, denied_too=denied_too)):
            kept.remove(id_)
    return kept


def places(shown: Iterable[tuple[str, Tie]], doubt: Doubt) -> Count:
    """How many different places, by event: each event stands for one of its own."""
    listed = list(shown)
    held = [(event, tie) for event, tie in listed if not tie.denied]
    most = _most(_by_event((event, tie.id) for event, tie in listed))
    least = _fewest(_by_event((doubt.one_of(event), doubt.one_of(tie.id)) for event, tie in held))
    return Count(most, least, most - _most(_by_event((event, tie.id) for event, tie in held)))


def apart(told: Iterable[Iterable[Iterable[str]]], doubt: Doubt) -> int:
    """At least so many share nothing with another, taken one after another: each is lists of what it has, none of them empty."""
    taken: set[str] = set()
    found = 0
    for lists in told:
        own = [{doubt.one_of(id_) for id_ in listed} for listed in lists]
        if all(own) and all(taken.isdisjoint(ids) for ids in own):
            taken.update(*own)
            found += 1
    return found


def ties(part: object, *, denied: bool) -> Iterator[Tie]:
    """What a part of a combination shows: things, or marks, which carry less: [link id, thing id, denied, described]."""
    if is_mark(part):
        _, id_, own, described = cast("tuple[str, str, bool, bool]", part)
        yield Tie(id_, denied or own, described)
    elif isinstance(part, list | tuple):
        for item in part:
            yield from ties(item, denied=denied)
    elif isinstance(part, NodeValue):
        yield Tie(part.id, denied, part.properties.get("identified") == "described")
    elif part is not None:
        yield Tie(str(identity(part)), denied, described=False)


def _by_event(pairs: Iterable[tuple[str, str]]) -> Places:
    places: defaultdict[str, set[str]] = defaultdict(set)
    for event, place in pairs:
        places[event].add(place)
    return places


def _fewest(places: Places) -> int:
    """Those that an event has alone; one more, if an event is left that has none of these."""
    alone = {next(iter(own)) for own in places.values() if len(own) == 1}
    return len(alone) + any(alone.isdisjoint(own) for own in places.values())


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
