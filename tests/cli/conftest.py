"""Cases that commands are tried on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from tests.cli import republic
from tests.cli.program import inside


@pytest.fixture(scope="session")
def made(graph_server: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Path]]:
    """Makes empty cases, and ends their graph servers when all is done."""
    cases: list[Path] = []

    def make(name: str) -> Path:
        folder = tmp_path_factory.mktemp("cases") / name
        done = inside("init", folder, "--zone", "Europe/Paris", "--language", "en")
        assert done.code == 0, done.err
        cases.append(folder)
        return folder

    yield make
    for case in cases:
        ArcadeEngine(case / "graph").stop()


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with good files: a roster, a custody list and its mapping."""
    folder = tmp_path_factory.mktemp("sheets")
    (folder / "roster.tsv").write_text(republic.roster(30), "utf-8")
    (folder / "custody.csv").write_text(republic.custody(), "utf-8")
    (folder / "custody.toml").write_text(republic.CUSTODY, "utf-8")
    return folder


@pytest.fixture(scope="session")
def shared_case(made: Callable[[str], Path], sheets: Path) -> Path:
    """A case with the roster (load 1) and the custody list in it. Shared: no test may change it."""
    case = made("shared")
    for arguments in ([sheets / "roster.tsv"], [sheets / "custody.csv", "--mapping", sheets / "custody.toml"]):
        done = inside("load", *arguments, case=case)
        assert done.code == 0, done.err
    return case


@pytest.fixture
def fresh(made: Callable[[str], Path]) -> Path:
    """An empty case of one's own."""
    return made("fresh")
