"""What came before what: the rule for notice, complaint and reprisal (DESIGN §4), and the days between by the calendar."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO
from queries.grade import Grade, farthest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.answer import Certainty
    from queries.grade import Member

INSTANT = timedelta(microseconds=1)


def order(earlier: Member, later: Member) -> Certainty | None:
    """How surely the earlier one came first; None where it cannot have.

    It surely did only if its *possible end* is not after the later one's possible beginning: a report "from 1 to 10 June" did
    not surely reach anybody by the 4th. It possibly did if it can have begun before the later one had.
    """
    if not earlier["possible_from"] < begun_by(later):
        return None
    return "certain" if earlier["possible_to"] <= later["possible_from"] else "possible"


def gap(members: Sequence[Member], begin: datetime, end: datetime | None, *, doubted: bool) -> Grade:
    """What is said of a time from which nothing is known, between the members that come before and after it.

    `end` is None where nothing came after. It is assumed where an end of it is that of a core which only joins citations.
    """
    certainty: Certainty = "certain"
    if any(member.get("bridged") for member in members):
        certainty = "assumed"
    if doubted or any(member.get("disputed") for member in members):
        certainty = "possible"
    return Grade(begin, end, None, certainty, farthest(members, begin, end or UNKNOWN_TO))


def begun_by(member: Member) -> datetime:
    """The moment by which it had begun, at the latest."""
    core = member.get("certain_from")
    moment = member["possible_to"] if core is None else core
    assert isinstance(moment, datetime)  # noqa: S101 - a span's own properties
    return moment


def days_between(earlier: Member, later: Member) -> tuple[int | None, int | None]:
    """At least and at most so many days of the calendar lie between their beginnings; None where a limit is unknown."""
    least = most = None
    if later["possible_from"] != UNKNOWN_FROM and begun_by(earlier) != UNKNOWN_TO:
        least = max(0, _days(_last_beginning(earlier), later["possible_from"]))
    if earlier["possible_from"] != UNKNOWN_FROM and begun_by(later) != UNKNOWN_TO:
        most = _days(earlier["possible_from"], _last_beginning(later))
    return least, most


def _last_beginning(member: Member) -> datetime:
    """The last moment at which it can have begun: its core's, else the one before its possible end."""
    core = member.get("certain_from")
    return begun_by(member) if core is not None else begun_by(member) - INSTANT


def _days(begin: datetime, end: datetime) -> int:
    return (end.date() - begin.date()).days
