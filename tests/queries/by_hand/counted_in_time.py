"""Rows by hand: at least there is what surely was in the time asked about (`queries/rows.py`, `queries/ways.py`)."""

from __future__ import annotations

from datetime import date

from queries.doubt import Doubt
from tests.queries.by_hand.counted import OF_PARTS
from tests.queries.by_hand.counted_ends import BY_PLACE, SINGLE, TWO_PLACES, _range
from tests.queries.by_hand.counted_over_rows import OF_TWO
from tests.queries.by_hand.counted_things import (
    DENIED_HERE,
    HERE,
    ONE,
    OTHER,
    VAGUE,
    A,
    B,
    at,
    event,
    mark,
    parts,
    told_elsewhere,
)
from tests.queries.by_hand.evidence import FIFTH, JANUARY
from tests.queries.by_hand.row_example import RowExample, link, thing
from tests.queries.by_hand.sides import EVENT, PAIRS
from tests.queries.grade_examples import days

OF_MARKS = """
[grade]
members = ["event"]
asked   = "period"
[columns]
event   = "node"
marks   = "things"
listed  = { type = "int", count = "marks", by = ["event"] }
sure    = { type = "int", count = "marks", by = ["event"], grade = "assumed" }
"""
OF_SURE = OF_MARKS + 'stated  = { type = "int", count = "marks", by = ["event"], grade = "certain" }\n'
OF_A_DAY = OF_SURE.replace('"period"', '"on"')
OF_ITSELF = OF_SURE.replace('"period"', '"event"')
OF_SEVERAL = """
[grade]
groups  = "ways"
surest  = true
parts   = ["event", "tie"]
members = ["event"]
others  = ["tie"]
asked   = "period"
[columns]
site  = "node"
ways  = "groups"
sites = { type = "int", count = "site", by = ["site"] }
sure  = { type = "int", count = "site", by = ["site"], grade = "assumed" }
"""
IN_ORDER = """
[grade]
before = ["one", "other"]
others = ["tie"]
[columns]
one   = "node"
other = "node"
tie   = "rel"
who   = { type = "int", count = "one" }
"""
BY_DAY = BY_PLACE.replace('"period"', '"on"')
OF_TWO_TIMES = """
[grade.first]
members = ["one"]
asked   = "period"
[grade.second]
members = ["other"]
asked   = "always"
[columns]
one    = "node"
other  = "node"
marks  = "things"
listed = { type = "int", count = "marks", by = ["one"] }
"""
OF_PAIRS = PAIRS + 'events = { type = "int", count = "event", by = ["notice"] }\n'
JOINED = thing("joined", possible=[date(2013, 12, 1), date(2014, 1, 9)], certain=days(1, 4), bridged=True)
BEFORE = thing("before", possible=[date(2013, 12, 1), date(2013, 12, 31)])
NOTICE = thing("notice", possible=days(1, 2))
LONG = thing("long", possible=days(1, 21))
PERHAPS = thing("perhaps", possible=[date(2014, 1, 20), date(2014, 2, 9)])


def timed(id_: str, *things: object, denied: bool = False) -> list[object]:
    """A mark that says what must have held together."""
    return [*mark(id_, denied=denied, word=""), [*things]]


