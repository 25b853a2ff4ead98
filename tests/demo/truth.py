"""What is so in the republic. Only tests know it: answers must come from the files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from loaders.demo.events import based_there
from loaders.demo.forces import bases, subordinations, superiors
from loaders.demo.republic import republic
from loaders.demo.story import SEED

if TYPE_CHECKING:
    from loaders.demo.events import Incident, Sighting
    from loaders.demo.forces import Base, Subordination
    from loaders.demo.officers import Tenure
    from loaders.demo.victims import Stay


@dataclass(frozen=True, slots=True)
class Truth:
    """Keyed as the files key: badges, casefiles, codes of units and stations. Days include both ends."""

    tenures: tuple[Tenure, ...]
    subordinations: tuple[Subordination, ...]
    bases: tuple[Base, ...]
    stays: tuple[Stay, ...]
    incidents: tuple[Incident, ...]
    sightings: tuple[Sighting, ...]
    """Whom complainants saw and would know again, and who each of these men is."""
    masks: dict[tuple[str, str], str]
    """By casefile and letter of a man described: his badge."""
    in_press: dict[tuple[str, str], str]
    """By article and name as written there: the badge."""
    spellings: dict[str, tuple[str, ...]]
    """By badge or casefile: every spelling that is this one person's."""

    def commanders(self, unit: str, day: date) -> set[str]:
        """Badges of all who held command of a unit that day, acting or not."""
        return {t.badge for t in self.tenures if t.unit == unit and t.function == "commander" and t.holds(day)}

    def chains(self, unit: str, day: date) -> set[tuple[str, ...]]:
        """All ways up from a unit, by command alone, to where each ends."""
        above = superiors(unit, day)
        return {(unit, *rest) for one in above for rest in self.chains(one, day)} if above else {(unit,)}

    def based_at(self, station: str, moment: datetime) -> set[str]:
        """Units that were there."""
        return set(based_there(station, moment))

    def held_with(self, casefile: str) -> dict[str, set[str]]:
        """By station, the casefiles of all whose stay there had a moment in common with this person's."""
        found: dict[str, set[str]] = {}
        for own in self.stays:
            if own.casefile != casefile:
                continue
            others = {
                other.casefile
                for other in self.stays
                if other.casefile != casefile and other.station == own.station and other.begin < own.end and own.begin < other.end
            }
            found[own.station] = found.get(own.station, set()) | others
        return found

    def done_so(self, methods: tuple[str, ...]) -> dict[str, set[str]]:
        """By station, the units whose men did all of these together."""
        found: dict[str, set[str]] = {}
        for incident in self.incidents:
            if set(methods) <= set(incident.methods):
                found.setdefault(incident.station, set()).add(incident.unit)
        return found


def truth(*, seed: int = SEED) -> Truth:
    """The truth of the story that this seed tells."""
    told = republic(seed)
    people = {badge: officer.name.spellings for badge, officer in told.service.officers.items()}
    people |= {casefile: victim.name.spellings for casefile, victim in told.victims.items()}
    return Truth(
        tenures=told.service.tenures,
        subordinations=subordinations(),
        bases=bases(),
        stays=tuple(stay for victim in told.victims.values() for stay in victim.stays),
        incidents=tuple(told.incidents),
        sightings=tuple(told.sightings),
        masks={(s.casefile, s.letter): s.badge for s in told.sightings if not s.known},
        in_press={(r.url, r.person): r.badge for r in told.reports if r.person},
        spellings=people,
    )
