from __future__ import annotations

import socketserver
import subprocess
import sys
import threading
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


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("bolt://127.0.0.1:1", "cannot be reached: no server listens there"),
        ("bolt://nobody.invalid", "no computer is known by"),
    ],
)
def test_why_a_server_is_not_reached_is_said(address: str, words: str, tmp_path: Path) -> None:
    with open_engine(address, tmp_path) as engine, pytest.raises(EngineError, match=words) as refused:
        engine.marker()

    assert "\n" not in str(refused.value)


def test_something_else_that_answers_is_said(tmp_path: Path) -> None:
    class Silent(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(64)
            self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socketserver.TCPServer(("127.0.0.1", 0), Silent) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        address = f"bolt://127.0.0.1:{listening.server_address[1]}"
        with open_engine(address, tmp_path) as engine, pytest.raises(EngineError, match="no Neo4j server; is the port right"):
            engine.marker()
        listening.shutdown()


@pytest.mark.parametrize(
    "address",
    ["bolt://host/a/b", "bolt://host/system", "bolt://host/SYSTEM/", "bolt://host/x y", "bolt://host/;", "neo4j://host?a=b"],
)
def test_a_database_that_cannot_be_meant_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="bolt://host:7687/database"):
        open_engine(address, tmp_path)


def test_opening_does_not_load_a_driver() -> None:
    code = (
        "import sys; from pathlib import Path; from graph.engine.setting import open_engine; "
        "open_engine('embedded', Path('x')); open_engine('bolt://host', Path('x')); "
        "sys.exit(bool({'neo4j', 'arcadedb'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3]).returncode == 0
