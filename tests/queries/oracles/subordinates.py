"""Whom a person commanded, what was done below, and how surely, in plain Python: what the impunity queries have in common.

A thing is an event, an act or a proceeding; a way is how it is tied to the person. What has a time of a way (the posting,
the command links, a further posting) must share a moment with all that the thing possibly lasted; distances are those of
these links, and the thing is itself a member.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from graph.projection import Link, Node, Projection
from tests.queries.oracle import Oracle
from tests.queries.rule import FIRST, LAST, Asked, Members, Row, claims_of, gap_days, time_of

STRENGTH = {"possible": 1, "assumed": 2, "certain": 3}
GRADE = {rank: grade for grade, rank in STRENGTH.items()}


@dataclass(frozen=True)
class Command:
    """A posting as commander and a simple path of command links downwards that share a moment."""

    posting: Link
    units: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def unit(self) -> str:
        return self.units[-1]


@dataclass(frozen=True)
class Way:
    """How a thing is tied to the person: `ties` have no time, of which the last is the one shown."""

    what: str
    thing: Node
    ties: tuple[Link, ...]
    command: Command | None = None
    further: Link | None = None

    @property
    def held(self) -> list[Link]:
        own = [*self.command.links, self.command.posting] if self.command else []
        return [*own, *([self.further] if self.further else [])]

    @property
    def members(self) -> Members:
        return Members([*self.held, self.thing], Asked.during(self.thing))

    @property
    def rank(self) -> int:
        if any(tie.properties.get("disputed") for tie in self.ties):
            return STRENGTH["possible"]
        return STRENGTH["certain"] if self.stands_alone() else STRENGTH[str(self.members.columns()["certainty"])]

    def stands_alone(self) -> bool:
        """Whether nothing with a time stands between the thing and the person, and the thing is not denied."""
        return not self.held and not self.thing.properties.get("disputed")

    @property
    def gap(self) -> int | None:
        return gap_days(self.held, Asked.during(self.thing)) if self.held else 0

    @property
    def level(self) -> int:
        return len(self.command.links) if self.command else 0

    @property
    def claims(self) -> set[str]:
        return claims_of(*self.held, *self.ties) | claims_of(self.thing)

    def order(self, directness: tuple[str, ...]) -> list[Any]:
        """The most direct first, then the surest, the nearest cited, the nearest, and the smallest ids."""
        place = directness.index(self.what) if self.what in directness else len(directness)
        gap = float("inf") if self.gap is None else self.gap
        return [place, -self.rank, gap, self.level, [link.id for link in [*self.held, *self.ties]]]


@dataclass
class Told:
    """A thing with every way in which it is tied to the person."""

    thing: Node
    directness: tuple[str, ...] = ()
    ways: list[Way] = field(default_factory=list)

    @property
    def best(self) -> Way:
        return min(self.ways, key=lambda way: way.order(self.directness))

    @property
    def since(self) -> datetime:
        return time_of(self.thing, "possible_from")

    @property
    def until(self) -> datetime:
        return time_of(self.thing, "possible_to")

    @property
    def begun_to(self) -> datetime:
        """It had begun by then at the latest."""
        return time_of(self.thing, "certain_from") if "certain_from" in self.thing.properties else self.until


class Subordinates:
    """One person in one world."""

    def __init__(self, projection: Projection, person: str) -> None:
        self.oracle, self.person = Oracle(projection), person
        self.nodes = self.oracle.nodes
        self.commands = [*self._commands()]

    def events(self, parameters: Row) -> list[Told]:
        """What was done below, by a known unit or by one of its members, in the period."""
        period = Asked.of(parameters.get("from"), parameters.get("to"))
        ways = [way for way in self._done() if Members.possible([way.thing], period)]
        return self.grouped(ways, ())

    def grouped(self, ways: Iterable[Way], directness: tuple[str, ...]) -> list[Told]:
        told: dict[str, Told] = {}
        for way in ways:
            told.setdefault(way.thing.id, Told(way.thing, directness)).ways.append(way)
        return list(told.values())

    def tied(self, kind: Literal["ADDRESSED_TO", "MADE_BY", "CONCERNS"], end: str) -> Iterator[tuple[Link, Node]]:
        """Acts and proceedings so tied to it."""
        for tie in self.links(kind, end=end):
            yield tie, self.nodes[tie.begin]

    def during(self, what: str, kind: Literal["ADDRESSED_TO", "MADE_BY"]) -> Iterator[Way]:
        """What is so tied to a unit that then answered up to the person."""
        for command in self.commands:
            for tie, thing in self.tied(kind, command.unit):
                yield from self.possible(Way(what, thing, (tie,), command))

    def possible(self, way: Way) -> Iterator[Way]:
        """The way, if all could hold together."""
        if way.members.shared:
            yield way

    def links(self, kind: str, *, begin: str | None = None, end: str | None = None) -> Iterator[Link]:
        return (
            link for link in self.oracle.links if link.type == kind and begin in (None, link.begin) and end in (None, link.end)
        )

    def known(self, unit: str) -> bool:
        return self.nodes[unit].properties.get("kind") != "unknown"

    def _commands(self) -> Iterator[Command]:
        for posting in self.links("POSTED_TO", begin=self.person):
            if posting in self.oracle._commands(posting.end):
                for units, links in self.oracle._paths([posting], posting.end, Asked(FIRST, LAST), down=True):
                    yield Command(posting, tuple(units), tuple(links))

    def _done(self) -> Iterator[Way]:
        for command in self.commands:
            if self.known(command.unit):
                for tie in self.links("ALLEGED_IN", begin=command.unit):
                    yield from self.possible(Way("event", self.nodes[tie.end], (tie,), command))
                for further in self.links("POSTED_TO", end=command.unit):
                    for tie in self.links("ALLEGED_IN", begin=further.begin):
                        if further.begin != self.person:
                            yield from self.possible(Way("event", self.nodes[tie.end], (tie,), command, further))


def days_between(earlier: Node, later: Node) -> tuple[int | None, int | None]:
    """Days by the calendar, the fewest and the most, from the beginning of the one to that of the other."""
    first, last = Told(earlier), Told(later)
    least = (_day(last.since) - _latest(first)).days if last.since != FIRST and first.begun_to != LAST else None
    most = (_latest(last) - _day(first.since)).days if first.since != FIRST and last.begun_to != LAST else None
    return None if least is None else max(0, least), most


def _latest(told: Told) -> datetime:
    """The last day on which it can have begun."""
    return _day(told.begun_to if "certain_from" in told.thing.properties else told.until - timedelta(seconds=1))


def _day(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def done_columns(event: Told) -> Row:
    """An event below, as a row shows it."""
    way = event.best
    assert way.command is not None
    return {
        "event": event.thing.id,
        "event_since": event.since,
        "event_until": event.until,
        "unit": way.command.unit,
        "level": way.level,
        "member": way.further and way.further.begin,
        "alleged": way.ties[-1].id,
        "command": list(way.command.units),
        "links": [link.id for link in way.command.links],
    }
