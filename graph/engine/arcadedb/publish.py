"""Building a new database beside the served one: written by a process of its own, read back, and only then returned."""

from __future__ import annotations

import json
import secrets
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, cast

from graph.engine import bolt, limits
from graph.engine.arcadedb import files, server
from graph.errors import EngineError
from graph.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from graph.projection import Hashes, Projection

WAIT_SECONDS = 600


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold publish.lock; wait for another publisher."""
    begun = time.monotonic()
    while (lock := files.try_lock(folder / files.PUBLISH_LOCK)) is None:
        if time.monotonic() - begun > WAIT_SECONDS:
            raise EngineError("another process has been projecting this case for ten minutes; wait for it or end it")
        time.sleep(0.05)
    with lock:
        yield


def build(folder: Path, projection: Projection, progress: Progress | None) -> str:
    """The name of a new, finished database that holds this projection, not yet read back."""
    name, part = f"g{secrets.token_hex(8)}", secrets.token_hex(8)
    builder = server.process(folder, "graph.engine.arcadedb.builder", part, name, pipes=True)
    lines = cast("IO[bytes]", builder.stdin)
    try:
        total = len(projection.nodes) + len(projection.links)
        for done, line in enumerate(_lines(projection)):
            lines.write(line)
            if progress is not None and done % bolt.FETCH == 0:
                progress("writing", done, total)
        lines.close()
        code = builder.wait()
    except BrokenPipeError:
        code = builder.wait() or -1
    finally:
        _end(builder)
        shutil.rmtree(folder / files.BUILDING / part, ignore_errors=True)
    if code:
        raise EngineError(f"the graph could not be built (code {code}); is there room on the disk?")
    return name


def read_back(folder: Path, name: str, progress: Progress | None = None) -> Hashes:
    """The hashes of what a database holds, by a server started for that alone."""
    import neo4j.exceptions

    try:
        with server.private(folder) as driver, driver.session(database=name, fetch_size=bolt.FETCH) as session:
            return bolt.read_back(session.run, progress)
    except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
        raise EngineError(f"the graph could not be read back ({type(error).__name__})") from None


def _lines(projection: Projection) -> Iterator[bytes]:
    """What the builder reads. Kinds together: it writes one kind at a time."""
    for node in sorted(projection.nodes, key=lambda node: node.label):
        yield _line([node.label, limits.written(node.label, node.properties)])
    for link in sorted(projection.links, key=lambda link: link.type):
        yield _line([link.type, link.begin, link.end, limits.written(link.type, link.properties)])
    yield _line([len(projection.nodes), len(projection.links)])


def _line(record: list[object]) -> bytes:
    return json.dumps(record).encode("ascii") + b"\n"


def _end(builder: subprocess.Popen[bytes]) -> None:
    builder.kill()
    builder.wait()
    for pipe in (builder.stdin, builder.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:  # what it still held can go nowhere
                continue
