"""How long a sheet takes to load whose rows name one thing by its compiler's key, and one link again and again. Run by hand.

uv run python -m tests.bench.joins [ROWS ...]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from graph.kept.case import Case
from queries.desk.load import load
from tests.bench.demo import machine

ROWS = (1_000, 2_000, 4_000)
BUDGET = 5.0
"""Seconds that 4,000 rows of one station may take."""

STATION = """\
name  = "detentions"
title = "Detentions, as a families' committee noted them"
dates = "day-first"
recognised_by = ["name", "held at", "from"]
[thing]
person = { label = "Person", name = "name", key = { space = "file", columns = ["name"] } }
place  = { label = "Station", name = "held at", key = { space = "file", columns = ["held at"] } }
[link]
held = { type = "HELD_AT", begin = "person", end = "place", rests_on = "held at", span = { begin = "from" } }
"""


def sheet(folder: Path, rows: int) -> Path:
    """A different person on each row; one station for all."""
    (folder / "detentions.toml").write_text(STATION, "utf-8")
    path = folder / "detentions.csv"
    lines = (f"Vade {number};Tannery Street Barracks;{1 + number % 28:02}.05.1991" for number in range(rows))
    path.write_text("\n".join(["name;held at;from", *lines, ""]), "utf-8")
    return path


def once(rows: int) -> float:
    """Seconds from the file to the journal, with what the graph will be; publishing to an engine is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        path = sheet(Path(folder), rows)
        with Case.create(Path(folder) / "case", title="Invented", zone="Europe/Lisbon") as case:
            begun = time.perf_counter()
            load(case, [path], mapping=str(path.with_suffix(".toml")), publish=False)
            return time.perf_counter() - begun


def main(*given: str) -> None:
    """Prints the machine, and a line for each number of rows."""
    print(machine())
    for rows in map(int, given or map(str, ROWS)):
        print(f"{rows:>7,} rows of one station: {once(rows):6.1f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
