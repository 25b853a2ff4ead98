"""A date as far as it is stated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO, Period

Precision: TypeAlias = Literal["minute", "day", "month", "year", "limits"]
"""`limits`: neither a minute, a day, a month nor a year, such as an hour, "early 2020" or "before 2019"."""


@dataclass(frozen=True, slots=True)
class Partial:
    """What a cell names: "May 2012" is the whole of May, to the precision of a month. An unknown limit is a far one.

    `sure`: False where it lies somewhere within ("between", "or", "before"). `first`, `last`: what the beginning and the end
    may mean, of a period that a cell of periods gives; both None where it names one date.
    """

    period: Period
    precision: Precision
    sure: bool = True
    first: Period | None = None
    last: Period | None = None
    goes_on: bool = False
    """That it went on when this was written: "to date". Of what had begun before, or of an end alone."""

    @property
    def bounded(self) -> bool:
        """Whether both of its limits are known."""
        return self.period.begin != UNKNOWN_FROM and self.period.end != UNKNOWN_TO

    @property
    def says_nothing(self) -> bool:
        """An open end: read, and no limit."""
        return self.period.begin == UNKNOWN_FROM and self.period.end == UNKNOWN_TO

    @property
    def is_whole(self) -> bool:
        """One date alone, and not a period of which both ends are known."""
        return self.first is None and self.last is None
