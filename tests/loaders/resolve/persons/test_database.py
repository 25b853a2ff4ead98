"""What is compared stays in memory, or in the folder that the caller named."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from graph.errors import LinkageError
from loaders.resolve.persons import database as storage
from loaders.resolve.persons import propose
from loaders.resolve.persons.database import THREADS, database
from tests.loaders.resolve.persons.people import crowd, nobody_apart


def test_it_has_two_threads_no_extensions_and_nowhere_to_write() -> None:
    with database() as connection:
        settings = connection.execute(
            "select current_setting('threads'), current_setting('temp_directory'),"
            " current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions')"
        ).fetchone()

    assert settings == (THREADS, "", False, False)


def test_it_spills_where_it_is_told(tmp_path: Path) -> None:
    with database(tmp_path) as connection:
        (folder,) = connection.execute("select current_setting('temp_directory')").fetchone() or ("",)

    assert Path(folder) == tmp_path


def test_what_does_not_fit_into_memory_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "MOST", 24 * 2**20)

    with pytest.raises(LinkageError, match="more than 24 MiB") as refused:
        propose(crowd(8_000), kept_apart=nobody_apart)

    assert "select" not in str(refused.value).casefold()


def test_comparing_persons_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = _temporary()

    propose(crowd(), kept_apart=nobody_apart)

    assert list(tmp_path.iterdir()) == []
    assert {name for name in _temporary() - before if "duck" in name or "splink" in name} == set()


def _temporary() -> set[str]:
    return {path.name for path in Path(tempfile.gettempdir()).iterdir()}
