"""What a node or link says of its own time, read the same way by every oracle that counts in hours and days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from graph.projection import Link, Node
from tests.queries.oracle import cited


def time_of(thing: Node | Link, name: str) -> datetime:
    """One of its limits, or of its core's."""
    found = thing.properties[name]
    assert isinstance(found, datetime)
    return found


def gap_days(things: Iterable[Node | Link], begin: datetime, end: datetime) -> int | None:
    """Days from the time asked about to the far end of the nearest citation, of the one where that is most; or not cited."""
    most = 0
    for thing in things:
        far = [max(0, (begin - first).days, (last - end).days) for first, last in cited(thing)]
        if not far:
            return None
        most = max(most, min(far))
    return most
