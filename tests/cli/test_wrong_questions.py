"""What is asked wrongly is refused in one line, and leaves the case as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.folder import contents
from tests.cli.program import Ran, inside, outside
from tests.cli.wrong_questions import CHAIN, WRONG_QUESTIONS

REAL = ("no such option", "a name there is none of", "export for nobody", "no day")


def one_line(ran: Ran, *names: str, code: int = 2) -> None:
    assert (ran.code, ran.out) == (code, ""), ran
    assert ran.err.count("\n") == 1 and ran.err.startswith("linkage: ") and "Traceback" not in ran.err, ran.err
    missing = [name for name in names if name not in ran.err]
    assert not missing, f"{missing} not in: {ran.err}"


@pytest.fixture
def desk(sheets: Path, tmp_path: Path) -> Path:
    """A working folder with the good files in it."""
    return Path(shutil.copytree(sheets, tmp_path / "desk"))


@pytest.mark.parametrize("kind", WRONG_QUESTIONS)
def test_question(kind: str, shared_case: Path, desk: Path) -> None:
    arguments, names = WRONG_QUESTIONS[kind]
    before, beside = contents(shared_case), sorted(desk.iterdir())
    for run in (inside, outside) if kind in REAL else (inside,):
        ran = run(*arguments, case=shared_case, cwd=desk)
        one_line(ran, *names)
        assert "canary" not in ran.err
        assert (contents(shared_case), sorted(desk.iterdir())) == (before, beside)


def test_publish_where_nobody_listens(shared_case: Path, desk: Path) -> None:
    before = contents(shared_case)
    one_line(
        inside("publish", "bolt://127.0.0.1:1", "--profile", "internal", case=shared_case),
        "127.0.0.1:1",
        "no server listens there",
        code=1,
    )
    assert contents(shared_case) == before


def test_two_of_one_name_are_listed_and_told_apart(shared_case: Path) -> None:
    before = contents(shared_case)
    for run in (inside, outside):
        ran = run("show", "bero tashkal", case=shared_case)
        first, *candidates = ran.err.splitlines()
        assert (ran.code, ran.out) == (2, "") and "by its id" in first
        assert len(candidates) == 2 and all("Bero Tashkal  (Person, POSTED_TO 4th Watch Company)" in line for line in candidates)
    for line in candidates:
        assert inside("show", line.split()[0], case=shared_case).code == 0
    assert contents(shared_case) == before


def test_names_like_the_one_given_are_listed(shared_case: Path) -> None:
    ran = inside(*CHAIN, "--unit", "4th Watch", case=shared_case)
    first, *candidates = ran.err.splitlines()
    assert ran.code == 2 and "did you mean" in first and any("4th Watch Company" in line for line in candidates)
    typo = inside(*CHAIN, "--unit", "4th Wach Compny", case=shared_case)
    assert typo.code == 2 and "4th Watch Company" in typo.err


def test_id_of_another_label(shared_case: Path) -> None:
    id_ = inside("show", "Dom Kastel", case=shared_case).out.split("\n")[0].split("  ")[1]
    one_line(inside(*CHAIN, "--unit", id_, case=shared_case), "of a Station", "a Unit is asked for")
