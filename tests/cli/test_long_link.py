"""A list in which every row says the same of one unit: each row is another claim about one link."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.program import inside

ROWS = 850
"""Their ids, listed in the link, no longer fitted into a record of the embedded engine."""
MAPPING = """
name  = "detentions"
title = "Detentions, as a families' committee noted them"
dates = "day-first"
recognised_by = ["name", "held at", "from", "to", "guarded by"]
[thing]
person = { label = "Person", name = "name", key = { space = "file", columns = ["name"] } }
place  = { label = "Station", name = "held at", key = { space = "file", columns = ["held at"] } }
unit   = { label = "Unit", name = "guarded by", key = { space = "file", columns = ["guarded by"] } }
[link]
held  = { type = "HELD_AT", begin = "person", end = "place", rests_on = "held at", span = { begin = "from", end = "to" } }
based = { type = "BASED_AT", begin = "unit", end = "place", rests_on = "guarded by", span = { on = "from" } }
"""


def listed(rows: int, units: int = 1) -> str:
    """So many people held in one place, which so many units guarded in turn."""
    lines = [f"Orrin {n};Dom Sever;03.05.1991;04.05.1991;{9 + n % units}th Watch" for n in range(rows)]
    return "\n".join(["name;held at;from;to;guarded by", *lines, ""])


def data(*arguments: object, case: Path) -> Any:
    ran = inside(*arguments, "--json", case=case)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_it_loads_and_its_rows_say_what_they_rest_on(fresh: Path, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAPPING, "utf-8")
    (tmp_path / "list.csv").write_text(listed(ROWS), "utf-8")

    ran = inside("load", tmp_path / "list.csv", "--mapping", tmp_path / "map.toml", case=fresh)

    assert ran.code == 0, ran.err
    period = ("--from", "1991-05-03", "--to", "1991-05-03")
    (row,) = data("query", "command/commanders_at_station", "--station", "Dom Sever", *period, case=fresh)
    assert len(row["claims"]) == 2 * ROWS  # that it was based there, and when
    shown = data("show", row["base"]["id"], case=fresh)
    assert shown["support"]["claims"] == row["claims"]
    assert len(shown["support"]["origins"]) == 1
    assert data("why", row["base"]["id"], case=fresh)["origins"] == 1
