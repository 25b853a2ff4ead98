"""Comments on cells: `why` shows them, no profile for others lets them out, `erase` takes them out."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from tests.cli import republic
from tests.cli.program import inside
from tests.cli.test_erase import traces

ILVANE, MIREL, _ = (row[0] for row in republic.CUSTODY_ROWS)


@pytest.fixture
def commented(fresh: Path, tmp_path: Path) -> Path:
    """The custody list as a workbook: a comment on the row of one names another, who is protected."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (republic.CUSTODY_HEADER, *republic.CUSTODY_ROWS):
        sheet.append(row)
    cell = next(cell for cells in sheet.iter_rows() for cell in cells if cell.value == MIREL)
    cell.comment = Comment(f"heard from {ILVANE} in the yard", "Analyst")
    cell.hyperlink = "https://list.invalid/a"
    book.save(tmp_path / "custody.xlsx")
    (tmp_path / "custody.toml").write_text(republic.CUSTODY, "utf-8")
    ran = inside("load", tmp_path / "custody.xlsx", "--mapping", tmp_path / "custody.toml", case=fresh)
    assert ran.code == 0, ran.err
    return fresh


def test_a_comment_is_shown_released_to_nobody_and_erased(commented: Path, tmp_path: Path) -> None:
    shown = inside("why", MIREL, case=commented)
    assert f"comment on the cell, by Analyst: heard from {ILVANE} in the yard" in shown.out
    assert "the cell links to https://list.invalid/a" in shown.out
    for profile in ("public", "prosecutor"):
        out = tmp_path / profile
        ran = inside(
            "export", "evidence/hygiene", "--as", "csv", "--profile", profile, "--for", "a reader", "--out", out, case=commented
        )
        assert ran.code == 0, ran.err
        ran = inside(
            "page",
            "--thing",
            MIREL,
            "--profile",
            profile,
            "--for",
            "a reader",
            "--out",
            tmp_path / f"{profile}.html",
            case=commented,
        )
        assert ran.code == 0, ran.err
        for word in ("in the yard", "list.invalid", *ILVANE.split()):
            assert traces(out, word) == [], word
            assert word not in (tmp_path / f"{profile}.html").read_text("utf-8")
    ran = inside("erase", ILVANE, "--reason", "consent withdrawn", "--yes", case=commented)
    assert ran.code == 0, ran.err
    assert traces(commented, ILVANE, "in the yard") == []
    assert "(erased)" in inside("why", MIREL, case=commented).out
