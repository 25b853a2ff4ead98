"""Whom a denial of presence meets, in plain Python: every statement against every other, hour by hour.

Two kinds of statements say that somebody was there: he was seen at the place, or he had a part in the event for which one must
be there. Whoever ordered or supervised it need not have been there.

A denial that he was at the place meets what was seen of him there then (unless both name a role, and another one), and his
part in what may have happened there then. A denial that he was present at the event meets each part of his in it for which
one must be there, and what the row that tells of this part says of where he was then. Where no source names the place of an
event, it is where the row that tells of the part has seen him.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

LAST_DAY = 31
FROM_AFAR = ("ordered", "supervised")
Days: TypeAlias = "tuple[int, int] | None"
"""Of May 2012, both included; None where nobody says when."""


@dataclass(frozen=True)
class Seen:
    """That somebody was at a place."""

    who: str
    station: str
    role: str | None
    days: Days


@dataclass(frozen=True)
class Part:
    """That somebody had a part in an event."""

    who: str
    event: str
    role: str | None


@dataclass(frozen=True)
class Happened:
    """An event: when, and where sources say that it was."""

    days: Days
    stations: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """What a source says, or denies, in a row of its file."""

    row: int
    source: str
    what: Seen | Part
    denies: bool = False


def deniers(statements: list[Statement], events: dict[str, Happened]) -> dict[Seen | Part, set[str]]:
    """By all that some source asserts, the sources that deny it."""
    asserted = [statement for statement in statements if not statement.denies]
    return {
        one.what: {denial.source for denial in statements if denial.denies and _meets(denial.what, one.what, asserted, events)}
        for one in asserted
    }


def _meets(denied: Seen | Part, said: Seen | Part, asserted: list[Statement], events: dict[str, Happened]) -> bool:
    if denied.who != said.who:
        return False
    if isinstance(denied, Seen) and isinstance(said, Seen):
        another = denied.role is not None and said.role is not None and denied.role != said.role
        return denied.station == said.station and not another and _at_one_time(denied.days, said.days)
    if isinstance(denied, Seen) and isinstance(said, Part):
        event = events[said.event]
        return (
            _had_to_be_there(said) and _at_one_time(denied.days, event.days) and denied.station in _places(said, asserted, event)
        )
    if isinstance(denied, Part) and isinstance(said, Part):
        if denied.event != said.event:
            return False
        return denied.role in (None, said.role) or (denied.role == "present" and _had_to_be_there(said))
    assert isinstance(denied, Part) and isinstance(said, Seen)
    if denied.role != "present":
        return False
    event = events[denied.event]
    for part in (one.what for one in asserted if isinstance(one.what, Part)):
        if part.who == said.who and part.event == denied.event and _had_to_be_there(part):
            told = said in _seen_in_the_row_of(part, asserted)
            if told and _at_one_time(said.days, event.days) and said.station in _places(part, asserted, event):
                return True
    return False


def _had_to_be_there(part: Part) -> bool:
    return part.role not in FROM_AFAR


def _places(part: Part, asserted: list[Statement], event: Happened) -> set[str]:
    return set(event.stations) or {seen.station for seen in _seen_in_the_row_of(part, asserted)}


def _seen_in_the_row_of(part: Part, asserted: list[Statement]) -> Iterator[Seen]:
    rows = {one.row for one in asserted if one.what == part}
    return (one.what for one in asserted if one.row in rows and isinstance(one.what, Seen) and one.what.who == part.who)


def _at_one_time(one: Days, other: Days) -> bool:
    return bool(_hours(one) & _hours(other))


def _hours(days: Days) -> set[int]:
    first, last = days or (1, LAST_DAY)
    return {(day - 1) * 24 + hour for day in range(first, last + 1) for hour in range(24)}
