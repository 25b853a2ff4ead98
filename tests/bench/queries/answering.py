"""The process behind `tests.bench.queries.against`: answers from the checkout in whose folder it runs.

It prints how many questions it has of each query, then, for each line `QUERY NUMBER` that it reads, the milliseconds.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import tempfile
import time
from contextlib import redirect_stdout, suppress
from pathlib import Path


def main(engine: str, links: int) -> None:
    """Until its input ends."""
    out = sys.stdout
    sys.path.insert(0, str(Path.cwd()))
    bench = importlib.import_module("tests.bench.queries.__main__")  # by name: what it imports lay elsewhere before
    library, world = bench.Catalogue.of(), bench.LargeWorld(links)
    with (
        redirect_stdout(sys.stderr),
        tempfile.TemporaryDirectory() as folder,
        bench._ready(engine, world, Path(folder)) as asking,
    ):
        bench._warm(library, world, asking)
        gc.freeze()
        asked = {
            query.name: (ask, bench.questions(query, world, bench.ANCHORED_RUNS))
            for query in map(library.get, library.names)
            if bench.is_anchored(query) and (ask := asking(query)) is not None
        }
        for ask, some in asked.values():
            with suppress(bench.LinkageError):
                ask(some[0])
        print(json.dumps({name: len(some) for name, (_, some) in asked.items()}), file=out, flush=True)
        for line in sys.stdin:
            name, at = line.split()
            ask, some = asked[name]
            begun = time.perf_counter()
            with suppress(bench.LinkageError):
                ask(some[int(at)])
            print((time.perf_counter() - begun) * 1000, file=out, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
