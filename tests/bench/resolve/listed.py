"""Lists of spellings, each of one unit or station, which nothing was tuned on: F1 over all pairs of spellings."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.names.bodies import compare, read
from loaders.resolve.bodies import propose
from loaders.resolve.record import BodyRecord
from tests.bench.resolve.metrics import Pairs, best_threshold, quality
from tests.bench.resolve.scorers import has_logic_v2, logic_v2, token_sort, wratio
from tests.bench.resolve.table import Floor, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.bench.resolve.metrics import Quality
    from tests.bench.resolve.scorers import Scorer

_LISTS = Path(__file__).parent / "words" / "bodies.toml"
_FLOOR = Floor(0.90)


def rows() -> Iterator[Row]:
    """Units and stations: two by two what rules call the same or do not rule out, and what all together come to."""
    for kind, listed in lists().items():
        others = {"WRatio": _best(listed, wratio), "token_sort": _best(listed, token_sort)}
        if has_logic_v2():
            others["logic-v2"] = _best(listed, logic_v2("Organization"))
        certain, shown = decided(listed)
        yield Row(f"{kind}, spellings never seen: F1 of what is the same or asked about", shown.f1, _FLOOR, others)
        yield Row(f"{kind}, spellings never seen: precision of what is the same by rule", certain.precision)
        found = resolved(kind, listed)
        impure = f"{kind}, resolved together: impure of {found.merges.merged} merged clusters"
        yield Row(impure, found.merges.impure, Floor(0, at_most=True), digits=0)
        yield Row(f"{kind}, resolved together: true pairs merged or shown", found.held)


def lists() -> dict[str, list[list[str]]]:
    """Kind by kind, the spellings of each body."""
    return tomllib.loads(_LISTS.read_text("utf-8"))


def pairs(listed: Sequence[Sequence[str]]) -> Iterator[tuple[str, str, bool]]:
    """Every two spellings, and whether one body bears both."""
    names = [(name, body) for body, spellings in enumerate(listed) for name in spellings]
    for (one, here), (other, there) in combinations(names, 2):
        yield one, other, here == there


def decided(listed: Sequence[Sequence[str]]) -> tuple[Pairs, Pairs]:
    """Pairs that compare as the same, and pairs that compare as the same or go to review."""
    verdicts = [(compare(read(one), read(other)).verdict, true) for one, other, true in pairs(listed)]
    true = sum(right for _, right in verdicts)
    return _said(verdicts, true, {"same"}), _said(verdicts, true, {"same", "review"})


def resolved(kind: str, listed: Sequence[Sequence[str]]) -> Quality:
    """What resolving makes of a list in which every spelling is a thing of its own."""
    spelt = {f"{body:03d}-{at}": name for body, spellings in enumerate(listed) for at, name in enumerate(spellings)}
    label = "Unit" if kind == "units" else "Station"
    records = [BodyRecord(thing, thing, label, name) for thing, name in spelt.items()]
    return quality(propose(records, lambda _one, _other: False), {thing: thing.partition("-")[0] for thing in spelt})


def _said(verdicts: Sequence[tuple[str, bool]], true: int, shown: set[str]) -> Pairs:
    said = [right for verdict, right in verdicts if verdict in shown]
    return Pairs(true, len(said), sum(said))


def _best(listed: Sequence[Sequence[str]], scorer: Scorer) -> float:
    return best_threshold((scorer(one, other), true) for one, other, true in pairs(listed)).pairs.f1
