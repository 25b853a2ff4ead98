"""One writer at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import CaseError
from graph.kept.lock import locked

HOLDER = """
import sys
from pathlib import Path
from graph.kept.lock import locked
with locked(Path(sys.argv[1]), "R. Analyst"):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(path: Path) -> subprocess.Popen[str]:
    """Another process that holds the lock until its input is closed."""
    held = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert held.stdout
    assert held.stdout.readline() == "held\n"
    return held


def test_a_second_writer_waits_and_is_told_who_holds_the_case(tmp_path: Path) -> None:
    with holder(tmp_path / "case.lock") as other:
        with (
            pytest.raises(CaseError, match=rf"written to by R\. Analyst \(process {other.pid}\)"),
            locked(tmp_path / "case.lock", "me", patience=0.1),
        ):
            pytest.fail("two writers at once")
        other.communicate()


def test_the_lock_of_a_killed_holder_is_free(tmp_path: Path) -> None:
    with holder(tmp_path / "case.lock") as other:
        other.kill()
        other.wait()
        with locked(tmp_path / "case.lock", "me", patience=0):
            assert "R. Analyst" not in (tmp_path / "case.lock").read_text("utf-8")


def test_who_waits_long_enough_gets_it(tmp_path: Path) -> None:
    with holder(tmp_path / "case.lock") as other:
        assert other.stdin
        other.stdin.close()  # it ends while we wait
        with locked(tmp_path / "case.lock", "me", patience=30):
            assert (tmp_path / "case.lock").read_text("utf-8").startswith("me (process ")


def test_it_is_given_back_and_names_nobody(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path / "case.lock", "me", patience=0):
            pass
        assert (tmp_path / "case.lock").read_text("utf-8") == ""


def test_it_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), locked(tmp_path / "case.lock", "me"):
        raise RuntimeError
    with locked(tmp_path / "case.lock", "me", patience=0):
        pass


def test_the_same_process_cannot_hold_it_twice(tmp_path: Path) -> None:
    with (
        locked(tmp_path / "case.lock", "me"),
        pytest.raises(CaseError, match="written to by me"),
        locked(tmp_path / "case.lock", "me again", patience=0),
    ):
        pytest.fail("two writers at once")
