"""What a case holds may be a pipe, a device, endless, or named in unseen characters: said, never waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.kept.case import Case
from tests.cli.program import inside, outside

MAPPING = """name = "m"
title = "t"
recognised_by = ["name"]
[thing]
p = { label = "Person", name = "name", key = { space = "file", columns = ["name"] } }
"""


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "m.toml"
    path.write_text(MAPPING, "utf-8")
    return path


@pytest.mark.parametrize("name", ["pipe.cypher", "pipe.toml"])
@pytest.mark.parametrize("kind", ["pipe", "device", "endless"])
def test_a_query_that_is_no_small_file_is_refused(fresh: Path, name: str, kind: str) -> None:
    path = fresh / "queries" / name
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.write_bytes(b"//" * 1_000_000)
    ran = inside("query", "pipe", case=fresh)
    assert ran.code == 2
    assert ("not a regular file" if kind != "endless" else "larger than 1024 KB") in ran.err
    path.unlink()


@pytest.mark.parametrize("kind", ["pipe", "endless", "deep", "digits", "tables"])
def test_a_mapping_that_is_no_small_file_is_refused(fresh: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "map.toml"
    texts = {"endless": "#" * 2_000_000, "deep": f"name = {'[' * 100_000}", "digits": f"name = {'9' * 100_000}"}
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.write_text(texts.get(kind, f"[{'.'.join('a' * 20_000)}]\nx = 1"), "utf-8")
    (tmp_path / "list.csv").write_text("name,x\nAnn,1\n", "utf-8")
    ran = inside("load", tmp_path / "list.csv", "--mapping", path, case=fresh)
    assert ran.code == 2, ran.err
    reason = {"pipe": "not a regular file", "endless": "larger than", "tables": "nested too deeply"}.get(
        kind, "too long or too deep"
    )
    assert reason in ran.err and ran.err.count("\n") == 1


@pytest.mark.parametrize("text", ["#" * 2_000_000, f"title = {'[' * 100_000}", f"title = {'9' * 100_000}"])
def test_settings_that_nobody_wrote_are_refused(fresh: Path, text: str) -> None:
    (fresh / "case.toml").write_text(text, "utf-8")
    ran = inside("status", case=fresh)
    assert ran.code == 2
    assert "case.toml" in ran.err and ran.err.count("\n") == 1


def put_in_place(path: Path, kind: str) -> str:
    """No small file, and what is said of it."""
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
        return "not a regular file"
    path.touch()
    os.truncate(path, 1_000_000_000)
    return "larger than"


@pytest.mark.parametrize("kind", ["pipe", "gigabyte"])
@pytest.mark.parametrize("words", [["--proof"], ["--against"], ["--proof", "proof.json", "--against"]])
def test_a_seal_or_proof_that_is_no_small_file_is_refused(
    fresh: Path, tmp_path: Path, sheets: Path, kind: str, words: list[str]
) -> None:
    assert inside("load", sheets / "custody.csv", "--mapping", sheets / "custody.toml", case=fresh).code == 0
    if "proof.json" in words:
        assert inside("seal", "--out", tmp_path / "seal.json", case=fresh).code == 0
        with Case(fresh) as case:
            claim = next(iter(case.state.claims)).id
        assert inside("prove", claim, "--out", tmp_path / "proof.json", case=fresh).code == 0
    reason = put_in_place(tmp_path / "given", kind)
    ran = inside("verify", *words, "given", case=fresh, cwd=tmp_path)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert reason in ran.complaint


@pytest.mark.parametrize("kind", ["pipe", "gigabyte"])
@pytest.mark.parametrize("name", ["tagmanifest-sha256.txt", "manifest-sha256.txt", "bag-info.txt", "seal.json", "data/case.toml"])
def test_a_backup_with_no_small_file_in_it_is_refused(fresh: Path, tmp_path: Path, sheets: Path, kind: str, name: str) -> None:
    assert inside("load", sheets / "custody.csv", "--mapping", sheets / "custody.toml", case=fresh).code == 0
    assert inside("backup", tmp_path / "bag", case=fresh).code == 0
    reason = put_in_place(tmp_path / "bag" / name, kind)
    ran = outside("restore", tmp_path / "bag", tmp_path / "again", seconds=60)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "no whole backup" in ran.complaint and (name.startswith("data/") or f"({name}: {reason}" in ran.complaint)
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("key", ["signing", "pseudonym"])
def test_a_key_that_is_a_pipe_is_not_waited_for(fresh: Path, tmp_path: Path, sheets: Path, key: str) -> None:
    assert inside("load", sheets / "custody.csv", "--mapping", sheets / "custody.toml", case=fresh).code == 0
    put_in_place(fresh / "keys" / key, "pipe")
    words = ["seal", "--out", tmp_path / "seal.json"]
    if key == "pseudonym":
        words = ["export", "evidence/hygiene", "--as", "csv", "--profile", "public", "--out", tmp_path / "out"]
    ran = outside(*words, case=fresh, seconds=60)
    assert ran.code == 2 and f"keys/{key} is" in ran.complaint


@pytest.mark.parametrize("name", [b"\xff\xe2.csv", "a\u202egnp.csv".encode(), b"two\nlines.csv"])
def test_a_name_that_cannot_be_printed_is_written_in_escapes(fresh: Path, tmp_path: Path, mapping: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    path.write_text("name,x\nAnn,1\n", "utf-8")
    ran = inside("load", path, "--mapping", mapping, case=fresh)
    assert ran.code == 0, ran.err
    assert "\\" in ran.out.split(":")[0] and ran.out.split(":")[0].isprintable()


def test_turned_writing_in_names_is_said(fresh: Path, tmp_path: Path, mapping: Path) -> None:
    (tmp_path / "list.csv").write_text("name,x\u202ey\nEve \u202enaissur\u202c,1\nAnn,2\n", "utf-8")
    ran = inside("load", tmp_path / "list.csv", "--mapping", mapping, "--json", case=fresh)
    assert ran.code == 0, ran.err
    assert "1 cell with characters that turn the direction of writing" in ran.out
    assert "its name holds characters that turn" in ran.out


def test_a_column_that_only_looks_right_is_said(fresh: Path, tmp_path: Path, mapping: Path) -> None:
    (tmp_path / "list.csv").write_text("\u202ename,x\nAnn,1\n", "utf-8")
    ran = inside("load", tmp_path / "list.csv", "--mapping", mapping, case=fresh)
    assert ran.code == 2
    assert "a column there looks so, and holds characters that turn the direction of writing" in ran.err
