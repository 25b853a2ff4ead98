"""The certainty rule of DESIGN §4, written with periods: what a row of links, events and a question's day may claim."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Literal, TypeAlias

from graph.said.span import Period, Span

Certainty: TypeAlias = Literal["certain", "assumed", "possible"]
STRENGTH: dict[Certainty | None, int] = {None: 0, "possible": 1, "assumed": 2, "certain": 3}


def certainty(links: Sequence[Span], asked: Period) -> Certainty | None:
    """None: no row."""
    members = [*links, Span.exactly(asked)]
    shared = together([member.possible for member in members])
    if shared is None:
        return None
    if not sure(members):
        return "possible"
    on_the_day = [any(cited.is_one_day and cited.contains(shared) for cited in link.cited) for link in links]
    return "certain" if all(cited or not link.bridged for link, cited in zip(links, on_the_day, strict=True)) else "assumed"


def together(periods: Sequence[Period]) -> Period | None:
    """The moments all share."""
    return reduce(lambda found, period: found and found.common(period), periods[1:], periods[:1][0] if periods else None)


def sure(members: Sequence[Span]) -> bool:
    """All cores share a moment, or the cores of all but one contain that one's whole possible range."""
    cores = [member.core for member in members]
    known = [core for core in cores if core]
    if len(known) == len(members) and together(known):
        return True
    return any(
        all(core is not None and core.contains(one.possible) for other, core in enumerate(cores) if other != at)
        for at, one in enumerate(members)
    )
