"""What was refused, and what was odd, kept beside the case: the refused record itself, so that nothing is lost."""

from __future__ import annotations

import csv
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from graph.kept.case import Case
    from loaders.load.load import Load

REJECTS = ("file", "sheet", "row", "line", "column", "reason", "record")
ISSUES = ("file", "row", "column", "what")


def write_rejects(case: Case, load: Load) -> tuple[Path, ...]:
    """`rejects/LOAD-rejects.csv` and `rejects/LOAD-issues.csv`, where there is anything to put in."""
    if load.sequence is None:
        return ()
    folder = case.folder / "rejects"
    folder.mkdir(exist_ok=True, mode=0o700)
    written: list[Path] = []
    rejects = [[r.file, r.sheet, r.row, r.line, r.column, r.reason, r.raw] for r in load.rejects]
    issues = [[load.file, i.row, i.column, i.what] for i in load.issues]
    for name, header, rows in (("rejects", REJECTS, rejects), ("issues", ISSUES, issues)):
        if rows:
            path = folder / f"{load.sequence}-{name}.csv"
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8", newline="") as out:
                writer = csv.writer(out)
                writer.writerow(header)
                writer.writerows(rows)
            written.append(path)
    return tuple(written)
