"""Holds Linkage's resolution to its floors, and beside what others reach on the same data. Run by hand; no test.

uv run --group bench python -m tests.bench.resolve [--seeds 9001,9002] [--scale] [--only persons,events,…]

Prints one table; ends with 1 where a floor is missed. `--scale` adds time and memory at 100,000 and 1,000,000 mentions.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.demo import machine
from tests.bench.resolve import aliases, events, judged, listed, persons, scale
from tests.bench.resolve.scorers import has_logic_v2
from tests.bench.resolve.table import printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.bench.resolve.table import Row

DATA = Path(__file__).parents[3].parent / "shared" / "data"
_READ_DATA = {"aliases", "judged"}


def main() -> int:
    """0 where all floors hold."""
    asked = _asked()
    data = Path(os.environ.get("LINKAGE_TEST_DATA") or DATA)
    parts: dict[str, Callable[[], Iterable[Row]]] = {
        "persons": lambda: persons.rows(asked.seeds),
        "listed": listed.rows,
        "aliases": lambda: aliases.rows(data),
        "judged": lambda: judged.rows(data),
        "events": lambda: events.rows(asked.seeds),
    }
    if asked.scale:
        parts["scale"] = scale.rows
    if unknown := set(asked.only) - set(parts):
        print(f"--only: {', '.join(sorted(unknown))}: one of {', '.join(parts)}", file=sys.stderr)
        return 2
    names = asked.only or list(parts)
    if _READ_DATA.intersection(names) and not data.is_dir():
        print(f"no real data in {data}: set LINKAGE_TEST_DATA", file=sys.stderr)
        return 2
    begun = time.perf_counter()
    rows: list[Row] = []
    for name in names:
        print(f"{name} …", file=sys.stderr)
        rows += parts[name]()
    print(machine())
    print(printed(rows))
    if has_logic_v2():
        print(f"logic-v2 was asked about every {aliases.SAMPLE}th of the aliases")
    else:
        print("logic-v2 was not measured: nomenklatura is not installed (uv run --group bench)")
    missed = sum(not row.holds for row in rows)
    print(f"{len(rows)} figures in {time.perf_counter() - begun:.0f} s, {missed} floors missed")
    return 1 if missed else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.resolve", description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=seeds, default=persons.SEEDS, help="of the generated worlds, separated by commas")
    parser.add_argument("--scale", action="store_true", help="time and memory too: some minutes, 14 GB")
    parser.add_argument("--only", type=lambda text: text.split(","), default=[], help="some parts of the table alone")
    return parser.parse_args()


def seeds(text: str) -> tuple[int, ...]:
    """From the command line."""
    return tuple(int(number) for number in text.split(","))


if __name__ == "__main__":
    sys.exit(main())
