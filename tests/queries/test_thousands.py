"""Questions about the whole case where thousands of things are alike: an engine sorts and lists them, and answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.engine import Engine
from graph.projection import Node, Projection
from queries.catalogue import Catalogue
from queries.run import run

UNITS = 6_000


@pytest.mark.engine
@pytest.mark.parametrize("list_up_to", [20, 0])
def test_the_gaps_of_thousands_of_units(engine_factory: Callable[[], Engine], list_up_to: int) -> None:
    """ArcadeDB 26.11 could not sort so many within one list, and gave a deadlock as the reason."""
    engine = engine_factory()
    units = [Node("Unit", {"id": f"u-{at:05}", "name": f"Company {at}"}) for at in range(UNITS)]
    marker = engine.publish(Projection(1, tuple(units), ()))
    answer = run(Catalogue.of().get("evidence/hygiene"), engine, {"list_up_to": list_up_to}, marker=marker, within=None)
    counted = {row["what"]: row["how_many"] for row in answer.records()}
    if list_up_to:
        assert counted == {"unit without superior": UNITS, "unit without commander": UNITS}
    else:
        assert counted.keys() == {"unit without superior", "unit without commander"} and len(answer.rows) > UNITS
