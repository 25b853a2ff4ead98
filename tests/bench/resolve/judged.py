"""Pairs of names that people judged to be one or two, in many scripts, as nomenklatura collected them."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from loaders.names.persons.ranking import likeness
from tests.bench.resolve.metrics import best_threshold
from tests.bench.resolve.scorers import has_logic_v2, logic_v2, token_sort, wratio
from tests.bench.resolve.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.bench.resolve.scorers import Scorer


def rows(data: Path) -> Iterator[Row]:
    """Persons: the best F1 that a threshold on each score can reach. No floor: a regression set, not a target."""
    pairs = judged(data / "nomenklatura_name_bench" / "cases.csv")
    others = {"WRatio": _best(pairs, wratio), "token_sort": _best(pairs, token_sort)}
    if has_logic_v2():
        others["logic-v2"] = _best(pairs, logic_v2("Person"))
    yield Row(f"{len(pairs)} judged pairs of persons' names: best F1", _best(pairs, likeness), None, others)


def judged(path: Path) -> list[tuple[str, str, bool]]:
    """Two names, and whether they are of one person."""
    with path.open(encoding="utf-8", newline="") as sheet:
        return [
            (row["name1"], row["name2"], row["is_match"] == "true")
            for row in csv.DictReader(sheet)
            if row["schema"] == "Person"
        ]  # fmt: skip


def _best(pairs: Sequence[tuple[str, str, bool]], scorer: Scorer) -> float:
    return best_threshold((scorer(one, other), true) for one, other, true in pairs).pairs.f1
