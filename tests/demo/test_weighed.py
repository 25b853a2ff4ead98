"""The demo's other answers: who stood above, what came of complaints, what it rests on, what speaks against."""

from __future__ import annotations

import csv
import warnings
from datetime import date
from typing import cast

import openpyxl

from loaders.demo import story
from loaders.demo.forces import superiors
from queries.desk.demo import FILES
from queries.desk.why import why
from tests.demo.answers import ABOVE, AGAINST, ALONE, COMPLAINED, rows
from tests.demo.made import Made


def test_above_all_four_units_stands_the_lowest_they_have_in_common(made: Made) -> None:
    day = date.fromisoformat(str(ABOVE.parameters["on"]))
    above = [{unit for chain in made.truth.chains(code, day) for unit in chain} for code in story.METHOD_UNITS]
    common = set.intersection(*above)
    lowest = {unit for unit in common if not any(unit in superiors(other, day) for other in common)}

    found = rows(made.ask(ABOVE.query, ABOVE.parameters))

    assert {made.keys[row["superior"].id] for row in found} == lowest == {story.SPECIAL_POLICE}
    assert {made.keys[row["unit"].id] for row in found} == set(story.METHOD_UNITS)
    assert {made.keys[row["commander"].id] for row in found} == {story.SPECIAL_POLICE_CHIEF}


def test_every_complaint_in_the_files_is_counted_and_none_became_a_case(made: Made) -> None:
    found = rows(made.ask(COMPLAINED.query, COMPLAINED.parameters))
    with warnings.catch_warnings(action="ignore"):  # openpyxl remarks that the workbook has no style
        sheet = openpyxl.load_workbook(made.folder / FILES / "proceedings.xlsx").worksheets[0]
    header, *told = sheet.iter_rows(values_only=True)
    files = [dict(zip(header, row, strict=True)) for row in told]

    assert {made.keys[row["complaint"].id] for row in found} == {one["№ документа"] for one in files if one["Вид"] == "жалоба"}
    refused = {made.keys[row["complaint"].id] for row in found if row["answer"] == "refused"}
    assert refused == {one["В ответ на №"] for one in files if one["Вид"] == "отказ"}
    assert {row["answer"] for row in found} == {"refused", "none"}


def test_what_rests_on_one_origin_has_one_and_what_does_not_has_more(made: Made) -> None:
    found = rows(made.ask(ALONE.query, ALONE.parameters))

    assert found and all(row["origins"] <= 1 or row["weak"] for row in found)
    assert all(why(made.case, row["link"].id).origins == row["origins"] for row in found)


def test_what_speaks_against_comes_first_and_holds_every_denial_that_meets_something(made: Made) -> None:
    found = rows(made.ask(AGAINST.query, AGAINST.parameters))
    first = found[: cast("int", AGAINST.limit)]
    with (made.folder / FILES / "statements.csv").open(encoding="utf-8", newline="") as lines:
        denials = {row["badge"] or row["unit_code"] for row in csv.DictReader(lines)}

    denied = {made.keys[row["thing"].id] for row in found if row["what"] == "denied"}
    assert denied == {story.CENTRE_ACTING, story.COMPANY_COMMANDER, story.COMPANY} < denials
    assert {made.keys[row["thing"].id] for row in first if row["what"] == "denied"} == denied
