"""What a grade must be: rows worked out by hand from DESIGN §4, and what the slow rule says of any row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

from graph.projection import Link
from graph.projection import Properties as GraphProperties
from queries.grade import UNGRADED, grade, weakest
from tests.queries.grade_rows import Limits, Properties, question
from tests.queries.rule import FIRST, LAST, Members, Row
from tests.world import period, span

MONTH: Limits = (datetime(2014, 1, 1), datetime(2014, 2, 1))


@dataclass(frozen=True)
class Example:
    """A row and what is said of it, in the columns that matter there."""

    name: str
    members: list[Properties]
    asked: Limits | None
    expected: Row
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_right(self) -> bool:
        return columns(graded(self.members, self.asked, **self.options), self.expected) == self.expected


@dataclass(frozen=True)
class Told:
    """All that is said of a row. Of what cannot have been there is no `since`."""

    since: datetime | None
    until: datetime | None
    covers: bool | None
    certainty: str | None
    gap_days: int | None
    weakest: int | None


def graded(members: Sequence[Properties], asked: Limits | None, **options: Any) -> Told:
    """What the quick rule says."""
    made = grade(members, asked, **options) or UNGRADED
    carries_least = None if asked is None else weakest(members, *asked)
    return Told(made.since, made.until, made.covers, made.certainty, made.gap_days, carries_least)


def columns(told: Told, expected: Row) -> Row:
    """The same columns of it."""
    return {name: getattr(told, name) for name in expected}


def as_the_rule_says(members: Sequence[Properties], limits: Limits | None) -> Row:
    """The grade of the slow rule; of what never met, only that there is no row."""
    links = [Link("POSTED_TO", "Person", "p", "Unit", "u", cast("GraphProperties", properties)) for properties in members]
    rule = Members(links, question(limits))
    if not rule.shared:
        return {"since": None, "until": None, "certainty": None}
    weakest = rule.weakest()
    told = {name: value for name, value in rule.columns().items() if name != "claims"}
    return told | {"weakest": None if weakest is None else [link.id for link in links].index(weakest)}


def day(number: int) -> Limits:
    found = period(date(2014, 1, number))
    return found.begin, found.end


def days(first: int, last: int) -> list[date]:
    return [date(2014, 1, first), date(2014, 1, last)]


def member(name: str = "a", **told: Any) -> Properties:
    disputed = {"disputed": told.pop("disputed")} if "disputed" in told else {}
    return {"id": name, **span(told).as_properties(), **disputed}


def _example(name: str, members: list[Properties], asked: Limits | None, /, **expected: Any) -> Example:
    return Example(name, members, asked, expected)


NOON = [datetime(2014, 1, 5, 12), datetime(2014, 1, 6, 12)]
ONE_DAY = date(2014, 1, 5)
STATED = member("stated", certain=days(1, 20), cited=[ONE_DAY])
BRIDGED = member("bridged", certain=days(1, 20), bridged=True, cited=[date(2014, 1, 1), date(2014, 1, 20)])
EVENT = member("event", possible=days(3, 6), cited=[days(3, 6)])
TWICE = member("twice", certain=days(3, 6), bridged=True, cited=[date(2014, 1, 3), date(2014, 1, 6)])
UNCITED = member("uncited", certain=days(1, 20))
BARE = member("bare", possible=days(1, 20), cited=[ONE_DAY])
DENIED: Properties = {"id": "alleged", "disputed": True}
ENDED = member("z", possible=days(1, 20), certain=days(1, 4), cited=[ONE_DAY])
NOT_BEGUN = member("z", possible=days(1, 20), certain=days(6, 20), cited=[ONE_DAY])
NOTHING: Row = {"certainty": None, "gap_days": None, "weakest": None}

EXAMPLES = [
    # by one member
    _example("a stated core on the day", [STATED], day(5), certainty="certain", gap_days=0, covers=True, weakest=0),
    _example("a bridged core on the day", [BRIDGED], day(5), certainty="assumed", gap_days=4, covers=True),
    _example("a bridged core, cited on the very day", [BRIDGED], day(20), certainty="certain", gap_days=0),
    _example(
        "cited for a day's length that is no calendar day",
        [member(certain=days(1, 20), bridged=True, cited=[NOON])],
        (NOON[0], NOON[1]),
        certainty="assumed",
        gap_days=0,
    ),
    _example(
        "cited for two days that hold the day",
        [member(certain=days(1, 20), bridged=True, cited=[days(5, 6)])],
        day(5),
        certainty="assumed",
        gap_days=1,
    ),
    _example("no core", [BARE], day(5), certainty="possible", gap_days=0),
    _example("a core that ends as the day begins", [STATED], day(21), since=None, until=None, certainty=None),
    _example(
        "a core that ends as the day begins, limits that go on",
        [member(possible=days(1, 31), certain=days(1, 20))],
        day(21),
        certainty="possible",
    ),
    _example(
        "a core that begins as the day ends", [member(possible=days(1, 31), certain=days(6, 9))], day(5), certainty="possible"
    ),
    _example("all of it in the period, without a core", [EVENT], MONTH, certainty="certain", covers=False, gap_days=0),
    _example("all of it in the period, with a bridged core", [TWICE], MONTH, certainty="certain", gap_days=0),
    _example("not all of it in the period", [EVENT], day(4), certainty="possible", covers=True, gap_days=2),
    _example("its last day is not in the period", [EVENT], (datetime(2014, 1, 1), datetime(2014, 1, 6)), certainty="possible"),
    _example("its first day is not in the period", [EVENT], (datetime(2014, 1, 4), datetime(2014, 2, 1)), certainty="possible"),
    _example("denied", [{**STATED, "disputed": True}], day(5), certainty="possible", gap_days=0, weakest=0),
    _example(
        "exactly all of the period, without a core", [member(possible=days(1, 31))], MONTH, certainty="certain", covers=True
    ),
    # by several
    _example("all cores share a moment, all are stated", [STATED, member(certain=days(5, 25))], MONTH, certainty="certain"),
    _example(
        "all cores share a moment, one is bridged",
        [STATED, member(certain=days(5, 25), bridged=True)],
        day(5),
        certainty="assumed",
    ),
    _example(
        "cores that only touch",
        [member(possible=days(1, 31), certain=days(1, 9)), member("b", possible=days(1, 31), certain=days(10, 20))],
        MONTH,
        certainty="possible",
    ),
    _example(
        "each two cores meet in the period, the third elsewhere",
        [member(possible=days(1, 31), certain=days(1, 9)), STATED, member("c", possible=days(1, 31), certain=days(10, 20))],
        MONTH,
        certainty="possible",
    ),
    _example("an event within a stated command", [STATED, EVENT], MONTH, certainty="certain"),
    _example("an event as long as a stated command", [STATED, member(possible=days(1, 20))], MONTH, certainty="certain"),
    _example("an event told twice within a stated command", [STATED, TWICE], MONTH, certainty="certain"),
    _example("an event within a bridged command", [BRIDGED, EVENT], MONTH, certainty="assumed"),
    _example("an event told twice within a bridged command", [TWICE, BRIDGED], MONTH, certainty="assumed"),
    _example("an event within two commands, one bridged", [STATED, EVENT, BRIDGED], MONTH, certainty="assumed"),
    _example(
        "an event on the day on which the bridged command is cited",
        [BRIDGED, member(possible=[date(2014, 1, 20)] * 2)],
        MONTH,
        certainty="certain",
    ),
    _example("two things that were in the same days at some moment", [EVENT, {**EVENT, "id": "z"}], MONTH, certainty="possible"),
    _example("an event that may have come after the command", [member(certain=days(1, 5)), EVENT], MONTH, certainty="possible"),
    _example("an event that may have come before the command", [member(certain=days(4, 9)), EVENT], MONTH, certainty="possible"),
    _example("one of two denied", [STATED, {**UNCITED, "disputed": True}], day(5), certainty="possible", gap_days=None),
    _example("limits that only touch", [STATED, member(certain=days(21, 25))], MONTH, since=None, until=None, certainty=None),
    _example("a link without a time", [STATED, {"id": "alleged"}], day(5), certainty="certain", gap_days=0, weakest=0),
    _example("a link without a time, denied", [STATED, DENIED], day(5), certainty="possible", gap_days=0, weakest=0),
    # the range
    _example(
        "the range common to all, within the question's",
        [member(certain=days(2, 20)), member("b", certain=days(1, 9))],
        (datetime(2014, 1, 1, 6), datetime(2014, 1, 9, 6)),
        since=datetime(2014, 1, 2),
        until=datetime(2014, 1, 9, 6),
        covers=False,
    ),
    _example(
        "the end of the range is not the question's",
        [member(certain=days(1, 9))],
        MONTH,
        since=MONTH[0],
        until=datetime(2014, 1, 10),
        covers=False,
    ),
    _example("an open period", [STATED], (FIRST, datetime(2014, 2, 1)), since=datetime(2014, 1, 1), covers=False, gap_days=0),
    _example("all of time", [member(possible=["unknown", "unknown"])], (FIRST, LAST), since=FIRST, covers=True, gap_days=None),
    # distances
    _example("not cited", [UNCITED], day(5), certainty="certain", gap_days=None),
    _example("one of two not cited", [STATED, UNCITED], day(5), gap_days=None),
    _example("the far end of the nearest citation", [member(certain=days(1, 31), cited=[days(1, 31)])], day(5), gap_days=26),
    _example(
        "the nearest of two citations",
        [member(certain=days(1, 31), cited=[date(2014, 1, 1), date(2014, 1, 7)])],
        day(5),
        gap_days=2,
    ),
    _example("the largest of the members", [STATED, BRIDGED], day(5), gap_days=4),
    _example("the largest of the members, the other way round", [BRIDGED, STATED], day(5), gap_days=4),
    # the weakest
    _example("the weakest has no core then", [STATED, BRIDGED, BARE], day(5), weakest=2),
    _example(
        "the weakest has its core at another time",
        [STATED, member(possible=days(1, 20), certain=days(6, 9))],
        day(5),
        weakest=1,
    ),
    _example("its core ends as the day begins", [STATED, ENDED], day(5), weakest=1),
    _example("its core begins as the day ends", [STATED, NOT_BEGUN], day(5), weakest=1),
    _example("the weakest is bridged", [STATED, BRIDGED, {**STATED, "id": "z"}], day(5), weakest=1),
    _example("the weakest is cited farthest", [member(certain=days(1, 20), cited=[date(2014, 1, 6)]), STATED], day(5), weakest=0),
    _example("the weakest is cited nowhere", [STATED, UNCITED, BRIDGED], day(20), weakest=2),
    _example("of two stated the one cited nowhere", [STATED, UNCITED], day(5), weakest=1),
    _example("of two bridged the one cited farther", [{**BRIDGED, "id": "z"}, TWICE], day(5), weakest=0),
    _example("of equals the smaller id", [{**STATED, "id": "z"}, STATED], day(5), weakest=1),
    _example(
        "of two without a core then the one cited farther, though the other's core elsewhere is bridged",
        [
            member("far", possible=days(1, 20), certain=days(1, 2), cited=[date(2014, 1, 1)]),
            member("near", possible=days(1, 20), certain=days(9, 12), bridged=True, cited=[date(2014, 1, 6)]),
        ],
        day(5),
        weakest=0,
    ),
    # nothing to grade
    _example("nothing but the question", [], day(5), **NOTHING, since=day(5)[0], until=day(5)[1], covers=True),
    _example("no time asked about", [STATED, BRIDGED], None, **NOTHING, since=datetime(2014, 1, 1), covers=None),
    _example(
        "no time asked about, and links that never met",
        [STATED, member(certain=days(25, 26))],
        None,
        **NOTHING,
        since=None,
        until=None,
        covers=None,
    ),
]
