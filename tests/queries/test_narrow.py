"""`--certainty`, `--within` and `--limit`: in that order, in one place, everything left out counted."""

from __future__ import annotations

from graph.answer import Column, LeftOut
from queries.narrow import narrow

COLUMNS = (Column("who", "text"), Column("certainty", "text"), Column("gap_days", "int"))
ROWS = (
    ("a", "certain", 4000),
    ("b", "possible", 366),
    ("c", "possible", 365),
    ("d", "possible", None),
    ("e", None, None),
    ("f", "assumed", 366),
    ("g", "possible", 9000),
)


def test_only_the_merely_possible_and_far_are_left_out_and_counted() -> None:
    kept, left_out = narrow(ROWS, COLUMNS, certainty="possible", within=365, limit=None)

    assert [row[0] for row in kept] == ["a", "c", "d", "e", "f"]
    assert left_out == LeftOut(weaker=0, farther=2, over_limit=0)


def test_what_is_ungraded_is_never_left_out() -> None:
    kept, left_out = narrow(ROWS, COLUMNS, certainty="certain", within=0, limit=None)

    assert [row[0] for row in kept] == ["a", "e"]
    assert left_out == LeftOut(weaker=5)


def test_first_the_grade_then_the_distance_then_the_limit() -> None:
    assert narrow(ROWS, COLUMNS, certainty="assumed", within=365, limit=2)[1] == LeftOut(weaker=4, over_limit=1)
    assert narrow(ROWS, COLUMNS, certainty="possible", within=365, limit=1)[1] == LeftOut(farther=2, over_limit=4)
    assert narrow(ROWS, COLUMNS, certainty="possible", within=None, limit=None) == (ROWS, LeftOut())


def test_a_query_that_is_not_about_time_is_only_limited() -> None:
    assert narrow([("a",), ("b",)], COLUMNS[:1], certainty="certain", within=0, limit=1) == ((("a",),), LeftOut(over_limit=1))
