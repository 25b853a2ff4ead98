"""Rows by hand: what several gradings, and several combinations of one row, come to (`queries/ways.py`)."""

from __future__ import annotations

from datetime import datetime

from tests.queries.by_hand.evidence import ALLEGED, DENIED, DOUBTED, EVENT, FIFTH, HELD, JANUARY, LATER, VAGUE
from tests.queries.by_hand.row_example import RowExample, link, path
from tests.queries.grade_examples import MONTH, days

GROUPS = """
[grade]
groups  = "ways"
parts   = ["one", "other", "why"]
members = ["one", "other"]
beside  = ["why"]
asked   = "period"
[columns]
ways = "groups"
one  = { type = "rel", of = "ways.one" }
"""
GROUPS_ON = GROUPS.replace('"period"', '"on"')
SUREST = GROUPS.replace("asked ", "surest = true\n// asked ").replace("// asked", "asked")
SEVERAL = """
[grade.first]
members = ["one"]
asked   = "period"
[grade.second]
members = ["other"]
asked   = "on"
[columns]
one   = "rel"
other = "rel"
"""
SEVERAL_GROUPS = """
[grade.first]
groups  = "ways"
parts   = ["one"]
members = ["one"]
asked   = "period"
[grade.second]
members = ["other"]
asked   = "period"
[columns]
other = "rel"
ways  = "groups"
"""
GROUPS_LAST = """
[grade.first]
members = ["other"]
asked   = "period"
[grade.second]
groups  = "ways"
parts   = ["one"]
members = ["one"]
asked   = "period"
[columns]
other = "rel"
ways  = "groups"
"""
BESIDE_A_GROUP = """
[grade]
groups  = "ways"
parts   = ["one"]
members = ["one", "event"]
asked   = "period"
[columns]
event = "node"
ways  = "groups"
"""
BY_LENGTH = """
[grade]
groups  = "ways"
parts   = ["chain"]
members = ["chain"]
asked   = "period"
[columns]
ways  = "groups"
chain = { type = "path", of = "ways.chain" }
"""
ABOUT_A_THING = """
[grade]
groups  = "ways"
parts   = ["one"]
members = ["event", "one"]
near    = ["one"]
asked   = "event"
surest  = true
[columns]
event = "node"
ways  = "groups"
one   = { type = "rel", of = "ways.one" }
"""
WHOLE = {"since": MONTH[0], "until": MONTH[1]}
LAST_TOUCH = link("touch", certain=days(1, 20), cited=[days(9, 9)])

