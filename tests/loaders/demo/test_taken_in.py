"""The republic, written out as FollowTheMoney and taken in by another case: the same claims, joined by the same keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.kept.case import Case
from queries.desk.followthemoney import NOBODY, whole
from tests.loaders.demo.whole_case import Loaded
from tests.loaders.sources.signed import kept_together, signed
from tests.loaders.sources.test_followthemoney import loaded as taken
from viz.export.followthemoney import files
from viz.release import release


@pytest.fixture(scope="module")
def written(loaded: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    released = release(whole(loaded.state), "internal", None, key=b"", protected=NOBODY)
    for name, content in files(released):
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("name", ["entities.ftm.json", "statements.csv"])
def test_no_claim_is_lost_or_doubled(name: str, loaded: Loaded, written: Path, tmp_path: Path) -> None:
    with Case.create(tmp_path / "taken", title="Another house", zone="Atlantic/Azores") as case:
        load = taken(case, written / name)
        state = case.state
        itself = frozenset(id_ for id_, mention in state.mentions.items() if mention.locator == "the file")
        assert (len(load.rejects), load.issues, len(itself)) == (0, [], 1)
        assert signed(state, leave_out=itself) == signed(loaded.state)
        assert kept_together(state) == kept_together(loaded.state)
