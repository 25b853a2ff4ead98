"""Which of several values holds: one pure function, the same everywhere.

A person's decision; then more independent origins; then better reliability of a source; then better credibility of a
claim; then the smallest value in byte order. The others stay claims, and the property is listed as a conflict.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.said.claim import ClaimValue

WORST = "~"
"""After every letter and figure: an ungraded source or claim ranks behind any graded one."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One claim's say on one property: its value, the source it relies on, and the grades given so far."""

    value: ClaimValue
    source: str
    reliability: str = WORST
    credibility: str = WORST


@dataclass(frozen=True, slots=True)
class Held:
    """The value that holds, all values in byte order, and whether they contradict each other."""

    value: ClaimValue
    all: tuple[ClaimValue, ...]
    agree: bool = False
    """Whether all of them can be true together: 1961, and a day of it."""

    @property
    def conflict(self) -> bool:
        """More than one value was claimed, and not all can be true."""
        return len(self.all) > 1 and not self.agree


def fold(
    ballots: Sequence[Ballot],
    origin: Callable[[str], str],
    decided: ClaimValue | None = None,
    *,
    first: Callable[[ClaimValue], float] = lambda _: 0,
) -> Held:
    """The value that holds. `decided`: what a person chose, which stands above all sources. `first`: of values that are backed
    alike, the one for which it is smallest.
    """
    by_value: defaultdict[str, list[Ballot]] = defaultdict(list)
    for ballot in ballots:
        by_value[in_bytes(ballot.value)].append(ballot)
    values = {text: group[0].value for text, group in by_value.items()}
    if decided is not None:
        values.setdefault(in_bytes(decided), decided)
        best = in_bytes(decided)
    else:
        best = min(by_value, key=lambda text: (*_rank(by_value[text], origin), first(values[text]), text.encode()))
    return Held(values[best], tuple(values[text] for text in sorted(values, key=str.encode)))


_sorted = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def in_bytes(value: ClaimValue) -> str:
    """A value as the text by which values are told apart and ordered."""
    return value if isinstance(value, str) else _sorted(value)


def _rank(group: list[Ballot], origin: Callable[[str], str]) -> tuple[int, str, str]:
    origins = len({origin(ballot.source) for ballot in group})
    return -origins, min(b.reliability for b in group), min(b.credibility for b in group)
