"""What `colocation/co_detained_everywhere` must answer, in plain Python: the pairs of every station, cut and put in order.

Looked at are the first pairs of which a core says that they met, longest first, then others; listed are these, the surest
first. Of pairs equally sure, those whose cores share most whole days come first, then those whose limits do; a pair of which
no stay has a known beginning, or none a known end, has no number of days and comes last.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from graph.projection import Link, Projection
from tests.queries.oracle import Oracle
from tests.queries.oracles.agreement import Parameters
from tests.queries.rule import FIRST, LAST, Asked, Row

GRADES = ("certain", "assumed", "possible")


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The first rows. `parameters`: `top`, and `from` and `to` where they are limited."""
    asked = Asked.of(cast("datetime | None", parameters.get("from")), cast("datetime | None", parameters.get("to")))
    oracle = Oracle(projection)
    links = {link.id: link for link in projection.links}
    stations = sorted({link.end for link in projection.links if link.type == "HELD_AT"})
    rows = [row for station in stations for row in oracle.co_detained(station, asked)]
    for row in rows:
        row["most_days"] = _days(row, [links[row["one_stay"]], links[row["other_stay"]]])

    def by_days(row: Row) -> list[Any]:
        days = -1 if row["most_days"] is None else row["most_days"]
        return [-row["certain_days"], -days, *(row[name] for name in ("one", "other", "one_stay", "other_stay"))]

    looked_at = sorted(rows, key=lambda row: [row["certainty"] == "possible", *by_days(row)])[: cast("int", parameters["top"])]
    return sorted(looked_at, key=lambda row: [GRADES.index(row["certainty"]), *by_days(row)])


def _days(row: Row, stays: list[Link]) -> int | None:
    begins = any(stay.properties["possible_from"] != FIRST for stay in stays)
    ends = any(stay.properties["possible_to"] != LAST for stay in stays)
    return (row["until"] - row["since"]) // timedelta(days=1) if begins and ends else None
