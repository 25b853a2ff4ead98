"""What the partner's own people wrote while they listened: casefiles, stays, incidents, the men described, findings."""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from loaders.demo import story
from loaders.demo.files.sheets import write_csv, write_lines
from loaders.demo.files.workbook import write_workbook
from loaders.demo.forces import units
from loaders.demo.geography import stations
from loaders.demo.press import denials
from loaders.demo.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.demo.events import Incident, Sighting
    from loaders.demo.republic import Republic
    from loaders.demo.victims import Stay, Victim

_MINUTE = "%Y-%m-%dT%H:%M"
DENIED = tuple(denial.incident for denial in denials() if denial.incident)
"""Incidents in which the ministry denies a unit's part: there the complainant did tell the unit."""


def write_casefiles(folder: Path, country: Republic) -> Path:
    """One row a complainant."""
    chance = Random(f"{country.seed}/casefiles")  # noqa: S311 - a story, not a secret
    rows: list[list[str | date | None]] = [
        ["casefile", "complainant", "complainant_latin", "also_written", "sex", "born", "language", "opened", "exhibit"]
    ]
    for victim in country.victims.values():
        name, number = victim.name, f"E-{victim.casefile[2:]}-1"
        written = name.russian if victim.language == "ru" else name.belarusian
        latin = name.latin_of_russian if victim.language == "ru" else name.latin_of_belarusian
        born: str | date = victim.born if chance.random() < 0.7 else f"{victim.born:%Y}"
        rows.append([victim.casefile, written, latin, _also(victim, chance),
                     "f" if name.female else "m", born, victim.language, victim.opened, number])  # fmt: skip
    return write_workbook(folder / "casefiles.xlsx", {"casefiles": rows})


def _also(victim: Victim, chance: Random) -> str:
    """Another spelling that stands in the file: of one in three, on a summons or a ticket."""
    if victim.casefile == story.VICTIM:
        return victim.name.russian
    return victim.name.short_russian if chance.random() < 0.3 else ""


def write_stays(folder: Path, country: Republic) -> Path:
    """Each stay as exactly as the interview gives it. The last line is broken: a list where a cell should be."""
    records: list[dict[str, object]] = []
    for victim in country.victims.values():
        records += [_stay(stay, victim) for stay in victim.stays]
    path = write_lines(folder / "stays.jsonl", records)
    broken = json.dumps({"casefile": "C-050", "station_code": ["S-23", "S-24"], "stage": "administrative arrest"})
    path.write_bytes(path.read_bytes() + broken.encode() + b"\n")
    return path


def _stay(stay: Stay, victim: Victim) -> dict[str, object]:
    begin, end = stay.begin, stay.end
    station = stations()[stay.station]
    when = {
        "hours": {"from": f"{begin:{_MINUTE}}", "to": f"{end:{_MINUTE}}"},
        "days": {"from": f"{begin:%Y-%m-%d}", "to": f"{end:%Y-%m-%d}"},
        "day": {"on": f"{begin:%Y-%m-%d}"},
        "begin": {"from": f"{begin:{_MINUTE}}"},
    }[stay.times]
    empty = {"from": "", "to": "", "on": ""}
    return {
        "casefile": stay.casefile, "station_code": stay.station, "station": station.english, **empty, **when,
        "stage": stay.stage, "cell": stay.cell, "quote": arrival(stay, victim.language), "exhibit": f"E-{stay.casefile[2:]}-1",
    }  # fmt: skip


def arrival(stay: Stay, language: str) -> str:
    """What the interview says of a stay, in its language."""
    phrase = words("phrases")["transport" if stay.stage == "transport" else "arrival"][language]
    when, crowd = f"{stay.begin:%d.%m, %H:%M}", 12 + stay.begin.minute // 2
    return str(phrase.format(station=stations()[stay.station].named(language), when=when, cell=stay.cell, crowd=crowd))


def seen(sighting: Sighting, language: str) -> str:
    """What the interview says of a man, in its language; nothing where a paper says who he is."""
    if sighting.known:
        return ""
    called = sighting.called or {"ru": "не знаю", "be": "не ведаю"}.get(language, "I do not know")
    return str(words("phrases")["seen"][language].format(described=_described(sighting, language), called=called))


def _described(sighting: Sighting, language: str) -> str:
    if sighting.described < 0:
        return ""
    return str(words("phrases")["lists"]["described"][sighting.described][("ru", "be", "en").index(language)])


def write_incidents(folder: Path, country: Republic) -> Path:
    """What was done, coded; the unit as the complainant recognised it; how credible the compiler found it."""
    chance = Random(f"{country.seed}/incidents")  # noqa: S311 - a story, not a secret
    rows = [["incident", "casefile", "kind", "methods", "purpose", "words", "targeted_for", "place", "station_code", "station",
             "from", "to", "part_of", "witness_1", "witness_2", "unit_code", "unit", "unit_by", "quote", "exhibit",
             "credibility"]]  # fmt: skip
    for incident in country.incidents:
        rows.append(_incident(incident, country, chance))
    odd = [*rows[-1]]
    odd[0], odd[2] = "C-050/6", "задержание?"  # a kind nobody defined: refused
    return write_csv(folder / "incidents.csv", [*rows, odd])


