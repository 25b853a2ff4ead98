"""How long a sheet takes to load whose rows all name one thing by its compiler's key. Run by hand; no test.

uv run python -m tests.bench.joins [ROWS ...]

Three ways: into a new case; into one where a person keeps two of its people apart; and where a person took a row of the
thing out of it. The first hundred rows are loaded before, and not counted. At last: rows that all state one link.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from graph.decide import decide
from graph.decided.replay import replay
from graph.engine import limits
from graph.errors import EngineError
from graph.kept.case import Case
from graph.project import project
from loaders.load.load import enter, harvest, prepare
from loaders.mapping import named
from queries.desk.load import load
from tests.bench.demo import machine

ROWS = (1_000, 2_000, 4_000)
BUDGET = 5.0
"""Seconds that 4,000 rows of one station may take."""
BEFORE = 100

MAPPING = """\
name  = "detentions"
title = "Detentions, as a families' committee noted them"
dates = "day-first"
recognised_by = ["name", "held at", "from"]
[key_space.committee]
reason = "one list, kept by one committee"
[thing]
person = { label = "Person", name = "name", key = { space = "committee", columns = ["name"] } }
place  = { label = "Station", name = "held at", key = { space = "committee", columns = ["held at"] } }
[link]
held = { type = "HELD_AT", begin = "person", end = "place", rests_on = "held at", span = { begin = "from" } }
"""


def sheet(folder: Path, name: str, numbers: range, people: int) -> Path:
    """One station for all rows; so many people, in turn."""
    (folder / "detentions.toml").write_text(MAPPING, "utf-8")
    lines = (f"Vade {at % people};Tannery Street Barracks;{1 + at % people % 28:02}.05.1991" for at in numbers)
    path = folder / f"{name}.csv"
    path.write_text("\n".join(["name;held at;from", *lines, ""]), "utf-8")
    return path


def nothing(_: Case) -> None:
    """Nobody decided anything."""


def different(case: Case) -> None:
    """Two of the people are two, says a person."""
    people = sorted(mention.id for mention in case.state.mentions.values() if mention.what == "Person")
    decide(case, "different", people[:2], reason="bench")


def taken_out(case: Case) -> None:
    """One of the rows speaks of another station, says a person."""
    stations = sorted(mention.id for mention in case.state.mentions.values() if mention.what == "Station")
    (joined,) = (decision.sequence for decision, members in case.state.identity.live() if stations[0] in members)
    decide(case, "retract", stations[5:6], retracts=joined, reason="bench")


def one_thing(rows: int, decided: object) -> float:
    """Seconds from the file to the journal, with what the graph will be; publishing to an engine is not counted."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Case.create(folder / "case", title="Invented", zone="Europe/Lisbon") as case:
            first, second = (sheet(folder, *of, rows) for of in (("first", range(BEFORE)), ("second", range(BEFORE, rows))))
            load(case, [first], mappings=[str(folder / "detentions.toml")], publish=False)
            assert callable(decided)
            decided(case)
            begun = time.perf_counter()
            load(case, [second], mappings=[str(folder / "detentions.toml")], publish=False)
            return time.perf_counter() - begun


def one_link(rows: int) -> tuple[float, float]:
    """Seconds to enter rows that all say the same, and to project them and hold them against what a graph can keep."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Case.create(folder / "case", title="Invented", zone="Europe/Lisbon") as case:
            path = sheet(folder, "link", range(rows), 1)
            begun = time.perf_counter()
            one = prepare(path, lambda _, __: named(str(folder / "detentions.toml")))
            with case.writing(), case.journal.appending() as journal:
                harvest(one, case)
                enter(case, journal, one)
            entered = time.perf_counter()
            projection = project(replay(case.journal))
            try:
                limits.check(projection)
            except EngineError as error:
                print(f"        ({error})")
            return entered - begun, time.perf_counter() - entered


def main(*given: str) -> None:
    """Prints the machine, and a line for each number of rows."""
    print(machine())
    for rows in map(int, given or map(str, ROWS)):
        for decided in (nothing, different, taken_out):
            print(f"{rows:>7,} rows of one station, {decided.__name__:<9}: {one_thing(rows, decided):6.1f} s", flush=True)
        entered, projected = one_link(rows)
        print(f"{rows:>7,} rows of one link: entered in {entered:.1f} s, projected in {projected:.1f} s", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
