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
    """One thing that is counted, as one combination shows it. `once`: the event of which it is the place."""

    id: str
    denied: bool = False
    described: bool = False
    once: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """So many; at least so many; so many of them rest on denied links alone."""

    most: int
    least: int
    denied: int


NOTHING = Count(0, 0, 0)


def count(ties: Iterable[Tie], doubt: Doubt) -> Count:
    """How many different things. Where each has an event, an event stands for one of its places."""
    listed = list(ties)
    undenied = [tie for tie in listed if not tie.denied]
    most = _most(listed, doubt)
    return Count(most, _least(undenied, doubt), most - _most(undenied, doubt))


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


def ties(part: object, *, denied: bool, once: str = "") -> Iterator[Tie]:
    """What a part of a combination shows: things, or marks, which carry less: [link id, thing id, denied, described]."""
    if is_mark(part):
        _, id_, own, described = cast("tuple[str, str, bool, bool]", part)
        yield Tie(id_, denied or own, described, once)
    elif isinstance(part, list | tuple):
        for item in part:
            yield from ties(item, denied=denied, once=once)
    elif isinstance(part, NodeValue):
        yield Tie(part.id, denied, part.properties.get("identified") == "described", once)
    elif part is not None:
        yield Tie(str(identity(part)), denied, once=once)


def _most(ties: Iterable[Tie], doubt: Doubt) -> int:
    listed = list(ties)
    if any(tie.once for tie in listed):
        return _places(_by_event((tie.once, tie.id) for tie in listed))
    ids = {tie.id for tie in listed}
    return sum(not doubt.part_of_one(id_, ids, denied_too=False) for id_ in ids)


def _least(ties: Iterable[Tie], doubt: Doubt) -> int:
    listed = list(ties)
    if any(tie.once for tie in listed):
        return _fewest(_by_event((doubt.one_of(tie.once), doubt.one_of(tie.id)) for tie in listed))
    ids = {tie.id for tie in listed}
    whole = [tie for tie in listed if not doubt.part_of_one(tie.id, ids, denied_too=True)]
    known = {doubt.one_of(tie.id) for tie in whole if not tie.described}
    return len(known) or min(1, len(whole))


def _by_event(pairs: Iterable[tuple[str, str]]) -> Places:
    places: defaultdict[str, set[str]] = defaultdict(set)
    for event, place in pairs:
        places[event].add(place)
    return places


def _fewest(places: Places) -> int:
    """Those that an event has alone; one more, if an event is left that has none of these."""
    alone = {next(iter(own)) for own in places.values() if len(own) == 1}
    return len(alone) + any(alone.isdisjoint(own) for own in places.values())


def _places(places: Places) -> int:
    """The most places, if each event stands for one of its own: as many as can be paired, each with an event of its own."""
    event_of = {next(iter(own)): event for event, own in places.items() if len(own) == 1}
    settled = set(event_of)  # by an event that was nowhere else: no other need move for it
    for event, own in places.items():
        if len(own) > 1:
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
