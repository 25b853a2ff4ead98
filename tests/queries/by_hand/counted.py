"""Rows by hand: how many the combinations of one row show (`queries/counts.py`, `queries/doubt.py`)."""

from __future__ import annotations

from queries.doubt import Doubt
from tests.queries.by_hand.counted_things import (
    DENIED_HERE,
    FOURTH,
    HERE,
    OF_TWO_PLACES,
    ONE,
    OTHER,
    THIRD,
    VAGUE,
    A,
    B,
    C,
    U,
    event,
    mark,
    parts,
    told_elsewhere,
)
from tests.queries.by_hand.evidence import JANUARY
from tests.queries.by_hand.row_example import RowExample

OF_PARTS = """
[grade]
groups  = "ways"
parts   = ["event", "tie", "people", "sites"]
members = ["event"]
others  = ["tie"]
beside  = ["people"]
asked   = "period"
[columns]
ways   = "groups"
events = { type = "int", count = "ways.event" }
sure   = { type = "int", count = "ways.event", grade = "assumed" }
people = { type = "int", count = "ways.people" }
sites  = { type = "int", count = "ways.sites", once = "ways.event" }
"""
RING = {"one": {"other": False}, "other": {"one": False}}
"""Two that are part of each other."""

OVER_ROWS = """
[grade]
members = ["event"]
others  = ["tie"]
asked   = "period"
[columns]
event  = "node"
tie    = "rel"
seen   = "things"
people = { type = "int", count = "seen" }
"""


