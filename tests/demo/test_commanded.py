"""The demo's answer, held against what is so in the republic: who commanded at the station in the night."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from graph.answer import PathValue
from loaders.demo import story
from loaders.demo.forces import superiors
from queries.desk.why import why
from tests.demo.answers import COMMANDED, Row, rows
from tests.demo.made import Made, run

DAYS = (story.NIGHT_BEGIN.date(), story.NIGHT_END.date())
"""The night has hours of two days; postings, bases and subordinations are of whole days."""


@pytest.fixture(scope="module")
def commanded(made: Made) -> list[Row]:
    return rows(made.ask(COMMANDED.query, COMMANDED.parameters))


def paths(made: Made) -> set[tuple[str, ...]]:
    """Every way up from a unit that was there that night, and every part of it."""
    there = made.truth.based_at(story.NIGHT_STATION, story.NIGHT_BEGIN) | made.truth.based_at(
        story.NIGHT_STATION, story.NIGHT_END
    )
    whole = {chain for unit in there for day in DAYS for chain in made.truth.chains(unit, day)}
    return {chain[:length] for chain in whole for length in range(1, len(chain) + 1)}


def commanders(made: Made, unit: str) -> set[tuple[str, bool] | None]:
    """Who held command in that night, and whether acting; None alone where nobody did."""
    held = [t for t in made.truth.tenures if t.unit == unit and t.function == "commander"]
    return {(t.badge, t.acting) for t in held if any(t.holds(day) for day in DAYS)} or {None}


def told(made: Made, row: Row) -> tuple[tuple[str, ...], tuple[str, bool] | None]:
    chain = cast("PathValue", row["chain"])
    path = tuple(made.keys[node.id] for node in chain.nodes)
    assert (made.keys[row["based"].id], made.keys[row["unit"].id], row["level"]) == (path[0], path[-1], len(path) - 1)
    return path, (made.keys[row["commander"].id], row["acting"]) if row["commander"] else None


def test_units_there_their_commanders_and_all_above_them_are_those_of_the_truth(made: Made, commanded: list[Row]) -> None:
    true = {(path, holder) for path in paths(made) for holder in commanders(made, path[-1])}
    assert {told(made, row) for row in commanded} == true
    assert len(commanded) == len(true)


def test_every_chain_goes_up_to_the_minister(made: Made, commanded: list[Row]) -> None:
    tops = {told(made, row) for row in commanded if row["end"] == "top"}
    assert tops == {(path, (story.MINISTER, False)) for path in paths(made) if path[-1] == story.MINISTRY}
    assert {path[0] for path, _ in tops} == made.truth.based_at(story.NIGHT_STATION, story.NIGHT_BEGIN)


def test_a_fork_is_told_where_two_could_give_orders_and_nowhere_else(made: Made, commanded: list[Row]) -> None:
    forked = {made.keys[row["unit"].id] for row in commanded if row["end"] == "fork"}
    assert forked == {path[-1] for path in paths(made) if len(superiors(path[-1], story.ELECTION)) > 1} == {story.CENTRE}


def test_the_unit_nobody_could_name_is_in_its_chain_and_has_no_commander(made: Made, commanded: list[Row]) -> None:
    (row,) = (row for row in commanded if row["commander"] is None)
    assert told(made, row)[0] == (story.CONVOY, story.UNKNOWN)
    assert row["unit"].properties["kind"] == "unknown"


def test_what_the_ministry_denies_is_possible_and_the_rest_is_better(made: Made, commanded: list[Row]) -> None:
    doubtful = {told(made, row)[1] for row in commanded if row["certainty"] == "possible"}
    assert doubtful == {(story.CENTRE_ACTING, True)}
    assert {row["certainty"] for row in commanded} == {"certain", "assumed", "possible"}


def test_a_row_that_is_denied_names_who_denies_it_in_every_output(made: Made, commanded: list[Row], tmp_path: Path) -> None:
    denied = [row for row in commanded if row["posting"] and row["posting"].properties["disputed"]]
    assert denied == [row for row in commanded if row["denied_by"]]
    reasons = why(made.case, denied[0]["posting"].id).reasons
    against = [r for r in reasons if (r.claim.property, r.claim.polarity) == ("exists", "denies")]
    names = sorted({str(reason.source["name"]) for reason in against})
    assert names
    assert {tuple(row["denied_by"]) for row in denied} == {tuple(names)}

    asked = [text for name, value in COMMANDED.parameters.items() for text in (f"--{name}", value)]
    case, at = ("--case", made.folder / "case"), tmp_path / "elsewhere"  # no test leaves anything beside the demo
    command = (*case, "query", COMMANDED.query, *asked)
    table = run(*command, at=at).out
    assert "denied_by" in table
    assert names[0].split()[0] in table.split("denied_by")[1]
    listed = json.loads(run(*command, "--json", at=at).out)
    assert {tuple(row["denied_by"]) for row in listed} == {(), tuple(names)}
    lines = list(csv.DictReader(run(*command, "--csv", at=at).out.splitlines()))
    assert {row["denied_by"] for row in lines} == {"", ";".join(names)}

    out = at / "denied"
    exported = run(*case, "export", COMMANDED.query, *asked, "--profile", "internal", "--as", "csv", "--out", out, at=at)
    assert exported.code == 0, exported.err
    tables = {name: list(csv.DictReader((out / f"{name}.csv").read_text("utf-8").splitlines())) for name in ("rows", "links")}
    assert {row["denied_by"] for row in tables["rows"]} == {"", ";".join(names)}
    assert {row["type"] for row in tables["links"] if row["denied_by"]} == {"POSTED_TO"}
    assert {row["denied_by"] == ";".join(names) for row in tables["links"] if row["disputed"] == "true"} == {True}


@pytest.mark.parametrize(
    ("badge", "on"), [(story.CENTRE_LEFT, date(2024, 9, 13)), (story.CENTRE_NEXT, date(2024, 9, 17))], ids=["before", "after"]
)
def test_heads_of_other_days_come_on_their_days_and_not_in_the_night(
    made: Made, commanded: list[Row], badge: str, on: date
) -> None:
    assert badge in made.truth.commanders(story.CENTRE, on) - made.truth.commanders(story.CENTRE, story.ELECTION)
    then = rows(made.ask(COMMANDED.query, {**COMMANDED.parameters, "from": f"{on}", "to": f"{on}"}))
    assert badge in {made.keys[row["commander"].id] for row in then if row["commander"]}
    assert badge not in {made.keys[row["commander"].id] for row in commanded if row["commander"]}
