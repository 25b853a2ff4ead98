"""Why no unit could be near an event: said where its place lies nowhere that is recorded, and only there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.engine import Engine
from queries.catalogue import Catalogue
from queries.run import run
from tests.claims import as_projected
from tests.world import Given, world

NEAR = Catalogue.of().get("colocation/candidate_units")
DAY: dict[str, Any] = {"possible": [date(2014, 5, 10)] * 2}
POINT: dict[str, Any] = {"latitude": -40.0, "longitude": 100.0}
YEAR: dict[str, Any] = {"certain": [date(2014, 1, 1), date(2014, 12, 31)]}
HERE: Given = {"Event": {"raid": DAY}, "Station": {"hall": {}}, "OCCURRED_AT": {"raid > hall": {}}}


@pytest.mark.parametrize(
    ("more", "says", "rows"),
    [
        ({}, True, 0),
        ({"OCCURRED_AT": {}}, True, 0),
        ({"Station": {"hall": {"latitude": -40.0}}}, True, 0),
        ({"Station": {"hall": POINT}}, False, 0),
        ({"Area": {"district": {}}, "WITHIN": {"hall > district": {}}}, False, 0),
        ({"Unit": {"guard": {}}, "BASED_AT": {"guard > hall": YEAR}}, False, 1),
    ],
    ids=["neither point nor area", "no station", "half a point", "a point", "an area", "a unit based there"],
)
def test_it_is_said_where_nothing_could_be_found(more: Given, says: bool, rows: int, engine: Engine) -> None:
    marker = engine.publish(as_projected(world({**HERE, **more})))

    answer = run(NEAR, engine, {"event": "raid"}, marker=marker, evidence=False)

    assert (len(answer.rows), answer.left_out.because.startswith("nothing can be near this event")) == (rows, says)
