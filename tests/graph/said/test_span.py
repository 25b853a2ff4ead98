"""Periods and spans, and what becomes of several records of one thing."""

from __future__ import annotations

import json
from datetime import datetime
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.said.span import ALWAYS, UNKNOWN_FROM, UNKNOWN_TO, Period, Span, disputed, one_term
from tests.graph.said.spans import hours, periods, spans
from tests.graph.small_case import day, days, lasting


@given(periods(), periods())
def test_periods_are_sets_of_hours(one: Period, other: Period) -> None:
    assert hours(one.common(other)) == hours(one) & hours(other)
    assert one.meets(other) == bool(hours(one) & hours(other))
    assert one.contains(other) == (hours(one) >= hours(other))
    assert hours(one.hull(other)) == set(range(min(hours(one) | hours(other)), max(hours(one) | hours(other)) + 1))


@given(periods(), periods())
def test_sharing_is_symmetric(one: Period, other: Period) -> None:
    assert one.meets(other) == other.meets(one)
    assert one.common(other) == other.common(one)
    assert one.hull(other) == other.hull(one)


def test_a_period_is_half_open() -> None:
    assert not days(1, 1).meets(days(2, 2))
    assert days(1, 2).common(days(2, 3)) == days(2, 2)


def test_a_period_ends_after_it_begins() -> None:
    for end in (day(1), day(1).replace(year=2011)):
        with pytest.raises(ValueError, match="ends after it begins"):
            Period(day(1), end)


def test_the_day_of_an_instant_is_the_whole_calendar_day() -> None:
    assert Period.day(datetime(2012, 5, 3, 23, 59, 59, 999999)) == days(3, 3)
    assert days(3, 3).is_one_day
    assert not days(3, 4).is_one_day
    assert not Period(datetime(2012, 5, 3, 12), datetime(2012, 5, 4, 12)).is_one_day


def test_a_core_lies_within_its_limits() -> None:
    with pytest.raises(ValueError, match="inside its possible limits"):
        Span(days(2, 5), days(1, 3))


def test_only_a_core_can_be_bridged() -> None:
    with pytest.raises(ValueError, match="bridged"):
        Span(days(1, 3), None, True)


@given(spans())
def test_the_text_form_loses_nothing(span: Span) -> None:
    assert Span.of_text(json.loads(json.dumps(span.as_text()))) == span


def test_unknown_limits_come_back_from_text() -> None:
    assert Span.of_text(json.loads(json.dumps(Span().as_text()))) == Span(Period(UNKNOWN_FROM, UNKNOWN_TO))


def test_properties_leave_out_what_is_not_known() -> None:
    assert Span().as_properties() == {"possible_from": UNKNOWN_FROM, "possible_to": UNKNOWN_TO, "bridged": False}


def test_citations_are_in_order_and_once() -> None:
    span = Span(ALWAYS, None, False, (days(3, 3), days(1, 1), days(3, 3)))
    assert span.as_properties()["cited_from"] == [day(1), day(3)]
    assert span.as_properties()["cited_to"] == [day(2), day(4)]


def test_one_term_bridges_two_cores() -> None:
    joined = one_term([lasting(1, 3, cited=[2]), lasting(8, 9, cited=[9])])
    assert joined == Span(days(1, 9), days(1, 9), True, (days(2, 2), days(9, 9)))


def test_one_term_of_one_core_stays_stated() -> None:
    assert one_term([lasting(2, 3), Span(days(1, 9))]) == Span(days(1, 9), days(2, 3))


def test_disputed_terms_are_sure_only_where_all_agree() -> None:
    assert disputed([lasting(1, 5), lasting(4, 9)]) == Span(days(1, 9), days(4, 5))
    assert disputed([lasting(1, 2), lasting(8, 9)]) == Span(days(1, 9), None)
    assert disputed([lasting(1, 5), Span(days(1, 9))]) == Span(days(1, 9), None)


def test_a_disputed_core_once_lost_does_not_come_back() -> None:
    assert disputed([lasting(1, 2), lasting(8, 9), lasting(1, 9)]).core is None


@given(st.lists(spans(), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_records_join_in_any_order(records: list[Span], random: object) -> None:
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert one_term(shuffled) == one_term(records)
    assert disputed(shuffled) == disputed(records)


@given(st.lists(spans(), min_size=1, max_size=4))
def test_records_join_as_sets_of_hours(records: list[Span]) -> None:
    term, doubt = one_term(records), disputed(records)
    limits = reduce(Period.hull, (record.possible for record in records))
    cores = [hours(record.core) for record in records]
    known = frozenset[int]().union(*cores)

    assert term.possible == doubt.possible == limits
    assert hours(term.core) == (set(range(min(known), max(known) + 1)) if known else set())
    assert hours(doubt.core) == frozenset.intersection(*cores)
    assert term.cited == doubt.cited == tuple(sorted({period for record in records for period in record.cited}))