def _incident(incident: Incident, country: Republic, chance: Random) -> list[str]:
    victim = country.victims.get(incident.casefile)
    station = stations().get(incident.station)
    large = victim is None
    where = words("phrases")["lists"][f"place_{victim.language}"][incident.place] if victim and incident.place >= 0 else ""
    unit, by = "", ""
    if incident.kind == "arrest":
        unit, by = story.UNNAMED, ""
    elif incident.methods and (chance.random() < 0.8 or incident.number in DENIED):
        unit, by = incident.unit, chance.choice(("insignia", "insignia", "vehicle", "voice"))
    vague = incident.kind == "release" or (incident.methods and chance.random() < 0.15)
    form = "%Y-%m-%d" if vague else _MINUTE
    end = incident.end + timedelta(minutes=1) if incident.end == incident.begin else incident.end
    exhibit = "" if large else f"E-{incident.casefile[2:]}-1"
    return [
        incident.number, incident.casefile, incident.kind, "; ".join(incident.methods), incident.purpose, incident.words,
        incident.targeted_for, where, incident.station, station.english if station else "", f"{incident.begin:{form}}",
        f"{end:{form}}", incident.part_of, *(*incident.witnesses, "", "")[:2], unit, units()[unit].english if unit else "", by,
        quote(incident, victim) if victim else "", exhibit, "" if large else chance.choice("2233346"),
    ]  # fmt: skip


def quote(incident: Incident, victim: Victim) -> str:
    """What the interview says of it, in its language."""
    phrases, language = words("phrases"), victim.language
    match incident.kind:
        case "arrest":
            place = phrases["lists"][f"place_{language}"][incident.place]
            return str(phrases["arrest"][language].format(hour=incident.begin.hour, place=place))
        case "torture" | "beating":
            methods = ", ".join(phrases["method"][method][language] for method in incident.methods)
            return str(phrases["torture"][language].format(methods=methods, words=incident.words))
        case "release":
            return str(phrases["released"][language].format(when=f"{incident.begin:%d.%m}"))
    return ""


def write_perpetrators(folder: Path, country: Republic) -> Path:
    """Men as they were described. A badge number stands there only where a paper in the file gives it."""
    rows = [["casefile", "letter", "incident", "station_code", "station", "from", "to", "badge", "written_as", "called",
             "identified", "description", "role", "recognised_by", "quote", "exhibit"]]  # fmt: skip
    for s in country.sightings:
        name = country.service.officers[s.badge].name
        language = country.victims[s.casefile].language
        written = {"ru": name.short_russian, "be": name.short_belarusian, "en": name.latin_of_belarusian}[language]
        called = "" if s.known else s.called or f"неизвестный {s.letter} ({s.casefile})"
        rows.append([
            s.casefile, s.letter, s.incident, s.station, stations()[s.station].english, f"{s.begin:{_MINUTE}}",
            f"{s.end:{_MINUTE}}", s.badge if s.known else "", written if s.known else "", called,
            "named" if s.known else "described", _described(s, language), s.role, s.recognised_by, seen(s, language),
            f"E-{s.casefile[2:]}-1",
        ])  # fmt: skip
    return write_csv(folder / "perpetrators.csv", rows)


def write_exhibits(folder: Path, country: Republic) -> Path:
    """What is held, and what each paper or picture is a copy of, shows, belongs to."""
    rows = [["exhibit", "casefile", "kind", "language", "dated", "file", "pages", "acquired", "derived_from", "how",
             "shows_finding", "shows_station_code", "shows_station"]]  # fmt: skip
    for e in country.exhibits:
        at = stations()[e.station].english if e.station else ""
        acquired = "from the complainant, by the partner's interviewer"
        rows.append([e.number, e.casefile, e.kind, e.language, f"{e.day}", f"exhibits/{e.file}", str(e.pages), acquired,
                     e.derived_from, e.how, e.finding, e.station, at])  # fmt: skip
    return write_csv(folder / "exhibits.csv", rows)


def write_findings(folder: Path, country: Republic) -> Path:
    """What assessors found. Where no scale was used, no level is given."""
    rows = [["finding", "casefile", "exhibit", "incident", "examined", "domain", "scope", "body_site", "alleged_method",
             "level", "conclusion", "assessor", "examined_on"]]  # fmt: skip
    for f in country.findings:
        rows.append([f.number, f.casefile, f.exhibit, f.incident, f.examined, f.domain, f.scope, f.body_site, f.method, f.level,
                     f.conclusion, f.assessor, f"{f.day}"])  # fmt: skip
    return write_csv(folder / "findings.csv", rows)
