"""The exhibits themselves: interviews as they were written down, translations, medical papers, pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from loaders.demo.files.casework import arrival, quote, seen
from loaders.demo.files.picture import write_picture

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.demo.papers import Exhibit
    from loaders.demo.republic import Republic
    from loaders.demo.victims import Victim

_TITLE = {"ru": "Опрос, дело {file}", "be": "Апытанне, справа {file}", "en": "Interview, casefile {file}"}
_PAPER = "Справка. Дело {file}. Осмотр {day}.\n\n{lines}\n"


def write_exhibits(folder: Path, country: Republic) -> None:
    """All files that the sheet of exhibits names, in a folder beside it."""
    (folder / "exhibits").mkdir(exist_ok=True)
    for exhibit in country.exhibits:
        path = folder / "exhibits" / exhibit.file
        victim = country.victims[exhibit.casefile]
        match exhibit.kind:
            case "interview" | "translation":
                path.write_bytes(_interview(replace(victim, language=exhibit.language), country).encode())  # type: ignore[arg-type]
            case "medical paper":
                path.write_bytes(_paper(exhibit, country).encode())
            case "photograph":
                write_picture(path, exhibit.finding or exhibit.station, crop=exhibit.how == "crop")


def _interview(victim: Victim, country: Republic) -> str:
    """The same account in the language of `victim`: a translation is written from the translated person."""
    language = victim.language
    own = [incident for incident in country.incidents if incident.casefile == victim.casefile]
    lines = [_TITLE[language].format(file=victim.casefile), victim.name.written(language)]
    for incident in own:
        lines.append(quote(incident, victim))
        if incident.kind == "arrest":
            lines += [arrival(stay, language) for stay in victim.stays]
        lines += [seen(sighting, language) for sighting in country.sightings if sighting.incident == incident.number]
    return "\n".join(line for line in lines if line) + "\n"


def _paper(exhibit: Exhibit, country: Republic) -> str:
    lines = "\n".join(
        f"{f.number}. {f.body_site or '—'}: {f.conclusion}" for f in country.findings if f.exhibit == exhibit.number
    )
    return _PAPER.format(file=exhibit.casefile, day=exhibit.day, lines=lines)
