"""A file or a folder is in its place, whole and its owner's alone, or what was there before is."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.kept.private import anything, make_folder, nothing, put_file, put_folder

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and kills as POSIX has them")
BEFORE, AFTER = b"before", b"after"

HALF_WAY = """
import sys, time
from pathlib import Path
from graph.kept.private import put_file, put_folder

def never_ends():
    yield b"half of it"
    print("writing", flush=True)
    time.sleep(60)

target = Path(sys.argv[1])
if sys.argv[2] == "file":
    put_file(target, never_ends())
else:
    put_folder(target, {"a.csv": b"whole", "b.csv": never_ends()}, over=lambda path: True)
"""
MOVED_ASIDE = """
import sys, time
from pathlib import Path
from graph.kept import private

rename = private._rename

def slowly(one, other):
    if one.parent == Path(sys.argv[1]).parent and other == Path(sys.argv[1]):
        print("moving", flush=True)
        time.sleep(60)
    rename(one, other)

private._rename = slowly
private.put_folder(Path(sys.argv[1]), {"a.csv": b"new"}, over=lambda path: True)
"""


def killed(script: str, *arguments: object) -> subprocess.Popen[bytes]:
    """A process that is half-way through; the caller kills it."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": os.getcwd()})  # noqa: PTH109
    assert process.stdout
    assert process.stdout.readline().strip() in (b"writing", b"moving")
    return process


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@posix
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    path = put_file(tmp_path / "new" / "er" / "file", AFTER)
    folder = put_folder(tmp_path / "out", {"a": AFTER})
    assert [stat.S_IMODE(one.stat().st_mode) for one in (path, folder / "a")] == [0o600, 0o600]
    made = (tmp_path / "new", tmp_path / "new" / "er", folder)
    assert [stat.S_IMODE(one.stat().st_mode) for one in made] == [0o700] * 3
    assert stat.S_IMODE(put_file(tmp_path / "kept", AFTER, mode=0o400).stat().st_mode) == 0o400


def test_what_comes_in_pieces_is_put_together(tmp_path: Path) -> None:
    assert put_file(tmp_path / "file", (bytes([n]) for n in range(200))).read_bytes() == bytes(range(200))


def test_what_was_there_stays_until_all_of_the_new_is_there(tmp_path: Path) -> None:
    path = put_file(tmp_path / "file", BEFORE)
    seen: list[tuple[bytes, int]] = []

    def look() -> None:
        (part,) = names(tmp_path) - {"file"}
        seen.append((path.read_bytes(), (tmp_path / part).stat().st_size))

    put_file(path, AFTER, before=look)
    assert (seen, path.read_bytes()) == ([(BEFORE, len(AFTER))], AFTER)


def breaking() -> Iterator[bytes]:
    yield AFTER
    raise OSError(28, "No space left on device")


def test_an_error_half_way_leaves_what_was_there_and_nothing_beside(tmp_path: Path) -> None:
    put_file(tmp_path / "file", BEFORE)
    put_folder(tmp_path / "out", {"a": BEFORE})
    with pytest.raises(OSError, match="No space"):
        put_file(tmp_path / "file", breaking())
    with pytest.raises(OSError, match="No space"):
        put_folder(tmp_path / "out", {"a": AFTER, "b": breaking()}, over=anything)
    assert (tmp_path / "file").read_bytes() == (tmp_path / "out" / "a").read_bytes() == BEFORE
    assert names(tmp_path) == {"file", "out"}


def test_nothing_is_replaced_that_may_not_be(tmp_path: Path) -> None:
    put_file(tmp_path / "file", BEFORE)
    put_folder(tmp_path / "out", {"a": BEFORE})
    for over in (nothing, lambda path: path.name == "another"):
        with pytest.raises(FileExistsError):
            put_file(tmp_path / "file", AFTER, over=over)
        with pytest.raises(FileExistsError):
            put_folder(tmp_path / "out", {"a": AFTER}, over=over)
    assert (tmp_path / "file").read_bytes() == (tmp_path / "out" / "a").read_bytes() == BEFORE
    assert names(tmp_path) == {"file", "out"}


