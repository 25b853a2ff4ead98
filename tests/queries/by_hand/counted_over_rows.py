"""Rows by hand: how many all rows show, and what is denied in a row (`queries/rows.py`, `queries/counts.py`)."""

from __future__ import annotations

from datetime import date

from queries.doubt import Doubt
from tests.queries.by_hand.counted_things import (
    DENIED_HERE,
    HERE,
    MASK,
    ONE,
    OTHER,
    THIRD,
    VAGUE,
    A,
    B,
    C,
    D,
    U,
    mark,
    parts,
)
from tests.queries.by_hand.evidence import JANUARY
from tests.queries.by_hand.row_example import RowExample, link, thing
from tests.queries.grade_examples import days

OF_ROWS = """
[grade]
groups  = "ways"
parts   = ["event", "tie"]
members = ["event"]
others  = ["tie"]
asked   = "period"
[columns]
unit   = "node"
site   = "node"
others = "things"
lists  = "things"
ways   = "groups"
sites  = { type = "int", count = "site", by = ["unit"], once = "ways.event", least = "days" }
sure   = { type = "int", count = "site", by = ["unit"], once = "ways.event", grade = "assumed" }
plain  = { type = "int", count = "site", by = ["unit"] }
events = { type = "int", count = "ways.event", by = ["unit"] }
listed = { type = "int", count = "others", by = ["unit", "site"] }
alone  = { type = "int", apart = "lists" }
"""
OF_MEMBERS = """
[grade]
groups  = "ways"
parts   = ["event", "stay"]
members = ["event", "stay"]
asked   = "period"
[columns]
ways   = "groups"
events = { type = "int", count = "ways.event" }
"""
OF_TWO = """
[grade.first]
groups  = "ways"
parts   = ["event", "tie"]
members = ["event"]
others  = ["tie"]
asked   = "period"
[grade.second]
groups  = "more"
parts   = ["event", "tie"]
members = ["event"]
others  = ["tie"]
asked   = "period"
[grade.third]
members = ["other"]
others  = ["last"]
asked   = "period"
[columns]
site  = "node"
ways  = "groups"
more  = "groups"
other = "node"
last  = "rel"
sites = { type = "int", count = "site" }
"""
OF_LISTS = """
[grade]
members = ["event"]
asked   = "period"
[columns]
event = "node"
lists = "things"
some  = { type = "int", apart = "lists" }
"""
OF_SITES = """
[grade]
groups  = "ways"
parts   = ["event", "tie"]
members = ["event"]
others  = ["tie"]
asked   = "period"
[columns]
site  = "node"
ways  = "groups"
sites = { type = "int", count = "site", once = "ways.event" }
sure  = { type = "int", count = "site", once = "ways.event", grade = "assumed" }
"""
OF_ONE = """
[grade]
members = ["event"]
others  = ["tie"]
asked   = "period"
[columns]
event = "node"
tie   = "rel"
site  = "node"
kind  = "text"
sites = { type = "int", count = "site", once = "event" }
kinds = { type = "int", count = "kind" }
all   = { type = "int", count = "event" }
"""


def told(
    event_: str,
    victim: str,
    *,
    origin: str = "s",
    undenied: bool = True,
    denied: bool = False,
    described: bool = False,
    counted: bool = True,
) -> list[object]:
    """An event as `apart` is told of it, and as it is counted as it stands."""
    all_denied = denied or not undenied
    return [
        event_,
        [mark(victim, denied=denied, described=described)],
        [origin],
        [origin] if undenied else [],
        counted,
        all_denied,
    ]


def row(
    site_: object, way: tuple[object, object], *, others: tuple[object, ...] | None = (), lists: tuple[object, ...] = ()
) -> tuple[object, ...]:
    return U, site_, None if others is None else [*others], [*lists], [[*way]]


