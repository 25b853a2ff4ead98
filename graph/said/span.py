"""Time as sources tell it: periods, and spans whose ends may be uncertain.

All times are local date-times of the case's zone, half-open. The first and the last instant a calendar can name stand
for "unknown"; they are shown as such and never as dates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

UNKNOWN_FROM = datetime(1, 1, 1)
UNKNOWN_TO = datetime(9999, 12, 31)
ONE_DAY = timedelta(days=1)

FIRST_YEAR, LAST_YEAR = 1850, 2099
"""What a date in a file or a question may lie in. No clock is asked, so that a file is read alike whenever it is loaded. A term
may end years ahead; slips of the pen such as 3006 or 20106, which is what the limit is for, lie beyond this century."""
OUTSIDE = f"a year outside {FIRST_YEAR}-{LAST_YEAR}"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From an instant to another, half-open: `[begin, end)`. "May 2012" is `[1 May, 1 June)`."""

    begin: datetime
    end: datetime

    def __post_init__(self) -> None:
        if not self.begin < self.end:
            raise ValueError("a period ends after it begins")

    @classmethod
    def day(cls, day: datetime) -> Self:
        """The whole calendar day of this instant."""
        first = day.replace(hour=0, minute=0, second=0, microsecond=0)
        return cls(first, first + ONE_DAY)

    @property
    def is_one_day(self) -> bool:
        """Exactly one calendar day."""
        return self == Period.day(self.begin)

    def meets(self, other: Period) -> bool:
        """Whether both share a moment."""
        return self.begin < other.end and other.begin < self.end

    def contains(self, other: Period) -> bool:
        """Whether all of the other lies inside."""
        return self.begin <= other.begin and other.end <= self.end

    def common(self, other: Period) -> Period | None:
        """The moments both share."""
        return Period(max(self.begin, other.begin), min(self.end, other.end)) if self.meets(other) else None

    def hull(self, other: Period) -> Period:
        """The shortest period that contains both."""
        return Period(min(self.begin, other.begin), max(self.end, other.end))


ALWAYS = Period(UNKNOWN_FROM, UNKNOWN_TO)


@dataclass(frozen=True, slots=True)
class Span:
    """When something held, as far as sources say.

    `possible`: the limits no source excludes. `core`: when it surely held, or None. `bridged`: the core joins two
    citations that no source interrupts, instead of being a period that a source states. `cited`: one period a citation.
    """

    possible: Period = ALWAYS
    core: Period | None = None
    bridged: bool = False
    cited: tuple[Period, ...] = ()

    def __post_init__(self) -> None:
        if self.core and not self.possible.contains(self.core):
            raise ValueError("a core lies inside its possible limits")
        if self.bridged and not self.core:
            raise ValueError("only a core can be bridged")
        object.__setattr__(self, "cited", tuple(sorted(set(self.cited))))

    @classmethod
    def exactly(cls, period: Period) -> Self:
        """A time that is known to the moment, as a question's day or period is."""
        return cls(possible=period, core=period)

    def as_properties(self) -> dict[str, datetime | bool | list[datetime]]:
        """The properties a node or link of the graph carries for this span."""
        carried: dict[str, datetime | bool | list[datetime]] = {
            "possible_from": self.possible.begin,
            "possible_to": self.possible.end,
            "bridged": self.bridged,
        }
        if self.core:
            carried |= {"certain_from": self.core.begin, "certain_to": self.core.end}
        if self.cited:
            carried |= {"cited_from": [c.begin for c in self.cited], "cited_to": [c.end for c in self.cited]}
        return carried

    def as_text(self) -> dict[str, object]:
        """A form for JSON; `Span.of_text` is its inverse."""
        text: dict[str, object] = {"possible": _pair(self.possible)}
        if self.core:
            text["core"] = _pair(self.core)
        if self.bridged:
            text["bridged"] = True
        if self.cited:
            text["cited"] = [_pair(c) for c in self.cited]
        return text

    @classmethod
    def of_text(cls, text: dict[str, object]) -> Self:
        """The span that `as_text` wrote."""
        core = text.get("core")
        cited = text.get("cited", [])
        assert isinstance(cited, list)  # noqa: S101 - our own form
        return cls(
            _period(text["possible"]), _period(core) if core else None, bool(text.get("bridged")), tuple(map(_period, cited))
        )


def _pair(period: Period) -> list[str]:
    return [period.begin.isoformat(), period.end.isoformat()]


def _period(pair: object) -> Period:
    assert isinstance(pair, list)  # noqa: S101 - our own form
    return Period(datetime.fromisoformat(pair[0]), datetime.fromisoformat(pair[1]))


def one_term(spans: Iterable[Span]) -> Span:
    """Several records of one term of office: the hull of all limits; the cores' hull, bridged; citations united."""
    first, *rest = spans
    for span in rest:
        cores = [s.core for s in (first, span) if s.core]
        core = cores[0].hull(cores[-1]) if cores else None
        bridged = len(set(cores)) > 1 or first.bridged or span.bridged
        first = Span(first.possible.hull(span.possible), core, bridged, first.cited + span.cited)
    return first


def disputed(spans: Iterable[Span]) -> Span:
    """Records that contradict each other: the hull of all limits; the core only where all agree; citations united."""
    first, *rest = spans
    for span in rest:
        core = first.core.common(span.core) if first.core and span.core else None
        bridged = core is not None and (first.bridged or span.bridged)
        first = Span(first.possible.hull(span.possible), core, bridged, first.cited + span.cited)
    return first
