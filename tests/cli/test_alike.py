"""Rows that would read alike say by what they differ; a row that reads like no other says nothing more."""

from __future__ import annotations

from datetime import datetime

from graph.answer import Answer, Column, NodeValue, PathValue, RelValue
from graph.words.cells import Beside
from queries.cli.output.alike import differences

GUARD, WATCH, STAFF, TOP = (NodeValue(f"u-{name}", "Unit", {"name": name}) for name in ("Guard", "Watch", "Staff", "Top"))


def link(id_: str, begin: str, end: str, **dates: datetime) -> RelValue:
    return RelValue(id_, "SUBORDINATE_TO", begin, end, {"id": id_, **dates})


def by_what(*rows: tuple[object, ...]) -> list[str]:
    columns = (Column("unit", "node"), Column("posting", "rel"), Column("chain", "path"))
    answer = Answer("q", "", "", "", "", "", {}, columns, rows, "", 1)
    return differences(answer, [[row[0].name] for row in rows], Beside.of(answer))  # type: ignore[attr-defined]  # a node


def test_links_by_their_dates_and_ids() -> None:
    one = link("l-1", "u-a", "u-b", possible_from=datetime(1987, 5, 3), possible_to=datetime(1987, 5, 4))
    two = link("l-2", "u-a", "u-b")
    assert by_what((GUARD, one, None), (GUARD, two, None), (WATCH, two, None)) == ["some time on 3 May 1987 l-1", "l-2", ""]


def test_paths_by_what_only_one_of_them_leads_through() -> None:
    paths = [
        PathValue(
            (GUARD, between, TOP), (link(f"{between.id}-1", GUARD.id, between.id), link(f"{between.id}-2", between.id, TOP.id))
        )
        for between in (WATCH, STAFF)
    ]
    assert by_what(*((TOP, None, path) for path in paths)) == ["Watch", "Staff"]
