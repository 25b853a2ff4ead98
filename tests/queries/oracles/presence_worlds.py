"""Random small worlds of those who are said, or denied, to have been there: as rows of a file, projected as a case is."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from graph.project import project
from graph.projection import Projection
from tests.graph.small_case import Sheet, lasting
from tests.queries.oracles.denied_presence import LAST_DAY, Days, Happened, Part, Seen, Statement, deniers

STATIONS, PERSONS, EVENTS, UNIT, VICTIM = ("st-0", "st-1"), ("p-0", "p-1"), ("e-0", "e-1"), "u-0", "p-v"
SOURCES = ("s-1", "s-2", "s-3")
PRESENT, PARTS = ("officer", "medic"), ("direct", "ordered", "supervised", "present", "medical")
TYPES: dict[type, str] = {Seen: "PRESENT_AT", Part: "ALLEGED_IN"}


@dataclass(frozen=True)
class PresenceWorld:
    """One world: what sources say, and what the graph of it is. All ids begin with `prefix`."""

    prefix: str
    events: dict[str, Happened]
    statements: tuple[Statement, ...]
    projection: Projection
    links: dict[Seen | Part, str]
    """By what is asserted, the link that says so."""

    @property
    def denied(self) -> dict[str, tuple[str, ...]]:
        """By each link, the sources that deny it, as the oracle has them."""
        found = deniers(list(self.statements), self.events)
        return {id_: tuple(sorted(self.prefix + source for source in found[said])) for said, id_ in self.links.items()}


def presence_worlds(count: int, seed: int) -> list[PresenceWorld]:
    """The same worlds for the same seed."""
    return [_world(Random(f"{seed}-{number}"), f"dp{number}:") for number in range(count)]


def _world(random: Random, prefix: str) -> PresenceWorld:
    events = {event: Happened(_days(random), tuple(random.sample(STATIONS, random.choice([0, 1, 1, 1, 2])))) for event in EVENTS}
    statements = tuple(statement for row in range(2, random.randint(5, 16)) for statement in dict.fromkeys(_row(random, row)))
    sheet = _things(prefix, events)
    links: dict[Seen | Part, str] = {}
    for number, told in enumerate(statements):
        id_ = f"{prefix}l-{number:02}"
        _say(sheet, prefix, id_, told)
        if not told.denies:
            links[told.what] = min(links.get(told.what, id_), id_)
    return PresenceWorld(prefix, events, statements, project(sheet.state()), links)


def _row(random: Random, row: int) -> list[Statement]:
    """One row: of one person, whom its source has seen, or accuses, or both; or of whom it denies it."""
    source, denies = random.choice(SOURCES), random.random() < 0.4
    who = random.choice([*PERSONS, *PERSONS, UNIT])
    part = Part(who, random.choice(EVENTS), random.choice([None, *PARTS, "present", "direct"]))
    if who == UNIT:
        return [Statement(row, source, part, denies)]
    seen = Seen(who, random.choice(STATIONS), random.choice([None, None, *PRESENT]), _days(random))
    listed: list[Seen | Part] = random.choice([[part], [seen], [seen, part], [seen, part]])
    one_of_them = random.random() < 0.2
    return [Statement(row, source, what, denies and not (one_of_them and what is seen)) for what in listed]


def _days(random: Random) -> Days:
    first = random.randint(1, 6)
    return random.choice([None, (first, first), (first, first), (first, first + random.randint(1, 3)), (first, LAST_DAY)])


def _things(prefix: str, events: dict[str, Happened]) -> Sheet:
    source = f"{prefix}{SOURCES[0]}"
    sheet = Sheet()
    for person in PERSONS:
        sheet.thing(prefix + person, "Person", cites=source, name=person, identified="described")
    sheet.thing(prefix + VICTIM, "Person", cites=source, name="victim").thing(prefix + UNIT, "Unit", cites=source, name="unit")
    for number, station in enumerate(STATIONS):
        sheet.thing(prefix + station, "Station", cites=source, name=station)
        held: Any = lasting(1, LAST_DAY)
        sheet.link(f"{prefix}l-held-{number}", "HELD_AT", prefix + VICTIM, prefix + station, cites=source, span=held)
    for event, happened in events.items():
        when: dict[str, Any] = {"span": lasting(*happened.days)} if happened.days else {}
        sheet.thing(prefix + event, "Event", cites=source, name=event, **when)
        sheet.link(f"{prefix}l-suffered-{event}", "SUFFERED", prefix + VICTIM, prefix + event, cites=source)
        for station in happened.stations:
            sheet.link(f"{prefix}l-at-{event}-{station}", "OCCURRED_AT", prefix + event, prefix + station, cites=source)
    return sheet


def _say(sheet: Sheet, prefix: str, id_: str, told: Statement) -> None:
    what = told.what
    end = what.station if isinstance(what, Seen) else what.event
    said: dict[str, Any] = {"role": what.role} if what.role else {}
    if isinstance(what, Seen) and what.days:
        said["span"] = lasting(*what.days)
    sheet.link(
        id_, TYPES[type(what)], prefix + what.who, prefix + end,
        cites=prefix + told.source, denied=told.denies, row=told.row, **said,
    )  # fmt: skip
