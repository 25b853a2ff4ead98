"""Rows by hand: what a row's members and gradings come to (`queries/ways.py`)."""

from __future__ import annotations

from datetime import date, datetime

from tests.queries.by_hand.evidence import ALLEGED, DOUBTED, EVENT, FIFTH, HELD, JANUARY, LATER, VAGUE
from tests.queries.by_hand.row_example import RowExample, link, path
from tests.queries.grade_examples import day, days
from tests.queries.rule import FIRST as UNKNOWN
from tests.queries.rule import LAST as FOREVER

ON = """
[grade]
members = ["one", "other"]
others  = ["named"]
asked   = "on"
[columns]
one   = "rel"
other = "rel"
named = "rel"
"""
PERIOD = ON.replace('"on"', '"period"')
ALWAYS = ON.replace('"on"', '"always"')
SLACK = """
[grade]
members = ["event", "tied"]
asked   = "event"
slack   = "days"
[columns]
event = "node"
tied  = "rel"
"""
COVERS = """
[grade]
members = ["chain"]
asked   = "on"
covers  = "chain"
[columns]
chain = "path"
"""
DOUBTED_FLAG = """
[grade]
members = ["one"]
asked   = "on"
doubted = "derived"
[columns]
one     = "rel"
derived = "bool"
"""
NEAR = """
[grade]
members = ["one", "other"]
near    = ["one"]
asked   = "on"
[columns]
one   = "rel"
other = "rel"
"""
UNGRADED = """
evidence = ["one"]
[columns]
one   = "rel"
other = "rel"
"""
EVERY = """
[grade]
members = ["own", "other"]
asked   = "own"
every   = "counted"
[columns]
own     = "rel"
other   = "rel"
counted = "bool"
"""

WAYS = [
    # what cannot have been is no row; without a time asked about nothing is said of it
    RowExample("two that never met are no row", PERIOD, [(HELD, LATER, None)], [], JANUARY),
    RowExample("what held at another time is no row", ON, [(LATER, None, None)], [], FIFTH),
    RowExample(
        "without a day two that never met stay, and nothing is said",
        ON,
        [(HELD, LATER, None)],
        [{"one": "held", "other": "later", "since": None, "certainty": None, "gap_days": None, "weakest": None}],
    ),
    RowExample(
        "without a day only what they have in common is said",
        ON,
        [(HELD, VAGUE, DOUBTED)],
        [
            {
                "since": datetime(2014, 1, 1),
                "until": datetime(2014, 1, 21),
                "covers": None,
                "certainty": None,
                "gap_days": None,
                "weakest": None,
            }
        ],
    ),
    RowExample("two that never met are no row of any time", ALWAYS, [(HELD, LATER, None)], []),
    RowExample(
        "of any time nothing is covered, nothing far",
        ALWAYS,
        [(HELD, None, None)],
        [{"one": "held", "certainty": "certain", "covers": None, "gap_days": None}],
    ),
    RowExample(
        "of any time and nothing nothing is said",
        ALWAYS,
        [(None, None, None)],
        [{"since": None, "until": None, "certainty": None, "covers": None, "gap_days": None}],
    ),
    RowExample(
        "a row with no member but the question has no grade",
        ON,
        [(None, None, None)],
        [{"since": day(5)[0], "until": day(5)[1], "covers": True, "certainty": None, "gap_days": None}],
        FIFTH,
    ),
    RowExample(
        "one denied beside it", ON, [(HELD, None, DOUBTED)], [{"certainty": "possible", "rests_on": ["doubted", "held"]}], FIFTH
    ),
    RowExample(
        "one beside it without a time and not denied says nothing of time",
        ON,
        [(HELD, None, ALLEGED)],
        [{"certainty": "certain", "rests_on": ["alleged", "held"]}],
        FIFTH,
    ),
    RowExample(
        "a column says that it is no more than possible, or nothing",
        DOUBTED_FLAG,
        [(HELD, True), (HELD, False), (HELD, None)],
        [{"certainty": "possible"}, {"certainty": "certain"}, {"certainty": "certain"}],
        FIFTH,
    ),
    RowExample(
        "as far as the citations of those that count",
        NEAR,
        [(HELD, link("far", certain=days(1, 20), cited=[days(20, 20)]))],
        [{"certainty": "certain", "gap_days": 0, "rests_on": ["far", "held"]}],
        FIFTH,
    ),
    RowExample(
        "a period without a beginning",
        PERIOD,
        [(VAGUE, None, None)],
        [{"since": UNKNOWN, "until": datetime(2014, 1, 21), "covers": False, "certainty": "certain"}],
        {"from": None},
    ),
    RowExample(
        "a period without an end",
        PERIOD,
        [(link("on", possible=[date(2014, 1, 3), "unknown"]), None, None)],
        [{"since": datetime(2014, 1, 3), "until": FOREVER, "covers": False, "certainty": "certain"}],
        {"to": None},
    ),
    RowExample(
        "a query that asks nothing about time: no grade, and what its evidence is",
        UNGRADED,
        [(HELD, LATER), (None, LATER)],
        [{"other": "later", "certainty": None, "since": None, "rests_on": rests} for rests in (["held"], [])],
    ),
    RowExample(
        "a node is no weakest link, however weak",
        PERIOD.replace('"rel"', '"node"', 1),
        [(EVENT, HELD, None)],
        [{"weakest": "held", "rests_on": ["event", "held"]}],
        JANUARY,
    ),
    # so many days apart
    RowExample("no day apart is none", SLACK, [(EVENT, link("t", certain=days(7, 9)))], [], {"days": 0}),
    RowExample("fewer than none is none", SLACK, [(EVENT, link("t", certain=days(7, 9)))], [], {"days": -5}),
    RowExample(
        "one day apart is together, if one may be",
        SLACK,
        [(EVENT, link("t", certain=days(7, 9)))],
        [{"certainty": "possible"}],
        {"days": 1},
    ),
    RowExample("a hundred years", SLACK, [(EVENT, HELD)], [{"certainty": "certain"}], {"days": 36_525}),
    RowExample("more than a hundred years", SLACK, [(EVENT, HELD)], "--days: at most 36525", {"days": 36_526}),
    # what must be covered
    RowExample(
        "all of a path is covered, or it is not",
        COVERS,
        [(path(link("a", certain=days(5, 5)), link("b", certain=days(5, 6))),), (path(link("a", certain=days(5, 5))),)],
        [{"covers": False}, {"covers": True}],
        FIFTH,
    ),
    RowExample("what begins before is not", COVERS, [(path(link("a", certain=days(4, 5))),)], [{"covers": False}], FIFTH),
    RowExample("without a day nothing is", COVERS, [(path(link("a", certain=days(4, 5))),)], [{"covers": None}]),
    # every core
    RowExample(
        "the contained one's core is not needed, but where every core counts",
        EVERY,
        [(HELD, link("x", certain=days(3, 4), possible=days(2, 5), bridged=True), counted) for counted in (False, True, None)],
        [{"certainty": "certain"}, {"certainty": "assumed"}, {"certainty": "certain"}],
    ),
]
