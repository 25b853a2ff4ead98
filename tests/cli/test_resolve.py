"""`linkage resolve` as a user does it: two lists of one place and one man, and what the report and the status say."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.folder import contents
from tests.cli.program import inside

MAPPING = """\
name          = "harbour-stays"
title         = "Stays at the harbour"
dates         = "year-first"
recognised_by = ["name", "born", "held at", "on"]

[thing.person]
label      = "Person"
name       = "name"
born       = "born"
identified = { text = "named" }

[thing.place]
label = "Station"
name  = "held at"

[link.held]
type     = "HELD_AT"
begin    = "person"
end      = "place"
rests_on = "held at"
span     = { on = "on" }
"""
RUSSIAN = "name,born,held at,on\nРудозорук Антон Сергеевич,1984-03-02,Salt Quay Depot,1991-05-03\n"
BELARUSIAN = """\
name,born,held at,on
Рудазорук Антон Сяргеевіч,1984-03-02,Salt Quay Depot,1991-05-04
А. Рудазорук,,Salt Quay Depot,1991-05-05
"""


@pytest.fixture
def case(fresh: Path, tmp_path: Path) -> Path:
    (tmp_path / "stays.toml").write_text(MAPPING, "utf-8")
    for name, text in (("one", RUSSIAN), ("other", BELARUSIAN)):
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
        ran = inside("load", tmp_path / f"{name}.csv", "--mapping", tmp_path / "stays.toml", case=fresh)
        assert ran.code == 0, ran.err
    return fresh


def data(*arguments: object, case: Path) -> Any:
    ran = inside(*arguments, "--json", case=case)
    assert (ran.code, ran.err) == (0, ""), ran.err
    return json.loads(ran.out)


def test_it_joins_by_rules_and_says_by_which(case: Path) -> None:
    ran = inside("resolve", case=case)
    assert (ran.code, ran.err) == (0, "")
    lines = [line.split("\t") for line in ran.out.splitlines()]
    assert [(line[0], line[2]) for line in lines if line[0] in ("Person", "Station") and len(line) == 3] == [
        ("Person", "1"),
        ("Station", "2"),
    ]
    nodes = data("status", case=case)["nodes"]
    assert (nodes["Station"], nodes["Person"]) == (1, 2)


def test_it_names_nobody(case: Path) -> None:
    for arguments in (("resolve", "--dry-run"), ("resolve", "--json"), ("resolve",)):
        said = inside(*arguments, case=case).out
        assert "удазорук" not in said
        assert "Salt" not in said


def test_a_dry_run_changes_nothing_and_says_so(case: Path) -> None:
    before = contents(case)
    ran = inside("resolve", "--dry-run", case=case)
    assert ran.code == 0
    assert "nothing was changed" in ran.out
    assert contents(case) == before


def test_again_joins_nothing_more_and_all_compares_everything(case: Path) -> None:
    first = data("resolve", case=case)
    assert first["since"] is None
    assert len(first["merged"]) == 3
    again = data("resolve", case=case)
    assert again["since"] is not None
    assert again["merged"] == []
    anew = data("resolve", "--all", case=case)
    assert (anew["since"], anew["merged"]) == (None, [])


def test_status_says_what_waits_and_whether_something_was_never_compared(case: Path) -> None:
    assert "`linkage resolve` does it" in inside("status", case=case).out
    found = data("resolve", case=case)
    assert data("status", case=case)["waiting"]["review"] == len(found["review"])
    assert "`linkage resolve` does it" not in inside("status", case=case).out


def test_the_page_of_the_person_shows_both_spellings_with_the_claims_of_both_files(case: Path) -> None:
    inside("resolve", case=case)
    shown = data("show", "Рудозорук Антон Сергеевич", case=case)["thing"]
    assert {shown["name"], *shown["properties"]["aliases"]} == {"Рудозорук Антон Сергеевич", "Рудазорук Антон Сяргеевіч"}
    files = {claim["file_name"] for claim in data("why", "Рудозорук Антон Сергеевич", case=case)["claims"]}
    assert files == {"one.csv", "other.csv"}


def test_an_empty_case_is_resolved_too(made: Callable[[str], Path]) -> None:
    ran = inside("resolve", case=made("empty"))
    assert (ran.code, ran.err) == (0, "")
    assert "nothing waits for a person" in ran.out
