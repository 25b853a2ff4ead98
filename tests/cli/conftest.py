"""Cases that commands are tried on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from queries.desk import suggested
from tests.cli import republic
from tests.cli.program import inside


def new_case(folder: Path) -> Path:
    """An empty case."""
    done = inside("init", folder, "--zone", "Europe/Paris", "--language", "en")
    assert done.code == 0, done.err
    return folder


def removed(case: Path) -> None:
    """Its graph server ended, and its folder gone: hundreds of tests have a case of their own."""
    ArcadeEngine(case / "graph").stop()
    shutil.rmtree(case.parent)


@pytest.fixture(scope="session")
def made(graph_server: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Path]]:
    """Makes empty cases, and removes them when all is done."""
    cases: list[Path] = []

    def make(name: str) -> Path:
        cases.append(new_case(tmp_path_factory.mktemp("cases") / name))
        return cases[-1]

    yield make
    for case in cases:
        removed(case)


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
    """A case with the roster (load 1) and the custody list in it. Shared: no test may change it.

    Nothing is asked of it after the first load: a server of that graph would let go of it later, in the middle of a test.
    """
    case = made("shared")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(suggested, "SECONDS", 0.0)
        for arguments in ([sheets / "roster.tsv"], [sheets / "custody.csv", "--mapping", sheets / "custody.toml"]):
            done = inside("load", *arguments, case=case)
            assert done.code == 0, done.err
    return case


@pytest.fixture
def fresh(graph_server: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty case of one's own."""
    case = new_case(tmp_path_factory.mktemp("cases") / "fresh")
    yield case
    removed(case)
