"""What was done to whom, where, when and by whom; and what those it was done to could tell of the men."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Literal

from loaders.demo import story
from loaders.demo.forces import bases
from loaders.demo.words import words

if TYPE_CHECKING:
    from loaders.demo.officers import Service
    from loaders.demo.victims import Victim

Kind = Literal["operation", "arrest", "transfer", "beating", "torture", "sexual_violence", "hearing", "release"]

DOERS = {
    "S-01": "03-01-2", "S-04": "03-01-1", "S-16": "03-03-1", "S-19": "03-04-1",
    "S-12": "03-01-3", "S-14": "05-02", "S-21": "08-02", "S-23": "09-02",
}  # fmt: skip
"""By station, the unit whose men did it."""
_ORDINARY = (
    "beating with batons",
    "stress position",
    "deprived of water",
    "overcrowded cell",
    "threat of rape",
    "electric shock",
)
RECOGNISED = ("insignia", "voice", "face", "name", "vehicle", "document")


@dataclass(frozen=True, slots=True)
class Incident:
    """One event of one casefile, or a large one they are part of (without casefile)."""

    number: str
    casefile: str
    kind: Kind
    station: str
    begin: datetime
    end: datetime
    methods: tuple[str, ...] = ()
    purpose: str = ""
    words: str = ""
    targeted_for: str = ""
    place: int = -1
    part_of: str = ""
    witnesses: tuple[str, ...] = ()
    unit: str = ""
    done_by: tuple[str, ...] = ()
    """Badges: nobody but the truth knows all of them."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A man as a complainant describes him. `badge`: who he is. `known`: the compiler holds a paper that says so."""

    casefile: str
    letter: str
    incident: str
    station: str
    begin: datetime
    end: datetime
    called: str
    described: int
    """Its place among the descriptions, or -1: no description."""
    role: Literal["direct", "supervised", "present", "ordered"]
    recognised_by: str
    badge: str
    known: bool = False


def large_events() -> list[Incident]:
    """The operation, and what happened at each of the stations."""
    night = datetime(2024, 9, 15, 18, 0)
    events = [Incident("EV-00", "", "operation", "", night, datetime(2024, 9, 20, 12, 0))]
    for station in DOERS:
        events.append(
            Incident(f"EV-{station[2:]}", "", "operation", station, night, datetime(2024, 9, 20, 12, 0), part_of="EV-00")
        )
    return events


def incidents(seed: int, victims: dict[str, Victim], service: Service) -> list[Incident]:
    """Everything that was done, the large events first."""
    chance = Random(f"{seed}/events")  # noqa: S311 - a story, not a secret
    found = large_events()
    for victim in victims.values():
        found += _of(victim, victims, service, chance)
    return found


def _of(victim: Victim, victims: dict[str, Victim], service: Service, chance: Random) -> list[Incident]:
    listed = words("phrases")["lists"]
    file, unit = victim.casefile, DOERS[victim.first]
    first = next(stay for stay in victim.stays if stay.station == victim.first)
    begin = first.begin + timedelta(minutes=chance.randrange(5, 40))
    men = service.serving(unit, begin.date())
    doers = tuple(chance.sample(men, min(len(men), 2)))
    place = chance.randrange(len(listed["place_ru"]))
    others = [
        v.casefile for v in victims.values() if v is not victim
        and any(s.station == victim.first and s.begin <= begin < s.end for s in v.stays)
    ]  # fmt: skip
    events = [
        Incident(f"{file}/1", file, "arrest", "", victim.arrested, victim.arrested + timedelta(minutes=10), place=place,
                 targeted_for=chance.choice(listed["targeted_for"]), part_of="EV-00", unit=unit, done_by=doers),
        Incident(f"{file}/2", file, "torture" if victim.first in story.METHOD_STATIONS else "beating", victim.first,
                 begin, begin + timedelta(minutes=chance.randrange(20, 150)), _methods(victim, chance),
                 chance.choice(listed["purpose"]), chance.choice(listed["shouted"]),
                 part_of=f"EV-{victim.first[2:]}", witnesses=tuple(chance.sample(others, min(2, len(others)))),
                 unit=unit, done_by=doers),
    ]  # fmt: skip
    if len(victim.stays) > 2:
        moved = victim.stays[1].end
        events.append(Incident(f"{file}/3", file, "transfer", "S-10", moved, moved + timedelta(minutes=35), unit="11-01-1"))
    if chance.random() < 0.5:
        heard = min(first.end - timedelta(hours=1), first.begin + timedelta(hours=10))
        events.append(Incident(f"{file}/4", file, "hearing", victim.first, heard, heard + timedelta(minutes=7)))
    events.append(Incident(f"{file}/5", file, "release", victim.stays[-1].station, victim.released, victim.released))
    return events


def _methods(victim: Victim, chance: Random) -> tuple[str, ...]:
    """At four stations always the same three together; elsewhere, whatever came to hand."""
    more = chance.sample(_ORDINARY, chance.randrange(1, 4))
    if victim.first == "S-12":
        return (*story.METHODS[:2], *more)
    return (*story.METHODS, *more) if victim.first in story.METHOD_STATIONS else tuple(more)


def sightings(seed: int, events: list[Incident], service: Service) -> list[Sighting]:
    """Whom complainants remember. Most know no name."""
    chance = Random(f"{seed}/sightings")  # noqa: S311 - a story, not a secret
    listed = words("phrases")["lists"]
    nicknames: dict[str, str] = {}
    free = list(words("names")["nicknames"])
    remembered: list[Sighting] = []
    for incident in events:
        if incident.kind not in ("torture", "beating"):
            continue
        for letter, badge in zip("AB", incident.done_by[: chance.randrange(1, 3)], strict=False):
            if badge not in nicknames and free:
                nicknames[badge] = free.pop(0)
            called = f"«{nicknames[badge]}»" if badge in nicknames and chance.random() < 0.75 else ""
            remembered.append(
                Sighting(
                    incident.casefile, letter, incident.number, incident.station, incident.begin, incident.end,
                    called, chance.randrange(len(listed["described"]) - 1), "direct", chance.choice(RECOGNISED[:3]), badge,
                )
            )  # fmt: skip
    return remembered + _chiefs(events)


def _chiefs(events: list[Incident]) -> list[Sighting]:
    """Superiors who came to look: recognised by face or name, two of them by a paper the compiler holds."""

    def at(number: str) -> Incident:
        return next(i for i in events if i.number == number)

    def seen(number: str, badge: str, by: str, *, known: bool, role: Literal["supervised", "present"]) -> Sighting:
        i = at(number)
        described = -1 if known else len(words("phrases")["lists"]["described"]) - 1
        return Sighting(i.casefile, "S", number, i.station, i.begin, i.end, "", described, role, by, badge, known)

    return [
        seen(f"{story.VICTIM}/2", story.COMPANY_COMMANDER, "name", known=True, role="supervised"),
        seen("C-003/2", story.COMPANY_COMMANDER, "document", known=True, role="supervised"),
        seen("C-005/2", story.CENTRE_ACTING, "face", known=True, role="present"),
        seen("C-017/2", "100-033", "voice", known=False, role="supervised"),
        seen("C-027/2", "100-061", "name", known=True, role="present"),
    ]


def based_there(station: str, day: datetime) -> tuple[str, ...]:
    """Units that were at this station that day."""
    return tuple(base.unit for base in bases() if base.station == station and base.begin <= day.date() <= base.end)
