"""After a load the command says what to do next: compare, look at what was refused, and questions that have an answer now."""

from __future__ import annotations

from pathlib import Path

import pytest

from queries.desk import suggested
from tests.cli.program import inside

MAPPING = """
name = "cells"
title = "Who was held"
dates = "year-first"
recognised_by = ["who", "where"]
[thing.held]
label = "Person"
name = "who"
born = "born"
[thing.place]
label = "Station"
name = "where"
key = { space = "file", columns = ["where"] }
[link.stay]
type = "HELD_AT"
begin = "held"
end = "place"
rests_on = "where"
cell = "cell"
span = { on = "when" }
"""
SHEET = """who,born,where,cell,when
Ada Brum,,Mill,1,2020-08-09
Ben Tolk,,Mill,1,2020-08-09
Ida Rook,,—,2,2020-08-09
—,,,,
"""


@pytest.fixture
def sheet(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "cells.toml").write_text(MAPPING, "utf-8")
    (tmp_path / "cells.csv").write_text(SHEET, "utf-8")
    return tmp_path / "cells.csv", tmp_path / "cells.toml"


def test_what_to_do_next_stands_below_the_report(fresh: Path, sheet: tuple[Path, Path]) -> None:
    loaded = inside("load", sheet[0], "--mapping", sheet[1], case=fresh)
    report, below = loaded.out.split("# Next\n")
    odd = report.split("# Odd", 1)[1]
    assert odd.index("it is a mark") < odd.index("not loaded"), "the cause stands first"
    assert "cell, when" in odd, "and what follows from it in one line"
    steps = [line.split("\t")[0] for line in below.splitlines()[1:]]
    assert steps[:3] == ["rejects/1-rejects.csv", "rejects/1-issues.csv", "linkage resolve"]
    assert all((fresh / file).exists() for file in steps[:2])
    together, *_ = steps[3:]
    assert together.startswith("linkage query colocation/co_detained --station st-")
    assert len(steps[3:]) <= suggested.MOST
    for command in steps[3:]:
        assert inside(*command.split()[1:], "--csv", case=fresh).out.count("\n") > 1, "it has an answer"
    assert "Mill" not in below


def test_what_was_loaded_before_needs_nothing(fresh: Path, sheet: tuple[Path, Path]) -> None:
    for again in (False, True):
        assert ("# Next" not in inside("load", sheet[0], "--mapping", sheet[1], case=fresh).out) is again
    assert "# Next" not in inside("load", sheet[0], "--mapping", sheet[1], "--dry-run", case=fresh).out


def test_nobody_waits_for_a_slow_graph(fresh: Path, sheet: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggested, "SECONDS", 0.0)
    loaded = inside("load", sheet[0], "--mapping", sheet[1], case=fresh)
    assert loaded.code == 0 and "linkage resolve" in loaded.out and "linkage query" not in loaded.out
