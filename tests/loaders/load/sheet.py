"""A sheet and a mapping, read as far as a load reads them, in a case of their own."""

from __future__ import annotations

from pathlib import Path

from graph.kept.case import Case
from loaders.load.load import Load, enter, harvest, keep, prepare
from loaders.mapping import parse


def loaded(folder: Path, sheet: str, mapping: str) -> Load:
    """What loading the sheet brought."""
    path = folder / "sheet.csv"
    path.write_text(sheet, "utf-8")
    load = prepare(path, lambda reading, file: parse(mapping, "own.toml"))
    case = Case.create(folder / "case", title="Guild", zone="Europe/Lisbon")
    with case, case.writing(), case.journal.appending() as journal:
        harvest(load, case)
        enter(case, journal, load)
    return load


def entered(case: Case, load: Load) -> Load:
    """The same load, as it stands in this case."""
    with case.writing(), case.journal.appending() as journal:
        harvest(load, case)
        keep(case, load)
        enter(case, journal, load)
    return load
