"""What does not fit into memory is spilled inside the case, and never outlives the comparison."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.kept.private import scratch
from loaders.resolve.persons import propose, resolution
from tests.loaders.resolve.persons.people import crowd, nobody_apart


def test_it_is_its_owner_s_alone_and_gone_when_it_is_left(tmp_path: Path) -> None:
    with scratch(tmp_path) as room:
        (room / "spilled").write_text("Криничар")
        assert room.parent == tmp_path
        assert room.stat().st_mode & 0o777 == 0o700

    assert list(tmp_path.iterdir()) == []


def test_after_a_failure_it_is_gone_too(tmp_path: Path) -> None:
    with pytest.raises(KeyError), scratch(tmp_path) as room:
        (room / "spilled").write_text("Криничар")
        raise KeyError

    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_removed_and_what_another_needs_is_not(tmp_path: Path) -> None:
    with scratch(tmp_path) as others:
        left = tmp_path / ".linkage-0123456789abcdef"
        left.mkdir()
        (left / "spilled").write_text("Криничар")

        with scratch(tmp_path):
            assert not left.exists()
            assert others.exists()


def test_duckdb_spills_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []

    def asked(connection: object, *_: object) -> float:
        found.extend(connection.execute("select current_setting('temp_directory')").fetchone())  # type: ignore[attr-defined]
        return -12.0

    monkeypatch.setattr(resolution, "_settled", asked)
    propose(crowd(10), kept_apart=nobody_apart, spill=tmp_path)

    assert found == [str(tmp_path)]
