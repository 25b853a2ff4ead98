"""Who returns, held against what is so in the republic: each was truly there, as often as complainants tell of it."""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest

from loaders.demo import story
from tests.demo.answers import Row, rows
from tests.demo.made import Made

RETURNED = "pattern/repeat_perpetrators"


@pytest.fixture(scope="module")
def returned(made: Made) -> dict[str, Row]:
    """By code of a unit or badge of a man."""
    found = rows(made.ask(RETURNED, {"min_events": 2}))
    return {made.keys[row["who"].id]: row for row in found}


def told(made: Made, file: str, who: str) -> dict[str, set[str]]:
    """By whom a column of a sheet names: the casefiles whose complainants tell of them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    with (made.folder / "files" / file).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row[who] and row["incident"]:
                found[row[who]].add(row["casefile"])
    return found


def test_all_of_whom_two_complainants_tell_are_found_and_nobody_else(made: Made, returned: dict[str, Row]) -> None:
    units = told(made, "incidents.csv", "unit_code")
    assert len(units.pop(story.UNNAMED)) > 2  # men without insignia: of several units, and of none that is known
    men = told(made, "perpetrators.csv", "badge")
    expected = {who: len(casefiles) for who, casefiles in (units | men).items() if len(casefiles) >= 2}
    assert {who: row["independent"] for who, row in returned.items()} == expected
    assert all(row["independent_denied"] == row["events_denied"] for row in returned.values())
    assert len(returned) > 5


def test_each_was_there_in_truth(made: Made, returned: dict[str, Row]) -> None:
    units = {incident.number: incident.unit for incident in made.truth.incidents}
    men = {(seen.badge, seen.incident) for seen in made.truth.sightings}
    for who, row in returned.items():
        for event in row["counted"]:
            number = made.keys[event]
            assert units[number] == who or (who, number) in men


def test_each_event_has_a_complainant_and_an_origin_of_its_own(made: Made, returned: dict[str, Row]) -> None:
    for row in returned.values():
        casefiles = {made.keys[event].split("/")[0] for event in row["counted"]}
        assert len(casefiles) == row["independent"] <= row["origins"]
