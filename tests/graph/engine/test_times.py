"""Times of an answer: read past the driver's own objects, and the same as by way of them."""

from __future__ import annotations

import pytest

from graph.engine import Engine, times
from graph.projection import Node, Projection, Properties
from tests.graph.engine.records import TIMES

QUERY = "MATCH (e:Event) RETURN e, e.possible_from, e.cited_from, [e.possible_to], {last: e.possible_to}"


def test_the_driver_at_hand_can_be_told_and_says_the_same_times(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    properties: Properties = {"id": "e", "possible_from": TIMES[0], "possible_to": TIMES[1], "cited_from": list(TIMES)}
    engine.publish(Projection(1, (Node("Event", properties),), ()))
    told = []
    tell = times.read_directly
    monkeypatch.setattr(times, "read_directly", lambda found: told.append(tell(found)))
    directly = engine.ask(QUERY, {}, seconds=20, rows=10)

    monkeypatch.setattr(times, "read_directly", lambda _: None)
    by_the_driver = engine.ask(QUERY, {}, seconds=20, rows=10)

    assert told == [True]
    assert directly == by_the_driver
    assert directly.rows[0][1:3] == (TIMES[0], list(TIMES))


def test_a_driver_that_cannot_be_told_is_left_alone() -> None:
    assert not times.read_directly(object())
