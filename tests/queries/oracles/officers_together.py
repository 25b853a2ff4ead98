"""What `colocation/officers_together` must answer, in plain Python; the rule of time is that of `rule`.

Two are together where both were seen at one station, or posted to one known unit, and their ranges share enough days.
Where days are asked for, a row is sure only if the cores share as many, and both cores are needed to show it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from graph.projection import Link, Projection
from tests.queries.oracle import _sorted
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.co_detained_with import pair
from tests.queries.rule import FIRST, LAST, Asked, Members, Row, is_stated

WAYS = {"PRESENT_AT": "station", "POSTED_TO": "unit"}


def answer(projection: Projection, parameters: Parameters) -> list[Row]:
    """The rows, by the other officer and the place."""
    person, least = parameters["person"], cast("int", parameters["min_days"])
    unknown = {node.id for node in projection.nodes if node.label == "Unit" and node.properties.get("kind") == "unknown"}
    rows: list[Row] = []
    for own in projection.links:
        if own.type not in WAYS or own.begin != person or own.end in unknown:
            continue
        for other in projection.links:
            if other.type == own.type and other.end == own.end and other.begin != person:
                row = _beside(projection, own, other, least)
                rows += [row] if row is not None else []
    return _sorted(rows, "officer", "beside", "station", "unit", "since", "until", "own", "other")


def _beside(projection: Projection, own: Link, other: Link, least: int) -> Row | None:
    row = pair(own, other)
    if row is None or (row["until"] - row["since"]).days < least:
        return None
    if least > 0:
        row["certainty"] = "possible" if row["certain_days"] < least else _for_days(row, own, other)
    way = WAYS[own.type]
    limited = row["since"] != FIRST and row["until"] != LAST
    said = other.properties
    return row | {
        "officer": other.begin,
        "person": own.begin,
        "own": own.id,
        "other": other.id,
        "beside": way,
        "station": own.end if way == "station" else None,
        "unit": own.end if way == "unit" else None,
        "role": said.get("role"),
        "post": said.get("post") or said.get("title"),
        "function": said.get("function"),
        "most_days": (row["until"] - row["since"]) // timedelta(days=1) if limited else None,
        "also_held": _held(projection, other, row) if way == "station" else None,
    }


def _for_days(row: Row, own: Link, other: Link) -> str:
    """Of what is sure: certain only if both cores are stated."""
    stated = all(is_stated(link, row["since"], row["until"]) for link in (own, other))
    return "assumed" if row["certainty"] == "certain" and not stated else str(row["certainty"])


def _held(projection: Projection, other: Link, row: Row) -> bool:
    within = Asked(row["since"], row["until"])
    stays = [link for link in projection.links if link.type == "HELD_AT" and link.begin == other.begin and link.end == other.end]
    return any(Members.possible([stay], within) for stay in stays)
