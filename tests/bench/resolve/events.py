"""Events of generated victims: what rules join, and what a person is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.resolve.events import propose
from tests.bench.resolve.happenings import happenings
from tests.bench.resolve.metrics import quality
from tests.bench.resolve.table import Floor, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VICTIMS = 2_500


def rows(seeds: Sequence[int]) -> Iterator[Row]:
    """Some 7,500 rows a world."""
    worlds = [happenings(VICTIMS, seed) for seed in seeds]
    found = [quality(propose(world.records, lambda _one, _other: False), world.truth) for world in worlds]
    said, right = (sum(getattr(q.merges.pairs, field) for q in found) for field in ("said", "right"))
    yield Row("events: pairs merged that are right", right / said if said else 1.0, Floor(0.995))
    yield Row("events: true pairs merged or shown", sum(q.held for q in found) / len(found), Floor(0.80))
    yield Row("events: pairs shown that are right", sum(q.review.precision for q in found) / len(found))
