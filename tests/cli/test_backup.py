"""`linkage backup` and `restore`: the same case again, on another engine too, and never half of it (TRUST R10)."""

from __future__ import annotations

import random
import shutil
import stat
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import canonical
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.kept.case import Case
from graph.project import project
from tests.cli.program import SECONDS, inside
from tests.cli.test_killed import started
from tests.neo4j import server

KILLS = 20
KEYED = ("pseudonym", "signing")


@pytest.fixture
def case(fresh: Path, sheets: Path) -> Path:
    """A case with a load, a decision, and what stands beside the journal."""
    assert inside("load", sheets / "custody.csv", "--mapping", sheets / "custody.toml", case=fresh).code == 0
    assert inside("judge", "Ilvane Korosz", "Mirel Adzany", "different", "--reason", "both were seen", case=fresh).code == 0
    (fresh / "queries" / "a %0A\nname.toml").write_text("query = 'x'\n", "utf-8")
    return fresh


def packed(case: Path, out: Path, *more: str) -> Path:
    ran = inside("backup", out, *more, case=case)
    assert (ran.code, ran.err) == (0, ""), ran
    return out


def figures(case: Path) -> tuple[str, tuple[int, str]]:
    """The hash of its graph, and the head of its journal."""
    with Case(case) as held:
        graph = project(held.state)
        held.journal.verify()
        return canonical.hashes(graph.nodes, graph.links).graph, held.journal.head


def test_the_restored_case_is_the_same_twenty_times(case: Path, tmp_path: Path) -> None:
    for number in range(20):
        bag = packed(case, tmp_path / f"bag-{number}")
        before = figures(case)
        again = tmp_path / f"case-{number}"
        ran = inside("restore", bag, again, "--graph", "bolt://127.0.0.1:1" if number % 2 else "embedded")
        assert (ran.code, ran.err) == (0, "")
        assert "the same as when the backup was made" in ran.out
        assert figures(again) == before
        assert (again / "queries" / "a %0A\nname.toml").is_file()
        with Case(again) as held:
            assert held.settings.graph == ("bolt://127.0.0.1:1" if number % 2 else "embedded")
        assert inside("verify", "--against", bag, case=case).code == 0
        for folder in (bag, again):
            shutil.rmtree(folder)


def test_a_restored_case_answers_and_verifies(case: Path, tmp_path: Path) -> None:
    bag = packed(case, tmp_path / "bag")
    again = tmp_path / "again" / "case"
    assert inside("restore", bag, again).code == 0
    try:
        ran = inside("verify", "--against", bag, case=again)
        assert (ran.code, ran.err) == (0, "") and figures(case)[0] in ran.out
        assert inside("load", again / "case.toml", case=again).code == 2
        assert inside("judge", "--retract", "2", "--reason", "it grows", case=again).code in (0, 2)
    finally:
        ArcadeEngine(again / "graph").stop()


def test_a_case_moves_to_a_server_with_the_same_graph(case: Path, tmp_path: Path, neo4j_uri: str) -> None:
    server.empty(neo4j_uri)
    bag = packed(case, tmp_path / "bag")
    before = inside("verify", case=case)
    assert inside("restore", bag, tmp_path / "again", "--graph", neo4j_uri).code == 0
    after = inside("verify", "--against", bag, case=tmp_path / "again")
    assert (before.code, after.code) == (0, 0), after
    lines = [[line for line in ran.out.splitlines() if not line.startswith(" ")] for ran in (before, after)]
    assert lines[0] == lines[1] and len(lines[0]) == 3


def test_everything_in_it_is_its_owners_alone(case: Path, tmp_path: Path) -> None:
    bag = packed(case, tmp_path / "bag")
    assert inside("restore", bag, tmp_path / "again").code == 0
    for folder in (bag, tmp_path / "again"):
        for path in (folder, *folder.rglob("*")):
            mode = stat.S_IMODE(path.stat().st_mode)
            original = "originals" in path.parts and folder != bag and path.is_file()
            assert mode == (0o700 if path.is_dir() else 0o400 if original else 0o600), path


def test_without_keys_none_leaves_and_new_ones_are_made(case: Path, tmp_path: Path) -> None:
    assert inside("seal", "--out", tmp_path / "seal.json", case=case).code == 0
    bag = packed(case, tmp_path / "bag", "--without-keys")
    secrets = [(case / "keys" / name).read_bytes().strip() for name in KEYED]
    assert not [path for path in bag.rglob("*") if path.is_file() and any(key in path.read_bytes() for key in secrets)]
    ran = inside("restore", bag, tmp_path / "again")
    assert ran.code == 0 and "pseudonyms are others" in ran.out
    with Case(tmp_path / "again") as held:
        assert held.pseudonym_key.hex().encode() not in secrets
    with_keys = packed(case, tmp_path / "whole")
    assert (with_keys / "data" / "keys" / "pseudonym").read_bytes().strip() in secrets


