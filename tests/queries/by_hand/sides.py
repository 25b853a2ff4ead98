"""Rows by hand: what came first beside what followed (`queries/pairs.py`), columns made after grading, and order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.queries.by_hand.evidence import JANUARY
from tests.queries.by_hand.row_example import RowExample, link, thing
from tests.queries.grade_examples import days

PAIRS = """
[grade]
members = ["thing"]
asked   = "period"
[pairs]
side    = "side"
thing   = "thing"
earlier = "notice"
later   = "event"
[columns]
side   = { type = "text", hidden = true }
thing  = { type = "node", hidden = true }
event  = { type = "node", of = "event.thing" }
notice = { type = "node", of = "notice.thing" }
"""
FIRST = PAIRS.replace('"event"\n', '"event"\nfirst = ["event.thing"]\n', 1) + 'all = { type = "int", of = "pairs.count" }\n'
EVENT = thing("event", possible=days(20, 20), cited=[days(20, 20)])
EARLY = thing("early", possible=days(1, 9), certain=days(5, 9), cited=[days(1, 1)])
NEVER_CITED = thing("uncited", possible=days(1, 2))
WITH_WAYS = """
[grade]
groups  = "ways"
parts   = ["thing"]
members = ["thing"]
asked   = "period"
[pairs]
side    = "side"
thing   = "what"
earlier = "notice"
later   = "event"
[columns]
side  = { type = "text", hidden = true }
what  = { type = "node", hidden = true }
ways  = "groups"
first = { type = "node", of = "notice.ways.thing" }
event = { type = "node", of = "event.ways.thing" }
"""
PARTS = """
[grade]
groups  = "ways"
parts   = ["event", "level"]
members = ["event"]
asked   = "period"
[columns]
ways  = "groups"
event = { type = "node", of = "ways.event" }
kind  = { type = "text", of = "ways.event.kind" }
level = { type = "int",  of = "ways.level" }
none  = { type = "text", of = "ways.level.kind" }
"""
DAYS = """
[grade]
before = ["one", "other"]
[columns]
one   = "node"
other = "node"
least = { type = "int", least_days = ["one", "other"] }
most  = { type = "int", most_days = ["one", "other"] }
"""
ORDER = """
[grade]
members = ["one"]
asked   = "period"
order   = ["certainty", "-places", "one"]
[columns]
one    = "rel"
places = "int"
"""
COUNT_OF_PARTS = """
[grade]
groups  = "ways"
parts   = ["one"]
members = ["one"]
asked   = "period"
[columns]
ways   = "groups"
all    = { type = "int", count = "ways.one" }
sure   = { type = "int", count = "ways.one", grade = "assumed" }
stated = { type = "int", count = "ways.one", grade = "certain" }
"""
COUNT = """
[grade]
members = ["one"]
asked   = "period"
[columns]
one    = "rel"
who    = "node"
where  = "node"
places = { type = "int", count = "where", by = ["who"] }
sure   = { type = "int", count = "where", by = ["who"], grade = "assumed" }
"""
VAGUE = link("vague", possible=["unknown", "unknown"])
SURE = link("sure", certain=days(3, 4))
BRIDGED = link("bridged", possible=["unknown", "unknown"], certain=days(1, 31), bridged=True)
UNKNOWN = ["unknown", "unknown"]
HALF_KNOWN: list[tuple[Sequence[object], Sequence[object], int | None, int | None]] = [
    (days(1, 9), UNKNOWN, None, None),
    (UNKNOWN, days(4, 12), None, None),
    (days(1, 9), ["unknown", date(2014, 1, 12)], None, 11),
    (days(1, 9), [date(2014, 1, 20), "unknown"], 11, None),
    ([date(2014, 1, 1), "unknown"], days(4, 12), None, 11),
    (["unknown", date(2014, 1, 9)], days(12, 12), 3, None),
]
"""Two possible ranges, and at least and at most so many days from a beginning in the one to a beginning in the other."""
SMITH, JONES, NORTH, SOUTH = (thing(name, "Person") for name in ("smith", "jones", "north", "south"))


def notice(name: str, first: int, last: int, *, core: int | None = None) -> tuple[str, object]:
    core_days: dict[str, Any] = {"certain": days(core, last)} if core else {}
    return "notice", thing(name, possible=days(first, last), cited=[days(first, first)], **core_days)


SIDES = [
    RowExample(
        "each that came before, or possibly before, with each",
        PAIRS,
        [("event", EVENT), notice("before", 1, 9), notice("perhaps", 20, 20), notice("after", 21, 22)],
        [
            {"event": "event", "notice": "before", "certainty": "certain", "since": None, "until": None, "covers": None},
            {"event": "event", "notice": "perhaps", "certainty": "possible", "since": None, "until": None, "covers": None},
        ],
        JANUARY,
    ),
    RowExample(
        "as far as what is cited, on the very day: 0",
        PAIRS,
        [("event", EVENT), notice("before", 1, 1)],
        [{"gap_days": 0}],
        JANUARY,
    ),
    RowExample(
        "no distance where one side is not cited",
        PAIRS,
        [("event", EVENT), ("notice", NEVER_CITED)],
        [{"gap_days": None}],
        JANUARY,
    ),
    RowExample(
        "the surest, though another possibly came earlier; all are counted",
        FIRST,
        [("event", EVENT), notice("perhaps", 1, 25), notice("later", 8, 9), notice("sure", 5, 9)],
        [{"notice": "sure", "certainty": "certain", "all": 3}],
        JANUARY,
    ),
    RowExample(
        "the surest, though another had surely begun earlier",
        FIRST,
        [("event", EVENT), notice("perhaps", 1, 25, core=2), notice("sure", 5, 9)],
        [{"notice": "sure", "certainty": "certain", "all": 2}],
        JANUARY,
    ),
    RowExample(
        "what followed may be less sure by itself: it is not surely in the period",
        PAIRS,
        [("event", thing("event", possible=[date(2014, 1, 31), date(2014, 2, 1)], cited=[days(31, 31)])), notice("before", 1, 9)],
        [{"certainty": "possible", "gap_days": 0}],
        JANUARY,
    ),
    RowExample(
        "what came first may be less sure by itself",
        PAIRS,
        [("event", EVENT), ("notice", thing("n", possible=[date(2013, 12, 31), date(2014, 1, 1)], cited=[days(1, 1)]))],
        [{"certainty": "possible", "gap_days": 0}],
        JANUARY,
    ),
    RowExample(
        "parts of the surest combination of a side",
        WITH_WAYS,
        [("event", EVENT, [[EVENT]]), ("notice", EARLY, [[EARLY], [NEVER_CITED]])],
        [{"first": "early", "event": "event", "certainty": "certain"}],
        JANUARY,
    ),
    RowExample(
        "the one that had surely begun first",
        FIRST,
        [("event", EVENT), notice("a", 1, 9, core=7), notice("b", 2, 9, core=6)],
        [{"notice": "b"}],
        JANUARY,
    ),
    RowExample(
        "of equals the one that may have begun first",
        FIRST,
        [("event", EVENT), notice("a", 3, 9), notice("b", 2, 9)],
        [{"notice": "b"}],
        JANUARY,
    ),
    RowExample(
        "begun as early, though it ends later",
        FIRST,
        [("event", EVENT), notice("a", 3, 8, core=5), notice("b", 2, 9, core=5)],
        [{"notice": "b"}],
        JANUARY,
    ),
    RowExample(
        "of equals the smaller id", FIRST, [("event", EVENT), notice("z", 2, 9), notice("a", 2, 9)], [{"notice": "a"}], JANUARY
    ),
    RowExample(
        "nothing is paired that is not there",
        PAIRS,
        [("event", EVENT), ("notice", None)],
        "column thing: a row has nothing there, and rows are compared by it",
        JANUARY,
    ),
    # columns made after grading
    RowExample(
        "parts of the surest, and what these are",
        PARTS,
        [([[EVENT, 1], [thing("early", possible=days(1, 2), cited=[days(1, 1)], kind="raid"), 2]],), (None,)],
        [{"event": "early", "kind": "raid", "level": 2, "none": None}, {}],
        JANUARY,
    ),
    RowExample(
        "days between, by the calendar; none where one is missing",
        DAYS,
        [(EARLY, None), (None, EARLY), (EARLY, thing("x", possible=days(4, 12)))],
        [{}, {}, {"least": 0, "most": 11}],
    ),
    RowExample(
        "days between are not counted from what nobody knows",
        DAYS,
        [(thing("one", possible=one), thing("other", possible=other)) for one, other, *_ in HALF_KNOWN],
        [{"least": least, "most": most} for *_, least, most in HALF_KNOWN],
    ),
    RowExample(
        "but a core says by when it had begun",
        DAYS,
        [
            (thing("one", possible=UNKNOWN, certain=days(2, 3)), thing("other", possible=days(9, 10))),
            (thing("one", possible=days(1, 9)), thing("other", possible=UNKNOWN, certain=days(9, 9))),
        ],
        [{"least": 7, "most": None}, {"least": None, "most": 8}],
    ),
    RowExample(
        "days to the last day on which something can have begun",
        DAYS,
        [(thing("x", possible=days(1, 30)), thing("y", possible=days(2, 31), certain=days(9, 31)))],
        [{"least": 0, "most": 8}],
    ),
    RowExample(
        "how many different ones, of a null none; and of these the sure",
        COUNT,
        [(SURE, SMITH, NORTH), (VAGUE, SMITH, SOUTH), (SURE, SMITH, None), (VAGUE, JONES, NORTH), (VAGUE, JONES, NORTH)],
        [{"places": places, "sure": sure} for places, sure in ((2, 1), (2, 1), (2, 1), (1, 0), (1, 0))],
        JANUARY,
    ),
    RowExample(
        "how many different ones in the combinations of a row, and of these the sure and the stated",
        COUNT_OF_PARTS,
        [([[SURE], [VAGUE], [BRIDGED], [SURE]],), ([[VAGUE]],)],
        [{"all": 3, "sure": 2, "stated": 1}, {"all": 1, "sure": 0, "stated": 0}],
        JANUARY,
    ),
    # order
    RowExample(
        "the surest first, the most places first, nulls last",
        ORDER,
        [(None, 7), (VAGUE, 1), (VAGUE, None), (BRIDGED, 9), (SURE, 2), (link("a", certain=days(3, 4)), 2), (VAGUE, 3)],
        [
            {"one": one, "places": places}
            for one, places in (("a", 2), ("sure", 2), ("bridged", 9), ("vague", 3), ("vague", 1), ("vague", None), (None, 7))
        ],
        JANUARY,
    ),
    RowExample(
        "in order of what a grade says",
        ORDER.replace('"certainty", "-places"', '"-gap_days", "since"'),
        [
            (link(name, certain=days(at, 9), cited=cited), 1)
            for name, at, cited in (("b", 3, [days(3, 3)]), ("c", 2, [days(3, 3)]), ("a", 4, []))
        ],
        [{"one": "c"}, {"one": "b"}, {"one": "a"}],
        JANUARY,
    ),
]
