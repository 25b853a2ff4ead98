"""Seventy questions that ask for more than anybody has: of memory, of time, of depth, of rows.

python -m tests.graph.engine.bombs GRAPH ROOM [STEP]    asks those of one room, or each so-manieth of them, and an
ordinary question after each, of the graph in a folder or on a Neo4j server; prints how long the slowest of the ordinary
ones took, and how much memory this process had at most. What the guard refuses reaches no server.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from itertools import product
from pathlib import Path

from graph.engine import Engine
from graph.engine.setting import open_engine
from graph.errors import LinkageError
from graph.kept.address import EMBEDDED
from queries.guard import faults

RANGES = [
    "UNWIND range(1, 1000000) AS i UNWIND range(1, 1000000) AS j RETURN count(i + j)",
    "UNWIND range(1, 100000) AS i UNWIND range(1, 100000) AS j RETURN i * j AS x ORDER BY x",
    "UNWIND range(1, 2000) AS i UNWIND range(1, 2000) AS j UNWIND range(1, 2000) AS k RETURN count(DISTINCT i * j * k)",
    "UNWIND range(1, 1000000) AS i WITH collect(i) AS l UNWIND l AS x UNWIND l AS y RETURN max(x + y)",
    "RETURN [i IN range(1, 1000000) | [j IN range(1, 1000) | i + j]] AS x",
    "RETURN [i IN range(1, 100000) | toString(i) + toString(range(1, 1000))] AS x",
    "WITH range(1, 900000) AS l RETURN [x IN l WHERE x IN l] AS x",
    "RETURN size([i IN range(1, 900000) WHERE all(j IN range(1, i) WHERE j <= i)]) AS x",
    "UNWIND range(1, 900000) AS i RETURN collect(toString(i) + 'a long text that is kept for every one of them') AS x",
    "UNWIND range(1, 300000) AS i RETURN i, range(1, 300) AS x",
    "RETURN range(1, 9223372036854775806) AS x",
    "RETURN range(-9000000000, 9000000000) AS x",
]
FOLDS = [
    *(f"RETURN reduce(s = 'a', i IN range(1, {n}) | s + s) AS x" for n in (24, 26, 28, 31, 40, 1000)),
    *(f"RETURN size(reduce(s = 'a', i IN range(1, {n}) | s + s)) AS x" for n in (29, 33)),
    *(f"RETURN reduce(l = [1], i IN range(1, {n}) | l + l) AS x" for n in (22, 28, 60)),
    "WITH range(1, 300000) AS l RETURN reduce(a = [], x IN l | a + x) AS x",
    "WITH range(1, 100000) AS l RETURN reduce(s = '', x IN l | s + toString(l)) AS x",
    "RETURN replace(reduce(s = 'a', i IN range(1, 20) | s + s), 'a', reduce(s = 'b', i IN range(1, 15) | s + s)) AS x",
    "RETURN split(reduce(s = 'a,', i IN range(1, 25) | s + s), ',') AS x",
    "RETURN toUpper(reduce(s = 'ß', i IN range(1, 28) | s + s)) AS x",
    "RETURN reduce(m = {k: 1}, i IN range(1, 60) | {k: m, l: m}) AS x",
]
PATTERNS = [
    f"RETURN reduce(s = 'a', i IN range(1, {n}) | s + s) + '!' =~ '{pattern}' AS x"
    for pattern, n in product(("(a+)+$", "(a|aa)+$", "(a|a?)+$", "(.*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a*)*(a*)*c"), (5, 12))
]
PRODUCTS = [
    "MATCH (a), (b), (c), (d) WHERE a.id + b.id + c.id + d.id = 'none' RETURN count(*)",
    "MATCH (a:Unit), (b:Unit), (c:Unit), (d:Unit), (e:Unit) WHERE a.id < b.id AND c.id < d.id AND d.id < e.id RETURN count(e.id)",
    "MATCH (a:Unit), (b:Unit), (c:Unit) RETURN a, b, c",
    "MATCH (a:Unit), (b:Unit), (c:Unit) RETURN a.id + b.id + c.id AS x ORDER BY x",
    "MATCH (a:Unit), (b:Unit) WITH collect([a, b]) AS l UNWIND l AS x UNWIND l AS y RETURN count(x[0].id + y[1].id)",
    "MATCH p = (a)-[*1..30]-(b) RETURN count(p)",
    "MATCH p = (a)-[*]-(b) RETURN p",
    "MATCH p = (a)-[*0..60]->(b), q = (b)-[*0..60]-(c), r = (c)-[*0..60]-(d) RETURN count(*)",
    "MATCH p = (a:Unit)-[*1..40]-(b:Unit) RETURN length(p) AS x, p ORDER BY x DESC",
    "MATCH (a:Unit) RETURN COLLECT { MATCH (b:Unit), (c:Unit), (d:Unit) RETURN b.id + c.id + d.id } AS x",
]
NESTED = [
    "RETURN " + "[" * 3_000 + "1" + "]" * 3_000 + " AS x",
    "RETURN " + "(" * 20_000 + "1" + ")" * 20_000 + " AS x",
    "RETURN " + "NOT " * 20_001 + "true AS x",
    "RETURN " + " + ".join(["1"] * 40_000) + " AS x",
    "RETURN " + "CASE WHEN true THEN " * 3_000 + "1" + " END" * 3_000 + " AS x",
    "RETURN '" + "a" * 5_000_000 + "' AS x",
    "WITH 1 AS a " + "".join(f"WITH a + {n} AS a " for n in range(5_000)) + "RETURN a AS x",
    "RETURN " + "[x IN " * 500 + "[1]" + " | x]" * 500 + " AS x",
    "MATCH " + ", ".join(f"(u{n}:Unit)" for n in range(60)) + " RETURN count(*) AS x",
    "RETURN 1 AS x" + " UNION ALL RETURN 1 AS x" * 5_000,
]
HEAVY = [FOLDS[next(n for n, text in enumerate(FOLDS) if "replace" in text)]] * 6
"""One that kills its connection and lets the server live: after the second, a server that stays answers nobody any more."""
LISTS = [
    "MATCH (a:Unit), (b:Unit) WITH collect(a.id + b.id) AS l RETURN size([x IN l WHERE all(y IN l WHERE y <> x + '!')]) AS x",
    "MATCH (a:Unit), (b:Unit) WITH collect(a.id + b.id) AS l RETURN size([x IN l WHERE NOT x + '!' IN l]) AS x",
    "MATCH (a:Unit), (b:Unit) WITH collect(a.id) AS l RETURN reduce(n = 0, x IN l | n + size([y IN l WHERE x < y])) AS x",
    "MATCH (a:Unit), (b:Unit) WITH collect(b.id) AS l RETURN reduce(s = '', x IN l | s + x + toString(size(s))) AS x",
]
"""What no guard can tell from a question: a list as long as the case, gone through for each of its members."""
ROOMS = {
    "ranges": RANGES,
    "folds": FOLDS,
    "patterns": PATTERNS,
    "products": PRODUCTS,
    "nested": NESTED,
    "lists": LISTS,
    "heavy": HEAVY,
}
SECONDS, SETTLING = 1.0, 4.0
"""That a bomb may take, and that its server is given to be rid of it before the next one."""
ORDINARY = "MATCH (unit:Unit) RETURN count(unit)"


def ask_all(engine: Engine, bombs: Sequence[str]) -> dict[str, float]:
    """`tried`, how many there are; `slowest`, seconds of the ordinary questions; `refused`, seconds of the bombs; `asked`, how
    many of these a server was given; `busy`, how many it was not, since one before could not be stopped; `memory`, MB of this
    process."""
    slowest = refused = 0.0
    asked = busy = 0
    engine.ask(ORDINARY, {}, seconds=30, rows=1)
    for bomb in bombs:
        if not faults(bomb):
            if free := _free_within(engine, SETTLING):
                begun = time.monotonic()
                with suppress(LinkageError):
                    engine.ask(bomb, {}, seconds=SECONDS, rows=1000)
            asked, busy = asked + free, busy + (not free)
            refused = max(refused, time.monotonic() - begun if free else 0.0)
        begun = time.monotonic()
        (row,) = engine.ask(ORDINARY, {}, seconds=30, rows=1).rows
        assert row == (300,)
        slowest = max(slowest, time.monotonic() - begun)
    return {"tried": len(bombs), "slowest": slowest, "refused": refused, "asked": asked, "busy": busy, "memory": _most_memory()}


def _free_within(engine: Engine, seconds: float) -> bool:
    """Whether the server is free of the last bomb, or soon is: else this one is refused, as an analyst's own question is."""
    until = time.monotonic() + seconds
    while True:
        try:
            engine.check_free()
        except LinkageError:
            if time.monotonic() > until:
                return False
            time.sleep(0.2)
        else:
            return True


def _most_memory() -> float:
    """MB that this process had at most; `getrusage` also tells what the one had that started it."""
    (most,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("utf-8"))
    return int(most) / 1024


if __name__ == "__main__":
    graph, room, *step = sys.argv[1:]
    with open_engine(graph if "://" in graph else EMBEDDED, Path(graph)) as opened:
        print(json.dumps(ask_all(opened, ROOMS[room][:: int(step[0])] if step else ROOMS[room])))
