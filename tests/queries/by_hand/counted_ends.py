"""Rows by hand: what the review may add to a count or take from it, and what may have been at another place (`queries/counts.py`,
`queries/here.py`, `queries/mark.py`)."""

from __future__ import annotations

from graph.answer import RelValue
from queries.doubt import Doubt
from tests.queries.by_hand.counted import OF_PARTS
from tests.queries.by_hand.counted_over_rows import OF_TWO
from tests.queries.by_hand.counted_things import DENIED_HERE, HERE, ONE, OTHER, THIRD, VAGUE, A, B, U, at, mark, parts
from tests.queries.by_hand.evidence import JANUARY
from tests.queries.by_hand.row_example import RowExample

BY_PLACE = """
[grade]
groups  = "ways"
parts   = ["event", "tie", "people"]
members = ["event"]
others  = ["tie"]
asked   = "period"
[columns]
unit   = "node"
site   = "node"
ways   = "groups"
events = { type = "int", count = "ways.event" }
people = { type = "int", count = "ways.people" }
sure   = { type = "int", count = "ways.event", grade = "assumed" }
all    = { type = "int", count = "ways.event", by = ["unit"] }
safe   = { type = "int", count = "ways.event", by = ["unit"], grade = "assumed" }
wide   = { type = "int", count = "ways.event", by = ["unit", "site"], anywhere = true }
units  = { type = "int", count = "unit", by = ["site"] }
surely = { type = "int", count = "unit", by = ["site"], grade = "assumed" }
sites  = { type = "int", count = "site", by = ["unit"], once = "ways.event" }
own    = { type = "int", count = "site", by = ["unit", "site"], once = "ways.event" }
far    = { type = "int", count = "site", by = ["unit", "site"], once = "ways.event", anywhere = true }
"""
SINGLE = """
[grade]
members = ["event"]
others  = ["tie"]
asked   = "period"
[columns]
event   = "node"
tie     = "rel"
marks   = "things"
through = "texts"
events  = { type = "int", count = "event" }
listed  = { type = "int", count = "marks", by = ["event"] }
open    = { type = "int", count = "event", open = "through" }
own     = { type = "int", count = "marks", by = ["event"], open = "through" }
"""
TWO_PLACES = Doubt(places={"one": ("a", "b")})
"""One event was at the one or the other."""


def _range(name: str, *numbers: int | None) -> dict[str, object]:
    """As it stands, at least, at most, and how many are denied."""
    return dict(zip((name, f"{name}_least", f"{name}_most", f"{name}_denied"), numbers, strict=True))


