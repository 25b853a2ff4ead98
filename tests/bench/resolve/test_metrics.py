"""The measures, on partitions small enough to count by hand."""

from __future__ import annotations

import pytest

from loaders.resolve.proposal import Edge, Group, Proposal
from tests.bench.resolve.metrics import Pairs, best_threshold, clusters, components, quality

TRUTH = {"a1": 1, "a2": 1, "a3": 1, "b1": 2, "b2": 2, "c1": 3}


def _edge(one: str, other: str) -> Edge:
    return Edge(one, other, "rule", None, ())


def test_nothing_merged_is_pure_and_finds_nothing() -> None:
    found = clusters({thing: thing for thing in TRUTH}, TRUTH)

    assert found.pairs == Pairs(true=4, said=0, right=0)
    assert (found.merged, found.impure, found.impure_per_thousand) == (0, 0, 0.0)
    assert found.bcubed_precision == 1.0
    assert found.bcubed_recall == pytest.approx(3 / 6)


def test_everything_merged_finds_all_and_is_impure() -> None:
    found = clusters(dict.fromkeys(TRUTH, "one"), TRUTH)

    assert found.pairs == Pairs(true=4, said=15, right=4)
    assert (found.merged, found.impure, found.impure_per_thousand) == (1, 1, 1000.0)
    assert found.bcubed_recall == 1.0
    assert found.bcubed_precision == pytest.approx((9 + 4 + 1) / 36)


def test_components_join_over_others_and_bear_the_smallest_name() -> None:
    labels = components(TRUTH, [("a3", "a2"), ("a2", "a1"), ("c1", "b2")])

    assert labels == {"a1": "a1", "a2": "a1", "a3": "a1", "b1": "b1", "b2": "b2", "c1": "b2"}


def test_held_counts_true_pairs_that_are_merged_or_asked_about() -> None:
    proposal = Proposal(merges=(_edge("a1", "a2"),), groups=(Group("Person", ("a1", "a3", "c1"), (), "alike"),))

    found = quality(proposal, TRUTH)

    assert found.merges.pairs == Pairs(true=4, said=1, right=1)
    assert found.review == Pairs(true=4, said=5, right=2)
    assert found.held == 3 / 4


def test_a_pair_in_two_groups_counts_once() -> None:
    groups = (Group("Person", ("b1", "b2"), (), "alike"), Group("Person", ("b1", "b2", "c1"), (), "alike"))

    assert quality(Proposal(groups=groups), TRUTH).review == Pairs(true=4, said=3, right=1)


def test_the_best_threshold_is_where_f1_is_highest() -> None:
    best = best_threshold([(90.0, True), (80.0, False), (80.0, True), (10.0, False)])

    assert (best.at, best.pairs) == (80.0, Pairs(true=2, said=3, right=2))


def test_true_pairs_that_were_never_scored_are_missed() -> None:
    assert best_threshold([(90.0, True)], true=2).pairs.recall == 0.5
