"""What `colocation/co_detained_with` must answer, in plain Python; the rule of time is that of `rule`.

A row is a stay of the person and a stay of another at the same station that could share a moment. The question's time is
the possible range of the person's own stay.
"""

from __future__ import annotations

from datetime import timedelta

from graph.projection import Link, Projection
from tests.queries.oracle import _sorted
from tests.queries.oracles.agreement import Parameters
from tests.queries.rule import FIRST, LAST, Asked, Members, Row


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows, by the other person and the time in common."""
    stays = [link for link in projection.links if link.type == "HELD_AT"]
    rows: list[Row] = []
    for own in (stay for stay in stays if stay.begin == parameters["person"]):
        for other in (stay for stay in stays if stay.end == own.end and stay.begin != own.begin):
            row = pair(own, other)
            if row is not None:
                named = {"person": own.begin, "other": other.begin, "station": own.end, "stay": own.id}
                rows.append(row | named | {"other_stay": other.id})
    return _sorted(rows, "other", "since", "until", "stay", "other_stay")


def pair(own: Link, other: Link) -> Row | None:
    """What time says of two links, asked of the first one's own; None where they cannot share a moment."""
    members = Members([own, other], Asked.during(own))
    if not members.shared:
        return None
    everything = Members([own, other], Asked(FIRST, LAST))
    return members.columns() | {"certain_days": everything.length(everything.common_core) // timedelta(days=1)}
