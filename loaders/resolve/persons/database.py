"""DuckDB as Linkage opens it: in memory, two threads, no network, and no file but where the caller says.

What does not fit into memory has its room inside the case (`scratch`): its owner's alone, and gone when it is left.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graph.errors import LinkageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from duckdb import DuckDBPyConnection

THREADS: Final = 2
SHARE: Final = 0.6
"""Of the machine's memory: Python holds the records beside it."""
MOST: Final = 12 * 2**30
REMEDY: Final = "compare what is new alone, on a larger machine, or on Spark (the extra spark)"
_PREFIX: Final = "spilled-"
_LEFT_BEHIND: Final = 24 * 3600.0
"""Seconds after which room that nobody has touched belonged to a process that was killed."""
_NUMBERS: Final = {"given_initials", "patronymic_initials", "born_day", "year", "month"}
_TRUTHS: Final = {"given_known", "patronymic_known"}


@contextmanager
def database(spill: Path | None = None) -> Iterator[DuckDBPyConnection]:
    """A database that is gone when it is left.

    `spill`: a folder inside the case for what does not fit into memory; without one nothing is ever written, and what does
    not fit fails.
    """
    import duckdb

    limit = min(MOST, int(SHARE * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))) if hasattr(os, "sysconf") else MOST
    connection = duckdb.connect(
        config={
            "threads": THREADS,
            "memory_limit": f"{limit // 2**20}MiB",
            "temp_directory": str(spill) if spill else "",
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
    )
    try:
        yield connection
    except Exception as error:
        # Splink wraps what DuckDB raises and shows its whole query: only the message tells them apart.
        if "Out of Memory Error" not in str(error):
            raise
        raise LinkageError(f"comparing persons needs more than {limit // 2**20:,} MiB of memory: {REMEDY}") from None
    finally:
        connection.close()


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A new folder in this one, removed however it is left; and with it what a killed process left there days ago."""
    for old in folder.glob(f"{_PREFIX}*"):
        with suppress(FileNotFoundError):  # another process has just left it
            if time.time() - old.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(old, ignore_errors=True)
    room = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))  # mkdtemp: mode 0700
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def table(first: Mapping[str, Sequence[str]], rows: Iterable[tuple[Any, ...]], fields: Sequence[str]) -> Any:
    """A table of named tuples, a column each, beside what they are told by."""
    import pyarrow as pa  # type: ignore[import-untyped]  # ships no types

    columns = list(zip(*rows, strict=True)) or [()] * len(fields)
    found = {name: pa.array(values, pa.string()) for name, values in first.items()}
    for name, values in zip(fields, columns, strict=True):
        kind = pa.int64() if name in _NUMBERS else pa.bool_() if name in _TRUTHS else pa.string()
        found[name] = pa.array(values, kind)
    return pa.table(found)