COUNTED_ENDS = [
    RowExample(
        "what comes once it is joined is counted at most, once, and the row does not rest on it",
        OF_PARTS,
        parts([ONE, HERE, [mark("p", word=""), mark("q", word="comes"), mark("q", word="comes"), mark("p", word="comes")], []]),
        [_range("people", 1, 1, 2, 0) | {"rests_on": ["here", "link of p", "one"]}],
        JANUARY,
    ),
    RowExample(
        "what comes by a denial comes, unless it is there by one; what is there by a denial comes no second time",
        OF_PARTS,
        parts(
            [ONE, HERE, [mark("p", denied=True), mark("p", word="comes"), mark("q", denied=True, word="comes")], []],
            [ONE, HERE, [mark("r"), mark("r", denied=True, word="comes"), mark("p", denied=True, word="comes")], []],
        ),
        [_range("people", 2, 1, 3, 1)],
        JANUARY,
    ),
    RowExample(
        "what goes if it is joined is not counted at least, unless it stays by another link",
        OF_PARTS,
        parts([ONE, HERE, [mark("p", word="goes"), mark("q", word="goes"), mark("q")], []])
        + parts([ONE, HERE, [mark("p", word="goes"), mark("x", described=True, word="goes")], []])
        + parts([ONE, HERE, [mark("p", word="goes"), mark("x", described=True)], []]),
        [_range("people", 2, 1, 2, 0), _range("people", 2, 0, 2, 0), _range("people", 2, 1, 2, 0)],
        JANUARY,
    ),
    RowExample(
        "five things, a mark with another word, and one with two words, are no marks",
        OF_PARTS,
        parts(
            [ONE, HERE, [["p", "p", True, False, "stays"], ["q", "q", False, False, None, None]], []],
            [ONE, HERE, [[U, A, B, U, "comes"], mark("r", word="goes")], []],
        ),
        [{"rests_on": ["a", "b", "here", "link of r", "one", "u"]}],
        JANUARY,
    ),
    RowExample(
        "a whole that comes counts its parts once at least; a part that is there by a denial comes beside its whole",
        OF_PARTS,
        parts([ONE, HERE, [mark("e"), mark("f"), mark("g", word="comes")], []])
        + parts([ONE, HERE, [mark("g"), mark("e", denied=True), mark("e", word="comes")], []])
        + parts([ONE, HERE, [mark("e"), mark("f"), mark("g", denied=True, word="comes")], []]),
        [_range("people", 2, 1, 3, 0), _range("people", 1, 1, 2, 0), _range("people", 2, 1, 3, 0)],
        JANUARY,
        Doubt(wholes={"e": {"g": False}, "f": {"g": False}}),
    ),
    RowExample(
        "places that come with an event, denied or not: one more at most, if it is not there anyway; none that it is alone at",
        OF_PARTS,
        parts(
            [ONE, HERE, [], [mark("a"), mark("b", word="comes")]],
            [OTHER, HERE, [], [mark("a")]],
        )
        + parts([ONE, HERE, [], [mark("a"), mark("b", word="comes")]], [OTHER, HERE, [], [mark("b")]])
        + parts([ONE, HERE, [], [mark("a"), mark("b", denied=True, word="comes")]], [OTHER, HERE, [], [mark("b")]])
        + parts([ONE, HERE, [], [mark("a", word="goes")]], [OTHER, HERE, [], [mark("b", word="comes")]]),
        [_range("sites", 1, 1, 2, 0), _range("sites", 2, 1, 2, 0), _range("sites", 2, 1, 2, 0), _range("sites", 1, 0, 2, 0)],
        JANUARY,
    ),
    RowExample(
        "an event whose other place is not counted was perhaps at none that is; where it comes too, at one of them",
        OF_PARTS,
        parts([ONE, HERE, [], [mark("a")]]) + parts([ONE, HERE, [], [mark("a"), mark("b", word="comes")]]),
        [_range("sites", 1, 0, 1, 0), _range("sites", 1, 1, 1, 0)],
        JANUARY,
        TWO_PLACES,
    ),
    RowExample(
        "told at two places it is surely at neither; counted with both it is there, and wherever it was if that is all the same",
        BY_PLACE,
        [
            (U, A, [[ONE, at("x", "one", "a"), [mark("p")]], [OTHER, at("y", "other", "a"), [mark("q")]]]),
            (U, B, [[ONE, at("z", "one", "b"), [mark("p")]]]),
        ],
        [
            _range("events", 2, 1, 2, 0)
            | _range("people", 2, 1, 2, 0)
            | _range("all", 2, 2, 2, 0)
            | _range("wide", 2, 2, 2, 0)
            | _range("units", 1, 1, 1, 0)
            | _range("sites", 2, 1, 2, 0)
            | _range("own", 1, 1, 1, 0)
            | _range("far", 1, 1, 1, 0)
            | {"sure": 1, "surely": 1, "safe": 1},
            _range("events", 1, 0, 1, 0)
            | _range("people", 1, 0, 1, 0)
            | _range("all", 2, 2, 2, 0)
            | _range("wide", 1, 1, 1, 0)
            | _range("units", 1, 0, 1, 0)
            | _range("sites", 2, 1, 2, 0)
            | _range("own", 1, 0, 1, 0)
            | _range("far", 1, 1, 1, 0)
            | {"sure": 0, "surely": 0, "safe": 1},
        ],
        JANUARY,
        TWO_PLACES,
    ),
    RowExample(
        "what may be one with an event at another place was perhaps there; places of other events take nothing away",
        BY_PLACE,
        [(U, A, [[ONE, at("x", "one", "a"), []], [THIRD, at("y", "third", "a"), []]])],
        [_range("events", 2, 1, 2, 0) | _range("own", 1, 1, 1, 0) | _range("far", 1, 1, 1, 0) | {"sure": 1}],
        JANUARY,
        Doubt({"one": "g", "elsewhere": "g"}, places={"g": ("a", "b"), "far": ("c", "d")}),
    ),
    RowExample(
        "a way that is denied, or less sure than is asked for, keeps nothing here",
        BY_PLACE,
        [(U, A, [[ONE, at("x", "one", "a"), []], [THIRD, at("y", "third", "a", denied=True), []]])],
        [_range("units", 1, 0, 1, 0) | {"surely": 0}],
        JANUARY,
        TWO_PLACES,
    ),
    RowExample(
        "surely here is what a sure way keeps here; what has no ways need not keep anything",
        BY_PLACE,
        [(U, A, [[ONE, at("x", "one", "a"), []], [VAGUE, at("y", "vague", "a"), []]]), (U, B, None)],
        [_range("units", 1, 0, 1, 0) | {"surely": 0}, _range("units", 1, 1, 1, 0) | {"surely": 1}],
        JANUARY,
        TWO_PLACES,
    ),
    RowExample(
        "of two gradings each must keep the row here",
        OF_TWO,
        [(A, [[ONE, at("x", "one", "a")]], [[OTHER, at("y", "other", "a")]], OTHER, HERE)],
        [_range("sites", 1, 0, 1, 0)],
        JANUARY,
        TWO_PLACES,
    ),
    RowExample(
        "a link that says nothing of a place keeps no event there, and takes none away",
        SINGLE,
        [
            (ONE, at("x", "one", "a"), [], []),
            (THIRD, RelValue("y", "SUFFERED", "one", "b", {"id": "y", "disputed": False}), [], []),
            (OTHER, RelValue("z", "SUFFERED", "other", "b", {"id": "z", "disputed": False}), [], []),
        ],
        [_range("events", 3, 2, 3, 0)] * 3,
        JANUARY,
        TWO_PLACES,
    ),
    RowExample(
        "of rows that each show one event: those at two places that the rows show stay, others go, lists say it themselves",
        SINGLE,
        [
            (ONE, at("x", "one", "a"), [mark("p")], None),
            (ONE, at("y", "one", "b"), None, []),
            (OTHER, at("z", "other", "a"), [mark("q")], ["Unit"]),
        ],
        [
            _range("events", 2, 1, 2, 0) | _range("listed", 1, 1, 1, 0) | _range("own", 1, 1, 1, 0),
            _range("events", 2, 1, 2, 0) | _range("listed", None, None, None, None) | _range("own", None, None, None, None),
            _range("events", 2, 1, 2, 0) | _range("listed", 1, 1, 1, 0) | _range("own", 1, 1, 1, 0),
        ],
        JANUARY,
        Doubt(places={"one": ("a", "b"), "other": ("a", "c")}, kinds=["Person"]),
    ),
    RowExample(
        "if a kind waits by which more may come, nobody can say how many at most: in all rows that are counted together",
        SINGLE,
        [(ONE, HERE, [mark("p")], []), (OTHER, DENIED_HERE, [mark("p")], ["Unit", "Event"])],
        [
            _range("open", 2, 1, None, 1) | _range("listed", 1, 1, 1, 0) | _range("own", 1, 1, 1, 0),
            _range("open", 2, 1, None, 1) | _range("listed", 1, 1, 1, 0) | _range("own", 1, 1, None, 0),
        ],
        JANUARY,
        Doubt(kinds=["Event", "Person"]),
    ),
    RowExample(
        "what nobody can name may be anything: nobody can say how many at most, whatever waits",
        SINGLE,
        [(ONE, HERE, [mark("p")], ["anything"]), (OTHER, HERE, [mark("p")], [])],
        [
            _range("open", 2, 2, None, 0) | _range("listed", 1, 1, 1, 0) | _range("own", 1, 1, None, 0),
            _range("open", 2, 2, None, 0) | _range("listed", 1, 1, 1, 0) | _range("own", 1, 1, 1, 0),
        ],
        JANUARY,
    ),
]
