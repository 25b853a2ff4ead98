"""Which of several dates holds, where each is stated as far as its source knows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.said.fold import Ballot, Held, fold
from graph.said.stated_date import period_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.said.claim import ClaimValue
    from graph.said.span import Period


def fold_dates(ballots: Sequence[Ballot], origin: Callable[[str], str], decided: ClaimValue | None = None) -> Held:
    """The date that holds. Who says 1961 also speaks for 3 May 1961, which another says; and the two do not contradict.

    Of dates that are backed alike the closer one holds.
    """
    periods = {ballot.value: _period(ballot.value) for ballot in ballots}
    backing = [
        replace(ballot, value=value)
        for value, period in periods.items()
        for ballot in ballots
        if ballot.value == value or (period and (wide := periods[ballot.value]) and wide.contains(period))
    ]
    held = fold(backing, origin, decided, first=_months)
    return replace(held, agree=_common([_period(value) for value in held.all]))


def _common(periods: Sequence[Period | None]) -> bool:
    """Whether some moment lies in all of them."""
    known = [period for period in periods if period is not None]
    return len(known) == len(periods) and max(period.begin for period in known) < min(period.end for period in known)


def _period(value: ClaimValue) -> Period | None:
    """None for a text that is no date: it agrees with nothing."""
    try:
        return period_of(str(value))
    except ValueError:
        return None


def _months(value: ClaimValue) -> float:
    """How long a date is, so that two years are alike, and two months."""
    period = _period(value)
    return ((period.end - period.begin).days + 3) // 31 if period else float("inf")
