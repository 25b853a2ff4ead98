"""How long every saved query takes as a case grows, on both engines, beside the same questions in networkx.

uv run python -m tests.bench.queries                         20,000, 200,000 and 1,000,000 links; prints a table
uv run python -m tests.bench.queries 200000 --engine neo4j   one size, one engine
uv run python -m tests.bench.queries 20000 --only chain_up

Milliseconds, median and 95th percentile: of 25 questions about a thing, of 5 about everything, asked as a table on the
command line is (without the claims behind each row), of a server that has answered a few hundred others before: a virtual
machine that has just started takes twice as long. Floors: at 200,000 links a question about a thing takes 50 ms at most in the
median, and no question more than 5 s. Exits with 1 where one is missed.
"""

from __future__ import annotations

import argparse
import gc
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from graph.engine.setting import open_engine
from graph.errors import LinkageError
from queries.catalogue import Catalogue
from queries.run import run
from tests.bench.demo import machine
from tests.bench.queries.large_world import LargeWorld
from tests.bench.queries.questions import is_anchored, questions

if TYPE_CHECKING:
    from graph.engine import Engine
    from queries.saved import SavedQuery

SIZES = (20_000, 200_000, 1_000_000)
FLOOR_SIZE, ANCHORED_FLOOR, ANY_FLOOR = 200_000, 50.0, 5_000.0
ANCHORED_RUNS, OTHER_RUNS, WARMING_RUNS = 25, 5, 10
SECONDS = 30
"""After which a question is stopped, as on the command line."""
Ask: TypeAlias = Callable[[dict[str, object]], object]
Figures: TypeAlias = tuple[float, float]
"""Median and 95th percentile, milliseconds."""


def main() -> int:
    """Prints as it goes; the number says whether a floor was missed."""
    given = _arguments()
    print(f"{time.strftime('%Y-%m-%d')}, {machine()}, {platform.release()}")
    missed: list[str] = []
    for size in given.sizes or SIZES:
        world = LargeWorld(size)
        print(f"\n{len(world.links):,} links, {len(world.nodes):,} nodes", flush=True)
        table: dict[str, dict[str, Figures]] = {}
        for name in given.engines:
            for query, figures in _measured(name, world, given.only):
                table.setdefault(query, {})[name] = figures
                print(f"  {name} {query}: {figures[0]:.1f} / {figures[1]:.1f}", file=sys.stderr, flush=True)
        _print(table, [*given.engines])
        if size == FLOOR_SIZE:
            missed += _missed(table)
    for line in missed:
        print(f"MISSED {line}")
    return min(len(missed), 1)


def _measured(name: str, world: LargeWorld, only: str) -> Iterator[tuple[str, Figures]]:
    """Every query on one engine. The time to publish is told, and not counted."""
    library = Catalogue.of()
    with tempfile.TemporaryDirectory() as folder, _ready(name, world, Path(folder)) as asking:
        _warm(library, world, asking)
        gc.freeze()  # nobody who asks holds the world too: the collector need not go through it
        for query in library.names:
            saved = library.get(query)
            ask = asking(saved)
            if only not in query or ask is None:
                continue
            asked = questions(saved, world, ANCHORED_RUNS if is_anchored(saved) else OTHER_RUNS)
            try:
                ask(asked[0])  # the first time, an engine reads the query
                taken = [_milliseconds(ask, one) for one in asked]
            except LinkageError:  # stopped after SECONDS, out of memory, or more rows than anybody can read
                taken = [SECONDS * 1000]
            yield query, (statistics.median(taken), sorted(taken)[int(len(taken) * 0.95)])


def _warm(library: Catalogue, world: LargeWorld, asking: Callable[[SavedQuery], Ask | None]) -> None:
    """Some questions of every query about a thing, not measured."""
    for query in library.names:
        saved = library.get(query)
        ask = asking(saved)
        if ask is None or not is_anchored(saved):
            continue
        for one in questions(saved, world, ANCHORED_RUNS)[:WARMING_RUNS]:
            with suppress(LinkageError):
                ask(one)


@contextmanager
def _ready(name: str, world: LargeWorld, folder: Path) -> Iterator[Callable[[SavedQuery], Ask | None]]:
    """By query, what answers a question of it; None where this one does not know how."""
    begun = time.perf_counter()
    if name == "networkx":
        from tests.bench.queries.in_networkx import QUESTIONS, graph

        held = graph(world.projection)
        print(f"  {name}: built in {time.perf_counter() - begun:.1f} s", flush=True)
        yield lambda saved: partial(QUESTIONS[saved.name], held) if saved.name in QUESTIONS else None
        return
    with _engine(name, folder) as engine:
        marker = engine.publish(world.projection)
        print(f"  {name}: published and read back in {time.perf_counter() - begun:.1f} s", flush=True)
        yield lambda saved: partial(run, saved, engine, marker=marker, seconds=SECONDS, evidence=False)


@contextmanager
def _engine(name: str, folder: Path) -> Iterator[Engine]:
    if name == "embedded":
        from graph.engine.arcadedb.engine import ArcadeEngine

        with open_engine("embedded", folder / "graph") as engine:
            yield engine
        ArcadeEngine(folder / "graph").stop()
        return
    from tests.neo4j import server

    with server.running(server.Release("5.26.26"), folder) as address, open_engine(address, folder) as engine:
        yield engine


def _milliseconds(ask: Ask, given: dict[str, object]) -> float:
    begun = time.perf_counter()
    ask(given)
    return (time.perf_counter() - begun) * 1000


def _print(table: dict[str, dict[str, Figures]], engines: list[str]) -> None:
    print(f"{'query':38}" + "".join(f"{name:>20}" for name in engines))
    for query, by_engine in table.items():
        cells = (f"{by_engine[name][0]:9.1f} /{by_engine[name][1]:8.1f}" if name in by_engine else "" for name in engines)
        print(f"{query:38}" + "".join(f"{cell:>20}" for cell in cells), flush=True)


def _missed(table: dict[str, dict[str, Figures]]) -> list[str]:
    library = Catalogue.of()
    found = []
    for query, by_engine in table.items():
        for name, (median, most) in by_engine.items():
            if name != "networkx" and is_anchored(library.get(query)) and median > ANCHORED_FLOOR:
                found.append(f"{query} on {name}: {median:.0f} ms in the median, {ANCHORED_FLOOR:.0f} are promised")
            if name != "networkx" and most > ANY_FLOOR:
                found.append(f"{query} on {name}: {most / 1000:.1f} s, {ANY_FLOOR / 1000:.0f} are promised")
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, metavar="LINKS")
    parser.add_argument("--engine", dest="engines", action="append", choices=["embedded", "neo4j", "networkx"])
    parser.add_argument("--only", default="", metavar="TEXT", help="queries with this in their name")
    given = parser.parse_args()
    given.engines = given.engines or ["embedded", "neo4j", "networkx"]
    return given


if __name__ == "__main__":
    sys.exit(main())
