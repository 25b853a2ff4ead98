"""What is in the case stays in the case: nothing of it in messages, logs, or files elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from tests.cli import republic
from tests.cli.folder import contents
from tests.cli.program import Ran, outside
from tests.promises import Promise

NAME, PLACE, NOTE = "Canaryk Vestolo", "Canaryhof Ost", "Canarynote 77"
CANARIES = ("Canaryk", "Canaryhof", "Canarynote")


def rows() -> list[tuple[str, ...]]:
    return [(NAME, PLACE, "3 May 1987", "9 June 1987", "4th Watch", "Bero Tashkal", "deputy", ""),
            (NAME, PLACE, NOTE, "", "4th Watch", "Bero Tashkal", "deputy", ""),
            (NAME, PLACE, "", "", "4th Watch", "Bero Tashkal", NOTE, "")]  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case, sheets, and an empty folder for temporary files and one as home."""
    folder = tmp_path_factory.mktemp("private")
    (folder / "case").mkdir()
    (folder / "case").chmod(0o777)  # it was there before, open to everybody
    for name in ("sheets", "tmp", "home", "work"):
        (folder / name).mkdir()
    (folder / "sheets" / "custody.toml").write_text(republic.CUSTODY, "utf-8")
    (folder / "sheets" / "lists.csv").write_text(republic.custody(*rows()), "utf-8")
    (folder / "sheets" / "cut.csv").write_bytes(republic.custody(*rows()).encode() + f'"{NOTE}'.encode())
    (folder / "sheets" / "cyrillic.csv").write_bytes((republic.custody(*rows()) + "Корош,,,,,,,\n").encode("cp1251"))
    book = openpyxl.Workbook()
    for row in (republic.CUSTODY_HEADER, *rows()):
        book.worksheets[0].append(row)
    book.save(folder / "sheets" / "lists.xlsx")
    book.close()
    return folder


@pytest.fixture(scope="module")
def run(place: Path) -> Callable[..., Ran]:
    def run_there(*arguments: object) -> Ran:
        env = {name: str(place / "tmp") for name in ("TMPDIR", "TEMP", "TMP")} | {"HOME": str(place / "home")}
        return outside(*arguments, case=place / "case", env=env, cwd=place / "work")

    return run_there


@pytest.fixture(scope="module")
def said(graph_server: None, place: Path, run: Callable[..., Ran]) -> dict[str, Ran]:
    """Everything that commands said, by what they were."""
    sheets, mapping = place / "sheets", ("--mapping", place / "sheets" / "custody.toml")
    tried: dict[str, tuple[object, ...]] = {
        "init": ("init", place / "case", "--zone", "Europe/Paris"),
        "load": ("load", sheets / "lists.csv", *mapping),
        "load a workbook": ("load", sheets / "lists.xlsx", *mapping, "--json"),
        "load a cut file": ("load", sheets / "cut.csv", *mapping),
        "load in no encoding": ("load", sheets / "cyrillic.csv", *mapping),
        "load without a mapping": ("load", sheets / "lists.csv"),
        "resolve": ("resolve",),
        "resolve anew": ("resolve", "--all", "--json"),
        "search for nobody": ("search", "zzzz"),
        "verify": ("verify",),
        "keep a question": ("query", "command/chain_up", "--unit", "4th Watch", "--save", "mine"),
        "export": ("export", "mine", "--as", "csv,graphml", "--profile", "internal", "--out", place / "case" / "exports" / "one"),
        "page": ("page", "mine", "--profile", "internal", "--out", place / "case" / "exports" / "one.html"),
        "seal": ("seal", "--out", place / "case" / "exports" / "seal.json"),
        "refused rows": ("rejects", "lists.csv"),
        "back up": ("backup", place / "kept"),
        "status": ("status", "--json"),
        "ask for nobody": ("query", "command/chain_up", "--unit", "zzzz"),
        "publish nowhere": ("publish", "bolt://127.0.0.1:1", "--profile", "internal"),
        "show": ("show", NAME),
    }
    before = os.umask(0)  # an account that gives everybody everything
    try:
        return {name: run(*arguments) for name, arguments in tried.items()}
    finally:
        os.umask(before)
        ArcadeEngine(place / "case" / "graph").stop()


@pytest.mark.trust("no message, log or temporary file holds anything of the case")
def test_the_control_finds_what_is_said(said: dict[str, Ran], place: Path, promise: Promise) -> None:
    found = [NAME in said["show"].out]
    found += [any(NAME.encode() in path.read_bytes() for path in (place / "case").rglob("*") if path.is_file())]
    promise.control(len(found), sum(found))
    assert all(found)


@pytest.mark.trust("no message, log or temporary file holds anything of the case")
def test_no_message_holds_anything_of_the_case(said: dict[str, Ran], promise: Promise) -> None:
    for name, ran in said.items():
        told = ran.err if name == "show" else ran.out + ran.err
        assert not [canary for canary in CANARIES if canary in told], (name, told)
        assert "Traceback" not in ran.err
    promise.tried(len(CANARIES))


@pytest.mark.trust("no message, log or temporary file holds anything of the case")
def test_nothing_is_left_outside_the_case(said: dict[str, Ran], place: Path, promise: Promise) -> None:
    assert said["load"].code == said["resolve"].code == said["resolve anew"].code == 0
    for elsewhere in ("tmp", "home", "work"):
        for path in (place / elsewhere).rglob("*"):
            assert not any(canary in str(path) for canary in CANARIES)
            assert not path.is_file() or not any(canary.encode() in path.read_bytes() for canary in CANARIES), path
    assert not any((place / "work").iterdir()) and not any((place / "tmp").iterdir())
    promise.tried(len(CANARIES))


@pytest.mark.trust("no message, log or temporary file holds anything of the case")
def test_no_log_of_the_engine_holds_anything(said: dict[str, Ran], place: Path, promise: Promise) -> None:
    for path in (place / "case" / "graph" / "log").rglob("*"):
        assert not any(canary.encode() in path.read_bytes() for canary in CANARIES)
    promise.tried(len(CANARIES))


@pytest.mark.trust("nobody but the owner may read a case")
def test_only_the_owner_may_look(said: dict[str, Ran], place: Path) -> None:
    case = place / "case"
    assert (case / "keys" / "pseudonym").stat().st_mode & 0o777 == 0o600
    assert all(said[name].code == 0 for name in ("keep a question", "export", "page", "seal", "back up"))
    written = {name.partition("/")[0] for name in contents(case)}
    assert {"originals", "rejects", "review", "graph", "exports", "queries", "journal.db"} <= written
    for path in (case, *case.rglob("*"), place / "kept", *(place / "kept").rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path
    assert "0777" in said["init"].err and said["init"].err.count("\n") == 1
    assert not said["load"].err
    assert os.environ.get("LINKAGE_CASE") is None
