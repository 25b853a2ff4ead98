"""How sure it is that what a row shows held together at the time asked about: the one rule (DESIGN §4), here and nowhere else.

A saved query finds combinations; this module grades them. The members of a row are its links, paths and things that have a
time. All times are local date-times, half-open.

*possible*  all possible ranges share a moment with the time asked about; that common range is `since` to `until`
*sure*      all cores share a moment of it, or the cores of all but one member contain that one's whole possible range
*certain*   sure by stated cores alone: in the first way every core is needed, in the second all but the contained one's
*assumed*   sure, but a needed core only joins two citations (`bridged`), and none of them is the very day

Whatever somebody denies is never more than possible.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from math import inf
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from graph.answer import CERTAINTIES, Certainty
from graph.said.span import ONE_DAY, UNKNOWN_FROM, UNKNOWN_TO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Member: TypeAlias = "Mapping[str, Any]"
"""Properties of a link or thing with a time: `possible_from` … `cited_to`, `disputed`, `id`."""
Limits: TypeAlias = tuple[datetime, datetime]

ALL_TIME: Limits = (UNKNOWN_FROM, UNKNOWN_TO)
NO_DAYS = timedelta()
MIDNIGHT = time()
RANKS: tuple[Certainty | None, ...] = (None, *CERTAINTIES)


@dataclass(frozen=True, slots=True)
class Grade:
    """What is said of the time of one row. All is None where nothing is said.

    `covers`: whether `since` to `until` is all of the time asked about. `gap_days`: days from the time asked about to the far
    end of the nearest citation, of the members the most; None if one has no citation. `dated`: the certainty without the doubt
    where an event was that is told at two places: what is counted at least asks that apart (`queries/here.py`).
    """

    since: datetime | None = None
    until: datetime | None = None
    covers: bool | None = None
    certainty: Certainty | None = None
    gap_days: int | None = None
    dated: Certainty | None = None


UNGRADED = Grade()
"""Where nothing is said about time."""


def grade(
    members: Sequence[Member],
    asked: Limits | None,
    *,
    near: Sequence[Member] | None = None,
    slack: timedelta = NO_DAYS,
    itself: Member | None = None,
    doubted: bool = False,
    every: bool = False,
) -> Grade | None:
    """The grade of a combination; None where its members cannot have held together at that time.

    A member without a time can be denied, and says nothing else. `asked`: the time asked about; None where none is, then only
    what the members have in common is said. `near`: the members whose citations count for `gap_days`, where these are not all.
    `slack`: how far from the time asked about they may lie and still count as together; `itself`: the member whose own time
    that is. `doubted`: something else makes the row no more than possible. `every`: it is certain only if every core is stated.
    """
    begin, end = asked or ALL_TIME
    timed = [member for member in members if has_time(member)]
    early, late = _earlier(begin, slack), _later(end, slack)
    since, until = early, late
    for member in timed:
        if member is not itself:
            since, until = max(since, member["possible_from"]), min(until, member["possible_to"])
    if not since < until:
        return None
    if asked is None:
        return Grade(since, until)
    covers = since <= begin and end <= until
    denied = doubted or any(member.get("disputed") for member in members)
    if not timed:  # the time asked about, and nothing that could be sure or cited
        return Grade(since, until, covers, "possible" if denied else None)
    certainty = "possible" if denied else _sureness([_question(begin, end), *timed], slack, (since, until), every=every)
    far = farthest([member for member in (members if near is None else near) if has_time(member)], begin, end)
    return Grade(since, until, covers, certainty, far)


def _question(begin: datetime, end: datetime) -> Member:
    """The time asked about as a member: what it is, it surely is."""
    return {"possible_from": begin, "possible_to": end, "certain_from": begin, "certain_to": end}


def _sureness(members: Sequence[Member], slack: timedelta, common: Limits, *, every: bool) -> Certainty:
    """Both ways are tried; what stated cores alone show is certain."""
    cores = [_core(member) for member in members]
    ways: list[Sequence[Member]] = []
    if _share_a_moment(cores, slack):
        ways.append(members)
    for at, contained in enumerate(members):
        if all(_contains(core, contained, slack) for core in (*cores[:at], *cores[at + 1 :])):
            ways.append(members if every else (*members[:at], *members[at + 1 :]))
    if not ways:
        return "possible"
    certain = any(all(_stated(member, *common) for member in needed) for needed in ways)
    return "certain" if certain else "assumed"


def _share_a_moment(cores: Sequence[Limits | None], slack: timedelta) -> bool:
    """Whether no two of them lie farther apart than that."""
    limits = [core for core in cores if core]
    return len(limits) == len(cores) and max(first for first, _ in limits) < _later(min(last for _, last in limits), slack)


def _contains(core: Limits | None, inner: Member, slack: timedelta) -> bool:
    return (
        core is not None and _earlier(core[0], slack) <= inner["possible_from"] and inner["possible_to"] <= _later(core[1], slack)
    )


def _stated(member: Member, since: datetime, until: datetime) -> bool:
    """A source gives its period, or a citation of one whole day contains all that is asked: then nothing is assumed."""
    if not member.get("bridged"):
        return True
    return any(
        begin <= since and until <= end and end - begin == ONE_DAY and begin.time() == MIDNIGHT
        for begin, end in _citations(member)
    )


def farthest(members: Iterable[Member], begin: datetime, end: datetime) -> int | None:
    """Days from that time to the far end of the nearest citation, of the members the most; None if one has no citation."""
    return _most(_gap(member, begin, end) for member in members)


def _most(gaps: Iterable[int | None]) -> int | None:
    """The most days; None if one is unknown."""
    listed = list(gaps)
    return None if None in listed else max(cast("list[int]", listed), default=0)


def _gap(member: Member, begin: datetime, end: datetime) -> int | None:
    far = [max((begin - first).days, (last - end).days, 0) for first, last in _citations(member)]
    return min(far) if far else None


def weakest(members: Sequence[Member], begin: datetime, end: datetime) -> int | None:
    """The position of the member that carries least then: no core, a bridged one, a stated one; among equals the one cited
    farthest away, and one without a citation before all. None where no member has a time."""

    def carries(position: int) -> tuple[bool, bool, float, str]:
        member = members[position]
        core, gap = _core(member), _gap(member, begin, end)
        held = core is not None and core[0] < end and begin < core[1]
        return held, held and not member.get("bridged"), -inf if gap is None else -gap, str(member["id"])

    return min((at for at, member in enumerate(members) if has_time(member)), key=carries, default=None)


def has_time(member: Member) -> bool:
    """Whether it has a time of its own. An allegation has none: it can be denied, and says nothing else."""
    return "possible_from" in member


def _core(member: Member) -> Limits | None:
    begin = member.get("certain_from")
    return None if begin is None else (begin, member["certain_to"])


def _citations(member: Member) -> Iterable[tuple[datetime, datetime]]:
    return zip(member.get("cited_from") or (), member.get("cited_to") or (), strict=True)


def _earlier(moment: datetime, slack: timedelta) -> datetime:
    """So much earlier; a limit that nobody knows stays unknown."""
    return moment - min(slack, moment - UNKNOWN_FROM)


def _later(moment: datetime, slack: timedelta) -> datetime:
    return moment + min(slack, UNKNOWN_TO - moment)


def rank(certainty: Certainty | None) -> int:
    """By which grades are compared: the surest first. Where nothing is said, nothing is weaker."""
    return RANKS.index(certainty)


def together(grades: Iterable[Grade]) -> Grade:
    """The grade of a row that rests on several gradings: the least sure, the farthest citation; its time is the first's."""
    listed = list(grades)
    first = listed[0]
    certainty, dated = (max(some, key=rank) for some in ([made.certainty for made in listed], [made.dated for made in listed]))
    return Grade(first.since, first.until, first.covers, certainty, _most(made.gap_days for made in listed), dated)
