"""Rows by hand: what came first, and what is not known between (`queries/ways.py`, `queries/sequence.py`)."""

from __future__ import annotations

from datetime import datetime

from tests.queries.by_hand.evidence import ALLEGED, DENIED, DOUBTED, HELD, JOINED, LATER, VAGUE
from tests.queries.by_hand.row_example import RowExample, link
from tests.queries.grade_examples import days

BEFORE = """
[grade]
before = ["first", "then"]
[columns]
first = "rel"
then  = "rel"
"""
BEFORE_DOUBTED = BEFORE.replace("[columns]", 'others = ["named"]\n[columns]') + 'named = "rel"\n'
BEFORE_A_PART = """
[grade]
groups = "ways"
parts  = ["first", "then"]
before = ["first", "then"]
[columns]
ways = "groups"
"""
BETWEEN = """
[grade]
members = ["ends"]
between = ["begin", "end"]
doubted = "filled"
[columns]
ends   = "things"
begin  = "time"
end    = "time"
filled = "bool"
"""

IN_ORDER = [
    # what came first
    RowExample(
        "before, possibly before, after, and denied",
        BEFORE,
        [(HELD, LATER), (HELD, VAGUE), (LATER, HELD), (DENIED, LATER), (HELD, link("no", certain=days(25, 26), disputed=True))],
        [
            {"first": "held", "then": "later", "certainty": "certain", "gap_days": 0, "rests_on": ["held", "later"]},
            {"first": "held", "then": "vague", "certainty": "possible", "gap_days": 0, "rests_on": ["held", "vague"]},
            {"first": "denied", "then": "later", "certainty": "possible", "gap_days": 0, "rests_on": ["denied", "later"]},
            {"first": "held", "then": "no", "certainty": "possible", "gap_days": None, "rests_on": ["held", "no"]},
        ],
    ),
    RowExample(
        "before, as something beside it says that is denied",
        BEFORE_DOUBTED,
        [(HELD, LATER, DOUBTED), (HELD, LATER, ALLEGED)],
        [{"certainty": "possible"}, {"certainty": "certain"}],
    ),
    RowExample(
        "where one of two is missing nothing is said",
        BEFORE,
        [(HELD, None)],
        [{"certainty": None, "gap_days": 0, "rests_on": ["held"]}],
    ),
    RowExample(
        "one comes before one other, and not before several",
        BEFORE_A_PART,
        [([[HELD, [LATER, VAGUE]]],)],
        "[grade]: before compares one thing with one other, and finds more",
    ),
    RowExample(
        "what has no time cannot come first",
        BEFORE,
        [(ALLEGED, HELD)],
        "[grade]: ALLEGED_IN has no time of its own: name a column of what has one",
    ),
    # between
    RowExample(
        "a gap between two, far from what is cited",
        BETWEEN,
        [([HELD, LATER], datetime(2014, 1, 8), datetime(2014, 1, 9), False)],
        [{"since": datetime(2014, 1, 8), "until": datetime(2014, 1, 9), "certainty": "certain", "gap_days": 13, "covers": None}],
    ),
    RowExample(
        "nothing came before, nothing came after",
        BETWEEN,
        [([LATER], None, datetime(2014, 1, 9), None), ([LATER], datetime(2014, 1, 28), None, None)],
        [
            {"since": None, "until": datetime(2014, 1, 9), "gap_days": 13},
            {"since": datetime(2014, 1, 28), "until": None, "gap_days": 7},
        ],
    ),
    RowExample(
        "a gap is as sure as its ends: assumed where one only joins citations, possible where it is denied or filled",
        BETWEEN,
        [
            (ends, datetime(2014, 1, 8), datetime(2014, 1, 9), filled)
            for ends, filled in (
                ([HELD, JOINED], False),
                ([JOINED, HELD], None),
                ([HELD, DENIED], False),
                ([JOINED, DENIED], False),
                ([HELD, LATER], True),
                ([JOINED, LATER], True),
            )
        ],
        [{"certainty": certainty} for certainty in ("assumed", "assumed", "possible", "possible", "possible", "possible")],
    ),
]
