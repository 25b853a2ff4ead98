"""How many plain rows a second go into the journal: of one station, and of a thousand. Run by hand; no test.

uv run python -m tests.bench.load [ROWS]

A row names a person and a station and says that he was held there from a day: three mentions, four claims. Seconds of this
process at work, each run in a case of its own, the median of three; what the projection takes stands apart.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from graph.kept.case import Case
from graph.project import project
from loaders.load.load import enter, harvest, prepare
from loaders.mapping import named
from tests.bench.demo import machine
from tests.bench.joins import MAPPING

ROWS, STATIONS, RUNS = 10_000, (1, 1_000), 3
STEPS = ("read", "harvested", "entered", "projected")


def main(*given: str) -> None:
    """Prints the machine, and a line for each number of stations."""
    rows = int(given[0]) if given else ROWS
    print(machine())
    whole = []
    for stations in STATIONS:
        took = [once(rows, stations) for _ in range(RUNS)]
        steps = [statistics.median(seconds) for seconds in zip(*took, strict=True)]
        whole.append(sum(steps[:-1]))
        said = ", ".join(f"{step} in {seconds:.2f} s" for step, seconds in zip(STEPS, steps, strict=True))
        print(
            f"{rows:,} rows of {stations:,} stations: {said}; {rows / whole[-1]:,.0f} rows a second into the journal", flush=True
        )
    print(f"one station takes {whole[0] / whole[-1]:.2f} of the time of {STATIONS[-1]:,}")


def once(rows: int, stations: int) -> tuple[float, ...]:
    """Seconds of each step."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "detentions.toml").write_text(MAPPING, "utf-8")
        lines = (f"Vade {at};Barracks {at % stations};{1 + at % 28:02}.05.1991" for at in range(rows))
        path = folder / "detentions.csv"
        path.write_text("\n".join(["name;held at;from", *lines, ""]), "utf-8")
        with Case.create(folder / "case", title="Invented", zone="Europe/Lisbon") as case:
            at = [time.process_time()]
            load = prepare(path, named(str(folder / "detentions.toml")))
            at.append(time.process_time())
            with case.writing(), case.journal.appending() as journal:
                harvest(load, case)
                at.append(time.process_time())
                enter(case, journal, load)
            at.append(time.process_time())
            project(case.state)
            at.append(time.process_time())
    return tuple(later - earlier for earlier, later in pairwise(at))


if __name__ == "__main__":
    main(*sys.argv[1:])
