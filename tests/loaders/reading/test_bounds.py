"""What no table holds is refused in bounded memory and time, with a reason: one cell or line must not fill a computer."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import SourceError
from loaders.reading import read
from loaders.reading.bounds import LONGEST_LINE, LONGEST_OBJECT, MOST_LINES

MOST_MB = 300
MB40 = 40_000_000
HUGE = {
    "a cell": ("list.csv", b"a,b\n1,%s\n2,y\n", b"x", MB40, "line 2 is longer than 4,000,000 bytes"),
    "a cell in marks": ("list.csv", b'a,b\n1,"%s"\n2,y\n', b"x", MB40, "line 2 is longer"),
    "a cell of marks": ("list.csv", b'a,b\n1,"%s\n2,y\n', b'"', MB40, "line 2 is longer"),
    "a cell of lines": ("list.csv", b'a,b\n1,"%s"\n2,y\n', b"x y\n", 10_000_000, "more than 1,048,576 lines"),
    "an open cell": ("list.csv", b'a,b\n1,"x\n%s', b"1,2\n", 10_000_000, "more than 1,048,576 lines"),
    "cells": ("list.csv", b"a,b\n1,%s\n2,y\n", b",", MB40, "line 2 is longer"),
    "a name": ("list.csv", b"%s,b\n1,2\n", b"x", MB40, "line 1 is longer"),
    "names": ("list.csv", b"%sb\n1,2\n", b"a,", 20_000_000, "line 1 is longer"),
    "blank lines": ("list.csv", b"a,b\n%s", b"\n", MB40, "more than 1,048,576 lines"),
    "old ends": ("list.csv", b"a,b\r1,%s\r2,y\r", b"x", MB40, "line 2 is longer"),
    "an object": ("list.jsonl", b'{"a": "%s"}\n{"a": "1"}\n', b"x", 100_000_000, "line 1 is longer than 12,000,000 bytes"),
    "brackets": ("list.jsonl", b'{"a": "1"}\n{"a": %s}\n', b"[", MB40, "line 2 is longer"),
}
CHILD = """
import resource, sys
from pathlib import Path
from graph.errors import SourceError
from loaders.reading import read
try:
    read(Path(sys.argv[1]))
except SourceError as refused:
    print(refused)
used = resource.getrusage(resource.RUSAGE_SELF)
status = Path("/proc/self/status").read_text().split("VmHWM:")[1]
print(int(status.split()[0]) // 1024, used.ru_utime + used.ru_stime)
"""


@pytest.mark.parametrize("kind", HUGE)
def test_what_is_too_large_is_refused_before_it_is_kept(tmp_path: Path, kind: str) -> None:
    name, around, piece, times, reason = HUGE[kind]
    (tmp_path / name).write_bytes(around % (piece * times))
    ran = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path / name)], capture_output=True, text=True, timeout=60, check=True
    )
    (tmp_path / name).unlink()
    said, figures = ran.stdout.strip().split("\n")
    megabytes, seconds = figures.split()
    assert reason in said and name in said
    assert int(megabytes) <= MOST_MB
    assert float(seconds) <= 5


@pytest.mark.parametrize(("name", "most"), [("list.csv", LONGEST_LINE), ("list.jsonl", LONGEST_OBJECT)])
def test_a_line_at_the_bound_is_judged_by_its_cells(tmp_path: Path, name: str, most: int) -> None:
    begun = b"" if name.endswith(".jsonl") else b"a,b\n1,2\n"
    good = b'{"a": "1"}\n' if name.endswith(".jsonl") else b"3,4\n"
    for length in (most, most + 1):
        (tmp_path / name).write_bytes(begun + b"x" * length + b"\n" + good)
        if length > most:
            with pytest.raises(SourceError, match="is longer than"):
                read(tmp_path / name)
        else:
            found = read(tmp_path / name)
            assert len(found.rejects) == 1 and found.tables[0].rows


def test_as_many_lines_as_a_spreadsheet_has_rows_are_read() -> None:
    assert MOST_LINES >= 1_048_576


def test_a_workbook_is_not_judged_by_lines(tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * (LONGEST_LINE + 1))
    with pytest.raises(SourceError) as refused:
        read(tmp_path / "list.xlsx")
    assert not re.search("line", str(refused.value))


def test_an_object_of_more_keys_than_a_sheet_has_columns_is_refused_alone(tmp_path: Path) -> None:
    keys = ",".join(f'"k{number}": 1' for number in range(20_000))
    (tmp_path / "list.jsonl").write_text('{"a": 1}\n{' + keys + "}\n", "utf-8")
    found = read(tmp_path / "list.jsonl")
    assert [(reject.line, reject.reason) for reject in found.rejects] == [(2, "more than 16,384 keys")]


def test_a_file_of_one_object_of_too_many_keys_is_refused_for_that(tmp_path: Path) -> None:
    keys = ",".join(f'"k{number}":1' for number in range(800_000))
    (tmp_path / "keys.jsonl").write_text("{" + keys + "}\n", "utf-8")
    with pytest.raises(SourceError, match=r"keys\.jsonl, row 1: more than 16,384 keys\. Leave keys out"):
        read(tmp_path / "keys.jsonl")
