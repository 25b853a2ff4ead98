"""A load whose Neo4j is lost: cut off at statements and at commits, or the server killed while it is written to, fifty times."""

from __future__ import annotations

import random
import shutil
import signal
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.engine.neo4j import sums
from graph.engine.neo4j.writer import DONE, LOCK, Work, Writer
from graph.kept import settings
from queries.desk import suggested
from tests.cli.program import Ran, inside
from tests.graph.engine.proxy import COMMIT, RUN, Proxy, cutting
from tests.neo4j import server
from tests.promises import Promise
from tests.queries.world_count import asked_for_everything
from tests.trust.killed.scene import Scene

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

pytestmark = pytest.mark.trust("a server that is lost loses and doubles nothing")

CUTS, KILLS, CONTROLS = (20, 10, 3) if asked_for_everything() else (2, 1, 1)
SEED = 20_261_130


@pytest.fixture(autouse=True)
def nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked once the load stands is none of its messages, and there are as many as there is time for."""
    monkeypatch.setattr(suggested, "SECONDS", 0.0)


@pytest.fixture(scope="module")
def scene(takes_long: None, neo4j_uri: str, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return Scene(tmp_path_factory.mktemp("scene") / "made", neo4j_uri).made()


def addressed(root: Path, one: str, other: str) -> None:
    """The case has its graph at another address."""
    path = root / "case" / settings.FILE
    text = path.read_text("utf-8")
    assert one in text
    path.write_text(text.replace(one, other), "utf-8")


def loaded_through(scene: Scene, root: Path, proxy: Proxy) -> Ran:
    """The load, over this proxy; afterwards the case has its own address again."""
    addressed(root, scene.graph, proxy.uri)
    ran = inside(*scene.words("load", root), case=root / "case")
    addressed(root, proxy.uri, scene.graph)
    return ran


def counted(scene: Scene, root: Path, kind: bytes) -> int:
    """How many messages of this kind an undisturbed load sends."""
    scene.copied(root)
    with cutting(scene.graph, set(), before=True, kind=kind) as proxy:
        assert loaded_through(scene, root, proxy).code == 0
    shutil.rmtree(root)
    return proxy.messages


def tried(scene: Scene, root: Path, cutter: Callable[[], AbstractContextManager[Proxy]]) -> tuple[Ran, list[str]]:
    """One load that loses its server, and what was not as it must be then."""
    scene.copied(root)
    with cutter() as proxy:
        ran = loaded_through(scene, root, proxy)
    assert proxy.messages >= min(proxy.cut)
    found = scene.faults("load", root, ran)
    shutil.rmtree(root)
    return ran, found


@pytest.mark.parametrize("kind", [RUN, COMMIT], ids=["statement", "commit"])
def test_a_connection_that_is_cut(scene: Scene, kind: bytes, tmp_path: Path, promise: Promise) -> None:
    most = counted(scene, tmp_path / "counted", kind)
    chance = random.Random(SEED)
    ended, wrong = Counter[int](), []
    for number in range(CUTS):
        at = 1 + number * most // CUTS
        again = chance.choice([set(), {at + 1}])  # a second time while the first is got over
        cut, before = {at, *again}, bool(number % 2)
        cutter = partial(cutting, scene.graph, cut, before=before, kind=kind)
        ran, found = tried(scene, tmp_path / f"cut-{number}", cutter)
        ended[ran.code] += 1
        wrong += [(cut, before, ran, found)] if found else []
    promise.tried(CUTS, CUTS - len(wrong))
    assert wrong == []
    assert ended[0], ended


def test_a_server_that_is_killed(scene: Scene, tmp_path: Path, promise: Promise) -> None:
    """Another one is started on its files, and is the next to be killed."""
    most = counted(scene, tmp_path / "counted", RUN)
    scene.undisturbed("load")
    chance, release, wrong = random.Random(SEED), server.Release.asked_for(), []
    (tmp_path / "server").mkdir()
    with ExitStack() as running:
        uri, process = running.enter_context(server.process(release, tmp_path / "server"))
        for number in range(KILLS):
            at, root = chance.randrange(most // 4, most), tmp_path / f"killed-{number}"
            shutil.copytree(scene.folder / "case", root / "case")
            addressed(root, scene.graph, uri)
            here = replace(scene, graph=uri)
            here.publish(root)
            with cutting(uri, {at}, before=False, kind=RUN, instead=process.kill) as proxy:
                ran = loaded_through(here, root, proxy)
            assert process.wait(60) == -signal.SIGKILL
            running.close()
            before = uri
            uri, process = running.enter_context(server.process(release, tmp_path / "server"))
            addressed(root, before, uri)
            found = replace(scene, graph=uri).faults("load", root, ran)
            wrong += [(at, ran, found)] if found else []
            shutil.rmtree(root)
    promise.tried(KILLS, KILLS - len(wrong))
    assert wrong == []


def blindly(self: Writer, tx: ManagedTransaction, work: Work) -> None:
    """As `Writer._numbered`, without a look at what was committed already."""
    tx.run(LOCK).consume()
    work(tx)
    tx.run(DONE, batch=self._batch, sum=sums.text(self._sum)).consume()


def test_control_a_commit_that_is_blindly_repeated_is_caught(
    scene: Scene, tmp_path: Path, promise: Promise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last but one: links, which can be there twice."""
    most, caught = counted(scene, tmp_path / "counted", COMMIT), 0
    for number in range(CONTROLS):
        root = scene.copied(tmp_path / f"blind-{number}")
        with monkeypatch.context() as patch, cutting(scene.graph, {most - 1 - number}, before=False) as proxy:
            patch.setattr(Writer, "_numbered", blindly)
            ran = loaded_through(scene, root, proxy)
        caught += scene.faults("load", root, ran) != []
    promise.control(CONTROLS, caught)
    assert caught == CONTROLS
