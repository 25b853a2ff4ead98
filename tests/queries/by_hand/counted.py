"""Rows by hand: how many, at least, and on denied links alone (`queries/counts.py`, `queries/doubt.py`)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from queries.doubt import Doubt
from tests.queries.by_hand.evidence import JANUARY
from tests.queries.by_hand.row_example import RowExample, link, thing
from tests.queries.grade_examples import days

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
event      = "node"
some       = "int"
lists      = "things"
some_least = { type = "int", apart = "lists" }
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


def event(id_: str) -> object:
    return thing(id_, possible=days(3, 3), certain=days(3, 3))


def mark(id_: str, *, denied: bool = False, described: bool = False) -> list[object]:
    return [f"link of {id_}", id_, denied, described]


def tie(id_: str, *, denied: bool = False) -> object:
    return link(id_, "OCCURRED_AT", disputed=denied)


def site(id_: str) -> object:
    return thing(id_, "Station")


def told(
    event_: str, victim: str, *, origin: str = "s", undenied: bool = True, denied: bool = False, described: bool = False
) -> list[object]:
    """An event as `apart` is told of it."""
    return [event_, [mark(victim, denied=denied, described=described)], [origin], [origin] if undenied else []]


VAGUE = thing("vague", possible=[date(2013, 12, 1), date(2014, 1, 5)])
ONE, OTHER, THIRD, FOURTH = (event(name) for name in ("one", "other", "third", "fourth"))
HERE, DENIED_HERE = tie("here"), tie("there", denied=True)
MASK = replace(
    thing("mask", possible=days(3, 3), certain=days(3, 3)),
    properties={**thing("mask", possible=days(3, 3), certain=days(3, 3)).properties, "identified": "described"},
)
U, A, B, C, D = thing("u", "Unit"), site("a"), site("b"), site("c"), site("d")


def parts(*ways: list[object]) -> list[tuple[object, ...]]:
    return [([*map(list, ways)],)]


def row(
    site_: object, way: tuple[object, object], *, others: tuple[object, ...] | None = (), lists: tuple[object, ...] = ()
) -> tuple[object, ...]:
    return U, site_, None if others is None else [*others], [*lists], [[*way]]


COUNTED = [
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
        "parts of one that is denied count, and it counts as denied; a part that is denied counts with its whole",
        OF_PARTS,
        parts([ONE, DENIED_HERE, [], []], [OTHER, HERE, [], []], [THIRD, HERE, [], []])
        + parts([ONE, DENIED_HERE, [], []], [OTHER, DENIED_HERE, [], []], [FOURTH, HERE, None, None]),
        [
            {"events": 3, "events_least": 2, "events_denied": 1, "people": 0, "sites": 0},
            {"events": 2, "events_least": 1, "events_denied": 1, "people": 0, "sites": 0},
        ],
        JANUARY,
        Doubt(wholes={"other": {"one": False}, "third": {"one": False}}),
    ),
    RowExample(
        "only a link that says where an event was is doubted with it",
        OF_PARTS,
        parts([ONE, link("here", "SUFFERED", disputed=False), [], []]) + parts([ONE, U, [], []]),
        [{"certainty": "certain"}, {"certainty": "certain"}],
        JANUARY,
        Doubt(elsewhere={"begin"}),
    ),
    RowExample(
        "an event is at one place: told at two it is possible, and stands for one of its own",
        OF_PARTS,
        parts(
            [ONE, HERE, [], [mark("a"), mark("b")]],
            [OTHER, HERE, [], [mark("b"), mark("a")]],
            [THIRD, HERE, [], [mark("b"), mark("a")]],
        ),
        [{"sites": 2, "sites_least": 1, "sites_denied": 0, "certainty": "possible", "sure": 0}],
        JANUARY,
        Doubt(elsewhere={"begin"}),
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
            | {"events": 3, "events_denied": 1, "listed": 2, "listed_least": 1, "listed_denied": 1, "alone": 1},
            {"site": "b", "sites": 2, "sites_least": 1, "sites_denied": 1, "sure": 1, "plain": 2, "plain_denied": 1}
            | {"events": 3, "events_denied": 1, "alone": 2},
            {"site": None, "sites": 2, "sites_least": 1, "sites_denied": 1, "sure": 1, "plain": 2, "plain_denied": 1}
            | {"events": 3, "events_denied": 1, "listed": 0, "listed_least": 0, "listed_denied": 0, "alone": 0},
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
        [{"alone": 1}],
        JANUARY | {"days": 0},
        Doubt({"p": "g", "q": "g"}),
    ),
    RowExample(
        "what is told of one event, of its part, of a denied victim or of two who are only described, is not apart",
        OF_ROWS,
        [
            row(A, (ONE, HERE), lists=(told("e", "p"), told("f", "q", origin="t"))),
            row(B, (ONE, HERE), lists=(told("e", "p"), told("part", "q", origin="t"), told("other", "r", origin="u"))),
            row(C, (ONE, HERE), lists=(told("part", "p"), told("e", "q", origin="t"))),
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
                    ["g", [mark("q", denied=True), mark("r")], ["s"], ["s"]],
                ),
            ),
        ],
        [{"alone": 1}, {"alone": 2}, {"alone": 1}, {"alone": 1}, {"alone": 1}],
        JANUARY | {"days": 0},
        Doubt({"e": "one event", "f": "one event"}, wholes={"part": {"f": True}}),
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
        "at least so many are apart as stand, and no more",
        OF_LISTS,
        [(ONE, 0, [told("e", "p")]), (ONE, 2, [told("e", "p")])],
        [{"some": 0, "some_least": 0}, {"some": 2, "some_least": 1}],
        JANUARY,
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
                "one": {"other": False},
                "other": {"one": False},
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
                "one": {"other": False},
                "other": {"one": False},
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
        "sure places are those that a sure event has alone, of all that nobody denies",
        OF_SITES,
        [
            (A, [[ONE, HERE]]),
            (B, [[VAGUE, HERE], [OTHER, HERE]]),
            (C, [[thing("unsure", possible=[date(2013, 12, 1), date(2014, 1, 5)]), HERE]]),
        ],
        [{"sites": 3, "sites_least": 2, "sure": 1}] * 3,
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
