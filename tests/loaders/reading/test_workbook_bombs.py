"""No workbook unfolds in our hands: what was made to eat time or memory stops early, cheaply and with a reason."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.reading import read
from tests.loaders.reading.workbooks import HEAD, cells, handmade, sheet


def stored_zip(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "x")
    return stream.getvalue()


def _cells(count: int, row: int = 2) -> str:
    return "".join(f'<row r="{row + n}"><c r="A{row + n}" t="s"><v>0</v></c></row>' for n in range(count))


BOMBS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "zeros": (lambda to: handmade(to, sheet(HEAD) + " " * 60_000_000), "unfolds"),
    "a large part never read": (
        lambda to: handmade(to, sheet(HEAD), extra={"xl/media/a.xml": b"<a>" + b"0" * 99_000_000}),
        "unfolds",
    ),
    "shared strings": (
        lambda to: handmade(to, sheet(HEAD + _cells(40_000)), strings=f"<si><t>{'x' * 32_000}</t></si>"),
        "unfolds",
    ),
    "stray cells": (
        lambda to: handmade(
            to, sheet(HEAD + "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(2, 40_000)))
        ),
        "scattered",
    ),
    "billion laughs": (
        lambda to: handmade(to, '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + sheet(HEAD)),
        "entities",
    ),
    "hidden doctype": (lambda to: handmade(to, " " * 80_000 + '<!DOCTYPE x [<!ENTITY a "ha">]>' + sheet(HEAD)), "XML"),
    "other encoding": (lambda to: handmade(to, ('<?xml version="1.0"?>' + sheet(HEAD)).encode("utf-16")), "XML"),  # type: ignore[arg-type]
    "many parts": (lambda to: handmade(to, sheet(HEAD), extra={f"xl/x{n}": "" for n in range(6_000)}), "parts"),
    "nested": (lambda to: handmade(to, sheet(HEAD), extra={"xl/embeddings/a.xlsx": stored_zip("a")}), "files inside"),
    "macros": (lambda to: handmade(to, sheet(HEAD), extra={"xl/vbaProject.bin": b"x"}), "macros"),
    "links": (lambda to: handmade(to, sheet(HEAD), extra={"xl/externalLinks/externalLink1.xml": "<a/>"}), "other files"),
    "names outside": (lambda to: handmade(to, sheet(HEAD), extra={"../a.txt": "x"}), "not named"),
    "no workbook": (lambda to: _bytes(to, stored_zip("a.txt")), "no workbook"),
    "row beyond": (lambda to: handmade(to, sheet(HEAD + '<row r="99999999"><c><v>1</v></c></row>')), "out of order"),
    "column beyond": (lambda to: handmade(to, sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')), "out of order"),
    "deep": (lambda to: handmade(to, sheet("<a>" * 200_000 + "</a>" * 200_000)), ""),
    "unclosed": (lambda to: handmade(to, sheet(HEAD)[:-20]), "damaged"),
    "styles": (lambda to: handmade(to, sheet(HEAD + "<row r='2'><c r='A2' s='99'><v>1</v></c></row>")), ""),
}


def _bytes(folder: Path, data: bytes) -> Path:
    (folder / "list.xlsx").write_bytes(data)
    return folder / "list.xlsx"


MEASURED = """
import json, os, resource, sys
from pathlib import Path
from graph.errors import SourceError
from loaders.reading import read
begun = sum(os.times()[:4])  # of this process and of the child that parses: a busy machine's clock says nothing
try:
    read(Path(sys.argv[1]))
    reason = ""
except SourceError as error:
    reason = str(error)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)
status = Path("/proc/self/status")
if status.exists():  # on Linux the figure above begins with that of the process that started us
    peak = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
print(json.dumps([reason, sum(os.times()[:4]) - begun, peak]))
"""


def measured(path: Path) -> tuple[str, float, int]:
    """Read by a process of its own: the reason of the refusal, seconds of a core, kilobytes at most."""
    script = [sys.executable, "-c", MEASURED, str(path)]
    root = Path(__file__).parents[3]
    found = subprocess.run(script, capture_output=True, text=True, check=True, cwd=root)
    assert found.stderr == ""
    reason, seconds, peak = json.loads(found.stdout)
    return reason, seconds, peak


@pytest.mark.skipif(sys.platform == "win32", reason="measures with the resource module")
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_stops_early_and_cheaply(tmp_path: Path, name: str) -> None:
    make, word = BOMBS[name]
    reason, seconds, peak = measured(make(tmp_path))
    assert word in reason
    assert "\n" not in reason
    assert seconds < 5
    assert peak < 300 * 1024


WHOLE_SHEET = '<dimension ref="A1:XFD1048576"/>'
LAST_ROW = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'


@pytest.mark.skipif(sys.platform == "win32", reason="measures with the resource module")
def test_a_false_dimension_costs_nothing(tmp_path: Path) -> None:
    path = handmade(tmp_path, sheet(HEAD + LAST_ROW, before=WHOLE_SHEET))
    assert cells(read(path)) == [("1", "")]
    reason, seconds, _ = measured(path)
    assert (reason, seconds < 5) == ("", True)


@pytest.mark.skipif(sys.platform == "win32", reason="measures with the resource module")
@pytest.mark.slow
def test_naive_reading_of_a_false_dimension_is_slow() -> None:
    """The positive control: openpyxl believes the dimension and makes seventeen thousand million cells."""
    script = f"""
import resource, openpyxl, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
import tempfile, workbooks as t
with tempfile.TemporaryDirectory() as folder:
    path = t.handmade(Path(folder), t.sheet(t.HEAD + {LAST_ROW!r}, before={WHOLE_SHEET!r}))
    resource.setrlimit(resource.RLIMIT_CPU, (3, 4))
    for row in openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True):
        sum(cell is None for cell in row)
"""
    environment = {"PYTHONPATH": str(Path(__file__).parents[3])}
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment)
    assert found.returncode == -signal.SIGXCPU
