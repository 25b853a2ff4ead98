"""Two rows of one man who waits in the review are two persons of the graph: an answer that pairs them says what they may be."""

from __future__ import annotations

from dataclasses import replace

from graph.answer import Answer
from queries.may_be_one import pairs_named
from tests.viz.answers import answer, node

ADA, ADA_BRUM, BEN = (node("Person", id_, name=name) for id_, name in (("p-1", "Ada"), ("p-2", "Ada Brum"), ("p-3", "Ben")))
MILL = node("Station", "st-1", name="Mill")
WAITING = {"p-1": "p-1", "p-2": "p-1", "st-1": "st-1", "st-2": "st-1"}


def together() -> Answer:
    pairs = answer({"one": ADA, "other": BEN, "station": MILL})
    return replace(pairs, rows=((ADA, BEN, MILL), (ADA, ADA_BRUM, MILL), (ADA_BRUM, BEN, MILL)))


def test_the_row_that_pairs_two_who_may_be_one_is_named() -> None:
    found = pairs_named(together(), WAITING)
    assert found.rows == together().rows
    says = "Row 2 names two who may be one, as `linkage review` asks: until a person decides, do not count them as two."
    assert found.caveat == f"{together().caveat} {says}"


def test_where_nobody_waits_nothing_is_said() -> None:
    assert pairs_named(together(), {}) == together()
    assert pairs_named(together(), {"p-1": "p-1", "p-3": "p-3"}) == together()
