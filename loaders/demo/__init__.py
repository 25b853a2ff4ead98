"""A fictional republic and its papers: a case to learn Linkage with, and to show what it answers.

Nothing in it is real: not the republic, its places and offices, nor any person. Its structure is that of cases in which
linkage evidence is sought. The files are of the kinds that investigators receive, with their errors, and are loaded like
any others.

words · spelling · geography · forces     what there is
officers · victims · events               who, and what was done
papers · documents · press                what was written about it
republic                                  all of it, from one seed
files                                     the same as files
story                                     what the story turns on, for questions
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.demo.files import casework, interviews, offices, registers, trust
from loaders.demo.republic import republic
from loaders.demo.story import SEED

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, *, seed: int = SEED) -> tuple[Path, ...]:
    """Writes all files into a folder and returns those to load, in order. The same seed gives the same bytes anywhere."""
    country = republic(seed)
    folder.mkdir(parents=True, exist_ok=True)
    interviews.write_exhibits(folder, country)
    return (
        registers.write_stations(folder),
        registers.write_structure(folder),
        registers.write_roster(folder, country),
        registers.write_duty_list(folder, country),
        casework.write_casefiles(folder, country),
        casework.write_exhibits(folder, country),
        casework.write_stays(folder, country),
        casework.write_incidents(folder, country),
        casework.write_perpetrators(folder, country),
        casework.write_findings(folder, country),
        offices.write_proceedings(folder, country),
        offices.write_acts(folder, country),
        offices.write_press(folder, country),
        offices.write_statements(folder, country),
        trust.write_consents(folder, country),
        trust.write_custody(folder, country),
        trust.write_grades(folder, country),
    )
