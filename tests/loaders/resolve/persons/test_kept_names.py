"""What names were read to is kept: read again where anything that reads them changed, or the file is not whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.resolve.persons import kept_names
from loaders.resolve.persons.kept_names import FILE, keys_of, load
from loaders.resolve.persons.name_keys import name_keys

NAMES = ("Криничар Степан", "Stsiapan Krynichar", "Крынічар С.", "ياسين", "Криничар\nСтепан", "")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that were read rather than remembered."""
    asked: list[str] = []

    def reading(names: set[str]) -> object:
        asked.extend(sorted(names))
        return name_keys(names)

    monkeypatch.setattr(kept_names, "name_keys", reading)
    return asked


def test_what_is_kept_is_what_was_read(tmp_path: Path) -> None:
    keys_of(NAMES, tmp_path)

    assert load(tmp_path) == name_keys(NAMES)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_only_new_names_are_read_and_names_that_are_gone_are_forgotten(tmp_path: Path, read: list[str]) -> None:
    keys_of(NAMES[:4], tmp_path)
    read.clear()

    keys = keys_of(NAMES[1:], tmp_path)

    assert set(read) == set(NAMES[4:])
    assert keys == name_keys(NAMES[1:]) == load(tmp_path)


def test_another_way_to_read_names_reads_them_anew(tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    keys_of(NAMES, tmp_path)
    read.clear()

    monkeypatch.setattr(kept_names, "read_by", lambda: "0" * 64)
    keys_of(NAMES, tmp_path)

    assert set(read) == set(NAMES)


def test_what_reads_names_is_known_by_its_code_and_by_its_tables() -> None:
    known = {source.name for package, ends in kept_names.READ_BY for source in kept_names.sources(package, ends)}

    assert {"given_names.tsv", "titles.toml", "skeleton.py", "name_keys.py"} <= known


@pytest.mark.parametrize("at", [3, 70, 140, 700, -2], ids=lambda at: f"byte {at}")
def test_a_flipped_bit_anywhere_is_no_other_name(at: int, tmp_path: Path) -> None:
    keys_of(NAMES, tmp_path)
    written = bytearray((tmp_path / FILE).read_bytes())
    written[at] ^= 4
    (tmp_path / FILE).write_bytes(written)

    assert load(tmp_path) == {}
    assert keys_of(NAMES, tmp_path) == name_keys(NAMES) == load(tmp_path)


def test_half_a_file_and_none_are_no_names(tmp_path: Path) -> None:
    assert load(tmp_path) == {}
    keys_of(NAMES, tmp_path)
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes()[:200])

    assert load(tmp_path) == {}


def test_where_nothing_can_be_written_names_are_read_all_the_same(tmp_path: Path) -> None:
    assert keys_of(NAMES, tmp_path / "missing") == name_keys(NAMES)
