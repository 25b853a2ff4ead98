"""Resolution keeps to its floors on small worlds that nothing else uses; the whole table is `python -m tests.bench.resolve`.

A floor is a promise (RESOLUTION), not a score pinned: a change may do better on one world and worse on another.
"""

from __future__ import annotations

import math

import pytest

from loaders.resolve.events import propose as propose_events
from loaders.resolve.persons import propose
from tests.bench.resolve.happenings import happenings
from tests.bench.resolve.listed import decided, lists, resolved
from tests.bench.resolve.metrics import Quality, quality
from tests.bench.resolve.worlds import World, world

PERSONS = 1_000
"""Some 2,750 mentions a world."""


def _nobody(_one: str, _other: str) -> bool:
    """No decision yet."""
    return False


@pytest.fixture(scope="module", params=[False, True], ids=["realistic", "hard"])
def invented(request: pytest.FixtureRequest) -> World:
    return world(PERSONS, seed=7_301, hard=request.param)


@pytest.fixture(scope="module")
def found(invented: World) -> Quality:
    return quality(propose(invented.records, kept_apart=_nobody), invented.truth)


def test_no_rule_makes_one_person_of_two(found: Quality) -> None:
    allowed = math.floor(0.0005 * found.merges.merged)  # of clusters this few, none

    assert found.merges.merged > 150
    assert found.merges.impure <= allowed


def test_most_true_pairs_are_merged_or_shown_to_a_person(found: Quality) -> None:
    assert found.held >= 0.80


def test_most_of_what_a_person_is_shown_is_right(found: Quality) -> None:
    assert found.review.precision >= 0.80


def test_events_that_rules_merge_are_one() -> None:
    told = happenings(6_000, seed=7_302)

    events = quality(propose_events(told.records, _nobody), told.truth)

    assert events.merges.pairs.said > 1_000
    assert events.merges.pairs.precision >= 0.995  # a row may name another man, who was there in that hour too


@pytest.mark.parametrize("kind", ["units", "stations"])
def test_spellings_of_bodies_never_seen_are_told_apart_and_brought_together(kind: str) -> None:
    certain, shown = decided(lists()[kind])
    together = resolved(kind, lists()[kind])

    assert certain.precision >= 0.99
    assert shown.f1 >= 0.90
    assert together.merges.merged > 20
    assert together.merges.impure == 0
