"""Several commands on one case at the same time."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.kept.case import Case
from graph.kept.lock import locked
from tests.cli import republic
from tests.cli.program import COMMAND, SECONDS, Ran, environment, inside


@pytest.fixture
def sheets_of_two(tmp_path: Path) -> list[Path]:
    """Two sheets that share no unit, so that their order does not matter."""
    found = []
    for name, text in (("roster.tsv", republic.roster(150)), ("other.tsv", republic.roster(150, "Coast"))):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        found.append(path)
    return found


def started(case: Path, *arguments: object) -> subprocess.Popen[str]:
    command = [*COMMAND, *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=environment(case), stdout=pipe, stderr=pipe, encoding="utf-8")


def ended(process: subprocess.Popen[str]) -> Ran:
    out, err = process.communicate(timeout=SECONDS)
    return Ran(process.returncode, out, err)


def graph(case: Path) -> str:
    return str(json.loads(inside("status", "--json", case=case).out)["graph"])


def test_two_loads_at_once(sheets_of_two: list[Path], made: Callable[[str], Path]) -> None:
    serial, parallel = made("serial"), made("parallel")
    for path in sheets_of_two:
        assert inside("load", path, case=serial).code == 0
    for ran in [ended(process) for process in [started(parallel, "load", path) for path in sheets_of_two]]:
        assert ran.code in (0, 2), ran
        if ran.code:
            assert ran.err.count("\n") == 1 and "being written to by a tester (process" in ran.err
    for path in sheets_of_two:  # who was sent away tries again; who was not is told so
        assert inside("load", path, case=parallel).code == 0
    assert graph(parallel) == graph(serial)
    assert inside("verify", case=parallel).code == 0


def test_the_same_file_twice_at_once_is_loaded_once(sheets_of_two: list[Path], made: Callable[[str], Path]) -> None:
    case = made("same")
    said = [ended(process) for process in [started(case, "load", sheets_of_two[0]) for _ in range(2)]]
    assert {ran.code for ran in said} <= {0, 2} and any(ran.code == 0 for ran in said)
    with Case(case) as opened:
        assert opened.journal.verify() > 0
        assert sum("load 1, read by" in ran.out for ran in said) == 1


def test_who_holds_the_case_is_named_and_nothing_is_changed(shared_case: Path, sheets: Path, tmp_path: Path) -> None:
    (tmp_path / "more.tsv").write_text(republic.roster(40), "utf-8")
    with Case(shared_case) as before, locked(shared_case / "case.lock", "somebody else"):
        head = before.journal.head
        ran = inside("load", tmp_path / "more.tsv", case=shared_case)
        assert ran.code == 2 and ran.out == "" and ran.err.count("\n") == 1
        assert "somebody else (process" in ran.err and "wait until that command has ended" in ran.err
        assert before.journal.head == head
        assert inside("status", case=shared_case).code == 0  # reading needs no lock


def test_a_reader_during_a_load_gets_one_whole_graph(sheets_of_two: list[Path], made: Callable[[str], Path]) -> None:
    case = made("read")
    assert inside("load", sheets_of_two[0], case=case).code == 0
    before = json.loads(inside("status", "--json", case=case).out)
    loading, seen = started(case, "load", sheets_of_two[1]), []
    while loading.poll() is None:
        ran = inside("status", "--json", case=case)
        assert ran.code == 0, ran.err
        seen.append(json.loads(ran.out))
    assert ended(loading).code == 0
    after = json.loads(inside("status", "--json", case=case).out)
    assert seen and all(one in (before, after) for one in seen)
    assert before["nodes"]["Unit"] < after["nodes"]["Unit"]
