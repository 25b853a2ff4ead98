"""How long resolving takes and how much memory, each size in a process of its own: names, weights, rules and clusters."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench.resolve.metrics import quality
from tests.bench.resolve.table import Floor, Row
from tests.bench.resolve.worlds import World, world

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 9_101
_MENTIONS_OF_ONE = 2.75
_ROOT = Path(__file__).parents[3]
_OF_ALL = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


@dataclass(frozen=True, slots=True)
class Size:
    """So many mentions; `fresh` of them new since the last time, or None: all. Floors in seconds and gigabytes."""

    mentions: int
    fresh: int | None
    seconds: float
    gigabytes: float

    @property
    def words(self) -> str:
        """In the table."""
        return f"{self.mentions:,} mentions" if self.fresh is None else f"{self.fresh:,} new mentions to {self.mentions:,}"


SIZES = (Size(100_000, None, 20, 1.0), Size(100_000, 1_000, 5, 1.0), Size(1_000_000, None, 150, 14))


def rows() -> Iterator[Row]:
    """Time and memory, and what the larger crowd does to the figures, for the more persons, the more namesakes.

    Every record more makes it less likely that any two are one person (`population.prior`), so of a larger crowd more pairs are
    left below what a person is asked: "held" falls with size, and its floor is that of `persons`, not of these.

    Memory: the most that the process, or one that it began, held at any time, the records among it.
    """
    for size in SIZES:
        found = _measured(size)
        yield Row(f"{size.words}: seconds", found["seconds"], Floor(size.seconds, at_most=True), digits=1)
        yield Row(f"{size.words}: seconds of one core", found["core"], digits=1)
        yield Row(f"{size.words}: gigabytes", found["gigabytes"], Floor(size.gigabytes, at_most=True), digits=2)
        if size.fresh is None:
            yield Row(f"{size.words}: impure in 1,000 merged clusters", found["impure"], Floor(0.5, at_most=True), digits=2)
            yield Row(f"{size.words}: true pairs merged or shown", found["held"])


def _measured(size: Size) -> dict[str, float]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    fresh = () if size.fresh is None else (str(size.fresh),)
    run = subprocess.run(
        [sys.executable, "-m", "tests.bench.resolve.scale", str(size.mentions), *fresh],
        cwd=_ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    found: dict[str, float] = json.loads(run.stdout)
    return found


def _cut(of: World, mentions: int) -> World:
    """Exactly so many mentions."""
    records = of.records[:mentions]
    return World(of.persons, records, {record.thing: of.truth[record.thing] for record in records}, of.sources)


def child(mentions: int, fresh: int | None = None) -> None:
    """In the process that is measured: make the world, then resolve it, and say what that took.

    In a folder, as a case has one: what old names were read to is kept there since the last time.
    """
    with TemporaryDirectory() as folder:
        print(json.dumps(_resolved(Path(folder), mentions, fresh)))


def _resolved(folder: Path, mentions: int, fresh: int | None) -> dict[str, float]:
    from graph.kept.private import scratch
    from loaders.resolve.persons import propose
    from loaders.resolve.persons.kept_names import keys_of

    more = fresh or 0
    found = _cut(world(int((mentions + more) / _MENTIONS_OF_ONE * 1.03), SEED), mentions + more)
    new = None if fresh is None else {record.thing for record in found.records[-fresh:]}
    if fresh is not None:
        keys_of((record.name for record in found.records[:-fresh]), folder)
    begun, worked = time.perf_counter(), _worked()
    with scratch(folder) as room:
        proposal = propose(found.records, kept_apart=lambda _one, _other: False, fresh=new, names=folder, spill=room)
    measured = {"seconds": time.perf_counter() - begun, "core": _worked() - worked, "gigabytes": _most_held()}
    if fresh is None:
        worth = quality(proposal, found.truth)
        measured |= {"impure": worth.merges.impure_per_thousand, "held": worth.held}
    return measured


def _worked() -> float:
    """Seconds of processor time so far, on all cores and of ended children: what a busy machine does not stretch."""
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, _OF_ALL))


def _most_held() -> float:
    """In gigabytes. Linux says it in kibibytes, macOS in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return max(used.ru_maxrss for used in map(resource.getrusage, _OF_ALL)) * unit / 1e9


if __name__ == "__main__":
    child(*map(int, sys.argv[1:]))
