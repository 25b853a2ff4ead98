"""Only regular files are opened, each once, and a hostile name does not reach the terminal."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from graph.errors import SourceError
from loaders.reading import fetch, printable, read

posix = pytest.mark.skipif(sys.platform == "win32", reason="no such files on Windows")


def refusal(path: Path) -> str:
    with pytest.raises(SourceError) as refused:
        read(path)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_the_hash_is_of_the_bytes_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"\xef\xbb\xbfa,b\r\n1,2\r\n")
    assert read(tmp_path / "a.csv").sha256 == hashlib.sha256((tmp_path / "a.csv").read_bytes()).hexdigest()


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "missing.csv")
    assert "folder" in refusal(tmp_path)
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    assert "folder" in refusal(tmp_path / "a.csv" / "b.csv")
    assert refusal(Path("a\x00b.csv"))


@posix
def test_links_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    (tmp_path / "link.csv").symlink_to(tmp_path / "a.csv")
    assert "symbolic link" in refusal(tmp_path / "link.csv")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    assert "symbolic link" in refusal(tmp_path / "loop.csv")
    os.mkfifo(tmp_path / "pipe.csv")
    assert "not a regular file" in refusal(tmp_path / "pipe.csv")
    assert "not a regular file" in refusal(Path("/dev/zero"))


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a,b\n" * 1000)
    with pytest.raises(SourceError, match="larger than"):
        fetch(tmp_path / "a.csv", limit=3_999)
    assert len(fetch(tmp_path / "a.csv", limit=4_000).data) == 4_000


@posix
@pytest.mark.parametrize(
    "name", ["a\x1b[2J.csv", "a\nb.csv", "a\u202ecsv.csv", "a\x07.csv", "a\udcff.csv", "a\u2028b.csv", "a\\x.csv"]
)
def test_a_hostile_name_is_printed_as_escapes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("a,b\n1\n")
    found = read(path)
    assert found.rejects[0].file.isprintable()
    assert found.rejects[0].file != name
    path.write_text("a,a\n1\n")
    assert str(refusal(path)).isprintable()


def test_ordinary_names_stay_readable() -> None:
    assert printable("Список 2020 – é.csv") == "Список 2020 – é.csv"


WRONG = (
    *(".xls", ".xlsm", ".xlsb", ".ods", ".fods", ".numbers", ".docx", ".doc", ".odt", ".pages", ".rtf", ".pdf", ".png", ".jpg"),
    *(".xml", ".html", ".json", ".zip", ".sqlite", ".mdb", ".accdb", ".exe", ""),
)


@pytest.mark.parametrize("suffix", WRONG)
def test_other_kinds_are_refused_with_what_to_do(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_bytes(b"anything")
    assert any(word in refusal(tmp_path / f"a{suffix}") for word in ("ave", "xport", "npack", "nter", "opy"))
