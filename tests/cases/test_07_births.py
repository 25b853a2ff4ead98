"""07: birth dates are read by the mapping's order of day and month; a month and a day of it do not contradict each other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cases.conftest import Desk


def test_the_same_births_in_two_forms(desk: Desk, wrong: Callable[[str], Path]) -> None:
    folder = wrong("07")
    for name in ("a.csv", "b.csv"):
        assert desk("load", folder / name, "--mapping", folder / "map.toml").code == 0
    assert desk("resolve").code == 0
    born = json.loads(desk("show", "Dzmitry Valerievich SALIKHENKA", "--json").out)
    assert "1966-11-05" in json.dumps(born) and "5.11.1966" not in json.dumps(born)
    conflicts = desk("query", "evidence/conflicts").out
    assert "born" not in conflicts, conflicts
