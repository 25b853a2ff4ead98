"""`linkage mapping draft` on a terminal: its questions, each with its evidence; Enter takes the default."""

from __future__ import annotations

from pathlib import Path

from tests.cli.terminal import Sitting

SHEET = """person,rank,unit,chief,from
Kesto Marrane,Lt.,2nd Harbour Guard Company,Ruvo Almeskar,2012-05-03
Teodar Vinsk,Capt.,Coast Battalion,Ruvo Almeskar,2012-05-04
"""


def test_somebody_says_who_commands(tmp_path: Path) -> None:
    (tmp_path / "staff.csv").write_text(SHEET, "utf-8")
    with Sitting("mapping", "draft", tmp_path / "staff.csv", "--out", tmp_path / "drafts", case=tmp_path) as somebody:
        somebody.sees("What is one row of this table?")
        somebody.sees("Which [2]:")
        somebody.types("\r")
        somebody.sees("does this person command the unit of the row?")
        somebody.sees("e.g. Ruvo Almeskar")
        somebody.sees("Which [2]:")
        somebody.types("1\r")
        code, shown = somebody.ends()
    assert code == 0 and "linkage mapping try" in shown
    text = (tmp_path / "drafts" / "staff.toml").read_text("utf-8")
    assert "[thing.commander]" in text and "Almeskar" not in text
