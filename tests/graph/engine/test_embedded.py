"""What the embedded engine survives: kills, races, damage, a folder deleted under it. And what it leaves lying about: nothing."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j.exceptions import ServiceUnavailable

from graph import canonical
from graph.engine import Result, bolt
from graph.engine.arcadedb import files, publish, server
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.errors import EngineError, IntegrityError, OverrunError, QueryError
from graph.projection import Hashes, Properties
from graph.shape import SHAPE
from tests.graph.engine.records import chain, everything
from tests.promises import Promise

pytestmark = pytest.mark.engine
ROOT = Path(__file__).parents[3]
COUNT = "MATCH (u:Unit) RETURN count(u)"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A graph folder in a case whose name holds what names hold."""
    folder = tmp_path / "дело № 1 'x'" / "graph"
    yield folder
    if folder.exists():
        ArcadeEngine(folder).stop()


@pytest.fixture
def engine(folder: Path) -> Iterator[ArcadeEngine]:
    with ArcadeEngine(folder) as engine:
        yield engine


def units(engine: ArcadeEngine) -> object:
    return engine.ask(COUNT, {}, seconds=20, rows=1).rows[0][0]


def pid(folder: Path) -> int:
    return int(json.loads((folder / files.SERVER).read_text())["pid"])


def kill_server(folder: Path) -> None:
    os.kill(pid(folder), signal.SIGKILL)


def test_a_killed_server_is_replaced_and_its_files_are_unchanged(engine: ArcadeEngine, folder: Path) -> None:
    marker = engine.publish(chain(20))
    current = files.read_current(folder)
    assert current is not None

    for _ in range(3):
        assert units(engine) == 20
        before = pid(folder)
        kill_server(folder)
        assert units(engine) == 20
        assert pid(folder) != before

    assert engine.marker() == marker
    assert files.intact(folder, current)


def test_a_server_killed_under_a_query_costs_one_more_attempt(engine: ArcadeEngine, folder: Path) -> None:
    engine.publish(chain(900))
    assert units(engine) == 900
    slow = "MATCH (a:Unit), (b:Unit) WHERE a.id + b.id = 'none' RETURN count(*)"
    killer = threading.Timer(0.1, kill_server, (folder,))
    killer.start()

    assert engine.ask(slow, {}, seconds=20, rows=1).rows == ((0,),)
    killer.join()


