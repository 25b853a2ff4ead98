"""How long `linkage --help` takes as a whole process. Run by hand; no test.

uv run python -m tests.bench.start [RUNS]
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time

from tests.cli.program import COMMAND

RUNS = 9
BUDGET = 0.3
"""Seconds that a person does not notice."""


def once() -> float:
    """Seconds of one run."""
    begun = time.perf_counter()
    subprocess.run([*COMMAND, "--help"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main() -> None:
    """Prints the machine, and the spread over all runs."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    took = sorted(once() for _ in range(runs))
    load = os.getloadavg()[0]
    print(
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}"
    )
    print(f"linkage --help, {runs} runs: min {took[0]:.2f} s, median {statistics.median(took):.2f} s, max {took[-1]:.2f} s")
    print(f"within {BUDGET:g} s: {'yes' if took[-1] <= BUDGET else 'no'}")


if __name__ == "__main__":
    main()
