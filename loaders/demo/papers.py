"""What a casefile holds: the interview, its translation, medical papers with their findings, photographs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Literal

from graph.schema.choices import ISTANBUL
from loaders.demo import story
from loaders.demo.words import words

if TYPE_CHECKING:
    from loaders.demo.events import Incident
    from loaders.demo.victims import Victim

Kind = Literal["interview", "translation", "medical paper", "photograph"]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One paper or picture. `finding`, `station`: what a photograph shows."""

    number: str
    casefile: str
    kind: Kind
    language: str
    day: date
    file: str
    pages: int
    derived_from: str = ""
    how: str = ""
    finding: str = ""
    station: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What an assessor found, in the assessor's words. `level`: of the Istanbul Protocol, only if that scale was used."""

    number: str
    casefile: str
    exhibit: str
    incident: str
    examined: Literal["body", "photographs", "records"]
    domain: Literal["physical", "psychological"]
    scope: Literal["lesion", "overall"]
    body_site: str
    method: str
    level: str
    conclusion: str
    assessor: str
    day: date


def papers(seed: int, victims: dict[str, Victim], incidents: list[Incident]) -> tuple[list[Exhibit], list[Finding]]:
    """Of every casefile, what it holds."""
    chance = Random(f"{seed}/papers")  # noqa: S311 - a story, not a secret
    exhibits: list[Exhibit] = []
    findings: list[Finding] = []
    harm = {i.casefile: i for i in incidents if i.kind in ("torture", "beating")}
    for at, victim in enumerate(victims.values()):
        file = victim.casefile
        number = f"E-{file[2:]}"
        exhibits.append(Exhibit(f"{number}-1", file, "interview", victim.language, victim.opened, f"{file}-interview.txt", 3))
        if victim.language != "en":
            exhibits.append(
                Exhibit(f"{number}-2", file, "translation", "en", victim.opened + timedelta(days=21),
                        f"{file}-interview-en.txt", 3, f"{number}-1", "translation")
            )  # fmt: skip
        if at % 3 == 2 and file != story.VICTIM:
            continue
        seen = victim.released.date() + timedelta(days=chance.randrange(1, 6))
        exhibits.append(Exhibit(f"{number}-3", file, "medical paper", "ru", seen, f"{file}-medical.txt", 2))
        for order in range(1, chance.randrange(2, 4)):
            findings.append(_finding(harm[file], f"F-{file[2:]}-{order}", f"{number}-3", seen, chance))
        if at % 3 == 0 or file == story.VICTIM:
            exhibits.append(
                Exhibit(f"{number}-4", file, "photograph", "", seen, f"{file}-photo.png", 1, finding=f"F-{file[2:]}-1")
            )
            exhibits.append(
                Exhibit(f"{number}-5", file, "photograph", "", seen, f"{file}-copy.png", 1, f"{number}-4", "crop",
                        finding=f"F-{file[2:]}-1")
            )  # fmt: skip
        if at % 11 == 0:
            place = Exhibit(f"{number}-6", file, "photograph", "", seen, f"{file}-place.png", 1, station=victim.first)
            exhibits.append(place)
    return exhibits, findings


def _finding(incident: Incident, number: str, exhibit: str, seen: date, chance: Random) -> Finding:
    listed = words("phrases")
    method = chance.choice(incident.methods)
    lesion = chance.choice([lesion for lesion in listed["lesion"] if method in lesion["after"]])
    mind, scale = not lesion["site"], chance.random() < 0.7
    return Finding(
        number,
        incident.casefile,
        exhibit,
        incident.number,
        "records" if mind else chance.choice(("body", "body", "photographs")),
        "psychological" if mind else "physical",
        "overall" if mind or chance.random() < 0.2 else "lesion",
        lesion["site"],
        method,
        chance.choice(ISTANBUL[1:5]) if scale else ISTANBUL[5],
        lesion["conclusion"],
        chance.choice(listed["lists"]["assessor"]),
        seen,
    )
