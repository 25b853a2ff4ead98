"""Everything that is so in the republic, whether or not a file says it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.demo.documents import acts, proceedings
from loaders.demo.events import incidents, sightings
from loaders.demo.officers import service
from loaders.demo.papers import papers
from loaders.demo.press import denials, reports
from loaders.demo.victims import victims

if TYPE_CHECKING:
    from loaders.demo.documents import Act, Proceeding
    from loaders.demo.events import Incident, Sighting
    from loaders.demo.officers import Service
    from loaders.demo.papers import Exhibit, Finding
    from loaders.demo.press import Denial, Report
    from loaders.demo.victims import Victim


@dataclass(frozen=True, slots=True)
class Republic:
    """One telling of the story. Geography and forces are the same in each."""

    seed: int
    service: Service
    victims: dict[str, Victim]
    incidents: list[Incident]
    sightings: list[Sighting]
    exhibits: list[Exhibit]
    findings: list[Finding]
    proceedings: list[Proceeding]
    acts: list[Act]
    reports: list[Report]
    denials: list[Denial]


@cache
def republic(seed: int) -> Republic:
    """The story that this seed tells: the same at each call, on each machine."""
    serving = service(seed)
    people = victims(seed)
    done = incidents(seed, people, serving)
    exhibits, findings = papers(seed, people, done)
    return Republic(
        seed, serving, people, done, sightings(seed, done, serving), exhibits, findings,
        proceedings(seed, people), acts(), reports(serving), denials(),
    )  # fmt: skip
