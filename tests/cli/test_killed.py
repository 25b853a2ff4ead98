"""A load killed at any moment: it is there as a whole or not at all, and the next command goes on without repair."""

from __future__ import annotations

import json
import random
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest

from graph.decided.entry import Kind
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.engine.arcadedb.files import read_current
from graph.kept.case import Case
from tests.cli import republic
from tests.cli.program import COMMAND, SECONDS, environment, inside
from tests.promises import Promise
from tests.queries.world_count import asked_for_everything

KILLS = 50 if asked_for_everything() else 16
UNITS = 60


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("killed") / "roster.tsv"
    path.write_text(republic.roster(UNITS), "utf-8")
    return path


def new_case(folder: Path) -> Path:
    assert inside("init", folder, "--zone", "Europe/Paris").code == 0
    return folder


def started(case: Path, *arguments: object) -> subprocess.Popen[bytes]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.Popen(command, env=environment(case), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def held(case: Path) -> tuple[int, int]:
    """Loads and claims in a journal whose chain is whole."""
    with Case(case) as opened:
        opened.journal.verify()
        loads = list(opened.journal.entries(Kind.LOAD))
        return len(loads), sum(len(opened.journal.claims(load.sequence, load.body["file"])) for load in loads)


def standing(case: Path) -> dict[str, object]:
    ran = inside("status", "--json", case=case)
    assert (ran.code, ran.err) == (0, "")
    return dict(json.loads(ran.out))


def projected(case: Path) -> str:
    """The hash of what is served, which was read back before it was. Quicker than starting a server to ask for it."""
    current = read_current(case / "graph")
    assert current is not None
    return current.marker.hashes.graph


@pytest.mark.trust("a command killed at any moment leaves all or nothing")
def test_killed_at_any_moment(graph_server: None, takes_long: None, sheet: Path, tmp_path: Path, promise: Promise) -> None:
    whole_case = new_case(tmp_path / "undisturbed")
    begun = time.monotonic()
    assert started(whole_case, "load", sheet).wait(SECONDS) == 0
    lasted = time.monotonic() - begun
    whole, expected = held(whole_case), standing(whole_case)
    nothing = standing(new_case(tmp_path / "empty"))
    assert whole[0] == 1 and whole[1] > UNITS
    moments, found = random.Random(20_261_122), Counter[str]()
    for number in range(KILLS):
        case = new_case(tmp_path / f"killed-{number}")
        process = started(case, "load", sheet)
        try:
            process.wait(moments.uniform(0, lasted))
            lasted *= 0.9
        except subprocess.TimeoutExpired:
            process.kill()
            lasted *= 1.03  # so that one in five or so ends by itself, however quick the machine is by now
            found["killed"] += 1
        process.wait(SECONDS)
        there = held(case)
        assert there in ((0, 0), whole), there
        found["all" if there == whole else "nothing"] += 1
        if number % 5 == 0:
            assert standing(case) == (expected if there == whole else nothing)
        again = inside("load", sheet, case=case)  # the next command, without manual repair
        assert again.code == 0 and ("already loaded" in again.out) == (there == whole), again
        assert projected(case) == expected["graph"]
        if number % 10 == 0:
            assert inside("verify", case=case).code == 0
        assert not list(case.rglob(".linkage-*"))
        ArcadeEngine(case / "graph").stop()
    for case in (whole_case, tmp_path / "empty"):
        ArcadeEngine(case / "graph").stop()
    assert found["killed"] > KILLS // 2 and found["all"] and found["nothing"], found
    promise.tried(KILLS)
