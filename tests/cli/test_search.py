"""`linkage search`: what a name may mean, and what a question offers where a name is not exact."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.program import inside


def test_it_shows_id_label_name_why_and_a_neighbour(shared_case: Path) -> None:
    ran = inside("search", "bero tashkal", case=shared_case)
    assert (ran.code, ran.err) == (0, "")
    header, *rows = [line.split("\t") for line in ran.out.splitlines()]
    assert header == ["id", "label", "name", "found by", "because", "beside"]
    assert len(rows) == 2
    assert {tuple(row[1:]) for row in rows} == {
        ("Person", "Bero Tashkal", "", "called exactly so", "POSTED_TO 4th Watch Company"),
    }


def test_another_script_and_a_label_and_a_limit(shared_case: Path) -> None:
    ran = inside("search", "Берo Ташкал", "--json", case=shared_case)
    assert {hit["name"] for hit in json.loads(ran.out)} == {"Bero Tashkal"}
    units = json.loads(inside("search", "Watch Company", "--label", "Unit", "--limit", "2", "--json", case=shared_case).out)
    assert len(units) == 2
    assert {hit["label"] for hit in units} == {"Unit"}


def test_what_is_not_there_is_said_in_one_line(shared_case: Path) -> None:
    ran = inside("search", "Qqwxz", case=shared_case)
    assert (ran.code, ran.out) == (0, "nothing in the case has this name, or one like it\n")


def test_an_empty_text_and_an_unknown_label_are_errors_of_one_line(shared_case: Path) -> None:
    for arguments, says in ((("search", " "), "empty"), (("search", "x", "--label", "Prison"), "Station")):
        ran = inside(*arguments, case=shared_case)
        assert ran.code == 2
        assert ran.out == ""
        assert ran.err.count("\n") == 1
        assert says in ran.err


def test_a_question_offers_what_the_search_finds(shared_case: Path) -> None:
    ran = inside("query", "colocation/co_detained", "--station", "Дом Кастел", case=shared_case)
    assert ran.code == 2
    assert "did you mean" in ran.err
    assert "Dom Kastel  (Station" in ran.err
