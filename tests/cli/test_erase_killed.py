"""An erasure killed at any moment: it is whole or did not happen, and the next command takes away what was left of it."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest

from graph.decided.entry import Kind
from graph.decided.journal import Appender
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.kept.case import Case
from queries.desk import erase as room
from tests.cli.program import SECONDS, inside
from tests.cli.test_erase import ILVANE, MIREL, traces
from tests.cli.test_killed import started
from tests.promises import Promise
from tests.queries.world_count import asked_for_everything

KILLS = 24 if asked_for_everything() else 10


class Killed(BaseException):
    """As if the process had been killed here."""


def killed(*unused: object) -> None:
    raise Killed


def copied(whole: Path, folder: Path) -> Path:
    """The case without its graph: the graph is made from the journal."""
    shutil.copytree(whole, folder, ignore=shutil.ignore_patterns("graph"))
    return folder


@pytest.mark.trust("a command killed at any moment leaves all or nothing")
def test_killed_at_any_moment(
    graph_server: None, takes_long: None, fresh: Path, sheets: Path, tmp_path: Path, promise: Promise
) -> None:
    assert inside("load", sheets / "custody.csv", "--mapping", sheets / "custody.toml", case=fresh).code == 0
    with Case(fresh) as held:
        ilvane = next(one.claim.about for one in held.state.claims if one.claim.value == ILVANE)
    ArcadeEngine(fresh / "graph").stop()
    words = ("erase", ilvane, "--reason", "consent withdrawn", "--yes")
    case = copied(fresh, tmp_path / "undisturbed")
    begun = time.monotonic()
    assert started(case, *words).wait(SECONDS) == 0
    lasted = time.monotonic() - begun
    ArcadeEngine(case / "graph").stop()
    moments, ended = random.Random(20_261_129), Counter[str]()
    for number in range(KILLS):
        case = copied(fresh, tmp_path / f"killed-{number}")
        process = started(case, *words)
        try:
            process.wait(moments.uniform(0.1, lasted))
        except subprocess.TimeoutExpired:
            process.kill()
            ended["killed"] += 1
        process.wait(SECONDS)
        with Case(case) as held:
            held.journal.verify()
            happened = any(held.journal.entries(Kind.ERASURE))
        ended["erased" if happened else "not"] += 1
        ran = inside("verify", case=case)
        assert ran.code == 0, ran
        assert not (case / "erasing").exists()
        assert bool(traces(case, ILVANE)) != happened
        assert traces(case, MIREL)
        ArcadeEngine(case / "graph").stop()
        shutil.rmtree(case)
    assert ended["killed"] > KILLS // 2 and ended["erased"] and ended["not"], ended
    promise.tried(KILLS)


def test_what_a_killed_erasure_left_goes_with_the_next_command(fresh: Path, sheets: Path) -> None:
    """Between the entry and the files: the moment that a kill seldom meets."""
    assert inside("load", sheets / "custody.csv", "--mapping", sheets / "custody.toml", case=fresh).code == 0
    with pytest.MonkeyPatch.context() as patch, Case(fresh) as held:
        patch.setattr(room, "finish", killed)
        with pytest.raises(Killed):
            room.erase(held, ILVANE, reason="consent withdrawn", agreed=lambda plan: True)
        assert any(held.journal.entries(Kind.ERASURE))
    assert traces(fresh, ILVANE) and (fresh / "erasing").exists()
    assert inside("status", case=fresh).code == 0
    assert traces(fresh, ILVANE) == [] and not (fresh / "erasing").exists()
    assert inside("verify", case=fresh).code == 0


def test_an_erasure_that_never_came_to_stand_takes_nothing(fresh: Path, sheets: Path) -> None:
    assert inside("load", sheets / "custody.csv", "--mapping", sheets / "custody.toml", case=fresh).code == 0
    with pytest.MonkeyPatch.context() as patch, Case(fresh) as held:
        patch.setattr(Appender, "erase", killed)
        with pytest.raises(Killed):
            room.erase(held, ILVANE, reason="consent withdrawn", agreed=lambda plan: True)
    assert (fresh / "erasing").exists()
    assert inside("seal", "--out", fresh.parent / "seal.json", case=fresh).code == 0
    assert traces(fresh, ILVANE) and not (fresh / "erasing").exists()
    assert inside("verify", case=fresh).code == 0
