"""What came before what: the rule for notice, complaint and reprisal (DESIGN §4), and the days between by the calendar."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO
from queries.grade import Grade, farthest
from queries.row import Thing, limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.answer import Certainty
    from queries.grade import Member


def order(earlier: Thing, later: Thing) -> Certainty | None:
    """How surely the earlier one came first; None where it cannot have.

    It surely did only if its *possible end* is not after the later one's possible beginning: a report "from 1 to 10 June" did
    not surely reach anybody by the 4th. It possibly did if it can have begun before the later one had.
    """
    (began, ended), (begins, _) = limits(earlier), limits(later)
    if not began < begun_by(later):
        return None
    return "certain" if ended <= begins else "possible"


def gap(members: Sequence[Member], begin: datetime | None, end: datetime | None, *, doubted: bool) -> Grade:
    """What is said of a time from which nothing is known, between the members that come before and after it.

    None: nothing came before, or after. It is assumed where an end of it is that of a core which only joins citations.
    """
    certainty: Certainty = "certain"
    if any(member.get("bridged") for member in members):
        certainty = "assumed"
    if doubted:
        certainty = "possible"
    return Grade(begin, end, None, certainty, farthest(members, begin or UNKNOWN_FROM, end or UNKNOWN_TO))


def begun_by(thing: Thing) -> datetime:
    """The moment by which it had begun, at the latest."""
    return cast("datetime", thing.properties.get("certain_from")) or limits(thing)[1]


def days_between(earlier: Thing, later: Thing) -> tuple[int | None, int | None]:
    """At least and at most so many days of the calendar lie between their beginnings; None where a limit is unknown."""
    (began, _), (begins, _) = limits(earlier), limits(later)
    least = most = None
    if begins != UNKNOWN_FROM and begun_by(earlier) != UNKNOWN_TO:
        least = max(0, _days(_last_beginning(earlier), begins))
    if began != UNKNOWN_FROM and begun_by(later) != UNKNOWN_TO:
        most = _days(began, _last_beginning(later))
    return least, most


def _last_beginning(thing: Thing) -> datetime:
    """The last moment at which it can have begun: its core's, else the one before its possible end."""
    return cast("datetime", thing.properties.get("certain_from")) or limits(thing)[1] - datetime.resolution


def _days(begin: datetime, end: datetime) -> int:
    return (end.date() - begin.date()).days
