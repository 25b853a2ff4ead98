"""How one row is graded: by hand, by what must hold of any row, and against two slow ways to the same answer."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.said.span import Period, Span
from tests.graph.said.spans import hours, periods, spans
from tests.queries.by_hand.slack import APART, OTHERWISE
from tests.queries.grade_examples import EXAMPLES, Example, Told, as_the_rule_says, columns, graded
from tests.queries.grade_rows import MOST_MEMBERS, Properties, Sample, limits, members, question, samples
from tests.queries.hourly_rule import by_the_hour
from tests.queries.rule import FIRST, LAST
from tests.queries.small_worlds import BEGIN

STRENGTH = {None: 0, "possible": 1, "assumed": 2, "certain": 3}
SHOWN = ("since", "until", "covers", "certainty", "gap_days", "weakest")
random_rows = st.builds(
    lambda seed, count: (members(Random(seed), count), limits(Random(seed + 1))),
    st.integers(0, 1_000_000),
    st.integers(0, MOST_MEMBERS),
)
span_rows = st.lists(spans(), max_size=3)


def days(first: int, last: int) -> Period:
    """Days of January 2014, both included, about which the rows are."""
    return Period(BEGIN + timedelta(days=first - 1), BEGIN + timedelta(days=last))


def of_spans(links: list[Span], asked: Period) -> Told:
    return graded([{**link.as_properties(), "id": f"l{number}"} for number, link in enumerate(links)], (asked.begin, asked.end))


@pytest.mark.parametrize("example", [*EXAMPLES, *APART, *OTHERWISE], ids=lambda example: example.name)
def test_a_row_worked_out_by_hand(example: Example) -> None:
    assert columns(graded(example.members, example.asked, **example.options), example.expected) == example.expected


def test_a_sample_is_graded_as_the_slow_rule_says() -> None:
    wrong = []
    for row in samples(3000, seed=2014):
        expected = as_the_rule_says(*row)
        if columns(graded(*row), expected) != expected:
            wrong.append(row)
    assert wrong == []


@given(random_rows)
def test_any_row_is_graded_as_the_slow_rule_says(row: Sample) -> None:
    expected = as_the_rule_says(*row)
    assert columns(graded(*row), expected) == expected


@given(span_rows, periods())
def test_brute_force_over_hours_agrees(links: list[Span], asked: Period) -> None:
    found = of_spans(links, asked)
    assert found.certainty == by_the_hour(links, asked)
    shared = frozenset.intersection(hours(asked), *(hours(link.possible) for link in links))
    if shared:
        assert found.since is not None
        assert found.until is not None
        assert hours(Period(found.since, found.until)) == shared
        assert found.covers == (shared == hours(asked))
    else:
        assert (found.since, found.until, found.certainty) == (None, None, None)


@given(st.lists(spans(), min_size=1, max_size=3), st.integers(0, 48), st.data())
def test_brute_force_over_hours_agrees_where_some_hours_apart_is_together(
    links: list[Span], slack: int, data: st.DataObject
) -> None:
    own = data.draw(st.booleans())
    asked = links[0].possible if own else data.draw(periods())
    given = [{**link.as_properties(), "id": f"l{number}"} for number, link in enumerate(links)]
    found = graded(given, (asked.begin, asked.end), slack=timedelta(hours=slack), itself=given[0] if own else None)
    assert found.certainty == by_the_hour(links, asked, slack=slack, own=own)


@given(random_rows, st.randoms(use_true_random=False))
def test_the_order_of_the_members_does_not_matter(row: Sample, random: Random) -> None:
    links, limits = row
    shuffled = random.sample(links, len(links))
    one, other = graded(links, limits), graded(shuffled, limits)
    names = [name for name in SHOWN if name != "weakest"]
    assert [getattr(one, name) for name in names] == [getattr(other, name) for name in names]
    assert (one.weakest is None) == (other.weakest is None)
    if one.weakest is not None and other.weakest is not None:
        assert links[one.weakest] == shuffled[other.weakest]


@given(random_rows)
def test_what_is_certain_is_also_assumed_and_possible(row: Sample) -> None:
    """Without what made a row strong it is weaker at most, and is still there; strong again, it is as it was."""
    links, limits = row
    told = graded(links, limits)
    bridged = graded([{**link, "bridged": "certain_from" in link, "cited_from": [], "cited_to": []} for link in links], limits)
    bare = graded([without(link, "certain_from", "certain_to", "bridged") for link in links], limits)
    denied = graded([{**link, "disputed": True} for link in links], limits)
    assert STRENGTH[bridged.certainty] <= STRENGTH[told.certainty]
    assert STRENGTH[denied.certainty] <= STRENGTH[bare.certainty] <= STRENGTH[told.certainty]
    for other in (bridged, bare, denied):
        assert (other.since, other.until, other.covers) == (told.since, told.until, told.covers)
        assert (other.certainty is None) == (told.certainty is None)


@given(random_rows, st.randoms(use_true_random=False))
def test_more_evidence_for_the_same_span_never_weakens(row: Sample, random: Random) -> None:
    links, limits = row
    if links:
        at = random.randrange(len(links))
        stronger = [*links[:at], with_more(links[at], random), *links[at + 1 :]]
        told, more = graded(links, limits), graded(stronger, limits)
        assert STRENGTH[more.certainty] >= STRENGTH[told.certainty]
        assert (more.since, more.until) == (told.since, told.until)
        if told.gap_days is not None:
            assert more.gap_days is not None
            assert more.gap_days <= told.gap_days


@given(random_rows, st.randoms(use_true_random=False))
def test_two_exact_citations_are_never_weaker_than_one_vague_one(row: Sample, random: Random) -> None:
    """A month in which it was, or two days of that month with the bridge between them."""
    others, limits = row
    first, last = sorted(random.sample(range(1, 13), 2))
    vague = Span(days(1, 12), cited=(days(1, 12),))
    exact = Span(days(first, last), days(first, last), True, (days(first, first), days(last, last)))
    with_vague, with_exact = (graded([*others, {**one.as_properties(), "id": "one"}], limits) for one in (vague, exact))
    if with_exact.since is not None:
        assert STRENGTH[with_exact.certainty] >= STRENGTH[with_vague.certainty]


@given(random_rows, periods(), st.randoms(use_true_random=False))
def test_widening_a_source_never_makes_a_possible_row_vanish(row: Sample, wide: Period, random: Random) -> None:
    links, limits = row
    if links and graded(links, limits).since is not None:
        at = random.randrange(len(links))
        wider: dict[str, Any] = dict(links[at])
        wider["possible_from"] = min(wider["possible_from"], wide.begin)
        wider["possible_to"] = max(wider["possible_to"], wide.end)
        assert graded([*links[:at], wider, *links[at + 1 :]], limits).since is not None


@given(random_rows)
def test_an_unknown_member_makes_nothing_sure_of_a_period(row: Sample) -> None:
    links, limits = row
    unknown = {"id": "unknown", "possible_from": FIRST, "possible_to": LAST}
    if limits not in (None, (FIRST, LAST)):
        assert graded([*links, unknown], limits).certainty in (None, "possible")


@given(random_rows)
def test_a_row_without_members_is_ungraded(row: Sample) -> None:
    _, limits = row
    found = graded([], limits)
    assert (found.certainty, found.gap_days, found.weakest) == (None, None, None)
    assert (found.since, found.until) == (question(limits).begin, question(limits).end)


def without(link: Properties, *names: str) -> Properties:
    return {name: value for name, value in link.items() if name not in names}


def with_more(link: Properties, random: Random) -> Properties:
    """The same limits with better evidence: no denial, a stated core, a core where there was none, one more citation."""
    more: dict[str, Any] = dict(link)
    how = random.choice(["undisputed", "stated", "core", "cited"])
    if how == "undisputed":
        more["disputed"] = False
    elif how == "stated":
        more["bridged"] = False
    elif how == "core" and "certain_from" not in link:
        more |= {"certain_from": more["possible_from"], "certain_to": more["possible_to"], "bridged": random.random() < 0.5}
    else:
        cited = random.choice([(more["possible_from"], more["possible_to"]), (days(3, 3).begin, days(3, 3).end)])
        more["cited_from"] = [*more.get("cited_from", ()), cited[0]]
        more["cited_to"] = [*more.get("cited_to", ()), cited[1]]
    return more
