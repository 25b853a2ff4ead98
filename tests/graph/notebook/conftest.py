"""A small invented case, once on each engine, and its graph in py2neo's words.

Two men and one woman under three units; two postings of one man to one unit, which must stay two.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.engine import Engine
from graph.engine.arcadedb.engine import ArcadeEngine
from graph.kept.case import Case
from tests.graph.small_case import Sheet, lasting

if TYPE_CHECKING:
    from graph.notebook import CaseGraph

MARKUP = "<img src=x onerror=alert(1)>"


def sheet() -> Sheet:
    rows = Sheet().thing("p-a", "Person", name="Ada Brum").thing("p-b", "Person", name="Óscar Vale")
    rows.thing("p-c", "Person", name=MARKUP)
    rows.thing("u-x", "Unit", name="Northern Guard").thing("u-y", "Unit", name="Third Brigade").thing("u-z", "Unit", name="Army")
    rows.link("l-1", "POSTED_TO", "p-a", "u-x", span=lasting(1, 5, cited=(1, 5)), function="commander", post="commander")
    rows.link("l-2", "POSTED_TO", "p-a", "u-x", span=lasting(9, 12), function="deputy", post="deputy")
    rows.link("l-3", "POSTED_TO", "p-b", "u-y", span=lasting(1, 30), function="commander", post="commander")
    rows.link("l-4", "SUBORDINATE_TO", "u-x", "u-y", span=lasting(1, 30), relation="command")
    return rows.link("l-5", "SUBORDINATE_TO", "u-y", "u-z", span=lasting(1, 30), relation="command")


@pytest.fixture
def case(engine: Engine, tmp_path: Path) -> Iterator[Case]:
    """Its graph is projected when it is first opened."""
    with Case.create(tmp_path, title="Invented", zone="Africa/Lagos", graph=engine.name) as case:
        sheet().enter(case.journal)
        yield case


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Case]:
    """The same on the embedded engine alone."""
    with Case.create(tmp_path / "case", title="Invented", zone="Africa/Lagos") as case:
        sheet().enter(case.journal)
        yield case
        ArcadeEngine(case.graph_folder).stop()


@pytest.fixture
def graph(case: Case) -> Iterator[CaseGraph]:
    from graph.notebook import open_graph

    with open_graph(case) as graph:
        yield graph
