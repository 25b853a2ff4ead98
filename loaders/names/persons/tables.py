"""The tables beside this code, each with a version and a hash, so that an explanation can cite what it rests on."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent
_STATED: Final = re.compile(r'version(?:: | = ")(\w+)')
TABLES: Final = ("given_names.tsv", "given_elsewhere.tsv", "patronymics.tsv", "titles.toml")


def text(table: str) -> str:
    """A table as it stands."""
    return (_FOLDER / table).read_text("utf-8")


def rows(table: str) -> list[list[str]]:
    """The cells of a table of tab-separated values, without remarks and header."""
    lines = [line for line in text(table).splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


@cache
def versions() -> dict[str, str]:
    """For each table the version it states and the first digits of its SHA-256: `2 (8c1f0a2b9d3e)`."""
    by_table: dict[str, str] = {}
    for table in TABLES:
        content = text(table)
        stated = _STATED.search(content)
        by_table[table] = f"{stated[1] if stated else '?'} ({hashlib.sha256(content.encode()).hexdigest()[:12]})"
    return by_table
