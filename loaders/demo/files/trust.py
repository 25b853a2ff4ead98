"""What the partner keeps of consent, custody and reliability."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from loaders.demo import story
from loaders.demo.files.sheets import write_csv

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.demo.republic import Republic

PURPOSES = ("use", "sharing", "publication")


def write_consents(folder: Path, country: Republic) -> Path:
    """A line for each person and purpose. Two took theirs back."""
    chance = Random(f"{country.seed}/consents")  # noqa: S311 - a story, not a secret
    rows = [["casefile", "purpose", "recipient", "given_on", "withdrawn_on", "consent_note"]]
    for at, victim in enumerate(country.victims.values()):
        for purpose in PURPOSES[: 1 + (chance.random() < 0.7) + (chance.random() < 0.2)]:
            back = f"{victim.opened + timedelta(days=140)}" if at in (12, 31) else ""
            to = "Federal Prosecutor of Nordmark" if purpose == "sharing" else ""
            note = "by telephone" if back else "signed form" if victim.casefile == story.VICTIM else "form"
            rows.append([victim.casefile, purpose, to, f"{victim.opened}", back, note])
    return write_csv(folder / "consents.csv", rows)


def write_custody(folder: Path, country: Republic) -> Path:
    """Who had each exhibit when."""
    rows = [["exhibit", "custody_action", "custody_by", "custody_on", "custody_place"]]
    for e in country.exhibits:
        day = country.victims[e.casefile].opened
        rows.append([e.number, "received from the complainant", "interviewer 3", f"{day}", "field office"])
        rows.append([e.number, "hashed and stored", "archivist", f"{day + timedelta(days=2)}", "archive"])
    return write_csv(folder / "custody.csv", rows)


def write_grades(folder: Path, country: Republic) -> Path:
    """How reliable the analyst holds each interview to be, before anything it says is judged."""
    chance = Random(f"{country.seed}/grades")  # noqa: S311 - a story, not a secret
    rows = [["exhibit", "reliability_a_to_f", "graded_because"]]
    for e in country.exhibits:
        if e.kind in ("interview", "medical paper"):
            rows.append([e.number, chance.choice("ABBBCCD") if e.kind == "interview" else "B", "after a second reading"])
    return write_csv(folder / "grades.csv", rows)
