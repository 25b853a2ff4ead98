"""What a whole cell says: one date, or dates with words and marks between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from loaders.reading.dates.named import Named

Bound: TypeAlias = Literal["before", "after", "until", "to", "from"]


@dataclass(frozen=True, slots=True)
class One:
    """One date."""

    named: Named


@dataclass(frozen=True, slots=True)
class Limit:
    """A date as one side of the time: "before 2019", "from 3 May 2012"."""

    bound: Bound
    named: Named


@dataclass(frozen=True, slots=True)
class Between:
    """A period. `until`: its end is that of "until". `within`: some time in it, not all of it. `nights`: from noon to noon."""

    first: Named
    last: Named
    until: bool = False
    within: bool = False
    nights: bool = False


@dataclass(frozen=True, slots=True)
class Either:
    """Some of several dates."""

    some: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Both:
    """The same day told twice, in two calendars; or else one or the other."""

    first: Named
    second: Named


@dataclass(frozen=True, slots=True)
class Open:
    """An end that is not there: "to date". `since`: the beginning, if the cell says it."""

    since: Named | None = None


@dataclass(frozen=True, slots=True)
class Night:
    """The night before a day: "в ночь на 10 августа"."""

    before: Named


Form: TypeAlias = One | Limit | Between | Either | Both | Open | Night
