"""DuckDB as Linkage opens it: in memory, two threads, no network, and no file but where the caller says.

What does not fit into memory has its room inside the case, made by the caller: its owner's alone, and gone when it is left.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
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


def table(first: Mapping[str, Sequence[str]], rows: Iterable[tuple[Any, ...]], fields: Sequence[str]) -> Any:
    """A table of named tuples, a column each, beside what they are known by."""
    import pyarrow as pa  # type: ignore[import-untyped]  # ships no types

    columns = list(zip(*rows, strict=True)) or [()] * len(fields)
    arrays = {name: pa.array(values, pa.string()) for name, values in first.items()}
    for name, values in zip(fields, columns, strict=True):
        kind = pa.int64() if name in _NUMBERS else pa.bool_() if name in _TRUTHS else pa.string()
        arrays[name] = pa.array(values, kind)
    return pa.table(arrays)