COUNTED = [
    RowExample(
        "each row that counts what is denied rests on the links that are, also on those of other rows",
        OVER_ROWS,
        [
            [ONE, HERE, [mark("p"), mark("p", denied=True)]],
            [OTHER, HERE, [[["made", "answered"], "q", True, False], [["later"], "r", True, False, "comes"]]],
        ],
        [
            {"people": 2, "people_denied": 1, "rests_on": ["answered", "here", "link of p", "made", "one"]}
            | {"denied_things": ["answered", "link of p", "made"]},
            {"people": 2, "people_denied": 1, "rests_on": ["answered", "here", "link of p", "made", "other"]}
            | {"denied_things": ["answered", "link of p", "made"]},
        ],
        JANUARY,
    ),
    RowExample(
        "a row rests on no denied link by which nothing more is counted",
        OVER_ROWS,
        [[ONE, HERE, [mark("p"), mark("p", denied=True)]]],
        [{"people": 1, "people_denied": 0, "rests_on": ["here", "one"]}],
        JANUARY,
    ),
    RowExample(
        "what ties a thing by several links, one of them denied, rests on these",
        OF_PARTS,
        parts([ONE, HERE, [[["made", "answered"], "q", True, False]], []]),
        [{"people": 1, "people_denied": 1, "rests_on": ["answered", "here", "made", "one"]}],
        JANUARY,
    ),
    RowExample(
        "a thing once, however many show it; denied where every way that shows it is",
        OF_PARTS,
        parts(
            [ONE, HERE, [mark("p"), mark("q")], [mark("a")]],
            [ONE, DENIED_HERE, [mark("p")], [mark("b")]],
            [OTHER, DENIED_HERE, [mark("r")], [mark("c")]],
        ),
        [
            {"events": 2, "events_least": 1, "events_denied": 1, "sure": 1, "people": 3, "people_least": 2, "people_denied": 1}
            | {"rests_on": ["here", "link of p", "link of q", "link of r", "one", "other", "there"]}
        ],
        JANUARY,
    ),
    RowExample(
        "a link that is denied makes what it ties denied, unless another ties it",
        OF_PARTS,
        parts([ONE, HERE, [mark("p", denied=True), mark("q", denied=True), mark("q")], []]),
        [{"people": 2, "people_least": 1, "people_denied": 1, "sites": 0, "sites_least": 0}],
        JANUARY,
    ),
    RowExample(
        "who is only described is one of the others, and alone at least one",
        OF_PARTS,
        parts([ONE, HERE, [mark("p"), mark("x", described=True), mark("y", described=True)], []])
        + parts([ONE, HERE, [mark("x", described=True), mark("y", described=True)], []]),
        [{"people": 3, "people_least": 1, "people_denied": 0}, {"people": 2, "people_least": 1, "people_denied": 0}],
        JANUARY,
    ),
    RowExample(
        "what waits in the review may be one, also surely",
        OF_PARTS,
        parts([ONE, HERE, [mark("p"), mark("q"), mark("r")], []], [OTHER, HERE, [], []]),
        [{"events": 2, "events_least": 1, "sure": 1, "people": 3, "people_least": 2}],
        JANUARY,
        Doubt({"p": "g", "q": "g", "one": "h", "other": "h"}),
    ),
    RowExample(
        "a part counts with its whole, however far, and round a cycle with none; a denied part does so at least",
        OF_PARTS,
        parts(*([each, HERE, [], []] for each in (ONE, OTHER, THIRD, FOURTH))),
        [{"events": 3, "events_least": 2, "events_denied": 0, "sure": 2}],
        JANUARY,
        Doubt(
            wholes={
                "one": {"between": False},
                "between": {"one": False, "other": False},
                "third": {"other": True, "apart": False},
                "fourth": {"fourth": False},
            }
        ),
    ),
    RowExample(
        "of two that are part of each other one counts; a denied whole takes no part with it, and a denied part is none beside",
        OF_PARTS,
        parts([ONE, HERE, [], []], [OTHER, HERE, [], []], [THIRD, HERE, [], []])
        + parts([ONE, DENIED_HERE, [], []], [OTHER, HERE, [], []], [THIRD, HERE, [], []])
        + parts([ONE, HERE, [], []], [OTHER, DENIED_HERE, [], []], [THIRD, DENIED_HERE, [], []]),
        [
            {"events": 2, "events_least": 2, "events_denied": 0, "sure": 2},
            {"events": 2, "events_least": 2, "events_denied": 0, "sure": 2},
            {"events": 2, "events_least": 1, "events_denied": 1, "sure": 1},
        ],
        JANUARY,
        Doubt(wholes={"one": {"other": False}, "other": {"one": False}}),
    ),
    RowExample(
        "parts of one that is denied count, at least once, and it counts as denied; a part that is denied counts with its whole",
        OF_PARTS,
        parts([ONE, DENIED_HERE, [], []], [OTHER, HERE, [], []], [THIRD, HERE, [], []])
        + parts([ONE, DENIED_HERE, [], []], [OTHER, DENIED_HERE, [], []], [FOURTH, HERE, None, None]),
        [
            {"events": 3, "events_least": 1, "events_denied": 1, "people": 0, "sites": 0},
            {"events": 2, "events_least": 1, "events_denied": 1, "people": 0, "sites": 0},
        ],
        JANUARY,
        Doubt(wholes={"other": {"one": False}, "third": {"one": False}}),
    ),
    RowExample(
        "only a link that says where an event was is doubted with it",
        OF_PARTS,
        parts([ONE, told_elsewhere("here", "SUFFERED"), [], []]) + parts([ONE, OF_TWO_PLACES, [], []]),
        [{"certainty": "certain"}, {"certainty": "certain"}],
        JANUARY,
    ),
    RowExample(
        "an event is at one place: told at two it is possible, and stands for one of its own",
        OF_PARTS,
        parts(
            *([each, told_elsewhere(f"here {at}"), [], [mark("a"), mark("b")]] for at, each in enumerate((ONE, OTHER, THIRD))),
        ),
        [{"sites": 2, "sites_least": 1, "sites_denied": 0, "certainty": "possible", "sure": 0}],
        JANUARY,
    ),
    RowExample(
        "an event moves to another of its places, to make room for one that has no other",
        OF_PARTS,
        parts(
            [ONE, HERE, [], [mark("a"), mark("b")]],
            [OTHER, HERE, [], [mark("b"), mark("c")]],
            [THIRD, HERE, [], [mark("a"), mark("b")]],
            [FOURTH, HERE, [], [mark("a", denied=True), mark("d", denied=True)]],
        ),
        [{"sites": 4, "sites_least": 1, "sites_denied": 1}],
        JANUARY,
    ),
    RowExample(
        "at least those that an event has alone, and one more for whoever has none of these",
        OF_PARTS,
        parts(
            [ONE, HERE, [], [mark("a")]],
            [OTHER, HERE, [], [mark("a"), mark("b")]],
            [THIRD, HERE, [], [mark("c"), mark("d")]],
            [FOURTH, HERE, [], [mark("c"), mark("e")]],
        ),
        [{"sites": 4, "sites_least": 2, "sites_denied": 0}],
        JANUARY,
    ),
    RowExample(
        "two places that may be one are one place at least; so are those of two events that may be one",
        OF_PARTS,
        parts([ONE, HERE, [], [mark("a")]], [OTHER, HERE, [], [mark("b")]], [THIRD, HERE, [], [mark("c")]]),
        [{"sites": 3, "sites_least": 2}],
        JANUARY,
        Doubt({"a": "g", "b": "g"}),
    ),
    RowExample(
        "an event that may be one with a part counts with its whole, and two that may be part of each other are one",
        OF_PARTS,
        parts(*([each, HERE, [], []] for each in (ONE, OTHER, FOURTH)))
        + parts(*([each, HERE, [], []] for each in (ONE, OTHER, THIRD, FOURTH))),
        [{"events": 2, "events_least": 1, "sure": 1}, {"events": 3, "events_least": 1, "sure": 1}],
        JANUARY,
        Doubt(
            {"one": "g", "third": "g", "other": "h", "fourth": "h"}, wholes={"third": {"other": True}, "fourth": {"one": False}}
        ),
    ),
    RowExample(
        "sure parts of what is only possible are each one, and one at least",
        OF_PARTS,
        parts([VAGUE, HERE, [], []], [OTHER, HERE, [], []], [THIRD, HERE, [], []], [FOURTH, HERE, [], []]),
        [{"events": 3, "events_least": 2, "sure": 2}],
        JANUARY,
        Doubt(wholes={"other": {"vague": False}, "third": {"vague": False}}),
    ),
    RowExample(
        "parts of one that is not counted are one at least, through several steps and a denial, and all that is part of a ring",
        OF_PARTS,
        parts([ONE, HERE, [], []], [OTHER, HERE, [], []])
        + parts([THIRD, HERE, [], []], [FOURTH, HERE, [], []])
        + parts([ONE, HERE, [], []], [THIRD, HERE, [], []]),
        [{"events": 2, "events_least": 1, "sure": 1}] * 2 + [{"events": 2, "events_least": 2, "sure": 2}],
        JANUARY,
        Doubt(
            {"arrest": "g", "search": "g"},
            wholes={
                "one": {"arrest": False},
                "search": {"raid": True},
                "other": {"raid": False},
                "third": {"left": False},
                "fourth": {"right": False},
                "left": {"right": False},
                "right": {"left": True},
            },
        ),
    ),
    RowExample(
        "one that may be part of two counts with either: as many as are needed",
        OF_PARTS,
        parts([ONE, HERE, [], []], [OTHER, HERE, [], []], [THIRD, HERE, [], []])
        + parts([ONE, HERE, [], []], [OTHER, HERE, [], []]),
        [{"events": 3, "events_least": 2}, {"events": 2, "events_least": 1}],
        JANUARY,
        Doubt(wholes={"one": {"left": False, "right": False}, "other": {"left": False}, "third": {"right": False}}),
    ),
    RowExample(
        "one that is part of two counts as two",
        OF_PARTS,
        parts([ONE, HERE, [], []], [OTHER, HERE, [], []], [THIRD, HERE, [], []]),
        [{"events": 2, "events_least": 2, "events_denied": 0}],
        JANUARY,
        Doubt(wholes={"other": {"one": False, "third": False}}),
    ),
    RowExample(
        "two that are part of each other, and have parts, count as these",
        OF_PARTS,
        parts([ONE, HERE, [], []], [OTHER, HERE, [], []], [THIRD, HERE, [], []], [FOURTH, HERE, [], []])
        + parts([ONE, HERE, [], []], [OTHER, HERE, [], []]),
        [{"events": 2, "events_least": 1}, {"events": 1, "events_least": 1}],
        JANUARY,
        Doubt(
            wholes={
                **RING,
                "third": {"one": False},
                "fourth": {"other": False},
            }
        ),
    ),
    RowExample(
        "two that are part of each other are one beside a whole and its parts",
        OF_PARTS,
        parts(*([each, HERE, [], []] for each in (ONE, OTHER, THIRD, FOURTH, event("fifth")))),
        [{"events": 3, "events_least": 2}],
        JANUARY,
        Doubt(
            wholes={
                **RING,
                "fourth": {"third": False},
                "fifth": {"third": False},
            }
        ),
    ),
    RowExample(
        "of what is counted, which links are denied",
        OF_PARTS,
        parts([ONE, HERE, [mark("p", denied=True), mark("q", described=True)], []]),
        [{"denied_things": ["link of p"], "rests_on": ["here", "link of p", "link of q", "one"]}],
        JANUARY,
    ),
    RowExample(
        "who denies that one event is part of another lets both count",
        OF_PARTS,
        parts([ONE, DENIED_HERE, [], []], [OTHER, DENIED_HERE, [], []], [THIRD, HERE, [], []]),
        [{"events": 3, "events_least": 1, "events_denied": 2}],
        JANUARY,
        Doubt(wholes={"one": {"other": True, "third": True}}),
    ),
    RowExample(
        "four ids are no mark, and four things are none",
        OF_PARTS,
        parts([ONE, HERE, ["p", "q", "r", "s"], []], [ONE, HERE, [[U, A, B, C]], []]),
        [{"rests_on": ["a", "b", "c", "here", "one", "p", "q", "r", "s", "u"]}],
        JANUARY,
    ),
]
