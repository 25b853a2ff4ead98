"""Rows by hand: what a row's members, combinations and gradings come to (`queries/ways.py`)."""

from __future__ import annotations

from datetime import date, datetime

from tests.queries.by_hand.row_example import RowExample, link, path, thing
from tests.queries.grade_examples import MONTH, day, days

JANUARY = {"from": MONTH[0], "to": MONTH[1]}
FIFTH = dict(zip(("on_from", "on_to"), day(5), strict=True))
HELD = link("held", certain=days(1, 20), cited=[days(5, 5)])
VAGUE = link("vague", possible=["unknown", date(2014, 1, 20)], cited=[days(5, 5)])
LATER = link("later", certain=days(21, 25), cited=[days(21, 21)])
DENIED = link("denied", certain=days(1, 20), cited=[days(5, 5)], disputed=True)
EVENT = thing("event", possible=days(3, 6), cited=[days(3, 6)])
ALLEGED = link("alleged", "ALLEGED_IN")
DOUBTED = link("doubted", "ALLEGED_IN", disputed=True)

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
BEFORE = """
[grade]
before = ["first", "then"]
[columns]
first = "rel"
then  = "rel"
"""
BETWEEN = """
[grade]
members = ["ends"]
between = ["begin", "end"]
[columns]
ends  = "things"
begin = "time"
end   = "time"
"""
WHOLE = {"since": MONTH[0], "until": MONTH[1]}
LAST_TOUCH = link("touch", certain=days(1, 20), cited=[days(9, 9)])

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
        "a node is no weakest link, however weak",
        PERIOD.replace('"rel"', '"node"', 1),
        [(EVENT, HELD, None)],
        [{"weakest": "held", "rests_on": ["event", "held"]}],
        JANUARY,
    ),
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
        "as many parts as are named",
        GROUPS,
        [([[HELD, None]],)],
        "[grade]: a combination in ways has 2 parts, and parts names 3",
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
        "where one of two is missing nothing is said",
        BEFORE,
        [(HELD, None)],
        [{"certainty": None, "gap_days": 0, "rests_on": ["held"]}],
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
        [([HELD, LATER], datetime(2014, 1, 8), datetime(2014, 1, 9))],
        [{"since": datetime(2014, 1, 8), "until": datetime(2014, 1, 9), "certainty": "certain", "gap_days": 13, "covers": None}],
    ),
    RowExample(
        "nothing came before, nothing came after",
        BETWEEN,
        [([LATER], None, datetime(2014, 1, 9)), ([LATER], datetime(2014, 1, 28), None)],
        [
            {"since": None, "until": datetime(2014, 1, 9), "gap_days": 13},
            {"since": datetime(2014, 1, 28), "until": None, "gap_days": 7},
        ],
    ),
]
