"""How long `linkage demo` takes as a whole process, from an installed Linkage to the page. Run by hand; no test.

uv run python -m tests.bench.demo [RUNS]
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from graph.engine.arcadedb.engine import ArcadeEngine
from queries.desk.demo import CASE
from tests.cli.program import COMMAND, environment

RUNS = 3
BUDGET = 30.0
"""Seconds after installation that a newcomer is asked to wait at most."""


def once(folder: Path) -> float:
    """Seconds of one run into a new folder; its graph server is ended and not counted."""
    begun = time.perf_counter()
    subprocess.run(
        [*COMMAND, "demo", str(folder)],
        env=environment(None, {"LINKAGE_IDLE_SECONDS": "5"}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    taken = time.perf_counter() - begun
    ArcadeEngine(folder / CASE / "graph").stop()
    return taken


def machine() -> str:
    """What it ran on, and how busy that was."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{load}, Python {platform.python_version()}"


def main(runs: int = RUNS) -> None:
    """Prints the fastest, the median and the slowest run. The first of all also compiles what was never imported."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        taken = sorted(once(Path(folder) / f"demo-{number}") for number in range(runs))
    print(f"linkage demo, {runs} runs: min {taken[0]:.1f} s, median {statistics.median(taken):.1f} s, max {taken[-1]:.1f} s")
    print(f"within {BUDGET:.0f} s: {'yes' if taken[-1] <= BUDGET else 'NO'}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