COUNTED_IN_TIME = [
    RowExample(
        "what is only possibly in the time is counted, and is none at least, nor is what hangs on it; what is assumed is one",
        OF_PARTS,
        parts(
            [ONE, HERE, [mark("p")], [mark("a")]],
            [VAGUE, HERE, [mark("q"), mark("p")], [mark("b")]],
            [JOINED, HERE, [mark("r")], [mark("c")]],
        )
        + parts([VAGUE, HERE, [mark("q"), mark("x", described=True)], [mark("b")]]),
        [
            _range("events", 3, 2, 3, 0) | _range("people", 3, 2, 3, 0) | _range("sites", 3, 2, 3, 0) | {"sure": 2},
            _range("events", 1, 0, 1, 0) | _range("people", 2, 0, 2, 0) | _range("sites", 1, 0, 1, 0) | {"sure": 0},
        ],
        JANUARY,
    ),
    RowExample(
        "an event of two places that are one here is there at least, if it surely was in the time; `sure` leaves it out",
        OF_PARTS,
        parts([ONE, told_elsewhere("here"), [mark("p")], [mark("a")]], [VAGUE, told_elsewhere("there"), [mark("q")], []]),
        [_range("events", 2, 1, 2, 0) | _range("people", 2, 1, 2, 0) | {"sure": 0, "certainty": "possible"}],
        JANUARY,
    ),
    RowExample(
        "a row is of something sure by a way that is, and that nobody denies: the surest may be another",
        OF_SEVERAL,
        [
            (A, [[ONE, DENIED_HERE], [VAGUE, HERE]]),
            (B, [[VAGUE, HERE], [ONE, told_elsewhere("x")]]),
            (None, [[ONE, DENIED_HERE]]),
        ],
        [
            _range("sites", 1, 0, 1, 0) | {"sure": 0, "certainty": "possible"},
            _range("sites", 1, 1, 1, 0) | {"sure": 0, "certainty": "possible"},
            _range("sites", 0, 0, 0, 0) | {"sure": 0, "certainty": "possible"},
        ],
        JANUARY,
    ),
    RowExample(
        "of several gradings each must surely hold",
        OF_TWO,
        [
            (A, [[VAGUE, HERE]], [[ONE, HERE]], OTHER, HERE),
            (A, [[ONE, HERE]], [[VAGUE, HERE]], OTHER, HERE),
            (A, [[ONE, HERE]], [[ONE, HERE]], VAGUE, HERE),
            (B, [[ONE, HERE]], [[ONE, told_elsewhere("x")]], OTHER, told_elsewhere("y")),
            (B, None, [[VAGUE, HERE], [ONE, HERE]], OTHER, HERE),
        ],
        [_range("sites", 2, 1, 2, 0)] * 5,
        JANUARY,
    ),
    RowExample(
        "a row about what is only possible, or denied: what a column lists says itself when it was, or nothing of it",
        SINGLE,
        [
            (VAGUE, HERE, [mark("p"), timed("q", ONE), timed("r", VAGUE), timed("s", BEFORE)], None),
            (ONE, DENIED_HERE, [mark("p"), timed("q", ONE), timed("r", VAGUE), timed("r", ONE, denied=True)], None),
            (OTHER, HERE, [timed("p", VAGUE), timed("q"), timed("s", link("tie"))], None),
        ],
        [
            _range("events", 3, 1, 3, 1) | _range("listed", 4, 2, 4, 0),
            _range("events", 3, 1, 3, 1) | _range("listed", 3, 2, 3, 0),
            _range("events", 3, 1, 3, 1) | _range("listed", 3, 2, 3, 0),
        ],
        JANUARY,
    ),
    RowExample(
        "all that a mark lists must have held together, as surely as the column wants it",
        OF_SURE,
        [
            (ONE, [timed("p", link("held", certain=days(1, 20)), ONE), timed("q", link("held", possible=days(1, 20)), ONE)]),
            (OTHER, [timed("p", JOINED), timed("q", link("ended", certain=days(1, 2)), ONE)]),
        ],
        [
            {"listed": 2, "listed_least": 1, "sure": 1, "stated": 1},
            {"listed": 2, "listed_least": 1, "sure": 1, "stated": 0},
        ],
        JANUARY,
    ),
    RowExample(
        "what is listed in a row is less sure where the column asks, and the row is",
        OF_SURE,
        [(VAGUE, [mark("p"), timed("q", ONE)]), (JOINED, [mark("p"), timed("q", ONE)])],
        [{"listed_least": 2, "sure": 0, "stated": 0}, {"listed_least": 2, "sure": 2, "stated": 0}],
        JANUARY,
    ),
    RowExample(
        "the day asked about; where none is, only whether they ever held together",
        OF_A_DAY,
        [(thing("fifth", certain=days(1, 9)), [timed("p", ONE), timed("q", link("held", certain=days(1, 9)))])],
        [{"listed": 2, "listed_least": 1}],
        FIFTH,
    ),
    RowExample(
        "no day asked about: those that surely held together at any time",
        OF_A_DAY,
        [(ONE, [timed("p", ONE), timed("q", ONE, link("held", possible=days(1, 9))), timed("r", VAGUE)])],
        [{"listed": 3, "listed_least": 2}],
    ),
    RowExample(
        "of several times asked about, the first",
        OF_TWO_TIMES,
        [(ONE, OTHER, [timed("p", VAGUE), timed("q", ONE)])],
        [_range("listed", 2, 1, 2, 0)],
        JANUARY,
    ),
    RowExample(
        "no day asked about: a way that is denied keeps nothing here",
        BY_DAY,
        [("u", A, [[ONE, at("x", "one", "a"), []], [OTHER, at("y", "other", "a", denied=True), []]])],
        [_range("units", 1, 0, 1, 0) | {"certainty": None}],
        doubt=TWO_PLACES,
    ),
    RowExample(
        "the time of what the row shows",
        OF_ITSELF,
        [(LONG, [timed("p", ONE), timed("q", PERHAPS)]), (ONE, [timed("p", LONG), timed("q", BEFORE)])],
        [{"listed": 2, "listed_least": 1}, {"listed": 2, "listed_least": 0}],
    ),
    RowExample(
        "seven parts are no mark, and a sixth that is a word is none",
        OF_PARTS,
        parts([ONE, HERE, [[*timed("p", ONE), None], [*mark("q", word=""), "q"]], []]),
        [{"rests_on": ["here", "one"]}],
        JANUARY,
    ),
    RowExample(
        "what followed surely counts at least; what may have come before does not, nor what is denied",
        IN_ORDER,
        [
            (NOTICE, event("e"), link("tie")),
            (thing("second", possible=days(1, 4)), event("e"), link("tie")),
            (thing("third", possible=days(1, 1)), event("e"), link("tie", disputed=True)),
        ],
        [_range("who", 3, 1, 3, 1)] * 3,
    ),
    RowExample(
        "of two that followed each other each must be sure, and that they did",
        OF_PAIRS,
        [("notice", NOTICE), ("notice", LONG), ("event", EVENT), ("event", PERHAPS)],
        [
            {"notice": "notice", "event": "event"} | _range("events", 2, 1, 2, 0),
            {"notice": "long", "event": "event"} | _range("events", 2, 0, 2, 0),
            {"notice": "notice", "event": "perhaps"} | _range("events", 2, 1, 2, 0),
            {"notice": "long", "event": "perhaps"} | _range("events", 2, 0, 2, 0),
        ],
        JANUARY,
    ),
    RowExample(
        "what is possible joins nothing: two that wait, one of them sure, are one at least",
        OF_PARTS,
        parts([ONE, HERE, [], []], [VAGUE, HERE, [], []], [OTHER, HERE, [], []]),
        [_range("events", 3, 2, 3, 0)],
        JANUARY,
        Doubt({"one": "g", "vague": "g"}),
    ),
]
