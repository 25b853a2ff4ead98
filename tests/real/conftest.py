"""Cases made of the real public data: each data set is loaded once, and projected once.

nigerian_sheets   the folder of Nigeria; walk: the plain walk over it
nigeria, mali, chile          a loaded case each
nigeria_served, …             the same, on the embedded engine
nigeria_without_evidence      the things and links of Nigeria alone, on the embedded engine
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real.loaded import CHILE, MALI, NIGERIA, Loaded, Served, embedded, loaded, without_evidence
from tests.real.nigeria_walk import Walk


@pytest.fixture(scope="session")
def nigerian_sheets(data: Path) -> Path:
    return data / "sfm_nigeria"


@pytest.fixture(scope="session")
def walk(nigerian_sheets: Path, takes_long: None) -> Walk:
    return Walk(nigerian_sheets)


@pytest.fixture(scope="session")
def nigeria(data: Path, graph_server: None, takes_long: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    found = loaded(tmp_path_factory.mktemp("real") / "nigeria", [data / name for name in NIGERIA], zone="Africa/Lagos")
    gc.freeze()  # two million objects that stay: every collection would look at all of them again
    with found.case:
        yield found


@pytest.fixture(scope="session")
def mali(data: Path, graph_server: None, takes_long: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    found = loaded(tmp_path_factory.mktemp("real") / "mali", [data / name for name in MALI], zone="Africa/Bamako")
    with found.case:
        yield found


@pytest.fixture(scope="session")
def chile(data: Path, graph_server: None, takes_long: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    found = loaded(tmp_path_factory.mktemp("real") / "chile", [data / name for name in CHILE], zone="America/Santiago")
    with found.case:
        yield found


@pytest.fixture(scope="session")
def nigeria_served(nigeria: Loaded) -> Iterator[Served]:
    with embedded(nigeria.case.graph_folder, nigeria.projection) as served:
        yield served


@pytest.fixture(scope="session")
def mali_served(mali: Loaded) -> Iterator[Served]:
    with embedded(mali.case.graph_folder, mali.projection) as served:
        yield served


@pytest.fixture(scope="session")
def chile_served(chile: Loaded) -> Iterator[Served]:
    with embedded(chile.case.graph_folder, chile.projection) as served:
        yield served


@pytest.fixture(scope="session")
def nigeria_without_evidence(nigeria: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with embedded(tmp_path_factory.mktemp("real") / "nigeria-without-evidence", without_evidence(nigeria.projection)) as served:
        yield served