COUNTED_OVER_ROWS = [
    RowExample(
        "over rows: places of one unit, denied ones apart, surely ones, lists, and what shares nothing",
        OF_ROWS,
        [
            row(
                A,
                (ONE, HERE),
                others=(mark("p"), mark("q", denied=True)),
                lists=(told("e", "p"), told("f", "q"), told("g", "r", undenied=False)),
            ),
            row(B, (OTHER, DENIED_HERE), others=None, lists=(told("e", "p"), told("f", "q", origin="t"))),
            row(None, (THIRD, HERE)),
        ],
        [
            {"site": "a", "sites": 2, "sites_least": 1, "sites_denied": 1, "sure": 1, "plain": 2, "plain_denied": 1}
            | {"events": 3, "events_denied": 1, "listed": 2, "listed_least": 1, "listed_denied": 1, "alone_least": 1},
            {"site": "b", "sites": 2, "sites_least": 1, "sites_denied": 1, "sure": 1, "plain": 2, "plain_denied": 1}
            | {"events": 3, "events_denied": 1, "alone_least": 2},
            {"site": None, "sites": 2, "sites_least": 1, "sites_denied": 1, "sure": 1, "plain": 2, "plain_denied": 1}
            | {"events": 3, "events_denied": 1, "listed": 0, "listed_least": 0, "listed_denied": 0, "alone_least": 0},
        ],
        {**JANUARY, "days": 2},
    ),
    RowExample(
        "rows with fewer than asked for are left out",
        OF_ROWS,
        [row(A, (ONE, HERE)), row(B, (ONE, HERE))],
        [],
        {**JANUARY, "days": 2},
    ),
    RowExample(
        "what shares a person with one that may be the same shares it",
        OF_ROWS,
        [row(A, (ONE, HERE), lists=(told("e", "p"), told("f", "q", origin="t")))],
        [{"alone_least": 1}],
        JANUARY | {"days": 0},
        Doubt({"p": "g", "q": "g"}),
    ),
    RowExample(
        "who may come by the review shares nothing yet; an event that is not counted now may be one more",
        OF_ROWS,
        [
            row(
                A,
                (ONE, HERE),
                lists=(
                    ["e", [mark("p"), mark("x", word="comes")], ["s"], ["s"], True, False],
                    ["f", [mark("q"), mark("x", word="comes")], ["t"], ["t"], True, False],
                ),
            ),
            row(B, (ONE, HERE), lists=(told("e", "p"), told("f", "q", origin="t", counted=False))),
        ],
        [{"alone": 2, "alone_least": 2, "alone_most": 2}, {"alone": 1, "alone_least": 1, "alone_most": 2}],
        JANUARY | {"days": 0},
    ),
    RowExample(
        "what is told of one event, of its part, of two parts, of a denied victim or of two only described, is not apart",
        OF_ROWS,
        [
            row(A, (ONE, HERE), lists=(told("e", "p"), told("f", "q", origin="t"))),
            row(B, (ONE, HERE), lists=(told("e", "p"), told("part", "q", origin="t"), told("other", "r", origin="u"))),
            row(C, (ONE, HERE), lists=(told("part", "p"), told("e", "q", origin="t"))),
            row(C, (ONE, HERE), lists=(told("part", "p"), told("sibling", "q", origin="t"), told("apart", "r", origin="u"))),
            row(
                D,
                (ONE, HERE),
                lists=(told("e", "p", denied=True), told("g", "q", described=True), told("h", "r", origin="t", described=True)),
            ),
            row(
                None,
                (ONE, HERE),
                lists=(
                    told("e", "p", origin="t", undenied=False),
                    ["g", [mark("q", denied=True), mark("r")], ["s"], ["s"], False, False],
                ),
            ),
        ],
        [{"alone_least": 1}, {"alone_least": 2}, {"alone_least": 1}, {"alone_least": 2}, {"alone_least": 1}, {"alone_least": 1}],
        JANUARY | {"days": 0},
        Doubt(
            {"e": "one event", "f": "one event"}, wholes={"part": {"f": True}, "f": {"raid": False}, "sibling": {"raid": False}}
        ),
    ),
    RowExample(
        "a link that is denied denies what holds with it",
        OF_MEMBERS,
        parts([ONE, link("stay", possible=days(3, 3), disputed=True)], [OTHER, link("stay", possible=days(3, 3))]),
        [{"events": 2, "events_least": 1, "events_denied": 1}],
        JANUARY,
    ),
    RowExample(
        "a row is denied by any of its gradings; by one of several ways only if all are",
        OF_TWO,
        [
            (A, [[ONE, DENIED_HERE]], [[ONE, HERE]], OTHER, HERE),
            (B, [[ONE, HERE]], [[ONE, DENIED_HERE]], OTHER, HERE),
            (C, [[ONE, HERE]], [[ONE, HERE]], OTHER, DENIED_HERE),
            (D, [[ONE, HERE], [ONE, DENIED_HERE]], [[ONE, HERE]], OTHER, HERE),
        ],
        [{"sites": 4, "sites_least": 1, "sites_denied": 3}] * 4,
        JANUARY,
    ),
    RowExample(
        "at least so many are apart as stand, and no more; at most as many as there are events, victims, and origins",
        OF_LISTS,
        [
            (ONE, [told("e", "p", counted=False)]),
            (ONE, [told("e", "p"), told("f", "q", counted=False)]),
            (ONE, [told("e", "p"), told("f", "p", origin="t", counted=False)]),
            (ONE, [told("e", "p", denied=True), ["f", [mark("q"), mark("r", word="comes")], ["t", "u"], [], False, False]]),
            (ONE, []),
        ],
        [
            {"some": 0, "some_least": 0, "some_most": 1, "some_denied": 0},
            {"some": 1, "some_least": 1, "some_most": 1, "some_denied": 0},
            {"some": 1, "some_least": 1, "some_most": 1, "some_denied": 0},
            {"some": 1, "some_least": 0, "some_most": 2, "some_denied": 1},
            {"some": 0, "some_least": 0, "some_most": 0, "some_denied": 0},
        ],
        JANUARY,
    ),
    RowExample(
        "sure places are those that a sure event has alone",
        OF_SITES,
        [
            (A, [[ONE, HERE]]),
            (B, [[VAGUE, HERE], [OTHER, HERE]]),
            (C, [[thing("unsure", possible=[date(2013, 12, 1), date(2014, 1, 5)]), HERE]]),
        ],
        [{"sites": 3, "sites_least": 1, "sure": 1}] * 3,
        JANUARY,
        Doubt({"one": "g", "vague": "g"}),
    ),
    RowExample(
        "of rows that each show one: by the event, by a word, and where the event is told of twice",
        OF_ONE,
        [(ONE, HERE, A, "x"), (ONE, HERE, B, "x"), (OTHER, DENIED_HERE, C, None)],
        [{"sites": 2, "sites_least": 1, "sites_denied": 1, "kinds": 1, "kinds_denied": 0, "all": 2, "all_denied": 1}] * 3,
        JANUARY,
    ),
    RowExample(
        "a described person as a thing",
        OF_ONE,
        [(MASK, HERE, A, None), (OTHER, HERE, B, None)],
        [{"all": 2, "all_least": 1, "all_denied": 0}] * 2,
        JANUARY,
    ),
    RowExample(
        "of what is only possible none is sure",
        OF_ROWS,
        [row(A, (ONE, DENIED_HERE), others=(mark("p"),))],
        [{"sites": 1, "sites_least": 0, "sites_denied": 1, "sure": 0, "listed": 1, "listed_denied": 0}],
        {**JANUARY, "days": 0},
    ),
]
