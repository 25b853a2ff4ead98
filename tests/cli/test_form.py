"""`linkage form`: a new workbook and nothing else; filled in, it loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.forms import kinds
from tests.cli.program import inside
from tests.loaders.forms.filled import BASE, filled


def test_the_kinds_are_listed(tmp_path: Path) -> None:
    ran = inside("form", cwd=tmp_path)
    assert ran.code == 0 and ran.err == ""
    assert [line.split("\t")[0] for line in ran.out.splitlines()[1:6]] == list(kinds())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", kinds())
def test_one_is_written_without_a_case(kind: str, tmp_path: Path) -> None:
    ran = inside("form", kind, cwd=tmp_path)
    assert ran.code == 0 and f"linkage load form-{kind}.xlsx" in ran.out
    assert [path.name for path in tmp_path.iterdir()] == [f"form-{kind}.xlsx"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine.xlsx").write_text("mine", "utf-8")
    ran = inside("form", "held", "--out", "mine.xlsx", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.complaint == "--out: mine.xlsx is there already; name a new file"
    assert (tmp_path / "mine.xlsx").read_text("utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.xlsx"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("stays",), "no form is called 'stays': name one of held, incidents, postings, sources, units"),
        (("held", "--out", "held.csv"), "--out: held.csv is no name of a workbook: let it end in .xlsx"),
        (("--out", "held.xlsx"), "--out needs a KIND: `linkage form` lists them"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(words: tuple[str, ...], complaint: str, tmp_path: Path) -> None:
    ran = inside("form", *words, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "") and complaint in ran.err
    assert list(tmp_path.iterdir()) == []


def test_filled_in_it_loads_without_a_mapping(fresh: Path, tmp_path: Path) -> None:
    assert inside("form", "held", "--out", tmp_path / "held.xlsx").code == 0
    path = filled(tmp_path / "held.xlsx", [{**BASE["held"], "Sex": "male", "From": "3 May 2020"}])
    ran = inside("load", path, "--dry-run", case=fresh)
    assert ran.code == 0, ran.err
    assert "would be loaded, read by form-held" in ran.out and "0 rejects" in ran.out
    empty = inside("load", tmp_path / "held.xlsx", case=fresh)
    assert empty.code == 2 and empty.complaint.startswith("held.xlsx: a header, and no rows under it")
