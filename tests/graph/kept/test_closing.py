"""A case is its owner's alone, also where its folder or a file in it was there before."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import CaseError
from graph.kept import case as kept
from graph.kept import closing
from graph.kept.case import Case
from tests.promises import Promise

pytestmark = pytest.mark.skipif(os.name == "nt", reason="on Windows the folder's own permissions hold")


@pytest.fixture(autouse=True)
def careless() -> Iterator[None]:
    """An account whose new files everybody may read and write."""
    before = os.umask(0)
    yield
    os.umask(before)


def made(folder: Path) -> Path:
    with Case.create(folder, title="A case", zone="UTC") as case:
        case.originals.keep(b"a file")
    return folder


def open_to_others(folder: Path) -> list[str]:
    return [str(path) for path in (folder, *folder.rglob("*")) if path.lstat().st_mode & 0o077]


@pytest.mark.trust("nobody but the owner may read a case")
def test_a_folder_that_was_there_is_closed_and_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "case").mkdir(mode=0o755)

    with Case.create(tmp_path / "case", title="A case", zone="UTC") as case:
        assert case.closed is not None and "0755" in case.closed and "\n" not in case.closed

    assert open_to_others(tmp_path / "case") == []


def test_a_case_that_is_closed_is_nothing_to_speak_of(tmp_path: Path) -> None:
    with Case(made(tmp_path / "case")) as case:
        assert case.closed is None


@pytest.mark.trust("nobody but the owner may read a case")
def test_everything_in_a_case_that_others_could_read_is_closed(tmp_path: Path) -> None:
    case = made(tmp_path / "case")
    for path in (case, *case.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    (case / "queries" / "mine.cypher").write_text("RETURN 1", "utf-8")

    with Case(case) as opened:
        assert opened.closed is not None and "closed to them now, and" in opened.closed

    assert open_to_others(case) == []
    with Case(case) as again:
        assert again.closed is None


@pytest.mark.trust("nobody but the owner may read a case")
@pytest.mark.parametrize("name", ["queries/mine.cypher", "keys/pseudonym", "journal.db", "case.lock", "exports/x/rows.csv"])
def test_a_file_that_an_editor_or_a_copy_left_open_is_closed(name: str, tmp_path: Path) -> None:
    case = made(tmp_path / "case")
    (case / name).parent.mkdir(exist_ok=True)
    (case / name).touch()
    (case / name).chmod(0o666)

    with Case(case) as opened:
        assert opened.closed is None  # nobody could reach it

    assert open_to_others(case) == []


@pytest.mark.trust("nobody but the owner may read a case")
def test_control_a_case_that_is_not_closed_stays_open(tmp_path: Path, promise: Promise, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "close_to_others", lambda folder: None)
    case = made(tmp_path / "case")
    names = [path for path in case.rglob("*") if path.is_file()]
    for path in names:
        path.chmod(0o644)

    Case(case).close()

    promise.control(len(names), len(open_to_others(case)))
    assert len(open_to_others(case)) == len(names) > 3


def test_what_a_link_leads_to_is_left_alone(tmp_path: Path) -> None:
    case, elsewhere = made(tmp_path / "case"), tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o755)
    (elsewhere / "file").touch(0o644)
    (case / "exports" / "link").symlink_to(elsewhere)
    (case / "exports" / "file").symlink_to(elsewhere / "file")

    Case(case).close()

    assert (elsewhere.stat().st_mode & 0o777, (elsewhere / "file").stat().st_mode & 0o777) == (0o755, 0o644)


def test_a_case_that_cannot_be_closed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = made(tmp_path / "case")
    case.chmod(0o755)
    monkeypatch.setattr(Path, "chmod", lambda path, mode: None)  # as on a disk that keeps no permissions

    with pytest.raises(CaseError, match="keeps no permissions") as refused:
        Case(case)
    assert "chmod -R go=" in str(refused.value)

    def another_account(path: Path, mode: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", another_account)
    with pytest.raises(CaseError, match="Operation not permitted"):
        Case(case)


def test_what_another_command_takes_away_meanwhile_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = made(tmp_path / "case")
    within = closing._within
    (case / "rejects" / "old").mkdir()

    def taken(folder: Path, *, deep: bool, top: bool = True) -> Iterator[Path]:
        for path in within(folder, deep=deep, top=top):
            if path.name == "old":
                shutil.rmtree(path, ignore_errors=True)
            yield path

    monkeypatch.setattr(closing, "_within", taken)
    Case(case).close()