COMBINATIONS = [
    # several gradings
    RowExample(
        "as sure as the least sure, as far as the farthest, at the time of the first",
        SEVERAL,
        [(HELD, VAGUE)],
        [{**WHOLE, "until": datetime(2014, 1, 21), "certainty": "possible", "gap_days": 0, "weakest": "held"}],
        {**JANUARY, **FIFTH},
    ),
    RowExample(
        "the weakest of the first that has one",
        SEVERAL,
        [(None, VAGUE)],
        [{"weakest": "vague", "certainty": "possible", "gap_days": None}],
        {**JANUARY, **FIFTH},
    ),
    RowExample(
        "one grading that cannot have been leaves no row",
        SEVERAL,
        [(HELD, LATER), (HELD, VAGUE)],
        [{"other": "vague"}],
        {**JANUARY, **FIFTH},
    ),
    RowExample(
        "no combinations make no row less sure",
        SEVERAL_GROUPS,
        [(HELD, None)],
        [{"certainty": "certain", "gap_days": 0, "weakest": "held", "rests_on": ["held"]}],
        JANUARY,
    ),
    RowExample(
        "the weakest of combinations goes first where they are declared first",
        SEVERAL_GROUPS,
        [(HELD, [[VAGUE]])],
        [{"certainty": "possible", "weakest": "vague"}],
        JANUARY,
    ),
    RowExample(
        "else that of the links before them, though one of theirs is weaker",
        GROUPS_LAST,
        [(HELD, [[VAGUE]]), (None, [[VAGUE]])],
        [{"certainty": "possible", "weakest": "held"}, {"certainty": "possible", "weakest": "vague"}],
    ),
    # several combinations
    RowExample(
        "the surest, the time of all, what all rest on; impossible ones are none",
        GROUPS,
        [([[VAGUE, None, "c"], [HELD, LATER, "x"], [LATER, None, ["b"]]],)],
        [
            {
                "one": "later",
                "certainty": "certain",
                "gap_days": 0,
                "since": datetime(2014, 1, 1),
                "until": datetime(2014, 1, 26),
                "covers": False,
                "weakest": "later",
                "rests_on": ["b", "c", "later", "vague"],
            }
        ],
        JANUARY,
    ),
    RowExample("no possible combination, no row", GROUPS, [([[HELD, LATER, None]],), ([],)], [], JANUARY),
    RowExample(
        "covered if one combination covers it, though another is surer",
        GROUPS,
        [
            (
                [
                    [EVENT, None, None],
                    [link("all", possible=days(1, 31), certain=days(1, 5), bridged=True), VAGUE, None],
                    [link("whole", possible=days(1, 31), disputed=True), None, None],
                ],
            )
        ],
        [{"covers": True, "certainty": "certain"}],
        JANUARY,
    ),
    RowExample("not covered by any", GROUPS, [([[HELD, None, None]],)], [{"covers": False}], JANUARY),
    RowExample(
        "without a day of combinations too nothing is said, but what they have in common",
        GROUPS_ON,
        [([[HELD, LATER, None], [LAST_TOUCH, None, None], [HELD, EVENT, None]],)],
        [{"covers": None, "certainty": None, "since": datetime(2014, 1, 1), "until": datetime(2014, 1, 21), "weakest": None}],
    ),
    RowExample(
        "of the surest alone: its time, and what it rests on",
        SUREST,
        [([[LATER, None, None], [HELD, None, None]],)],
        [{"one": "held", "since": datetime(2014, 1, 1), "until": datetime(2014, 1, 21), "rests_on": ["held"]}],
        JANUARY,
    ),
    RowExample(
        "of equals the one that begins first, whenever it ends",
        GROUPS,
        [
            (
                [
                    [link("b", certain=days(2, 3), cited=[days(2, 2)]), None, None],
                    [link("c", certain=days(1, 9), cited=[days(2, 2)]), None, None],
                ],
            )
        ],
        [{"one": "c"}],
        JANUARY,
    ),
    RowExample(
        "of equals about one thing the smaller id: none of them tells of an earlier one",
        ABOUT_A_THING,
        [
            (
                EVENT,
                [
                    [link("b", possible=days(1, 20), cited=[days(5, 5)])],
                    [link("a", possible=days(4, 20), cited=[days(5, 5)])],
                ],
            )
        ],
        [{"one": "a"}],
        JANUARY,
    ),
    RowExample(
        "of equals the nearest cited, one that is not cited last",
        GROUPS,
        [([[link("a", certain=days(1, 20)), None, None], [link("b", certain=days(1, 20), cited=[days(5, 5)]), None, None]],)],
        [{"one": "b"}],
        JANUARY,
    ),
    RowExample(
        "of equals in all else the smaller id",
        GROUPS,
        [([[link("z", certain=days(1, 20)), None, None], [link("a", certain=days(1, 20)), None, None]],)],
        [{"one": "a"}],
        JANUARY,
    ),
    RowExample(
        "of equals without any time in common too",
        GROUPS_ON,
        [([[HELD, LATER, None], [DENIED, LATER, None]],)],
        [{"one": "denied", "since": None}],
    ),
    RowExample(
        "of equals the shortest, though a longer one begins first",
        BY_LENGTH,
        [
            (
                [
                    [path(link("a", certain=days(1, 20)), link("b", certain=days(1, 20)))],
                    [path(link("z", certain=days(2, 20)))],
                ],
            )
        ],
        [{"weakest": "z"}],
        JANUARY,
    ),
    RowExample(
        "with what stands beside the combinations, and is in none of them",
        BESIDE_A_GROUP,
        [(EVENT, [[HELD], [LATER]])],
        [{"since": datetime(2014, 1, 3), "until": datetime(2014, 1, 7), "rests_on": ["event", "held"]}],
        JANUARY,
    ),
    RowExample(
        "what stands beside adds its claims, as a thing or as an id",
        GROUPS,
        [([[HELD, None, ALLEGED], [VAGUE, None, [DOUBTED, "c"]]],)],
        [{"certainty": "certain", "rests_on": ["alleged", "c", "doubted", "held", "vague"]}],
        JANUARY,
    ),
    RowExample(
        "as many parts as are named",
        GROUPS,
        [([[HELD, None]],)],
        "[grade]: a combination in ways has 2 parts, and parts names 3",
        JANUARY,
    ),
]
