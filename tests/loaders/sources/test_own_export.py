"""What Linkage wrote out as FollowTheMoney it reads back, as entities and as statements: no claim is lost, none is doubled."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.decided.state import State
from graph.kept.case import Case
from loaders.load.load import Load
from loaders.resolve import backlog
from loaders.resolve.run import resolve
from loaders.sources.exported import CHANGED
from queries.desk.followthemoney import followthemoney
from tests.loaders.sources.own_worlds import world
from tests.loaders.sources.signed import signed, signs_of
from tests.loaders.sources.test_followthemoney import loaded
from tests.queries.world_count import asked_for_everything

FILES = ("entities.ftm.json", "statements.csv")
WORLDS = 200 if asked_for_everything() else 20


def taken(folder: Path, file: Path) -> tuple[Case, Load]:
    case = Case.create(folder / "taken", title="Another house", zone="Europe/Lisbon")
    return case, loaded(case, file)


def the_file(state: State) -> frozenset[str]:
    """The mention that is the file itself, which no other case knows."""
    return frozenset(id_ for id_, mention in state.mentions.items() if mention.locator == "the file")


@pytest.mark.parametrize("seed", range(WORLDS))
def test_any_world(seed: int, tmp_path: Path) -> None:
    with world(tmp_path / "case", seed) as case:
        followthemoney(case, tmp_path / "out")
        before, said = case.state, signed(case.state)
        for at, name in enumerate(FILES):
            other, load = taken(tmp_path / str(at), tmp_path / "out" / name)
            with other:
                after = other.state
                assert not load.rejects
                assert signed(after, leave_out=the_file(after)) == said
                signs = signs_of(after)
                assert sorted(signs[id_] for id_ in after.protection) == sorted(
                    signs_of(before)[id_] for id_ in before.protection
                )
                assert all(after.protection.values())
                assert sorted(map(sorted, after.aliases.values())) == sorted(map(sorted, before.aliases.values()))
                assert list(after.reliability.values()) == list(before.reliability.values())


def test_who_is_who_is_asked_again(tmp_path: Path) -> None:
    with world(tmp_path / "case", 5) as case:
        (joined,) = (members for decision, members in case.state.identity.live() if decision.rule == "person")
        followthemoney(case, tmp_path / "out")
    other, load = taken(tmp_path, tmp_path / "out" / FILES[0])
    with other:
        assert joined and load.canonical and all(decision.rule != "person" for decision, _ in other.state.identity.live())
        resolve(other)
        asked = [group for group in backlog.load(other).groups if "canonical id" in group.why]
        assert {group.label for group in asked} >= {"Person"}


def entity_renamed(path: Path) -> None:
    first, *others = path.read_text("utf-8").splitlines()
    entity = json.loads(first)
    entity["properties"]["name"] = ["Somebody Else"]
    path.write_text("\n".join([json.dumps(entity), *others, ""]), "utf-8")


def statement_renamed(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    row = next(row for row in rows if "claim" in row[heading.index("origin")])
    row[heading.index("value")] = "Somebody Else"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *rows])


@pytest.mark.parametrize(("name", "change"), [(FILES[0], entity_renamed), (FILES[1], statement_renamed)])
def test_what_somebody_changed_is_refused(name: str, change: Callable[[Path], None], tmp_path: Path) -> None:
    with world(tmp_path / "case", 1) as case:
        followthemoney(case, tmp_path / "out")
    change(tmp_path / "out" / name)
    other, load = taken(tmp_path, tmp_path / "out" / name)
    other.close()
    assert CHANGED in {reject.reason for reject in load.rejects}
