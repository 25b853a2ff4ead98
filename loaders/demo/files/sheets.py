"""Delimited text and JSON lines: one line a record, the same bytes on every machine."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path


def write_csv(path: Path, rows: Iterable[Sequence[str]], *, delimiter: str = ",", mark: bool = False) -> Path:
    """A header and records. `mark`: begin with the mark that spreadsheet programs put before UTF-8."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n" if mark else "\n").writerows(rows)
    path.write_bytes((b"\xef\xbb\xbf" if mark else b"") + text.getvalue().encode())
    return path


def write_lines(path: Path, records: Iterable[Mapping[str, object]]) -> Path:
    """JSON lines; empty cells are left out, as exports of databases do."""
    lines = (json.dumps({k: v for k, v in r.items() if v not in (None, "")}, ensure_ascii=False) for r in records)
    path.write_bytes("".join(f"{line}\n" for line in lines).encode())
    return path
