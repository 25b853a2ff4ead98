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
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from graph.answer import CERTAINTIES, Certainty
from graph.said.span import ONE_DAY, UNKNOWN_FROM, UNKNOWN_TO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Member: TypeAlias = "Mapping[str, Any]"
"""Properties of a link or thing with a time: `possible_from` … `cited_to`, `disputed`, `id`."""
Asked: TypeAlias = tuple[datetime | None, datetime | None]
"""The time asked about; None is an open limit."""

Limits: TypeAlias = tuple[datetime, datetime]

NO_DAYS = timedelta()


@dataclass(frozen=True, slots=True)
class Grade:
    """What is said of the time of one row. All is None where nothing is said.

    `covers`: whether `since` to `until` is all of the time asked about. `gap_days`: days from the time asked about to the far
    end of the nearest citation, of the members the most; None if one has no citation. `weakest`: the position of the member
    that carries least.
    """

    since: datetime | None = None
    until: datetime | None = None
    covers: bool | None = None
    certainty: Certainty | None = None
    gap_days: int | None = None
    weakest: int | None = None


UNGRADED = Grade()
"""Where nothing is said about time."""
NEVER = Grade()
"""Of what cannot have held together."""


def grade(
    members: Sequence[Member],
    asked: Asked | None,
    *,
    near: Sequence[Member] | None = None,
    slack: timedelta = NO_DAYS,
    itself: Member | None = None,
    doubted: bool = False,
    every: bool = False,
) -> Grade:
    """The grade of a combination; `NEVER` where its members cannot have held together at that time: then it is no row.

    A member without a time can be denied, and says nothing else. `asked`: None where no time is asked about; then only what
    the members have in common is said. `near`: the members whose citations count for `gap_days`, where these are not all.
    `slack`: how far from the time asked about they may lie and still count as together; `itself`: the member whose own time
    that is. `doubted`: something else makes the row no more than possible. `every`: it is certain only if every core is stated.
    """
    begin, end = (UNKNOWN_FROM, UNKNOWN_TO) if asked is None else (asked[0] or UNKNOWN_FROM, asked[1] or UNKNOWN_TO)
    if not members:  # the time asked about, and nothing that could be sure or cited
        return Grade(begin, end, None if asked is None else True)
    timed = [member for member in members if "possible_from" in member]
    early, late = _earlier(begin, slack), _later(end, slack)
    since, until = early, late
    for member in timed:
        if not (slack and member is itself):
            since, until = max(since, member["possible_from"]), min(until, member["possible_to"])
    if not since < until:
        return NEVER
    if asked is None:
        return Grade(since, until)
    denied = doubted or any(member.get("disputed") for member in members)
    return Grade(
        since,
        until,
        since <= begin and end <= until,
        "possible" if denied else _sureness(timed, (early, late), slack, (since, until), every=every),
        farthest(timed if near is None else near, begin, end),
        weakest(members, begin, end),
    )


def _sureness(members: Sequence[Member], asked: Limits, slack: timedelta, common: Limits, *, every: bool) -> Certainty:
    """Both ways are tried; what stated cores alone show is certain."""
    early, late = asked
    ways: list[Sequence[Member]] = []
    if _share_a_moment(members, early, late, slack):
        ways.append(members)
    for contained in members:
        if early <= contained["possible_from"] and contained["possible_to"] <= late:
            others = [member for member in members if member is not contained]
            if all(_contains(other, contained, slack) for other in others):
                ways.append(members if every else others)
    if not ways:
        return "possible"
    certain = any(all(_stated(member, *common) for member in needed) for needed in ways)
    return "certain" if certain else "assumed"


def _share_a_moment(members: Sequence[Member], early: datetime, late: datetime, slack: timedelta) -> bool:
    first, last = early, late
    for member in members:
        if member.get("certain_from") is None:
            return False
        first, last = max(first, member["certain_from"]), min(last, _later(member["certain_to"], slack))
    return first < last


def _contains(outer: Member, inner: Member, slack: timedelta) -> bool:
    begin = outer.get("certain_from")
    return (
        begin is not None
        and _earlier(begin, slack) <= inner["possible_from"]
        and inner["possible_to"] <= _later(outer["certain_to"], slack)
    )


def _stated(member: Member, since: datetime, until: datetime) -> bool:
    """A source gives its period, or a citation of one whole day contains all that is asked: then nothing is assumed."""
    if not member.get("bridged"):
        return True
    return any(
        begin <= since
        and until <= end
        and end - begin == ONE_DAY
        and begin == begin.replace(hour=0, minute=0, second=0, microsecond=0)
        for begin, end in _citations(member)
    )


def farthest(members: Iterable[Member], begin: datetime, end: datetime) -> int | None:
    """Days from that time to the far end of the nearest citation, of the members the most; None if one has no citation."""
    most = 0
    for member in members:
        if (days := _gap(member, begin, end)) is None:
            return None
        most = max(most, days)
    return most


def _gap(member: Member, begin: datetime, end: datetime) -> int | None:
    far = [max((begin - first).days, (last - end).days, 0) for first, last in _citations(member)]
    return min(far) if far else None


def weakest(members: Sequence[Member], begin: datetime, end: datetime) -> int | None:
    """The position of the member that carries least then: no core, a bridged one, a stated one; among equals the one cited
    farthest away, and one without a citation before all."""

    def carries(position: int) -> tuple[int, int, str]:
        member = members[position]
        core = member.get("certain_from")
        strength = 0 if core is None or not (core < end and begin < member["certain_to"]) else 1 if member.get("bridged") else 2
        gap = _gap(member, begin, end)
        return strength, UNCITED if gap is None else -gap, str(member["id"])

    return min((at for at, member in enumerate(members) if "possible_from" in member), key=carries, default=None)


UNCITED = -(10**9)


def _citations(member: Member) -> Iterable[tuple[datetime, datetime]]:
    return zip(member.get("cited_from") or (), member.get("cited_to") or (), strict=True)


def _earlier(moment: datetime, slack: timedelta) -> datetime:
    """So much earlier, as far as a calendar goes; a limit that nobody knows stays unknown."""
    return moment - slack if slack and moment - UNKNOWN_FROM > slack else moment


def _later(moment: datetime, slack: timedelta) -> datetime:
    return moment + slack if slack and UNKNOWN_TO - moment > slack else moment


def rank(certainty: Certainty | None) -> int:
    """By which grades are compared: the surest first. Where nothing is said, nothing is weaker."""
    return -1 if certainty is None else CERTAINTIES.index(certainty)


def together(grades: Iterable[Grade]) -> Grade:
    """The grade of a row that rests on several gradings: the least sure, the farthest citation; its time is the first's."""
    first, *rest = grades
    certainty, gap, far_known = first.certainty, first.gap_days, first.gap_days is not None
    for other in rest:
        certainty = max((certainty, other.certainty), key=rank)
        far_known = far_known and other.gap_days is not None
        gap = max(gap or 0, other.gap_days or 0)
    return Grade(first.since, first.until, first.covers, certainty, gap if far_known else None, first.weakest)
