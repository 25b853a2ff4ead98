"""A load and an export killed at two hundred points, half of them on each engine: in journal, projection, swap and export."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.conftest import ENGINES
from tests.promises import Promise
from tests.queries.world_count import asked_for_everything
from tests.trust.killed import points
from tests.trust.killed.points import Moment, Plan
from tests.trust.killed.scene import PARTS, Scene, end

KILLS = 100 if asked_for_everything() else 4
NAIVE = 8 if asked_for_everything() else 1
DEEP = 3
"""An embedded graph is read back by `verify` once in so many tries, since that starts two processes; its files are held against
their hashes each time."""
LATER = 0.03
"""Seconds: what is half-written is met by dying within so long after a point."""
PROMISE = "a command killed at any moment leaves all or nothing"
SEED = 20_261_130


@dataclass(frozen=True, slots=True)
class Kill:
    """One try."""

    what: str
    moment: Moment
    after: float
    everybody: bool


@pytest.fixture(params=ENGINES, scope="module")
def scene(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    setting = request.param if request.param == "embedded" else request.getfixturevalue(request.param)
    return Scene(tmp_path_factory.mktemp("scene") / "made", setting).made()


def kills(scene: Scene) -> Iterator[Kill]:
    """Without end: each part of the work in turn, in it each kind of moment in turn, and one of that kind."""
    chance = random.Random(SEED)
    parts = []
    for what, names in PARTS.items():
        for part in names:
            kinds: dict[tuple[str, str], list[Moment]] = {}
            for moment in scene.undisturbed(what).moments:
                if moment.part == part:
                    kinds.setdefault((moment.role, moment.what), []).append(moment)
            shuffled = sorted(kinds.values(), key=lambda _: chance.random())
            parts.append((what, cycle(shuffled)))
    for number, (what, group) in enumerate(cycle(parts)):
        way = number // len(parts) % 3  # at the point itself, alone or with everybody; or a little later
        yield Kill(what, chance.choice(next(group)), chance.uniform(0, LATER) if way == 2 else 0, way == 1)


def tried(scene: Scene, kill: Kill, root: Path, naive: str = "", *, deep: bool = True) -> tuple[bool, list[str]]:
    """Whether something was killed, and what was not as it must be then."""
    root.mkdir()
    (root / "notes").mkdir()
    here = scene.copied(root / "here")
    part = "export" if kill.what == "export" else ""
    moment = kill.moment
    plan = Plan(str(here), str(root / "notes"), moment.role, moment.number, kill.after, kill.everybody, part, naive)
    ran = scene.run(kill.what, here, plan)
    died = (root / "notes" / points.DIED).exists()
    faults = scene.faults(kill.what, here, ran, deep=deep)
    end(here)
    shutil.rmtree(root)
    return died, faults


@pytest.mark.trust(PROMISE)
def test_killed_at_its_points_a_command_leaves_all_or_nothing(
    takes_long: None, scene: Scene, tmp_path: Path, promise: Promise
) -> None:
    died, wrong = Counter[str](), []
    for number, kill in enumerate(islice(kills(scene), KILLS)):
        deep = number % DEEP == 0 or not scene.embedded
        killed, faults = tried(scene, kill, tmp_path / f"try-{number}", deep=deep)
        died[kill.moment.part] += killed
        wrong += [(kill, fault) for fault in faults]
    promise.tried(KILLS, KILLS - len({id(kill) for kill, _ in wrong}))
    assert wrong == []
    assert all(died[part] > KILLS // 8 for parts in PARTS.values() for part in parts), died


CONTROLS = {
    "embedded": (
        ("journal_line_by_line", "load", "INSERT INTO claim"),
        ("export_in_its_place", "export", "open out"),
        ("names_nobody_clears", "load", "rename rejects"),
    ),
    "neo4j": (("journal_line_by_line", "load", "INSERT INTO claim"), ("marker_first", "load", "commit")),
}
"""By engine: what is broken, in which command, and before what it is killed: in the midst of all such moments."""


@pytest.mark.trust(PROMISE)
def test_control_what_is_not_made_for_it_is_caught(takes_long: None, scene: Scene, tmp_path: Path, promise: Promise) -> None:
    controls = CONTROLS["embedded" if scene.embedded else "neo4j"]
    for naive, what, before in controls if asked_for_everything() else controls[:1]:
        root = scene.copied(tmp_path / f"noted-{naive}")
        there = [moment for moment in scene.noted(what, root, naive) if moment.what == before]
        end(root)
        middle = there[len(there) // 3 : len(there) // 3 + NAIVE]
        caught = 0
        for number, moment in enumerate(middle):
            killed, faults = tried(scene, Kill(what, moment, 0, False), tmp_path / f"{naive}-{number}", naive)
            caught += killed and faults != []
        promise.control(len(middle), caught)
        assert caught == len(middle) > 0, naive
