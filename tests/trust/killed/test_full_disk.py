"""A load, an export and a projection on a disk too small for them, in twenty sizes: nothing is lost, and it is called full."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.program import Ran, inside
from tests.promises import Promise
from tests.queries.world_count import asked_for_everything
from tests.trust.disk import LARGE, Disk, mounted
from tests.trust.killed.points import Plan
from tests.trust.killed.scene import Scene, end, graph, untrue

pytestmark = pytest.mark.trust("a full disk loses nothing and is called full")

SIZES = 20 if asked_for_everything() else 2
WHAT = ["load", "export", "projection"] if asked_for_everything() else ["load"]


@pytest.fixture(scope="module")
def scene(graph_server: None, takes_long: None, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene(tmp_path_factory.mktemp("scene") / "made", "embedded").made()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with mounted(tmp_path / "disk") as disk:
        yield disk


@pytest.fixture(params=WHAT)
def what(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def prepared(scene: Scene, what: str, disk: Disk) -> Path:
    """The case on a large disk; for a projection without its graph."""
    disk.resize(LARGE)
    root = scene.copied(disk.place / "here")
    if what == "projection":
        shutil.rmtree(root / "case" / "graph")
    return root


def asked(scene: Scene, what: str, root: Path) -> Ran:
    words = ("show", "9 Watch Company") if what == "projection" else scene.words(what, root)
    return inside(*words, case=root / "case")


def sizes(scene: Scene, what: str, disk: Disk) -> list[int]:
    """Of the disk: from what the case takes to what the command needs in between, closer where little is missing for anything."""
    root = prepared(scene, what, disk)
    before = disk.used
    with disk.most() as most:
        assert asked(scene, what, root).code == 0
    end(root)
    shutil.rmtree(root)
    return [before + (most[0] - before) * number**2 // SIZES**2 for number in range(SIZES)]


def faults(scene: Scene, what: str, root: Path, ran: Ran) -> list[str]:
    """With room again."""
    if what == "projection":
        again = asked(scene, what, root)
        end(root)
        found = untrue(ran) + ["another graph"] * (graph(root) != graph(scene.folder))
        return found if (again.code, again.err) == (0, "") else [*found, f"the next command: {again.complaint}"]
    return scene.faults(what, root, ran)


def test_too_little_room_loses_nothing(scene: Scene, what: str, disk: Disk, promise: Promise) -> None:
    ended, wrong = Counter[int](), []
    for size in sizes(scene, what, disk):
        root = prepared(scene, what, disk)
        disk.resize(size)
        ran = asked(scene, what, root)
        ended[ran.code] += 1
        said = [] if ran.code == 0 or "room" in ran.err or "No space left" in ran.err else [f"not called full: {ran.err!r}"]
        end(root)
        disk.resize(LARGE)
        if found := said + faults(scene, what, root, ran):
            wrong.append((size, ran, found))
        end(root)
        shutil.rmtree(root)
    promise.tried(SIZES, SIZES - len(wrong))
    assert wrong == []
    assert ended.total() - ended[0] >= SIZES // 2, ended


def test_control_a_load_row_by_row_is_caught(scene: Scene, disk: Disk, tmp_path: Path, promise: Promise) -> None:
    root = prepared(scene, "load", disk)
    disk.resize(disk.used + 512 * 1024)
    ran = scene.run("load", root, Plan(str(root), str(tmp_path), naive="journal_line_by_line"))
    end(root)
    disk.resize(LARGE)
    caught = ran.code != 0 and scene.faults("load", root, ran) != []
    end(root)
    promise.control(1, caught)
    assert caught
