"""Eight loaders on one case at once, ten times on each engine: nothing is lost or doubled, and all say what is so."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph import canonical
from graph.decided.entry import Kind
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.kept.case import Case
from graph.project import project
from tests.cli import republic
from tests.cli.program import COMMAND, SECONDS, Ran, environment, inside
from tests.conftest import ENGINES
from tests.neo4j import server
from tests.promises import Promise
from tests.queries.world_count import asked_for_everything
from tests.trust.killed import under
from tests.trust.killed.naive import LOADERS
from tests.trust.killed.points import Plan

pytestmark = pytest.mark.trust("eight loaders at once lose and double nothing, and say what is so")

ROUNDS = 10 if asked_for_everything() else 1
NAMES = ("Watch", "Coast", "River", "Tower", "Frontier", "Harbour", "Forest")
"""Of sheets that share no unit, so that their order does not matter. Two loaders have the first one."""
BUSY = re.compile(
    r"the case is being written to by (?:a tester \(process (\d+)\)|another process): wait until that command has ended"
)


@pytest.fixture(params=ENGINES if asked_for_everything() else ENGINES[:1], scope="module")
def setting(request: pytest.FixtureRequest) -> str:
    return str(request.param if request.param == "embedded" else request.getfixturevalue(request.param))


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("eight")
    for name in NAMES:
        (folder / f"{name}.tsv").write_text(republic.roster(4, name), "utf-8")
    return [folder / f"{name}.tsv" for name in NAMES]


def emptied(folder: Path, setting: str) -> Path:
    """A case without anything in it."""
    if setting != "embedded":
        server.empty(setting)
    assert inside("init", folder, "--zone", "Europe/Paris", "--graph", setting).code == 0
    return folder


def figures(case: Path) -> tuple[str, int, int]:
    """The hash of its graph as the journal has it, loads and claims; the chain is whole."""
    with Case(case) as opened:
        opened.journal.verify()
        graph, loads = project(opened.state), list(opened.journal.entries(Kind.LOAD))
        claims = sum(len(opened.journal.claims(load.sequence, load.body["file"])) for load in loads)
        return canonical.hashes(graph.nodes, graph.links).graph, len(loads), claims


@dataclass(frozen=True, slots=True)
class Loader:
    """One of the eight, and what it said each time."""

    path: Path
    said: list[Ran]
    pids: list[int]

    def run(self, case: Path, command: list[str]) -> None:
        """Until it is let in, as somebody would who reads what it says."""
        while not self.said or BUSY.search(self.said[-1].err):
            process = subprocess.Popen(
                [*command, "load", str(self.path)],
                cwd=under.ROOT,
                env=environment(case),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
            self.pids.append(process.pid)
            out, err = process.communicate(timeout=SECONDS)
            self.said.append(Ran(process.returncode, out, err))


def all_at_once(case: Path, sheets: list[Path], command: list[str]) -> list[Loader]:
    """Eight loaders, each to its end."""
    loaders = [Loader(path, [], []) for path in (sheets[0], *sheets)]
    with ThreadPoolExecutor(len(loaders)) as pool:
        list(pool.map(lambda loader: loader.run(case, command), loaders))
    return loaders


def untrue(case: Path, loaders: list[Loader]) -> list[str]:
    """What they said against what is so."""
    with Case(case) as opened:
        loads = {entry.sequence: entry.body["file_name"] for entry in opened.journal.entries(Kind.LOAD)}
    pids, found, told = {pid for loader in loaders for pid in loader.pids}, [], Counter[int]()
    for loader in loaders:
        *sent_away, last = loader.said
        for ran in sent_away:
            busy = BUSY.search(ran.err)
            if ran.code != 2 or ran.out or ran.err.count("\n") != 1:
                found.append(f"sent away: {ran}")
            elif busy and busy[1] and int(busy[1]) not in pids:
                found.append(f"nobody has this number: {ran.err}")
        number = re.search(r"load (\d+), read by|already loaded \(load (\d+)\)", last.out)
        if (last.code, last.err) != (0, "") or not number or loads.get(int(number[1] or number[2] or 0)) != loader.path.name:
            found.append(f"of {loader.path.name}: {last}")
        elif number[1]:
            told[int(number[1])] += 1
    if told != Counter(loads.keys()):
        found.append(f"loads that somebody said to have made: {told}; loads: {loads}")
    return found


def test_eight_at_once(takes_long: None, setting: str, sheets: list[Path], tmp_path: Path, promise: Promise) -> None:
    serial = emptied(tmp_path / "serial", setting)
    assert inside("load", *sheets, case=serial).code == 0
    ArcadeEngine(serial / "graph").stop()
    expected, wrong = figures(serial), []
    for number in range(ROUNDS):
        case = emptied(tmp_path / f"round-{number}", setting)
        loaders = all_at_once(case, sheets, COMMAND)
        found = untrue(case, loaders)
        if figures(case) != expected:
            found.append(f"{figures(case)}, not {expected}")
        checked = inside("verify", case=case)
        if checked.code or expected[0] not in checked.out:
            found.append(f"verify: {checked}")
        found += [f"left over: {path.name}" for path in case.rglob(".linkage-*")]
        ArcadeEngine(case / "graph").stop()
        shutil.rmtree(case)
        wrong += [(number, found)] if found else []
    promise.tried(ROUNDS, ROUNDS - len(wrong))
    assert wrong == []


def test_control_without_a_lock_and_row_by_row_they_are_caught(
    takes_long: None, graph_server: None, sheets: list[Path], tmp_path: Path, promise: Promise
) -> None:
    case, notes = emptied(tmp_path / "case", "embedded"), tmp_path / "notes"
    notes.mkdir()
    plan = Plan(str(case), str(notes), naive="nobody_waits")
    loaders = all_at_once(case, sheets[1:LOADERS], [*under.COMMAND, plan.as_text()])
    ArcadeEngine(case / "graph").stop()
    caught = untrue(case, loaders) != []
    promise.control(1, caught)
    assert caught
