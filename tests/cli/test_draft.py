"""`linkage mapping draft`: a new file beside one's own, which checks, tries and loads; nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import inside

SHEET = """person,born,held at,from,to,remarks
Orsolin Vade,1958,Tannery Street Barracks,2013-05-03,2013-05-09,
Ilka Brennoy,1970,Tannery Street Barracks,2013-05-05,2013-05-12,was ill
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    (tmp_path / "held.csv").write_text(SHEET, "utf-8")
    return tmp_path / "held.csv"


def test_a_draft_checks_tries_and_loads(fresh: Path, sheet: Path) -> None:
    folder = sheet.parent
    ran = inside("mapping", "draft", sheet.name, cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert "linkage mapping try held.csv --mapping held.toml" in ran.out
    assert inside("mapping", "check", "held.toml", sheet.name, cwd=folder).code == 0
    tried = inside("mapping", "try", sheet, "--mapping", folder / "held.toml", case=fresh)
    assert tried.code == 0 and "was held at Tannery Street Barracks" in tried.out
    loaded = inside("load", sheet, "--mapping", folder / "held.toml", case=fresh)
    assert loaded.code == 0 and "0 rejects" in loaded.out


def test_nothing_is_written_over(sheet: Path) -> None:
    (sheet.parent / "held.toml").write_text("mine", "utf-8")
    ran = inside("mapping", "draft", sheet.name, cwd=sheet.parent)
    assert ran.code != 0 and "is there already" in ran.err
    assert (sheet.parent / "held.toml").read_text("utf-8") == "mine"
    assert inside("mapping", "draft", sheet.name, "--out", "drafts", cwd=sheet.parent).code == 0
