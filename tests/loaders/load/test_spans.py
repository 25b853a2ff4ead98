"""From the dates of a row to a span: what a source says of the ends, and nothing it does not say (DESIGN §4)."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO, Period, Span
from graph.schema import Timing
from loaders.load.spans import INVERTED, cited, limits, on, stated
from loaders.reading import Partial, parse_date

BOTH: tuple[Timing, ...] = ("state", "happening")
timings = st.sampled_from(BOTH)


def at(text: str) -> Partial:
    found = parse_date(text, "year-first")
    assert found
    return found


def period(begin: str | None, end: str | None) -> Period:
    """Half-open, by ISO texts; None is unknown."""
    return Period(datetime.fromisoformat(begin) if begin else UNKNOWN_FROM, datetime.fromisoformat(end) if end else UNKNOWN_TO)


@st.composite
def partials(draw: st.DrawFn) -> Partial:
    year, month, day = draw(st.integers(2010, 2012)), draw(st.integers(1, 12)), draw(st.integers(1, 28))
    hour = draw(st.integers(0, 23))
    texts = (f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day:02} {hour:02}:30")
    return at(draw(st.sampled_from(texts)))


@pytest.mark.parametrize(
    ("starts", "ends", "limit"),
    [
        (False, False, (None, None)),
        (True, False, ("2012-05-03", None)),
        (False, True, (None, "2012-05-21")),
        (True, True, ("2012-05-03", "2012-05-21")),
    ],
)
def test_limits_are_known_only_where_a_source_says_so(starts: bool, ends: bool, limit: tuple[str | None, str | None]) -> None:
    for timing in BOTH:
        span, issue = cited(at("2012-05-03"), starts, at("2012-05-20"), ends, timing)
        assert (span.possible, issue) == (period(*limit), None)


def test_a_state_held_on_both_days_it_was_cited_and_is_bridged_between() -> None:
    span, _ = cited(at("2012-05-03"), False, at("2012-05-20"), False, "state")
    assert (span.core, span.bridged) == (period("2012-05-03", "2012-05-21"), True)
    assert span.cited == (period("2012-05-03", "2012-05-04"), period("2012-05-20", "2012-05-21"))


def test_of_a_stay_both_end_days_are_left_out() -> None:
    span, _ = cited(at("2012-05-03"), False, at("2012-05-20"), False, "happening")
    assert (span.core, span.bridged) == (period("2012-05-04", "2012-05-20"), True)
    on_consecutive_days, _ = cited(at("2012-05-03"), False, at("2012-05-04"), False, "happening")
    assert (on_consecutive_days.core, on_consecutive_days.bridged) == (None, False)


def test_a_partial_date_stays_partial() -> None:
    """From the last day the first may mean to the first day the last may mean."""
    span, _ = cited(at("2007"), True, at("2010-05"), True, "state")
    assert span.possible == period("2007-01-01", "2010-06-01")
    assert span.core == period("2007-12-31", "2010-05-02")
    stay, _ = cited(at("2007"), True, at("2010-05"), True, "happening")
    assert stay.core == period("2008-01-01", "2010-05-01")


@pytest.mark.parametrize(("first", "last"), [("2012-05-03", "2012-05"), ("2012", "2012-05-03"), ("2012-05-03", "2012-05-03")])
def test_within_one_partial_date_the_one_day_is_sure_and_nothing_is_bridged(first: str, last: str) -> None:
    state, _ = cited(at(first), False, at(last), False, "state")
    stay, _ = cited(at(first), False, at(last), False, "happening")
    assert (state.core, state.bridged) == (period("2012-05-03", "2012-05-04"), False)
    assert (stay.core, stay.bridged) == (None, False)


@pytest.mark.parametrize(("first", "last"), [("2012-05", "2012-05"), ("2012", "2012-05"), ("2012", "2012")])
def test_within_one_partial_date_without_a_day_nothing_is_sure(first: str, last: str) -> None:
    span, issue = cited(at(first), True, at(last), True, "state")
    assert (span.core, span.bridged, issue) == (None, False, None)
    assert span.possible == Period(at(first).period.begin, at(last).period.end)


@pytest.mark.parametrize("side", ["first", "last"])
def test_one_citation_makes_the_one_day_sure(side: str) -> None:
    def once(text: str, timing: Timing) -> Span:
        first, last = (at(text), None) if side == "first" else (None, at(text))
        return cited(first, False, last, False, timing)[0]

    assert once("2012-05-03", "state") == Span(core=period("2012-05-03", "2012-05-04"), cited=(at("2012-05-03").period,))
    assert once("2012-05-03", "happening").core is None
    assert once("2012-05", "state") == Span(cited=(period("2012-05-01", "2012-06-01"),))


def test_no_date_at_all_says_nothing() -> None:
    for timing in BOTH:
        assert cited(None, True, None, True, timing) == (Span(), None)
        assert stated(None, None, timing) == (Span(), None)
        assert on(None, timing) == (Span(), None)


@pytest.mark.parametrize(("first", "last"), [("2012-05-03", "2012-05-02"), ("2013", "2012-12-31"), ("2012-06", "2012-05")])
def test_inverted_dates_are_an_issue_and_nothing_is_guessed(first: str, last: str) -> None:
    for timing in BOTH:
        for span, issue in (cited(at(first), True, at(last), True, timing), stated(at(first), at(last), timing)):
            assert issue == INVERTED
            assert (span.possible, span.core, span.bridged) == (period(None, None), None, False)
            assert set(span.cited) == {at(first).period, at(last).period}
    assert limits(at(first), at(last)) == (Span(), INVERTED)


def test_a_stated_period_is_not_bridged() -> None:
    span, _ = stated(at("2012-08-10"), at("2012-08-13"), "happening")
    assert (span.possible, span.core, span.bridged) == (
        period("2012-08-10", "2012-08-14"),
        period("2012-08-11", "2012-08-13"),
        False,
    )
    term, _ = stated(at("2012-08-10"), at("2012-08-13"), "state")
    assert (term.possible, term.core, term.bridged) == (*[period("2012-08-10", "2012-08-14")] * 2, False)


def test_from_2007_surely_held_on_its_last_day_not_on_its_first() -> None:
    span, _ = stated(at("2007"), at("2009"), "state")
    assert (span.possible, span.core) == (period("2007-01-01", "2010-01-01"), period("2007-12-31", "2009-01-02"))


def test_a_beginning_alone_leaves_the_end_unknown() -> None:
    span, _ = stated(at("2007-03-01"), None, "state")
    assert (span.possible, span.core) == (period("2007-03-01", None), period("2007-03-01", "2007-03-02"))
    year, _ = stated(at("2007"), None, "state")
    assert (year.possible, year.core) == (period("2007-01-01", None), None)


def test_on_a_day_a_state_held_all_day_and_a_stay_at_some_moment_of_it() -> None:
    state, _ = on(at("2012-08-11"), "state")
    stay, _ = on(at("2012-08-11"), "happening")
    assert (state.possible, state.core) == (period(None, None), period("2012-08-11", "2012-08-12"))
    assert (stay.possible, stay.core) == (period("2012-08-11", "2012-08-12"), None)
    assert state.cited == stay.cited == (period("2012-08-11", "2012-08-12"),)


def test_a_state_in_a_year_held_at_an_unknown_time_of_it() -> None:
    assert on(at("2019"), "state")[0] == Span(cited=(at("2019").period,))


def test_a_stated_hour_sharpens_a_stay() -> None:
    span, _ = stated(at("2012-08-10 14:30"), at("2012-08-10 18:00"), "happening")
    assert span.possible == period("2012-08-10T14:30", "2012-08-10T18:01")
    assert span.core == period("2012-08-10T14:31", "2012-08-10T18:00")
    moment, _ = on(at("2012-08-10 14:30"), "happening")
    assert (moment.possible, moment.core) == (period("2012-08-10T14:30", "2012-08-10T14:31"), None)


def test_a_state_that_began_at_an_hour_did_not_hold_before_it() -> None:
    span, _ = stated(at("2012-08-10 14:30"), at("2012-08-12"), "state")
    assert span.possible == period("2012-08-10T14:30", "2012-08-13")
    assert span.core == span.possible


def test_limits_are_no_citation() -> None:
    assert limits(at("2012-05"), at("2012-07")) == (Span(period("2012-05-01", "2012-08-01")), None)
    assert limits(at("2012-05"), None) == (Span(period("2012-05-01", None)), None)
    assert limits(None, at("2012-05")) == (Span(period(None, "2012-06-01")), None)
    assert limits(None, None) == (Span(), None)


@given(st.none() | partials(), st.booleans(), st.none() | partials(), st.booleans(), timings)
def test_whatever_the_dates_nothing_more_is_said_than_they_say(
    first: Partial | None, starts: bool, last: Partial | None, ends: bool, timing: Timing
) -> None:
    span, issue = cited(first, starts, last, ends, timing)

    inverted = bool(first and last and last.period.end <= first.period.begin)
    assert (issue == INVERTED) == inverted
    assert set(span.cited) == {date.period for date in (first, last) if date}
    assert span.core is None or span.possible.contains(span.core)
    if not inverted:
        assert span.possible.begin == (first.period.begin if first and starts else UNKNOWN_FROM)
        assert span.possible.end == (last.period.end if last and ends else UNKNOWN_TO)
    if span.core and timing == "happening":  # no moment of a day at whose unknown hour it began or ended
        assert first
        assert last
        assert (span.core.begin, span.core.end) == (first.period.end, last.period.begin)
    if span.core and timing == "state":
        days = [Period.day(date.period.begin) for date in (first, last) if date and date.precision in ("day", "minute")]
        assert all(span.core.common(day) == span.possible.common(day) for day in days)
    assert not span.bridged or (first and last)


@given(partials(), partials(), timings)
def test_what_is_stated_is_what_is_cited_as_start_and_end_and_never_bridged(begin: Partial, end: Partial, timing: Timing) -> None:
    told, same_dates = stated(begin, end, timing)[0], cited(begin, True, end, True, timing)[0]
    assert (told.possible, told.core, told.cited, told.bridged) == (
        *(same_dates.possible, same_dates.core, same_dates.cited),
        False,
    )
