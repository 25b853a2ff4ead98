"""Inputs that went wrong once: a folder each, beside the real public data. What is right of each stands in its test.

wrong   the folder of a kind, by its number
desk    an empty case, and the program in it
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.cli.program import Ran, inside

Desk = Callable[..., Ran]


@pytest.fixture(scope="session")
def wrong(data: Path) -> Callable[[str], Path]:
    def folder(number: str) -> Path:
        (found,) = data.parent.glob(f"cases/{number}_*")
        return found

    return folder


@pytest.fixture
def desk(tmp_path: Path, graph_server: None) -> Iterator[Desk]:
    case = tmp_path / "case"
    assert inside("init", case, "--title", "Invented", "--zone", "Africa/Lagos").code == 0
    yield partial(inside, case=case)
