"""A case that is not there, or not whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from tests.cli.folder import contents
from tests.cli.program import inside, outside
from tests.cli.test_wrong_questions import one_line

BROKEN_SETTINGS: dict[str, tuple[str, tuple[str, ...]]] = {
    "not TOML": ("title = [", ("case.toml", "cannot be read")),
    "empty": ("", ("case.toml", "title is required")),
    "an unknown setting": ('title = "x"\ntime_zone = "UTC"\ncolour = 1\n', ("case.toml", "'colour'", "known are")),
    "no time zone": ('title = "x"\n', ("time_zone is required",)),
    "an unknown time zone": ('title = "x"\ntime_zone = "Mars/Olympus"\n', ("no time zone", "Africa/Lagos")),
    "a time zone that is a path": ('title = "x"\ntime_zone = "../../etc/passwd"\n', ("no time zone",)),
    "an engine there is none of": ('title = "x"\ntime_zone = "UTC"\ngraph = "mysql://x"\n', ("graph is", "bolt://")),
    "languages that are none": ('title = "x"\ntime_zone = "UTC"\nlanguages = 7\n', ("languages",)),
    "somebody who is a number": ('title = "x"\ntime_zone = "UTC"\nwho = 7\n', ("who",)),
}


@pytest.fixture
def copy(shared_case: Path, tmp_path: Path) -> Path:
    """The shared case, copied to be broken. Without the server of the other one."""
    ArcadeEngine(shared_case / "graph").stop()
    return Path(shutil.copytree(shared_case, tmp_path / "copy"))


@pytest.mark.parametrize("kind", BROKEN_SETTINGS)
def test_settings(kind: str, copy: Path) -> None:
    text, names = BROKEN_SETTINGS[kind]
    (copy / "case.toml").write_text(text, "utf-8")
    before = contents(copy)
    one_line(inside("status", case=copy), *names)
    assert contents(copy) == before


@pytest.mark.parametrize("run", [inside, outside])
def test_no_case_here(run: Callable[..., object], tmp_path: Path) -> None:
    one_line(run("status", cwd=tmp_path), "no case here", "--case", "linkage init")  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("named", ["absent", "file", "."])
def test_no_case_where_one_is_named(named: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    one_line(inside("--case", tmp_path / named, "status", cwd=tmp_path), "case.toml")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_journal_gone(copy: Path) -> None:
    (copy / "journal.db").unlink()
    before = contents(copy)
    one_line(inside("status", case=copy), "journal.db", "backup")
    assert contents(copy) == before


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"no database at all " * 500])
def test_journal_that_is_none(content: bytes, copy: Path) -> None:
    (copy / "journal.db").write_bytes(content)
    before = contents(copy)
    one_line(inside("status", case=copy), "journal.db", "restore", "backup")
    assert contents(copy) == before


@pytest.mark.parametrize("command", [("status",), ("verify",), ("show", "Dom Kastel"), ("why", "Dom Kastel")])
def test_journal_with_a_broken_page(command: tuple[str, ...], copy: Path) -> None:
    pages = (copy / "journal.db").stat().st_size // 4096
    with (copy / "journal.db").open("r+b") as file:
        for page in range(1, pages):
            file.seek(page * 4096)
            file.write(os.urandom(64))
    before = contents(copy)
    ran = inside(*command, case=copy)
    one_line(ran, "journal", "backup", code=ran.code)
    after = contents(copy)
    assert {name: after.get(name) for name in before} == before
    assert after.keys() - before.keys() <= {"journal.db-shm", "journal.db-wal"}  # SQLite's own, where it cannot close cleanly


def test_original_that_changed_is_named_by_verify(copy: Path) -> None:
    original = next(path for path in (copy / "originals").glob("??/*"))
    content = bytearray(original.read_bytes())
    content[10] ^= 1
    original.chmod(0o600)
    original.write_bytes(content)
    one_line(inside("verify", case=copy), "original", original.parent.name + original.name[:10], "backup", code=1)
    original.unlink()
    one_line(inside("verify", case=copy), "original", "missing", "backup", code=1)


def test_entry_that_was_rewritten_is_named_by_verify(copy: Path) -> None:
    with sqlite3.connect(copy / "journal.db") as db:
        db.execute("DROP TRIGGER entry_update")
        db.execute("UPDATE entry SET who = 'somebody else' WHERE sequence = 2")
    db.close()
    one_line(inside("verify", case=copy), "entry 2", "backup", code=1)


def test_claim_that_was_rewritten_is_named_by_verify(copy: Path) -> None:
    with sqlite3.connect(copy / "journal.db") as db:
        db.execute("DROP TRIGGER claim_update")
        db.execute("UPDATE claim SET body = replace(body, 'Dom Kastel', 'Dom Orsk')")
    db.close()
    one_line(inside("verify", case=copy), "claims of load", "backup", code=1)


@pytest.mark.parametrize("what", ["current", "databases"])
def test_graph_that_was_damaged_is_made_anew(what: str, shared_case: Path, copy: Path) -> None:
    expected = inside("status", "--json", case=shared_case).out
    damaged = copy / "graph" / what
    for path in [damaged] if damaged.is_file() else [p for p in damaged.rglob("*") if p.is_file() and p.stat().st_size]:
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
    assert inside("status", "--json", case=copy).out == expected
    assert inside("verify", case=copy).code == 0
    ArcadeEngine(copy / "graph").stop()


def test_init_where_something_is(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    for folder in (tmp_path, tmp_path / "mine"):
        one_line(inside("init", folder, "--zone", "UTC"), "not empty", "another folder")
    one_line(inside("init", tmp_path / "mine" / "below", "--zone", "UTC"), "mine")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (("--zone", "Mars/Olympus"), ("no time zone", "Africa/Lagos")),
        ((), ("--zone", "--help")),
        (("--zone", "UTC", "--graph", "mysql://x"), ("bolt://host:7687",)),
        (("--zone", "UTC", "--title", "  "), ("title",)),
        (("--zone", "UTC", "--title", "a\nb"), ("printed",)),
    ],
)
def test_init_with_wrong_settings_makes_nothing(options: tuple[str, ...], names: tuple[str, ...], tmp_path: Path) -> None:
    one_line(inside("init", tmp_path / "new", *options), *names)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("title", ["The people's case", 'A "quoted" one', "Back\\slash", "Дело №1", "{braces}"])
def test_init_with_any_title(graph_server: None, title: str, tmp_path: Path) -> None:
    assert inside("init", tmp_path / "new", "--zone", "UTC", "--title", title, "--language", "en", "--language", "uk").code == 0
    assert inside("status", case=tmp_path / "new").out.startswith(title)
    ArcadeEngine(tmp_path / "new" / "graph").stop()
