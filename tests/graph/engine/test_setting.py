from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.engine.setting import open_engine
from graph.errors import CaseError, EngineError


def test_the_embedded_engine_is_opened_without_making_anything(tmp_path: Path) -> None:
    with open_engine("embedded", tmp_path / "graph") as engine:
        assert engine.name == "embedded"
        assert engine.marker() is None
        assert engine.explain("RETURN 1", {}) is None

    assert not (tmp_path / "graph").exists()


@pytest.mark.parametrize("setting", ["", "arcadedb", "http://host:7474", "bolt://", "bolt:host", "file:///x"])
def test_an_address_that_is_none_is_refused(setting: str, tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="embedded"):
        open_engine(setting, tmp_path)


def test_credentials_do_not_stand_in_the_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="NEO4J_PASSWORD") as refused:
        open_engine("bolt://user:hunter2@host:7687", tmp_path)

    assert "hunter2" not in str(refused.value)


def test_a_server_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    with open_engine("bolt://127.0.0.1:1", tmp_path) as engine, pytest.raises(EngineError, match="cannot be reached"):
        engine.marker()


def test_opening_does_not_load_a_driver() -> None:
    code = (
        "import sys; from pathlib import Path; from graph.engine.setting import open_engine; "
        "open_engine('embedded', Path('x')); open_engine('bolt://host', Path('x')); "
        "sys.exit(bool({'neo4j', 'arcadedb'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3]).returncode == 0
