"""How long a question about one link takes that many rows of a list speak of, beside as many links with one row each.

uv run python -m tests.bench.long_link              850 and 30,000 rows, on the embedded engine
uv run python -m tests.bench.long_link 100000

Who commanded those based at a place: one unit that every row names, then a unit a row. Seconds, median and most of the runs,
with the claims behind each row, of a server that has answered before; the most memory that server ever held. Floor: one link
takes at most one and a half times as long as as many links. Exits with 1 where it is missed.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from graph.engine.arcadedb import files
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.kept.case import Case
from queries.desk.query import ask
from tests.bench.demo import machine
from tests.cli.program import inside
from tests.cli.test_long_link import MAPPING, listed

ROWS = (850, 30_000)
RUNS, FLOOR = 7, 1.5
SECONDS = 600
"""Of one question: a busy machine did not answer that about 30,000 links in the 30 seconds that a command has."""
ASKED = {"station": "Dom Sever", "from": "1991-05-03", "to": "1991-05-03"}


def measured(folder: Path, rows: int, units: int) -> float:
    """Seconds of the question in the median, in a case with so many rows about so many units. Prints them."""
    folder.mkdir()
    case = folder / "case"
    (folder / "map.toml").write_text(MAPPING, "utf-8")
    (folder / "list.csv").write_text(listed(rows, units), "utf-8")
    begun = time.perf_counter()
    for arguments in (("init", case, "--zone", "Europe/Paris"), ("load", folder / "list.csv", "--mapping", folder / "map.toml")):
        ran = inside(*arguments, case=case)
        assert ran.code == 0, ran.err
    loaded, taken = time.perf_counter() - begun, []
    with Case(case) as held:
        for _ in range(RUNS + 1):
            begun = time.perf_counter()
            answer = ask(held, "command/commanders_at_station", ASKED, within=None, seconds=SECONDS)
            taken.append(time.perf_counter() - begun)
            claims = sum(len(answer.rests_on(number).claims) for number in range(len(answer.rows)))
            assert (len(answer.rows), claims) == (units, 2 * rows), (len(answer.rows), claims)
        most = most_held(held.graph_folder)
    ArcadeEngine(case / "graph").stop()
    median = statistics.median(taken[1:])
    print(f"{rows:,} rows, {units:,} links: {median:.3f} s (most {max(taken[1:]):.3f}, first {taken[0]:.3f})", end="; ")
    print(f"server {most:,.0f} MiB at most, loaded in {loaded:.0f} s", flush=True)
    return median


def most_held(graph: Path) -> float:
    """Of the server of this graph, in MiB: on Linux. Elsewhere nothing tells of another process."""
    status = Path("/proc", str(json.loads((graph / files.SERVER).read_text("utf-8"))["pid"]), "status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), float("nan"))


def main(*sizes: int) -> int:
    """Prints as it goes; the number says whether a floor was missed."""
    os.environ.setdefault("LINKAGE_IDLE_SECONDS", "60")
    print(machine(), flush=True)
    missed = 0
    for rows in sizes or ROWS:
        with tempfile.TemporaryDirectory() as folder:
            one, many = (measured(Path(folder, str(units)), rows, units) for units in (1, rows))
        missed |= one > FLOOR * many
        print(
            f"{rows:,} rows: one link takes {one / many:.2f} times as long{' MISSED' if one > FLOOR * many else ''}", flush=True
        )
    return missed


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
