from __future__ import annotations

import hashlib
import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import viz.export
from graph.errors import CaseError
from tests.viz.answers import KEY, NOBODY, answer
from viz.export import formats, write
from viz.export.manifest import NAME
from viz.release import Released, release


def released(recipient: str = "GBA") -> Released:
    return release(answer(parameters={"on": date(2031, 8, 11)}), "prosecutor", recipient, key=KEY, protected=NOBODY)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


FORMATS = Path(viz.export.__path__[0])


def test_formats_are_found_from_the_folder() -> None:
    modules = {path.stem: path for path in FORMATS.glob("[a-z]*.py")} | {
        path.parent.name: path for path in FORMATS.glob("*/__init__.py")
    }
    assert set(formats()) == {name for name, path in modules.items() if "\ndef files(" in path.read_text("utf-8")}
    assert {"csv", "graphml"} <= set(formats())
    assert all(found.MEANS for found in formats().values())


def test_the_manifest_names_every_file_with_its_hash(tmp_path: Path) -> None:
    paths = write(released(), ["csv", "graphml"], tmp_path / "out")
    told = json.loads((tmp_path / "out" / NAME).read_bytes())
    assert {path.name for path in paths} == {NAME, *told["files"]} == set(contents(tmp_path / "out"))
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in contents(tmp_path / "out").items()}
    assert told["files"].items() <= hashes.items()
    assert (told["profile"], told["recipient"], told["sequence"]) == ("prosecutor", "GBA", 7)
    assert told["parameters"] == {"on": "2031-08-11"}
    assert told["left_out"] == {"farther": 3, "over_limit": 0, "weaker": 0}
    assert told["counts"] == {"links": 3, "nodes": 6, "rows": 1}
    assert told["half_open"]["columns"] == [] and "_inclusive" in told["half_open"]["means"]
    assert told["caveat"] == "Presence is not participation."
    assert told["columns"] == {}


def test_the_manifest_says_what_columns_mean(tmp_path: Path) -> None:
    whole = answer()
    meant = replace(whole, columns=(replace(whole.columns[0], means="who was there"), *whole.columns[1:]))
    write(release(meant, "internal", None, key=KEY, protected=NOBODY), ["csv"], tmp_path / "out")
    assert json.loads((tmp_path / "out" / NAME).read_bytes())["columns"] == {whole.columns[0].name: "who was there"}


def test_made_twice_it_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(released(), ["graphml", "csv"] if name == "one" else ["csv", "graphml"], tmp_path / name)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    paths = write(released(), ["csv"], tmp_path / "out")
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o700


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write(released(), ["csv"], tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_it_writes_over_nothing_unless_told(tmp_path: Path) -> None:
    write(released(), ["csv"], tmp_path / "out")
    before = contents(tmp_path / "out")
    with pytest.raises(CaseError, match="not empty"):
        write(released("ICC"), ["csv"], tmp_path / "out")
    assert contents(tmp_path / "out") == before
    write(released("ICC"), ["csv"], tmp_path / "out", replace=True)
    assert contents(tmp_path / "out") != before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_even_told_it_replaces_only_an_export(tmp_path: Path) -> None:
    write(released(), ["csv"], tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    with pytest.raises(CaseError, match="more or less"):
        write(released(), ["csv"], tmp_path / "out", replace=True)
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CaseError, match="file or a link"):
        write(released(), ["csv"], tmp_path / "file", replace=True)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / NAME).write_text("[]")
    with pytest.raises(CaseError, match="more or less"):
        write(released(), ["csv"], tmp_path / "other", replace=True)


@pytest.mark.parametrize("fails_at", range(1, 8))
def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    write(released(), ["csv"], tmp_path / "out")
    before = contents(tmp_path / "out")
    calls = 0
    fsync = os.fsync

    def failing(number: int) -> None:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise OSError("full")
        fsync(number)

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(OSError, match="full"):
        write(released("ICC"), ["csv"], tmp_path / "out", replace=True)
    assert contents(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_move_that_fails_puts_the_earlier_export_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(released(), ["csv"], tmp_path / "out")
    before = contents(tmp_path / "out")
    replace = Path.replace

    def failing(path: Path, target: Path) -> Path:
        if target == tmp_path / "out" and path.parent == tmp_path:
            raise OSError("gone")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="gone"):
        write(released("ICC"), ["csv"], tmp_path / "out", replace=True)
    assert contents(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("chosen", [[], ["csv", "docx"], ["manifest"], ["../csv"]])
def test_an_unknown_format_writes_nothing(tmp_path: Path, chosen: list[str]) -> None:
    with pytest.raises(CaseError, match="format"):
        write(released(), chosen, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
