"""The slow rule that oracles grade by, held against every hour of the days in question, and against cases by hand."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from graph.projection import Link
from graph.said.span import ALWAYS, Period, Span
from tests.graph.said.spans import HOURS, hours, instant, periods, spans
from tests.graph.small_case import day, days, lasting
from tests.queries.hourly_rule import by_the_hour
from tests.queries.rule import Asked, Members

STRENGTH = {None: 0, "possible": 1, "assumed": 2, "certain": 3}
rows = st.lists(spans(), min_size=1, max_size=3)


def grade(links: list[Span], asked: Period) -> str | None:
    """What the rule says; None: no row."""
    members = [Link("POSTED_TO", "Person", "p", "Unit", "u", link.as_properties()) for link in links]
    told = Members(members, Asked(asked.begin, asked.end)).columns()
    return cast("str | None", told["certainty"]) if told["since"] else None


@given(rows, periods())
def test_brute_force_over_hours_agrees(links: list[Span], asked: Period) -> None:
    assert grade(links, asked) == by_the_hour(links, asked)


@given(rows, periods(), st.randoms(use_true_random=False))
def test_the_order_of_the_members_does_not_matter(links: list[Span], asked: Period, random: Random) -> None:
    shuffled = list(links)
    random.shuffle(shuffled)
    assert grade(shuffled, asked) == grade(links, asked)


@given(rows, periods())
def test_certain_is_assumed_is_possible(links: list[Span], asked: Period) -> None:
    """Taking away what makes a row strong never makes it stronger, and never makes it vanish."""
    told = grade(links, asked)
    bridged = grade([replace(link, bridged=link.core is not None, cited=()) for link in links], asked)
    bare = grade([replace(link, core=None, bridged=False) for link in links], asked)
    assert STRENGTH[bridged] <= STRENGTH[told]
    assert bare in (None, "possible") or told in ("certain", "assumed")
    assert (told is None) == (bridged is None) == (bare is None)


@given(rows, periods(), st.data())
def test_widening_a_source_never_makes_a_possible_row_vanish(links: list[Span], asked: Period, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(links) - 1))
    wider = links[at].possible.hull(data.draw(periods()))
    widened = [*links[:at], replace(links[at], possible=wider), *links[at + 1 :]]
    if grade(links, asked):
        assert grade(widened, asked)


@given(rows, periods())
def test_an_unknown_member_makes_nothing_sure_of_a_period(links: list[Span], asked: Period) -> None:
    assert grade([*links, Span(ALWAYS)], asked) in (None, "possible")


def test_two_men_named_for_one_day_at_one_place_possibly_met() -> None:
    stay = Span(days(11, 11), cited=(days(11, 11),))
    assert grade([stay, stay], days(11, 11)) == "possible"


def test_a_man_cited_on_the_very_day_is_not_assumed() -> None:
    bridged = Span(ALWAYS, days(1, 20), True, (days(1, 1), days(20, 20)))
    assert grade([bridged], days(1, 1)) == "certain"
    assert grade([bridged], days(2, 2)) == "assumed"
    assert grade([bridged], days(1, 2)) == "assumed"
    assert grade([bridged], days(25, 25)) == "possible"


def test_a_month_that_is_cited_is_no_day_that_is_cited() -> None:
    bridged = Span(ALWAYS, days(1, 20), True, (days(1, 31),))
    assert grade([bridged], days(4, 4)) == "assumed"


def test_an_event_somewhere_within_a_stated_command_is_sure() -> None:
    event = Span(days(3, 5))
    assert grade([lasting(1, 9), event], days(1, 30)) == "certain"
    assert grade([lasting(4, 9), event], days(1, 30)) == "possible"


def test_two_exact_citations_are_never_weaker_than_one_vague_one() -> None:
    vague = Span(days(1, 9), cited=(days(1, 9),))
    exact = Span(days(3, 5), days(3, 5), True, (days(3, 3), days(5, 5)))
    assert grade([vague], days(1, 30)) == grade([exact], days(1, 30)) == "certain"
    assert grade([lasting(1, 9), vague], days(1, 30)) == grade([lasting(1, 9), exact], days(1, 30)) == "certain"


def test_the_core_of_what_contains_the_others_must_be_stated() -> None:
    event = Span(days(3, 5))
    assert grade([replace(lasting(1, 9), bridged=True), event], days(1, 30)) == "assumed"


def test_the_core_of_what_is_contained_is_needed_where_it_only_meets() -> None:
    event = Span(days(3, 9), days(4, 5), True, (days(4, 4), days(5, 5)))
    assert grade([lasting(1, 8), event], days(1, 30)) == "assumed", "it may have been on the 9th"
    assert grade([lasting(1, 8), replace(event, bridged=False)], days(1, 30)) == "certain"


def test_nothing_but_the_question_says_nothing_about_time() -> None:
    assert grade([], days(1, 30)) is None


def test_outside_the_limits_there_is_no_row() -> None:
    assert grade([lasting(1, 9)], days(10, 12)) is None


def test_the_hours_cover_the_days_that_are_drawn() -> None:
    assert hours(Period(instant(0), instant(HOURS))) == set(range(HOURS))
    assert day(2) == days(1, 1).end
