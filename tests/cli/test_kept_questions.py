"""A question kept under a name, and a row asked why it stands there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.program import inside

ASKED = ("query", "command/chain_up", "--unit", "9 Watch Company", "--on", "1983-01-01", "--within", "any")


@pytest.fixture
def roster(made: Callable[[str], Path], sheets: Path) -> Path:
    case = made("roster")
    assert inside("load", sheets / "roster.tsv", case=case).code == 0
    return case


def test_a_kept_question_gives_the_same_answer_again(roster: Path) -> None:
    first = inside(*ASKED, "--json", "--save", "mine/above", case=roster)
    again = inside("query", "mine/above", "--json", case=roster)

    assert first.code == again.code == 0
    assert json.loads(first.out) == json.loads(again.out) != []
    assert "kept: `linkage query mine/above`" in first.err


def test_what_is_given_counts_more_than_what_is_kept(roster: Path) -> None:
    inside(*ASKED, "--save", "above", case=roster)

    narrower = json.loads(inside("query", "above", "--limit", "1", "--json", case=roster).out)
    another = inside("query", "above", "--unit", "8 Watch Company", case=roster)

    assert len(narrower) == 1
    assert another.code == 0 and "8 Watch Company" in another.out


def test_kept_questions_are_listed_and_a_page_can_be_written_of_one(roster: Path, tmp_path: Path) -> None:
    inside(*ASKED, "--save", "above", case=roster)

    assert "above\tcommand/chain_up\tunit u-" in inside("query", case=roster).out
    assert inside("page", "above", "--profile", "internal", "--out", tmp_path / "a.html", case=roster).code == 0


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("command/chain_up", "a query has this name"),
        ("Above", "lower-case letters"),
        ("../above", "lower-case letters"),
        ("taken", "kept already"),
    ],
)
def test_a_name_that_cannot_be_had_is_told(name: str, complaint: str, roster: Path) -> None:
    inside(*ASKED, "--save", "taken", case=roster)

    ran = inside(*ASKED, "--save", name, case=roster)

    assert ran.code == 2 and complaint in ran.complaint


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("query = 1", "query is missing, or no text"),
        ('query = "command/chain_up"\nhash = ""\nwhen = 1', "unknown key 'when'"),
        ('query = "command/chain_up"\nhash = ""\ncertainty = "sure"', "certainty is one of"),
        ('query = "command/chain_up"\nhash = ""\nwithin = -1', "within is a number of days"),
        ('query = "command/chain_up"\nhash = ""\nlimit = 0', "limit is a number"),
        ("query =", "Invalid value"),
    ],
)
def test_a_damaged_file_is_named(text: str, complaint: str, roster: Path) -> None:
    (roster / "queries" / "broken.toml").write_text(text, "utf-8")

    asked, listed = inside("query", "broken", case=roster), inside("query", case=roster)

    assert asked.code == listed.code == 2
    assert complaint in asked.complaint and "broken.toml" in asked.complaint and "broken.toml" in listed.err


def test_a_query_that_changed_since_is_told(roster: Path) -> None:
    inside(*ASKED, "--save", "above", case=roster)
    path = roster / "queries" / "above.toml"
    path.write_text(path.read_text("utf-8").replace('hash = "', 'hash = "0'), "utf-8")

    ran = inside("query", "above", case=roster)

    assert ran.code == 0 and "has changed since this question was kept" in ran.err


def test_why_of_a_row_gives_the_claims_of_that_row(shared_case: Path) -> None:
    rows = json.loads(inside(*ASKED, "--json", case=shared_case).out)

    reasons = json.loads(inside(*ASKED, "--why", "2", "--json", case=shared_case).out)
    printed = inside(*ASKED, "--why", "2", case=shared_case)

    assert {reason["id"] for reason in reasons} == set(rows[1]["claims"])
    assert printed.code == 0 and all(reason["id"] in printed.out for reason in reasons)
    assert "roster.tsv, row" in printed.out


@pytest.mark.parametrize("two", ["--json --csv", "--csv --why 2", "--csv --explain", "--json --explain", "--why 2 --explain"])
def test_an_option_that_would_do_nothing_is_refused_and_nothing_is_kept(two: str, roster: Path) -> None:
    ran = inside(*ASKED, *two.split(), "--save", "above", case=roster)

    one, other = (word for word in two.split() if word.startswith("--"))
    assert ran.code == 2 and f"{one} and {other}: give one of them" in ran.complaint
    assert ran.out == "" and not (roster / "queries" / "above.toml").exists()


def test_why_of_a_row_that_is_not_there_is_told(shared_case: Path) -> None:
    ran = inside(*ASKED, "--why", "4000", case=shared_case)

    assert ran.code == 2 and "--why: the answer has rows 1 to" in ran.complaint


def test_the_catalogue_is_by_topic_and_searched_in_its_caveats_too(shared_case: Path) -> None:
    listed = inside("query", case=shared_case).out
    topics = [line for line in listed.splitlines() if line.startswith("# ")]

    assert topics[:2] == ["# Who answered to whom", "# Who was where with whom"]
    assert "command/chain_up" in inside("query", "--search", "formal authority", case=shared_case).out
    assert "no query mentions" in inside("query", "--search", "weather", case=shared_case).out


def test_one_file_that_cannot_be_used_is_one(fresh: Path) -> None:
    (fresh / "queries").mkdir(exist_ok=True)
    (fresh / "queries" / "broken.cypher").write_text("MATCH (n) RETURN n", "utf-8")

    assert inside("query", case=fresh).err.endswith("linkage: 1 query file cannot be used: see above\n")