def test_a_builder_killed_at_any_moment_leaves_the_served_graph(
    engine: ArcadeEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = engine.publish(chain(50))
    following = chain(3000, sequence=2)
    chance = random.Random(4)
    start, killed = server.process, 0

    def start_and_kill(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        started = start(*arguments, **options)  # type: ignore[arg-type]
        if "builder" in str(arguments[1]):
            threading.Timer(chance.random() * 0.5, started.kill).start()
        return started

    for _ in range(8):
        with monkeypatch.context() as patch:
            patch.setattr(server, "process", start_and_kill)
            try:
                engine.publish(following)
            except EngineError:
                killed += 1
                assert engine.marker() == marker
                assert engine.read_back() == marker.hashes
        engine.publish(chain(50))  # where it was quicker than its killer

    assert killed
    assert engine.publish(following) == engine.marker()
    assert [path.name for path in (folder / files.BUILDING).glob("*")] == []


def test_a_publisher_that_is_killed_leaves_no_half_graph(engine: ArcadeEngine, folder: Path) -> None:
    marker = engine.publish(chain(5))
    run = subprocess.run([sys.executable, "-c", DIES_WHILE_WRITING, str(folder)], cwd=ROOT)

    assert run.returncode == 9
    assert engine.marker() == marker
    assert engine.publish(chain(2500, sequence=2)) == engine.marker()


DIES_WHILE_WRITING = """
import os, sys
from pathlib import Path
from graph.engine.arcadedb.engine import ArcadeEngine
from tests.graph.engine.records import chain
ArcadeEngine(Path(sys.argv[1])).publish(chain(2500, sequence=2), progress=lambda what, done, total: done > 2000 and os._exit(9))
"""


def test_eight_processes_that_open_a_case_at_once_share_one_server(engine: ArcadeEngine, folder: Path) -> None:
    engine.publish(chain(7))
    racers = [
        subprocess.Popen([sys.executable, "-c", SAYS_ITS_SERVER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in range(8)
    ]

    said = {racer.communicate(timeout=300)[0] for racer in racers}

    assert said == {f"7 {pid(folder)}\n"}


SAYS_ITS_SERVER = """
import sys
from pathlib import Path
from graph.engine.arcadedb.engine import ArcadeEngine
with ArcadeEngine(Path(sys.argv[1])) as engine:
    print(engine.ask("MATCH (u:Unit) RETURN count(u)", {}, seconds=20, rows=1).rows[0][0], engine._server.address["pid"])
"""


@pytest.mark.trust("a changed bit of the graph is seen, and the graph built anew")
@pytest.mark.parametrize("seed", range(3))
def test_a_flipped_bit_is_seen_and_healed(engine: ArcadeEngine, folder: Path, seed: int, promise: Promise) -> None:
    marker = engine.publish(chain(30))
    engine.stop()
    current = files.read_current(folder)
    assert current is not None
    chance = random.Random(seed)
    file = chance.choice([path for path in sorted((folder / files.DATABASES / current.name).iterdir()) if path.stat().st_size])
    content = bytearray(file.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)

    promise.tried(1)
    promise.control(1, files.whole(folder, current))  # by the sizes alone nothing is seen
    assert files.whole(folder, current)
    assert engine.marker() is None
    with pytest.raises(EngineError, match="damaged"):
        units(engine)
    assert engine.publish(chain(30)) == marker
    assert engine.marker() == marker
    assert units(engine) == 30


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"name": "x"}', "null"])
def test_a_pointer_that_makes_no_sense_is_no_graph(engine: ArcadeEngine, folder: Path, damage: str) -> None:
    marker = engine.publish(chain(3))
    (folder / files.CURRENT).write_text(damage)

    assert engine.marker() is None
    assert engine.publish(chain(3)) == marker


@pytest.mark.parametrize("told", ["", "[]", '{"pid": 1}', '{"pid": 1, "control": 1, "token": "x", "password": "", "bolt": 1}'])
def test_a_note_about_the_server_that_is_wrong_is_replaced(engine: ArcadeEngine, folder: Path, told: str) -> None:
    engine.publish(chain(3))
    (folder / files.SERVER).write_text(told)

    assert units(engine) == 3


def test_the_folder_may_be_deleted_under_a_running_server(engine: ArcadeEngine, folder: Path) -> None:
    marker = engine.publish(chain(3))
    assert units(engine) == 3

    shutil.rmtree(folder)

    assert engine.marker() is None
    with pytest.raises(EngineError, match="no graph"):
        units(engine)
    assert engine.publish(chain(3)) == marker
    assert units(engine) == 3


def test_only_the_served_database_is_kept(engine: ArcadeEngine, folder: Path) -> None:
    for sequence in range(1, 5):
        engine.publish(chain(sequence, sequence=sequence))
        assert units(engine) == sequence
    engine.stop()
    with ArcadeEngine(folder) as again:
        assert units(again) == 4
    current = files.read_current(folder)

    assert current is not None
    assert {path.name for path in (folder / files.DATABASES).iterdir() if path.is_dir()} == {current.name}


def test_a_graph_that_comes_back_otherwise_is_not_served(
    engine: ArcadeEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = engine.publish(chain(3))
    monkeypatch.setattr(publish, "read_back", lambda *unused: Hashes("other", "other"))

    with pytest.raises(IntegrityError):
        engine.publish(chain(4, sequence=2))

    assert engine.marker() == marker
    assert units(engine) == 3


def test_what_lies_in_the_folder_is_for_its_owner_alone_and_says_nothing(
    engine: ArcadeEngine, folder: Path, tmp_path: Path
) -> None:
    engine.publish(everything())
    with pytest.raises(QueryError):
        engine.ask("MATCH (n {name: 'Canary'}) RETRUN n", {}, seconds=20, rows=1)
    units(engine)

    below = [path for path in folder.rglob("*") if path.is_file()]
    assert [path for path in (folder, *folder.rglob("*")) if stat.S_IMODE(path.stat().st_mode) & 0o077] == []
    assert [path for path in below if b"Canary" in path.read_bytes()] == []
    assert {path.name for path in tmp_path.iterdir()} == {folder.parent.name}
    assert {path.name for path in folder.parent.iterdir()} == {"graph"}


def test_a_server_that_lives_is_not_said_to_have_ended(engine: ArcadeEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    engine.publish(chain(2))
    units(engine)

    def cut(*unused: object) -> Result:
        raise ServiceUnavailable("words")

    with monkeypatch.context() as patched:
        patched.setattr(bolt, "answer", cut)
        with pytest.raises(EngineError, match="lost twice, though it had not ended") as said:
            units(engine)
    assert not isinstance(said.value, OverrunError)
    assert units(engine) == 2


def test_a_server_that_a_query_ended_twice_is_said_to_have_ended(
    engine: ArcadeEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.publish(chain(2))

    def killed(*unused: object) -> Result:
        server.end_holder(folder)
        raise ServiceUnavailable("words")

    with monkeypatch.context() as patched:
        patched.setattr(bolt, "answer", killed)
        with pytest.raises(OverrunError, match="ended the embedded graph server twice"):
            units(engine)
    assert units(engine) == 2


def test_a_graph_that_is_not_trusted_is_built_anew(engine: ArcadeEngine) -> None:
    engine.publish(chain(2))

    assert "the next command builds it anew" in engine.distrust()

    assert engine.marker() is None
    engine.publish(chain(2))
    assert units(engine) == 2


def test_an_unused_server_ends(engine: ArcadeEngine, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(server.IDLE_SECONDS, "0.2")
    engine.publish(chain(2))
    units(engine)
    engine.close()

    assert wait_until_nobody_serves(folder)
    assert not (folder / files.SERVER).exists()
    assert units(engine) == 2


def test_a_time_to_stay_that_is_no_number_is_said(engine: ArcadeEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(server.IDLE_SECONDS, "soon")
    engine.publish(chain(2))

    with pytest.raises(EngineError, match=server.IDLE_SECONDS):
        units(engine)


def test_a_longer_limit_gets_a_server_that_grants_it(engine: ArcadeEngine, folder: Path) -> None:
    engine.publish(chain(2))
    units(engine)

    engine.ask(COUNT, {}, seconds=90, rows=1)

    assert json.loads((folder / files.SERVER).read_text())["seconds"] == 90


def test_the_hash_of_the_files_is_the_hash_of_the_projection_however_it_is_ordered(engine: ArcadeEngine) -> None:
    projection = everything(5)
    backwards = canonical.hashes(projection.nodes[::-1], projection.links[::-1])

    assert engine.publish(projection).hashes == backwards


def test_a_graph_that_an_older_release_made_is_known_as_such_and_made_anew(engine: ArcadeEngine, folder: Path) -> None:
    engine.publish(chain(2))
    current = json.loads((folder / files.CURRENT).read_text())
    assert current.pop("shape") == SHAPE
    (folder / files.CURRENT).write_text(json.dumps(current))
    before = engine.marker()
    assert before is not None and before.shape != SHAPE

    assert engine.publish(chain(2)).shape == SHAPE

    assert json.loads((folder / files.CURRENT).read_text())["name"] != current["name"]


def test_the_largest_link_that_is_allowed_fits(engine: ArcadeEngine) -> None:
    whole = chain(3)
    fillings: list[Properties] = [{"basis": "x" * 55_900}, {"conflicts": [f"c-{n:026}" for n in range(1740)]}]
    links = tuple(replace(link, properties={"id": link.id, **own}) for link, own in zip(whole.links, fillings, strict=True))

    assert engine.publish(replace(whole, links=links)) == engine.marker()


def wait_until_nobody_serves(folder: Path) -> bool:
    tick = threading.Event()
    return any(not server.running(folder) or tick.wait(0.05) for _ in range(1200))
