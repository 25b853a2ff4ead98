"""The process that writes a new database: complete and closed under databases/, or not there.

Its memory goes back when it ends, and killing it costs nothing: what is served is not touched. It reads JSON lines,
`[label, properties]` and `[type, begin, end, properties]`, and last the two numbers of them: without those, the
publisher was lost on the way and nothing is finished.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from graph import schema
from graph.engine.arcadedb import files, quiet
from graph.kept.private import make_folder

TYPES: dict[schema.ValueType, str] = {
    "text": "STRING",
    "int": "LONG",
    "float": "DOUBLE",
    "bool": "BOOLEAN",
    "time": "DATETIME_MICROS",
    "date": "STRING",
    "texts": "LIST OF STRING",
    "times": "LIST OF DATETIME_MICROS",
}
"""Without a declared type a date-time stays the text it came as."""

CHUNK = 5000


def declarations() -> str:
    """A type for every label and link type of the schema, also those without a record: a query may name them.

    As one script: each statement alone would write the whole schema anew, 0.4 s for ours.
    """
    kinds = [("VERTEX", node.label, node.properties) for node in schema.NODES]
    kinds += [("EDGE", link.type, link.properties) for link in schema.LINKS]
    return "".join(
        f"CREATE {word} TYPE `{kind}`;"
        + "".join(f"CREATE PROPERTY `{kind}`.`{declared.name}` {TYPES[declared.type]};" for declared in properties)
        for word, kind, properties in kinds
    )


def indexes() -> str:
    """A unique index of the ids of each label, and what else the schema has indexed: made after the load, each is built once."""
    unique = "".join(f"CREATE INDEX ON `{node.label}` (id) UNIQUE;" for node in schema.NODES)
    return unique + "".join(f"CREATE INDEX ON `{label}` ({name}) NOTUNIQUE;" for label, name in schema.INDEXED)


def fill(batch: Any, records: Iterable[list[Any]]) -> tuple[int, int]:
    """Write all records and count them. A link's ends are known by the record ids the engine gave their nodes."""
    record_of: dict[str, str] = {}
    links = 0
    for kind, chunk in chunks(records):
        if len(chunk[0]) == 2:
            made = batch.create_vertices(kind, [properties for _, properties in chunk])
            record_of.update((properties["id"], made[n]) for n, (_, properties) in enumerate(chunk))
        else:
            begins, ends = [record_of[record[1]] for record in chunk], [record_of[record[2]] for record in chunk]
            batch.new_edges(begins, kind, ends, [record[3] for record in chunk])
            links += len(chunk)
    return len(record_of), links


def chunks(records: Iterable[list[Any]]) -> Iterator[tuple[str, list[list[Any]]]]:
    """Neighbours of one kind, not too many at a time."""
    for kind, same in groupby(records, key=lambda record: str(record[0])):
        while chunk := list(islice(same, CHUNK)):
            yield kind, chunk


def main(token: str, name: str) -> None:
    """Build databases/NAME in the working folder from the standard input."""
    part = Path(files.BUILDING, token)
    make_folder(part)
    arcadedb = quiet.load(part / files.LOG, megabytes=2048, seconds=0)
    promised: list[Any] = []

    def records() -> Iterator[list[Any]]:
        for line in sys.stdin.buffer:
            record = json.loads(line)
            if isinstance(record[0], int):
                promised.extend(record)
                return
            yield record

    with arcadedb.create_database(str(part / name)) as database:
        database.command("sqlscript", declarations())
        with database.graph_batch(commit_every=CHUNK) as batch:
            written = fill(batch, records())
        if promised != list(written):
            os._exit(1)
        database.command("sqlscript", indexes())
    target = Path(files.DATABASES)
    make_folder(target)
    (part / name).rename(target / name)


if __name__ == "__main__":
    main(*sys.argv[1:])
    os._exit(0)
