"""How many things there are, in plain Python: as they stand, at least, and how many of them by denied links alone.

Everything is said of ties: this thing is one of those to be counted, what ties it is denied or not, and it surely was in the time
asked about or not. The decisions that the ranges must hold under are tried one by one in `test_counting`; here only the ends are
worked out. At least there is only what surely was in that time.

A raid and the beatings in it are as many as the beatings: of wholes and parts that nobody denies, those that are more. A denied
event is left out as a part of another one that is counted; but a whole that is tied by a denied link alone hides no part. At
least, events are as many as the largest ones that they may be part of, counted here or not: each that one of them may be part of
alone, and if one may be part of none of these, one more.

What joining may bring in is counted at most, what it may take away is not counted at least. An event of which no victim is told
is denied once it is one with what is: then nothing that comes by it is there at least. At most each counts by itself where
what is denied may change so. An event of a place is there at least if it, and whatever may be one with it, is told at no other
place than those that are counted together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.projection import Projection
from tests.queries.rule import Row

UNNAMED = "a unit that nobody can name"


@dataclass(frozen=True)
class Tie:
    """One way in which a thing is among those that are counted; `sure`: it surely was so in the time asked about, or none was
    asked; `comes`: once it is joined; `goes`: as long as it is not."""

    thing: str
    denied: bool = False
    sure: bool = True
    comes: bool = False
    goes: bool = False


@dataclass(frozen=True)
class Place:
    """One way in which an event is tied to a station, to be counted as a place."""

    event: str
    station: str
    denied: bool = False
    sure: bool = True
    comes: bool = False
    goes: bool = False


class Counting:
    """One world and its open review groups."""

    def __init__(self, projection: Projection, waiting: Mapping[str, str], kinds: Collection[str] | None = None) -> None:
        """`kinds`: of whatever waits, where it is asked about more than this world."""
        self.labels = {node.id: node.label for node in projection.nodes}
        self.described = {node.id for node in projection.nodes if node.properties.get("identified") == "described"}
        self.waiting = waiting
        self._kinds = {self.labels[thing] for thing in waiting if thing in self.labels} if kinds is None else set(kinds)
        self._groups: dict[str, list[str]] = {}
        for thing in self.labels:
            self._groups.setdefault(self.one(thing), []).append(thing)
        self._told_at: dict[str, set[str]] = {}
        for link in projection.links:
            if link.type == "OCCURRED_AT":
                self._told_at.setdefault(self.one(link.begin), set()).add(link.end)
        self._denied_of: dict[str, list[bool]] = {}
        for link in projection.links:
            if link.type == "SUFFERED":
                self._denied_of.setdefault(link.end, []).append(bool(link.properties.get("disputed")))
        parts = [link for link in projection.links if link.type == "PART_OF"]
        self._part_of = _reached((link.begin, link.end) for link in parts if not link.properties.get("disputed"))
        self._may_be_part_of = _reached((self.one(link.begin), self.one(link.end)) for link in parts)

    def one(self, thing: str) -> str:
        """Who it is after joining all that waits."""
        return self.waiting.get(thing, thing)

    def alike(self, thing: str) -> list[str]:
        """All that may be one with it, itself too."""
        return list(self._groups.get(self.one(thing), ()))

    def waits(self, *labels: str) -> bool:
        """Whether anything of these kinds waits in the review, or `UNNAMED` is said: something may be anything."""
        return UNNAMED in labels or not self._kinds.isdisjoint(labels)

    def torn(self, event: str) -> bool:
        """Whether two places are told of it, or of what may be one with it."""
        return len(self._told_at.get(self.one(event), set())) > 1

    def leaves(self, event: str, here: Collection[str]) -> bool:
        """Whether the event may have been at another place than these, or is denied once it is joined."""
        return self._away(event, here) or self.falls(event)

    def falls(self, event: str) -> bool:
        """Whether no victim of it is told, and it may be one with an event of which every victim is denied."""
        if event not in self.waiting or event in self._denied_of:
            return False
        return any(all(self._denied_of.get(other, [False])) for other in self.alike(event))

    def unsettled(self, event: str) -> bool:
        """Whether that may change what is denied: it falls, or every victim of it is denied, and it may be one with another."""
        return self.falls(event) or (event in self.waiting and all(self._denied_of.get(event, [False])))

    def _away(self, event: str, here: Collection[str]) -> bool:
        return bool(self._told_at.get(self.one(event), set()) - set(here))

    def columns(self, name: str, ties: Iterable[Tie], *, open_by: Sequence[str] = ()) -> Row:
        """The four columns of one count. `open_by`: if one of these kinds waits, nobody can say how many there are at most."""
        listed = list(ties)
        now = [tie for tie in listed if not tie.comes]
        undenied = {tie.thing for tie in now if not tie.denied}
        counted = self._standing({tie.thing for tie in now}, undenied)
        least = self.sure(now)
        every = {tie.thing for tie in now}
        whole = every if any(map(self.unsettled, every)) else counted
        number = max(len(counted & undenied), len(self._parts(undenied))) + len(counted - undenied)
        added = self._undenied(listed) - undenied - counted
        added |= {tie.thing for tie in listed} - {tie.thing for tie in now}
        most = None if self.waits(*open_by) else max(number, len(whole)) + len(added)
        return {name: number, f"{name}_least": least, f"{name}_most": most, f"{name}_denied": len(counted - undenied)}

    def sure(self, ties: Iterable[Tie]) -> int:
        """How many are surely there, at least."""
        there = {tie.thing for tie in ties if tie.sure and not (tie.denied or tie.comes or tie.goes)}
        return self._least({thing for thing in there if not self.falls(thing)})

    def _undenied(self, ties: Iterable[Tie]) -> set[str]:
        return {tie.thing for tie in ties if not tie.denied}

    def places(self, name: str, ties: Iterable[Place], *, open_by: Sequence[str] = (), anywhere: bool = False) -> Row:
        """The four columns of a count of places, each event at one of them; `anywhere`: any place that is told of it counts."""
        listed = set(ties)
        now = [tie for tie in listed if not tie.comes]
        everywhere = most_places((tie.event, tie.station) for tie in now)
        undenied = most_places((tie.event, tie.station) for tie in now if not tie.denied)
        most = None if self.waits(*open_by) else most_places((tie.event, tie.station) for tie in listed)
        least = self.sure_places(listed, anywhere=anywhere)
        return {name: everywhere, f"{name}_least": least, f"{name}_most": most, f"{name}_denied": everywhere - undenied}

    def sure_places(self, ties: Iterable[Place], *, anywhere: bool = False) -> int:
        """At how many places surely, at least."""
        listed = list(ties)
        if anywhere:
            told = {(tie.event, place) for tie in listed for place in self._told_at.get(self.one(tie.event), ())}
            listed += [Place(event, place, sure=False) for event, place in sorted(told)]
        pairs = self._joined((tie.event, tie.station) for tie in listed)
        there = [tie for tie in listed if tie.sure and not (tie.denied or tie.comes or tie.goes or self.falls(tie.event))]
        stay = {self.one(tie.event) for tie in there}
        here: dict[str, set[str]] = {}
        for tie in listed:
            here.setdefault(self.one(tie.event), set()).add(tie.station)
        return fewest_places(pairs, {event for event in stay if not self._away(event, here[event])})

    def _joined(self, pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
        return {(self.one(event), self.one(station)) for event, station in pairs}

    def related(self, event: str, other: str) -> bool:
        """Whether one of the two is part of the other, as nobody denies."""
        return event in self._part_of.get(other, set()) or other in self._part_of.get(event, set())

    def _standing(self, tied: set[str], undenied: set[str]) -> set[str]:
        """Those that are counted as they stand: without what is surely part of another that is counted."""

        def hidden(thing: str, among: set[str]) -> bool:
            wholes = self._part_of.get(thing, set()) & among - {thing}
            return any(not self._is_ring(thing, whole) or whole < thing for whole in wholes)

        surely = {thing for thing in undenied if not hidden(thing, undenied)}
        others = {thing for thing in tied - undenied if not self._part_of.get(thing, set()) & undenied}
        return surely | {thing for thing in others if not hidden(thing, others)}

    def _parts(self, things: set[str]) -> set[str]:
        """Those that have no part among them; of a ring that has none beside, the first."""

        def stands(thing: str) -> bool:
            parts = {other for other in things - {thing} if thing in self._part_of.get(other, set())}
            return all(self._is_ring(part, thing) and thing < part for part in parts)

        return {thing for thing in things if stands(thing)}

    def _is_ring(self, thing: str, whole: str) -> bool:
        """Whether each of the two is told as a part of the other: they are one."""
        return thing in self._part_of.get(whole, set())

    def _least(self, there: set[str]) -> int:
        """How many there are at least."""
        if any(self.labels[thing] == "Person" for thing in there):
            return len({self.one(thing) for thing in there - self.described}) or 1
        joined = {self.one(thing) for thing in there}
        return fewest_places(((thing, top) for thing in joined for top in self.tops(thing)), joined)

    def tops(self, event: str) -> set[str]:
        """The largest events that it may be part of, or itself; of a ring, the first."""
        return tops(self.one(event), self._may_be_part_of)


def tops(event: str, part_of: Mapping[str, set[str]]) -> set[str]:
    """Of an event and all it is part of, those that are part of nothing more; of those that are part of each other, the first."""
    around = {event, *part_of.get(event, set())}
    tops = {one for one in around if all(one in part_of.get(whole, set()) for whole in part_of.get(one, set()))}
    return {min({top, *part_of.get(top, set())}) for top in tops}


def most_places(pairs: Iterable[tuple[str, str]]) -> int:
    """The most different places there can be, each event at one of its own: a matching, grown one event at a time."""
    places: dict[str, list[str]] = {}
    for event, place in sorted(set(pairs)):
        places.setdefault(event, []).append(place)
    holder: dict[str, str] = {}

    def placed(event: str, tried: set[str]) -> bool:
        for place in places[event]:
            if place not in tried:
                tried.add(place)
                if place not in holder or placed(holder[place], tried):
                    holder[place] = event
                    return True
        return False

    return sum(placed(event, set()) for event in places)


def fewest_places(pairs: Iterable[tuple[str, str]], events: set[str]) -> int:
    """The places that one of these events has alone; and one more if one is left that has none of these."""
    places: dict[str, set[str]] = {}
    for event, place in pairs:
        places.setdefault(event, set()).add(place)
    alone = {place for event in events for place in places[event] if len(places[event]) == 1}
    return len(alone) + any(not places[event] & alone for event in events)


def _reached(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """What each can be followed to, through any number of steps."""
    found: dict[str, set[str]] = {}
    for begin, end in pairs:
        found.setdefault(begin, set()).add(end)
    while True:
        more = {begin: ends.union(*(found.get(end, set()) for end in ends)) for begin, ends in found.items()}
        if more == found:
            return found
        found = more
