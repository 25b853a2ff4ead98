"""How long a question about a thing takes here, beside another checkout of Linkage: the same questions, in turn.

uv run python -m tests.bench.queries.against OTHER                         200,000 links, the embedded engine
uv run python -m tests.bench.queries.against OTHER --engine neo4j --links 20000

OTHER is a folder with another checkout, in which `uv sync --extra spark` was run. Milliseconds, medians of 3 × 25 questions, of
the other one and of this one; then this one by the other: of the medians, and the median of each question by its twin. A
busy machine says nothing.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parents[3]
RUNS = 3


def main() -> None:
    """Prints as it goes."""
    given = _arguments()
    with _worker(given.other, given) as other, _worker(HERE, given) as here:
        asked = [json.loads(_line(one)) for one in (other, here)]
        print(f"{'query':38}{'other':>8}{'here':>8}{'by medians':>12}{'by pairs':>10}")
        for name in sorted(asked[0].keys() & asked[1].keys()):
            times = [_in_turn(other, here, f"{name} {at}", run + at) for run in range(RUNS) for at in range(asked[0][name])]
            before, now = (statistics.median(pair[at] for pair in times) for at in (0, 1))
            paired = statistics.median(here_ / other_ for other_, here_ in times)
            print(f"{name:38}{before:8.2f}{now:8.2f}{now / before:12.2f}{paired:10.2f}", flush=True)


@contextmanager
def _worker(checkout: Path, given: argparse.Namespace) -> Iterator[subprocess.Popen[str]]:
    """A process that answers from that checkout, and ends with the block."""
    command = ["uv", "run", "--no-sync", "python", str(Path(__file__).with_name("answering.py")), given.engine, str(given.links)]
    worker = subprocess.Popen(command, cwd=checkout, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield worker
    finally:
        worker.communicate()  # its input ends, and with that it


def _in_turn(other: subprocess.Popen[str], here: subprocess.Popen[str], question: str, turn: int) -> tuple[float, float]:
    """The other one first in every second turn."""
    if turn % 2:
        return _ask(other, question), _ask(here, question)
    now = _ask(here, question)
    return _ask(other, question), now


def _ask(worker: subprocess.Popen[str], question: str) -> float:
    assert worker.stdin is not None
    worker.stdin.write(question + "\n")
    worker.stdin.flush()
    return float(_line(worker))


def _line(worker: subprocess.Popen[str]) -> str:
    assert worker.stdout is not None
    if not (line := worker.stdout.readline()):
        sys.exit("one of the two ended: see above")
    return line


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path)
    parser.add_argument("--engine", default="embedded", choices=["embedded", "neo4j"])
    parser.add_argument("--links", default=200_000, type=int)
    return parser.parse_args()


if __name__ == "__main__":
    main()
