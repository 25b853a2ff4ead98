"""Persons of generated worlds: what is merged without anybody looking, what a person is shown, and what a score would do."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from loaders.resolve.persons import propose
from tests.bench.resolve.metrics import Pairs, Quality, best_threshold, clusters, components, quality
from tests.bench.resolve.scorers import has_logic_v2, logic_v2_of_persons, token_sort, wratio
from tests.bench.resolve.table import Floor, Row
from tests.bench.resolve.worlds import world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from loaders.resolve.record import PersonRecord
    from tests.bench.resolve.metrics import Clusters
    from tests.bench.resolve.worlds import World

SEEDS = (9001, 9002, 9003)
"""Of the benchmark alone: nothing was trained or tuned on these."""
PERSONS = 5_000
"""Some 13,900 mentions: what the figures of RESOLUTION were measured on."""
_FEW = 300
"""Every pair of some 830 mentions is few enough to score one by one."""


def rows(seeds: Sequence[int]) -> Iterator[Row]:
    """Realistic worlds, hard ones, and a small one in which every pair is scored as others would."""
    for hard, most in ((False, Floor(0.5, at_most=True)), (True, Floor(1.0, at_most=True))):
        kind = "hard" if hard else "realistic"
        found = [_quality(world(PERSONS, seed, hard=hard)) for seed in seeds]
        impure, merged = sum(q.merges.impure for q in found), sum(q.merges.merged for q in found)
        per_thousand = 1000 * impure / merged if merged else 0.0
        yield Row(f"persons, {kind}: impure in 1,000 of {merged:,} merged clusters", per_thousand, most, digits=2)
        yield Row(f"persons, {kind}: true pairs merged or shown", _mean([q.held for q in found]), Floor(0.80))
        yield Row(f"persons, {kind}: true pairs merged", _mean([q.merges.pairs.recall for q in found]))
        yield Row(f"persons, {kind}: pairs shown that are right", _mean([q.review.precision for q in found]))
        yield Row(f"persons, {kind}: B³ of what is merged", _mean([q.merges.bcubed for q in found]))
    yield from _beside_scores(world(_FEW, seeds[0]))


def _quality(of: World) -> Quality:
    return quality(propose(of.records, kept_apart=_nobody), of.truth)


def _nobody(_one: str, _other: str) -> bool:
    """No decision yet."""
    return False


def _mean(figures: Sequence[float]) -> float:
    return sum(figures) / len(figures)


def _beside_scores(of: World) -> Iterator[Row]:
    """A score has one threshold: here it is given the best one, and its clusters are what hangs together above it."""
    ours = _quality(of)
    scorers = {"WRatio": _by_name(wratio), "token_sort": _by_name(token_sort)}
    if has_logic_v2():
        scorers["logic-v2"] = logic_v2_of_persons
    others = {name: _thresholded(of, scorer) for name, scorer in scorers.items()}
    pairs = ours.merges.pairs
    together = Pairs(pairs.true, pairs.said + ours.review.said, pairs.right + ours.review.right)
    what = f"persons, all pairs of {len(of.records)} mentions"
    yield Row(
        f"{what}: F1 (merged or shown; a score: at its best threshold)", together.f1, None, {k: f for k, (f, _) in others.items()}
    )
    yield Row(
        f"{what}: impure in 1,000 merged",
        ours.merges.impure_per_thousand,
        None,
        {k: c.impure_per_thousand for k, (_, c) in others.items()},
        digits=1,
    )
    yield Row(
        f"{what}: B³ precision of what is merged",
        ours.merges.bcubed_precision,
        None,
        {k: c.bcubed_precision for k, (_, c) in others.items()},
    )


def _by_name(scorer: Callable[[str, str], float]) -> Callable[[PersonRecord, PersonRecord], float]:
    return lambda one, other: scorer(one.name, other.name)


def _thresholded(of: World, scorer: Callable[[PersonRecord, PersonRecord], float]) -> tuple[float, Clusters]:
    scored = [(scorer(one, other), one.thing, other.thing) for one, other in combinations(of.records, 2)]
    best = best_threshold((score, of.truth[one] == of.truth[other]) for score, one, other in scored)
    labels = components(of.truth, ((one, other) for score, one, other in scored if score >= best.at))
    return best.pairs.f1, clusters(labels, of.truth)
