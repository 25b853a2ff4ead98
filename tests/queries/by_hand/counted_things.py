"""Events, places and marks that the rows by hand about counts consist of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from graph.answer import RelValue
from tests.queries.by_hand.row_example import link, thing
from tests.queries.grade_examples import days


def event(id_: str, **own: Any) -> object:
    made = thing(id_, possible=days(3, 3), certain=days(3, 3))
    return replace(made, properties={**made.properties, **own})


def mark(id_: str, *, denied: bool = False, described: bool = False, word: str | None = None) -> list[object]:
    """`word`: what the review may do to it; "" for a mark that says nothing of it."""
    return [f"link of {id_}", id_, denied, described, *([word or None] if word is not None else [])]


def at(id_: str, event_: str, place: str, *, denied: bool = False) -> object:
    """A link that says where an event was."""
    return RelValue(id_, "OCCURRED_AT", event_, place, {"id": id_, "disputed": denied})


def tie(id_: str, *, denied: bool = False) -> object:
    return link(id_, "OCCURRED_AT", disputed=denied)


def told_elsewhere(id_: str, kind: str = "OCCURRED_AT") -> object:
    """A link to one of two places that an event is told at; of another kind it says nothing of a place."""
    return link(id_, kind, disputed=False, conflicts=["OCCURRED_AT", "span"])


def site(id_: str) -> object:
    return thing(id_, "Station")


VAGUE = thing("vague", possible=[date(2013, 12, 1), date(2014, 1, 5)])
ONE, OTHER, THIRD, FOURTH = (event(name) for name in ("one", "other", "third", "fourth"))
HERE, DENIED_HERE = tie("here"), tie("there", denied=True)
MASK = replace(
    thing("mask", possible=days(3, 3), certain=days(3, 3)),
    properties={**thing("mask", possible=days(3, 3), certain=days(3, 3)).properties, "identified": "described"},
)
OF_TWO_PLACES = event("one", conflicts=["Event", "OCCURRED_AT"])
U, A, B, C, D = thing("u", "Unit"), site("a"), site("b"), site("c"), site("d")


def parts(*ways: list[object]) -> list[tuple[object, ...]]:
    return [([*map(list, ways)],)]
