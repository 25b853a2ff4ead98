"""What is odd in the Nigerian sheets (data/README.md) is in the load report with its row, and nothing of it is repaired."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

from graph.said.claim import SPAN
from graph.said.span import ALWAYS, Span
from loaders.load.dates import DIFFER, SPLIT_USED
from tests.real.loaded import Loaded
from tests.real.nigeria_time import read_text
from tests.real.nigeria_walk import PERSONS

PARENT = "OrganizationOrganization:"


def test_cells_that_are_no_dates(nigeria: Loaded) -> None:
    """Five. In each the split cells say a day."""
    assert nigeria.issues("no date") == nigeria.issues(SPLIT_USED)
    assert nigeria.issues("no date") == {
        "Organization:date_last_cited": [1422],
        PARENT + "date_last_cited": [535],
        "OrganizationSite:date_first_cited": [519],
        "Date of last citation for area of operations": [142],
        "First citation": [482],
    }


def test_cells_that_differ_are_the_54_of_the_readme_but_one_that_is_only_spelt_otherwise(nigeria: Loaded) -> None:
    differ, no_date = nigeria.issues(DIFFER), nigeria.issues("no date")
    assert {column: len(rows) for column, rows in differ.items()} == {
        "Organization:date_first_cited": 5,
        "Organization:date_last_cited": 4,
        PARENT + "date_first_cited": 6,
        PARENT + "date_last_cited": 1,
        "OrganizationSite:date_first_cited": 9,
        "OrganizationSite:date_last_cited": 1,
        "Date of first citation for area of operations": 14,
        "Date of last citation for area of operations": 1,
        "Date of last citation for OrganizationMembership:member_id": 2,
        "First citation": 3,
        "Last citation": 2,
    }
    assert sum(len(rows) for rows in differ.values()) == 48
    assert sum(len(rows) for rows in no_date.values()) == 5
    assert 664 in differ[PARENT + "date_first_cited"], "its split year says `August 1991`"


def test_as_dates_53_differ(nigeria: Loaded, nigerian_sheets: Path) -> None:
    """The difference to 54 is posting row 134 alone: as a text it differs from the split cells, as a day it does not."""
    with (nigerian_sheets / PERSONS).open(encoding="utf-8", newline="") as file:
        row = list(csv.DictReader(file))[134 - 2]
    assert [row[name] for name in ("First citation", "first_month", "first_day", "first_year")] == [
        "10 /21/2010",
        "10",
        "21",
        "2010",
    ]
    found = read_text(row["First citation"])
    assert found is not None
    spans = [c for c in nigeria.loads[1].claims.values() if c.property == SPAN and c.locator.startswith("row 134,")]
    for claim in spans:
        first = Span.of_text(json.loads(json.dumps(claim.value))).cited[0]
        assert (first.begin, first.end) == (found.start, found.stop)
    assert {claim.issue for claim in spans} == {None}


def test_ranges_that_end_before_they_begin(nigeria: Loaded) -> None:
    assert nigeria.issues("the last date is before the first") == {PARENT + "date_last_cited": [396, 555], "Last citation": [40]}
    for one, rows in ((nigeria.loads[0], (396, 555)), (nigeria.loads[1], (40,))):
        for row in rows:
            claims = [c for c in one.claims.values() if c.issue and "before" in c.issue and c.locator.startswith(f"row {row},")]
            assert claims
            for claim in claims:
                span = Span.of_text(json.loads(json.dumps(claim.value)))
                assert (span.possible, span.core, len(span.cited)) == (ALWAYS, None, 2)


def test_links_marked_as_over_without_a_last_citation(nigeria: Loaded) -> None:
    found = nigeria.issues("marked as not going on")
    assert {column: len(rows) for column, rows in found.items()} == {
        PARENT + "open_ended": 56,
        "OrganizationSite:open_ended (Y/N/E)": 48,
        "Assume Area of Operations to Current Date? (Y/N/E)": 52,
    }


def test_names_and_ids(nigeria: Loaded) -> None:
    assert nigeria.issues("the compiler's id is empty") == {"o_id": list(range(1544, 1554))}
    assert nigeria.issues("the compiler gives") == {}
    qualified = nigeria.issues("the name carries a qualifier")["Name"]
    assert qualified == [15, 27, 70, 156, 488, 654, 655, 751, 753, 854]
    bracketed = [key for key in nigeria.ids("Person") if "(" in key]
    assert len(bracketed) == 9
    assert nigeria.issues("a unit the compiler could not name") == {"Organization:Name": [*range(1345, 1377), 1508, 1509, 1542]}


def test_a_word_for_nothing_is_no_source(nigeria: Loaded) -> None:
    """`nan` stands where a source should in three rows (README names 1551); row 767 of the persons names none."""
    assert nigeria.issues("no source is named") == {"Organization:Name": [1551, 1552, 1553], "Name": [767]}
    assert "nan" not in {source.properties.get("key") for source in nigeria.of("Source")}


def test_rows_that_say_again_what_an_earlier_row_says(nigeria: Loaded) -> None:
    superiors = nigeria.issues("says again what an earlier row says: one SUBORDINATE_TO")
    assert superiors == {None: [517, 629, 658, 673, 836, 1032, 1045]}
    assert nigeria.issues("says again what an earlier row says: one BASED_AT") == {None: [413, 517, 629, 658, 836, 1045]}
    again = nigeria.issues("says again")
    assert sum(len(rows) for rows in again.values()) == (1233 - 1226) + (979 - 973)


def test_characters_that_were_lost_before_the_file_was_made(nigeria: Loaded) -> None:
    assert [note.row for note in nigeria.loads[0].notes if "U+FFFD" in note.text] == [1318]
    kept = [claim for claim in nigeria.loads[0].claims.values() if "\ufffd" in claim.original]
    assert {claim.locator for claim in kept} == {"row 1318, Organization:other_names"}


def test_nothing_is_refused_and_every_odd_row_is_listed_beside_the_case(nigeria: Loaded) -> None:
    for one in nigeria.loads:
        assert one.rejects == []
        listed = nigeria.case.folder / "rejects" / f"{one.sequence}-issues.csv"
        if not one.issues:
            assert not listed.exists()
            continue
        with listed.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert Counter(row["what"] for row in rows) == Counter(issue.what for issue in one.issues)
        assert {name for row in rows for name in row} == {"file", "sheet", "row", "column", "what"}, "places, never contents"
