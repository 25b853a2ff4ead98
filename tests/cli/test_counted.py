"""A count that a person reads: what waits in the review makes it a range, and every decision makes the range narrower."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli import harbour
from tests.cli.harbour import KESTA, KESTO, ORSOLIN, VADE
from tests.cli.program import inside

OWN = """\
// /// query
// title    = "How many commanded each unit"
// question = "How many persons were commanders of each unit, ever?"
// element  = "command-responsibility/superior-subordinate"
// caveat   = "Counts what was recorded."
//
// [grade]
// members = ["posting"]
// asked   = "always"
// order   = ["unit", "person"]
//
// [columns]
// unit    = "node"
// person  = "node"
// people  = { type = "int", count = "person", by = ["unit"], is = "how many commanded it" }
// posting = "rel"
// ///
MATCH (person:Person)-[posting:POSTED_TO]->(unit:Unit) RETURN unit, person, posting ORDER BY unit.id, person.id, posting.id
"""
GUARD, QUAY = "2nd Harbour Guard Company", "Quay Police"


@pytest.fixture
def mention(fresh: Path, tmp_path: Path) -> dict[str, str]:
    """The roster, what waits for a person, and a query of the case's own that counts."""
    found = harbour.loaded(fresh, tmp_path)
    harbour.waiting(fresh, found)
    (fresh / "queries").mkdir(exist_ok=True)
    (fresh / "queries" / "commanders.cypher").write_text(OWN, "utf-8")
    return found


def counts(case: Path) -> dict[str, tuple[int, int]]:
    """By unit, at least and at most so many."""
    rows = json.loads(inside("query", "commanders", "--json", case=case).out)
    return {row["unit"]["name"]: (row["people_least"], row["people"]) for row in rows}


def test_a_count_narrows_as_people_decide(fresh: Path, mention: dict[str, str]) -> None:
    assert counts(fresh) == {GUARD: (1, 3), QUAY: (3, 5)}
    different = inside("judge", VADE, ORSOLIN, "different", "--reason", "two men in one photograph", case=fresh)
    assert different.code == 0, different.err
    assert counts(fresh) == {GUARD: (1, 3), QUAY: (4, 5)}
    same = inside("judge", KESTO, KESTA, "same", "--reason", "one signature", case=fresh)
    assert same.code == 0, same.err
    assert counts(fresh) == {GUARD: (1, 3), QUAY: (4, 4)}


def test_a_table_shows_the_range_in_one_cell_and_says_what_it_is(fresh: Path, mention: dict[str, str]) -> None:
    shown = inside("query", "commanders", case=fresh).out
    assert "\t3–5\t" in shown and "at least, and at most" in shown
    assert "people_least" not in shown
    assert (
        inside("query", "commanders", "--csv", case=fresh)
        .out.splitlines()[0]
        .startswith("unit,person,people,people_least,people_most,people_denied")
    )
