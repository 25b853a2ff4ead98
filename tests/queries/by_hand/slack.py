"""Rows by hand that need more than members and a time: so many days apart, every core, doubt, and whose citations count.

From the 8th to the 10th are two days: what ends with the 7th ended before they began.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from tests.queries.grade_examples import DENIED, EVENT, MONTH, STATED, UNCITED, Example, day, days, member
from tests.queries.grade_rows import Limits, Properties
from tests.queries.rule import FIRST, LAST

ALLEGED: Properties = {"id": "alleged"}
FAR = member("far", certain=days(1, 20), cited=[date(2014, 1, 20)])
TWO_DAYS = {"slack": timedelta(days=2)}
CRIME = member("crime", possible=days(10, 11), certain=days(10, 11))
TIMELESS = member("timeless", possible=["unknown", "unknown"])
CRIME_DAYS: Limits = (datetime(2014, 1, 10), datetime(2014, 1, 12))


def _near(name: str, tied: Properties, **expected: Any) -> Example:
    """A base near the crime, as candidate_units asks: up to two days apart is together."""
    return Example(name, [CRIME, tied], CRIME_DAYS, expected, {**TWO_DAYS, "itself": CRIME})


APART = [
    _near("a core two days before", member(certain=days(1, 8)), certainty="certain", covers=False),
    _near("a core two days after", member(certain=days(13, 20)), certainty="certain", covers=False),
    _near("a core three days before", member(possible=days(1, 9), certain=days(1, 7)), certainty="possible"),
    _near("a core three days after", member(possible=days(9, 20), certain=days(14, 20)), certainty="possible"),
    _near("limits three days before", member(certain=days(1, 7)), since=None, certainty=None),
    _near("limits three days after", member(certain=days(14, 20)), since=None, certainty=None),
    _near("a bridged core two days before", member(certain=days(1, 8), bridged=True), certainty="assumed"),
    _near(
        "all of it within two days, without a core",
        member(possible=days(8, 13)),
        certainty="certain",
        since=datetime(2014, 1, 8),
        until=datetime(2014, 1, 14),
        covers=True,
    ),
    _near("all but its first day", member(possible=days(7, 13)), certainty="possible", since=datetime(2014, 1, 8)),
    _near("all but its last day", member(possible=days(8, 14)), certainty="possible", until=datetime(2014, 1, 14)),
    Example(
        "a crime without a core, two days within those of a base",
        [EVENT, member(certain=days(5, 8), possible=days(1, 30))],
        (datetime(2014, 1, 3), datetime(2014, 1, 7)),
        {"certainty": "certain"},
        {**TWO_DAYS, "itself": EVENT},
    ),
    Example(
        "a crime without a core, that may have begun three days before the base",
        [EVENT, member(certain=days(6, 8), possible=days(1, 30))],
        (datetime(2014, 1, 3), datetime(2014, 1, 7)),
        {"certainty": "possible"},
        {**TWO_DAYS, "itself": EVENT},
    ),
    Example(
        "a crime without a core, that may have ended three days after the base",
        [EVENT, member(certain=days(1, 3), possible=days(1, 30))],
        (datetime(2014, 1, 3), datetime(2014, 1, 7)),
        {"certainty": "possible"},
        {**TWO_DAYS, "itself": EVENT},
    ),
    Example(
        "what nobody knows stays unknown",
        [TIMELESS, STATED],
        (FIRST, LAST),
        {"certainty": "possible", "since": datetime(2014, 1, 1), "covers": False},
        {**TWO_DAYS, "itself": TIMELESS},
    ),
    Example(
        "two that are three days apart",
        [member(certain=days(1, 5)), member(certain=days(9, 9))],
        MONTH,
        {"since": None},
        TWO_DAYS,
    ),
    Example("two days before the day asked about", [member(certain=days(1, 6))], day(8), {"certainty": "certain"}, TWO_DAYS),
    Example(
        "a core three days before the day asked about",
        [member(certain=days(1, 5), possible=days(1, 30))],
        day(8),
        {"certainty": "possible"},
        TWO_DAYS,
    ),
]
OTHERWISE = [
    # every
    Example("the core of the contained one is not needed", [EVENT, STATED], MONTH, {"certainty": "certain"}),
    Example("it is, where every core is", [{**EVENT, "bridged": True}, STATED], MONTH, {"certainty": "assumed"}, {"every": True}),
    Example("all stated, every core", [STATED, STATED], MONTH, {"certainty": "certain"}, {"every": True}),
    # near
    Example("the farthest of all", [STATED, FAR], day(5), {"gap_days": 15}),
    Example("of those that count", [STATED, FAR], day(5), {"gap_days": 0}, {"near": [STATED]}),
    Example("one of those that count is not cited", [STATED, UNCITED], day(5), {"gap_days": None}, {"near": [UNCITED]}),
    Example("none counts", [UNCITED], day(5), {"gap_days": 0}, {"near": []}),
    Example(
        "a link without a time has no citations to count", [STATED, ALLEGED], day(5), {"gap_days": 0}, {"near": [STATED, ALLEGED]}
    ),
    # doubted
    Example("something else makes it possible", [STATED], day(5), {"certainty": "possible", "gap_days": 0}, {"doubted": True}),
    # no time at all
    Example(
        "an allegation alone says nothing about time", [ALLEGED], day(5), {"certainty": None, "gap_days": None, "covers": True}
    ),
    Example("denied, it is possible at most", [DENIED], day(5), {"certainty": "possible", "gap_days": None, "weakest": None}),
    Example("and without a time asked about nothing at all", [DENIED], None, {"certainty": None, "covers": None}),
]
