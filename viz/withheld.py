"""What of an answer a recipient does not get: how often, and why. It is said below what they get."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias, get_args

from graph import words

WITHHELD = "[withheld]"
"""What stands where something else stood."""

Reason: TypeAlias = Literal["protected", "unaccused", "profile", "text"]

WHY: Mapping[Reason, str] = {
    "protected": "it could tell who a protected person is",
    "unaccused": "nobody accuses them",
    "profile": "this profile does not list it",
    "text": "a free text could name somebody",
}

Withheld: TypeAlias = Mapping[Reason, Mapping[str, int]]
"""By reason, how often what was kept back: "Label.property", "Label", "TYPE", "column NAME", "parameter NAME"."""


class Tally:
    """Counts while an answer is rewritten."""

    def __init__(self) -> None:
        self._counted: defaultdict[Reason, Counter[str]] = defaultdict(Counter)

    def add(self, reason: Reason, *kept_back: str, times: int = 1) -> None:
        """These were kept back, each so many times."""
        for what in kept_back:
            self._counted[reason][what] += times

    @property
    def withheld(self) -> Withheld:
        """All of it, in order."""
        return {reason: dict(sorted(self._counted[reason].items())) for reason in get_args(Reason) if reason in self._counted}


def lines(withheld: Withheld) -> Iterator[str]:
    """A line for each reason."""
    for reason, counted in withheld.items():
        yield f"withheld because {WHY[reason]}: {', '.join(_counts(counted.items()))}"


def _counts(counted: Iterable[tuple[str, int]]) -> Iterator[str]:
    return (f"{what} ({words.count(times, 'time')})" for what, times in counted)
