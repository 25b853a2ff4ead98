"""Random periods and spans over a few days, by the hour, so that brute force can look at every hour."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import strategies as st

from graph.said.span import Period, Span

START = datetime(2020, 1, 1)
HOURS = 96


def instant(hour: int) -> datetime:
    return START + timedelta(hours=hour)


def hours(period: Period | None) -> frozenset[int]:
    """Every hour that lies in the period."""
    return frozenset(h for h in range(HOURS) if period and period.begin <= instant(h) and instant(h + 1) <= period.end)


@st.composite
def periods(draw: st.DrawFn, first: int = 0, last: int = HOURS, step: int = 1) -> Period:
    begin, end = sorted(draw(st.lists(st.integers(first // step, last // step), min_size=2, max_size=2, unique=True)))
    return Period(instant(begin * step), instant(end * step))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Cores lie inside, citations are often whole days."""
    step = draw(st.sampled_from((1, 24)))
    possible = draw(periods(step=step))
    core = None
    if draw(st.booleans()):
        inside = sorted(hours(possible))
        core = draw(periods(inside[0], inside[-1] + 1))
    cited = draw(st.lists(periods(step=24), max_size=2))
    return Span(possible, core, core is not None and draw(st.booleans()), tuple(cited))