def test_other_programs_can_check_it(case: Path, tmp_path: Path) -> None:
    """`sha256sum -c`, as on any Linux."""
    bag = packed(case, tmp_path / "bag")
    (case / "queries" / "a %0A\nname.toml").unlink()
    plain = packed(case, tmp_path / "plain")
    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "--check", "--quiet", "--strict", name], cwd=plain, check=True)
    assert (bag / "bagit.txt").read_text("utf-8").startswith("BagIt-Version: 1.0\n")
    assert not (bag / "data" / "graph").exists()


SPOILT: dict[str, Callable[[Path], object]] = {
    "a file is gone": lambda bag: next((bag / "data" / "originals").rglob("??*/*")).unlink(),
    "a file more": lambda bag: (bag / "data" / "queries" / "x.toml").write_text("x", "utf-8"),
    "a bit flipped in the journal": lambda bag: flipped(bag / "data" / "journal.db"),
    "a bit flipped in a list": lambda bag: flipped(bag / "manifest-sha256.txt"),
    "the last list is gone": lambda bag: (bag / "tagmanifest-sha256.txt").unlink(),
    "the seal is gone": lambda bag: (bag / "seal.json").unlink(),
    "cut short": lambda bag: (bag / "data" / "journal.db").write_bytes((bag / "data" / "journal.db").read_bytes()[:5000]),
    "nothing is there": shutil.rmtree,
}


def flipped(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)


@pytest.mark.parametrize("what", SPOILT)
def test_a_backup_that_is_not_whole_is_refused_and_leaves_nothing(case: Path, tmp_path: Path, what: str) -> None:
    bag = packed(case, tmp_path / "bag")
    SPOILT[what](bag)
    ran = inside("restore", bag, tmp_path / "again")
    assert ran.code == 1 and "no whole backup" in ran.complaint and ran.err.count("\n") == 1
    assert not (tmp_path / "again").exists() and not list(tmp_path.glob(".linkage-*"))


def test_nothing_is_written_over(case: Path, tmp_path: Path) -> None:
    bag = packed(case, tmp_path / "bag")
    again = inside("backup", bag, case=case)
    assert again.code == 2 and "is there already" in again.complaint
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine", "utf-8")
    for out in (tmp_path / "full", case):
        ran = inside("restore", bag, out)
        assert ran.code == 2 and "nothing is restored over anything" in ran.complaint
    assert (tmp_path / "full" / "notes.txt").read_text("utf-8") == "mine"
    within = inside("backup", case / "exports" / "bag", case=case)
    assert within.code == 2 and "lost with it" in within.complaint


def test_a_damaged_case_is_not_backed_up(case: Path, tmp_path: Path) -> None:
    original = next(path for path in (case / "originals").rglob("*") if path.is_file())
    original.chmod(0o600)
    original.write_bytes(b"other")
    ran = inside("backup", tmp_path / "bag", case=case)
    assert ran.code == 1 and "was changed" in ran.complaint and not (tmp_path / "bag").exists()
    original.unlink()
    ran = inside("backup", tmp_path / "bag", case=case)
    assert ran.code == 1 and "is missing" in ran.complaint and not (tmp_path / "bag").exists()


def test_killed_at_any_moment(graph_server: None, takes_long: None, case: Path, tmp_path: Path) -> None:
    """A backup is there and can be restored, or is not there; so is a restored case."""
    begun = time.monotonic()
    assert started(case, "backup", tmp_path / "whole").wait(SECONDS) == 0
    lasts = dict.fromkeys(("backup", "restore"), time.monotonic() - begun)
    moments, ended = random.Random(7), Counter[str]()
    for number in range(KILLS):
        bag, again = tmp_path / f"bag-{number}", tmp_path / f"case-{number}"
        command: tuple[str, *tuple[Path, ...]] = ("backup", bag) if number % 2 else ("restore", tmp_path / "whole", again)
        process = started(case, *command)
        try:
            process.wait(moments.uniform(0.5, 1) * lasts[command[0]])
            lasts[command[0]] *= 0.8
        except subprocess.TimeoutExpired:
            process.kill()
            lasts[command[0]] *= 1.1  # so that some end by themselves, however slow the machine is by now
            ended["killed"] += 1
        process.wait(SECONDS)
        place = bag if number % 2 else again
        ended["whole" if place.exists() else "nothing"] += 1
        if bag.exists():
            assert inside("restore", bag, again).code == 0
        if again.exists():
            figures(again)
    assert inside("backup", tmp_path / "last", case=case).code == 0
    assert not list(tmp_path.glob(".linkage-*"))
    assert ended["killed"] and ended["whole"] and ended["nothing"], ended
