"""Rows by hand: an event that is denied by all who are said to have suffered it, or may be once what waits is joined
(`queries/counts.py`, `queries/mark.py`, `queries/doubt.py`)."""

from __future__ import annotations

from queries.doubt import Doubt
from tests.queries.by_hand.counted import OF_PARTS
from tests.queries.by_hand.counted_ends import BY_PLACE, SINGLE, _range
from tests.queries.by_hand.counted_in_time import OF_MARKS
from tests.queries.by_hand.counted_things import DENIED_HERE, HERE, ONE, OTHER, THIRD, A, B, U, at, event, mark, parts
from tests.queries.by_hand.evidence import JANUARY
from tests.queries.by_hand.row_example import RowExample

DENIED = event("denied", disputed=True)
"""An event that its only victim denies."""
WAITS = Doubt({"one": "g", "elsewhere": "g"}, falling=frozenset({"one"}))
"""No victim of one event is told, and it may be one with an event that is denied."""


def _of(id_: str, *held: object) -> list[object]:
    """A mark of what is one only if these held."""
    return [*mark(id_), None, [*held]]


DENIED_EVENTS = [
    RowExample(
        "it is counted by a denial, and so is what comes by it; another one beside it is as sure as before",
        OF_PARTS,
        parts([DENIED, HERE, [mark("p")], [mark("a")]], [OTHER, HERE, [mark("q")], [mark("b")]])
        + parts([DENIED, HERE, [mark("p")], [mark("a")]]),
        [
            _range("events", 2, 1, 2, 1) | _range("people", 2, 1, 2, 1) | _range("sites", 2, 1, 2, 1) | {"sure": 1},
            _range("events", 1, 0, 1, 1) | _range("people", 1, 0, 1, 1) | _range("sites", 1, 0, 1, 1) | {"sure": 0},
        ],
        JANUARY,
    ),
    RowExample(
        "a row of it alone is possible, and a node that is counted says itself that it is denied",
        SINGLE,
        [(DENIED, HERE, [mark("p")], []), (OTHER, HERE, [mark("q")], [])],
        [
            _range("events", 2, 1, 2, 1) | {"certainty": "possible", "denied_things": ["denied"]},
            _range("events", 2, 1, 2, 1) | {"certainty": "certain", "denied_things": ["denied"]},
        ],
        JANUARY,
    ),
    RowExample(
        "a mark is one by a denial where what must have held is denied, and the row rests on that",
        OF_MARKS,
        [(ONE, [_of("p", DENIED), _of("q", OTHER), _of("r", OTHER, DENIED)]), (OTHER, [_of("p", DENIED), _of("p", OTHER)])],
        [
            _range("listed", 3, 1, 3, 2) | {"sure": 1, "denied_things": ["denied"]},
            _range("listed", 1, 1, 1, 0) | {"sure": 1, "denied_things": []},
        ],
        JANUARY,
    ),
    RowExample(
        "what may be one with a denied one is none at least, nor is what comes by it, wherever it is counted",
        BY_PLACE,
        [(U, A, [[ONE, at("x", "one", "a"), [mark("p")]]]), (U, B, [[THIRD, at("y", "third", "b"), [mark("q")]]])],
        [
            _range("events", 1, 0, 1, 0)
            | _range("people", 1, 0, 1, 0)
            | _range("all", 2, 1, 2, 0)
            | _range("wide", 1, 0, 1, 0)
            | _range("units", 1, 0, 1, 0)
            | _range("sites", 2, 1, 2, 0)
            | _range("own", 1, 0, 1, 0)
            | _range("far", 1, 0, 1, 0)
            | {"sure": 0, "surely": 0, "safe": 1},
            _range("events", 1, 1, 1, 0)
            | _range("people", 1, 1, 1, 0)
            | _range("all", 2, 1, 2, 0)
            | _range("wide", 1, 1, 1, 0)
            | _range("units", 1, 1, 1, 0)
            | _range("sites", 2, 1, 2, 0)
            | _range("own", 1, 1, 1, 0)
            | _range("far", 1, 1, 1, 0)
            | {"sure": 1, "surely": 1, "safe": 1},
        ],
        JANUARY,
        WAITS,
    ),
    RowExample(
        "a row that is about it by one link is none at least; a mark says it by its own id, or by what must have held",
        SINGLE,
        [(ONE, HERE, [mark("one"), mark("p"), _of("q", ONE)], [])],
        [_range("events", 1, 0, 1, 0) | _range("listed", 3, 1, 3, 0)],
        JANUARY,
        WAITS,
    ),
    RowExample(
        "denied once it is joined it hides no part of it: at most each counts by itself",
        OF_PARTS,
        parts([ONE, HERE, [], []], [OTHER, HERE, [], []]),
        [_range("events", 1, 1, 2, 0)],
        JANUARY,
        Doubt({"one": "g", "elsewhere": "g"}, wholes={"other": {"one": False}}, unsettled=frozenset({"one"})),
    ),
    RowExample(
        "denied no more once it is joined it is hidden by no denied whole",
        OF_PARTS,
        parts([DENIED, HERE, [], []], [OTHER, DENIED_HERE, [], []]),
        [_range("events", 1, 0, 2, 1)],
        JANUARY,
        Doubt({"denied": "g", "x": "g"}, wholes={"denied": {"other": False}}, unsettled=frozenset({"denied"})),
    ),
]
