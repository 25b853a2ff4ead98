"""What one date of a cell names, part by part, before anybody asks whether there is such a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Self, TypeAlias

from loaders.reading.dates.how import Calendar
from loaders.reading.dates.refusal import Reason

Level: TypeAlias = Literal["none", "year", "month", "day"]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. Without a minute it is the whole hour. `whole`: no seconds are left over.

    `offset`: minutes east of Greenwich, if the cell says.
    """

    hour: int
    minute: int | None = None
    whole: bool = True
    offset: int | None = None
    circa: bool = False
    fault: Reason | None = None

    @property
    def of_day(self) -> int:
        """Minutes since midnight."""
        return self.hour * 60 + (self.minute or 0)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year, month or decade: "early", the second "half" (`which` 2), the "season" called `which`."""

    what: str
    which: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """One date. What is None is not stated; another date of the cell may state it: "9-12 August 2020".

    `years`: ten for a decade. `short`: two figures of a year, whose century is not stated. `tail`: two figures that can only
    be a year behind another year ("2019-21"). `month_unknown`, `day_unknown`: written, as not known.
    `calendar`: as the cell says. `names`: the calendar of the month that is named.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    years: int = 1
    short: int | None = None
    tail: bool = False
    month_unknown: bool = False
    day_unknown: bool = False
    clock: Clock | None = None
    part: Part | None = None
    circa: bool = False
    night: bool = False
    calendar: Calendar | None = None
    names: Calendar | None = None
    weekdays: frozenset[int] = frozenset()
    year_first: bool = False
    fault: Reason | None = None

    @property
    def has_year(self) -> bool:
        """Whether a year is stated, be it in two figures."""
        return self.year is not None or self.short is not None

    @property
    def level(self) -> Level:
        """The finest unit of its date, apart from a time of day."""
        if self.day is not None or self.day_unknown:
            return "day"
        if self.month is not None or self.month_unknown:
            return "month"
        return "year" if self.has_year else "none"

    def with_year_of(self, other: Self) -> Self:
        """The same in the year of another."""
        return replace(self, year=other.year, short=other.short, calendar=self.calendar or other.calendar)

    def in_month_of(self, other: Self) -> Self:
        """The same in the month of another, and in its year unless it has one."""
        inner = self if self.has_year else self.with_year_of(other)
        return replace(inner, month=other.month, names=other.names, month_unknown=other.month_unknown)

    def on_day_of(self, other: Self) -> Self:
        """The same time on the day of another."""
        return replace(other, clock=self.clock, weekdays=self.weekdays or other.weekdays)