def test_what_comes_there_at_the_last_moment_is_not_replaced_either(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with pytest.raises(FileExistsError):
        put_file(path, AFTER, over=nothing, before=lambda: path.write_bytes(BEFORE))
    assert (path.read_bytes(), names(tmp_path)) == (BEFORE, {"file"})


def test_without_hard_links_it_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(path: Path, target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", unknown)
    assert put_file(tmp_path / "file", AFTER, over=nothing).read_bytes() == AFTER
    with pytest.raises(FileExistsError):
        put_file(tmp_path / "file", BEFORE, over=nothing)
    assert names(tmp_path) == {"file"}


@posix
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_a_killed_process_left_is_cleared_by_the_next(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "target"
    put_file(target, BEFORE) if kind == "file" else put_folder(target, {"a.csv": BEFORE})
    process = killed(HALF_WAY, target, kind)
    put_file(tmp_path / "another", b"")  # somebody else writes here: what is alive is left alone
    assert len(names(tmp_path)) == 3
    process.kill()
    process.communicate()
    assert len(names(tmp_path)) == 3
    assert (target if kind == "file" else target / "a.csv").read_bytes() == BEFORE
    put_file(tmp_path / "another", b"")
    assert names(tmp_path) == {"target", "another"}


@posix
def test_killed_between_two_moves_the_earlier_folder_comes_back(tmp_path: Path) -> None:
    target = put_folder(tmp_path / "out", {"a.csv": BEFORE})
    process = killed(MOVED_ASIDE, target)
    assert not target.exists()
    process.kill()
    process.communicate()
    put_file(tmp_path / "another", b"")
    assert (target / "a.csv").read_bytes() == BEFORE
    assert names(tmp_path) == {"out", "another"}


def test_what_is_called_nearly_so_is_nobody_elses_to_clear(tmp_path: Path) -> None:
    mine = {".linkage-notes", ".linkage-0123456789abcdef.txt", ".linkage-0123456789ABCDEF"}
    for name in mine:
        (tmp_path / name).write_bytes(BEFORE)
    put_file(tmp_path / "file", AFTER)
    assert names(tmp_path) == {*mine, "file"}


def test_a_name_in_a_folder_is_no_way_out_of_it(tmp_path: Path) -> None:
    for name in ("../a", "b/c", "", ".."):
        with pytest.raises(ValueError, match="no path"):
            put_folder(tmp_path / "out", {name: AFTER})
    assert names(tmp_path) == set()


def test_a_name_as_long_as_names_may_be_is_no_hindrance(tmp_path: Path) -> None:
    assert put_file(tmp_path / ("x" * 255), AFTER).read_bytes() == AFTER


def test_a_file_where_a_folder_should_be_is_said(tmp_path: Path) -> None:
    put_file(tmp_path / "file", BEFORE)
    with pytest.raises(OSError, match="Not a directory"):
        make_folder(tmp_path / "file")


def test_nobody_else_writes_private_files() -> None:
    """One room: whoever opens, renames or makes a temporary file otherwise does it a second way."""
    ways = re.compile(r"os\.replace|O_CREAT|O_EXCL|fsync|mkstemp|write_text\(|write_bytes\(|\.open\(\"[wax]|0o[67]00")
    rooms = {path for room in ("graph", "loaders", "queries", "viz") for path in Path(room).rglob("*.py")}
    own = {str(path) for path in rooms if ways.search(path.read_text("utf-8"))}
    assert own == {
        "graph/kept/beside.py",
        "graph/kept/private.py",
        "graph/kept/lock.py",  # a lock is a file that stays
        "graph/engine/arcadedb/files.py",  # the same
        "graph/engine/arcadedb/quiet.py",  # the engine's own settings, in its disposable folder
        "loaders/demo/files/casework.py",  # the demo's files are invented, and not private
        "loaders/demo/files/interviews.py",
        "loaders/demo/files/picture.py",
        "loaders/demo/files/sheets.py",
        "loaders/demo/files/workbook.py",
    }


def test_clearing_takes_no_time_to_speak_of(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number}.csv").touch()
    begun = time.process_time()
    put_file(tmp_path / "file", AFTER)
    assert time.process_time() - begun < 1
