"""Casefiles drawn at random, on the record; and what a claim is marked to bear on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.decided.entry import Kind
from graph.kept.case import Case
from tests.cli.program import inside

MAPPING = """\
name          = "files-of-tarvonia"
title         = "Files of Tarvonia"
recognised_by = ["file", "held on"]

[thing.file]
label = "Casefile"
key   = { space = "file", columns = ["file"] }
name  = "file"

[thing.person]
label = "Person"
key   = { space = "file", columns = ["file"] }
name  = "who"

[thing.place]
label = "Station"
key   = { space = "file", columns = ["where"] }
name  = "where"

[link.about]
type     = "ABOUT"
begin    = "file"
end      = "person"
rests_on = "file"

[link.held]
type     = "HELD_AT"
begin    = "person"
end      = "place"
rests_on = "where"

[link.held.span]
on = "held on"
"""


@pytest.fixture(scope="module")
def filed(made: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty casefiles: ten of May, ten of June, ten without a day."""
    folder, case = tmp_path_factory.mktemp("files"), made("filed")
    days = ["3 May 1987"] * 10 + ["3 June 1987"] * 10 + [""] * 10
    rows = [f"F-{n:02},Orrin {n},Dom Kastel,{day}" for n, day in enumerate(days, 1)]
    (folder / "files.csv").write_text("\n".join(["file,who,where,held on", *rows, ""]), "utf-8")
    (folder / "files.toml").write_text(MAPPING, "utf-8")
    done = inside("load", folder / "files.csv", "--mapping", folder / "files.toml", case=case)
    assert done.code == 0, done.err
    return case


def sample(case: Path, *arguments: object) -> Any:
    ran = inside("sample", *arguments, "--json", case=case)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_the_same_seed_draws_the_same_and_anybody_can_do_the_sum(filed: Path) -> None:
    whole = sample(filed, 30, "--seed", "dice")
    first, again = sample(filed, 7, "--seed", "dice"), sample(filed, 7, "--seed", "dice")

    everybody = [one["id"] for one in whole["drawn"]]
    by_hand = sorted(everybody, key=lambda id_: hashlib.sha256(f"dice\n{id_}".encode()).hexdigest())

    assert [one["id"] for one in first["drawn"]] == by_hand[:7] == everybody[:7]
    assert again == first


def test_another_seed_draws_others(filed: Path) -> None:
    assert sample(filed, 7, "--seed", "dice")["drawn"] != sample(filed, 7, "--seed", "cards")["drawn"]


def test_the_draw_stands_in_the_journal_once(filed: Path) -> None:
    drawn = sample(filed, 3, "--seed", "once")
    sample(filed, 3, "--seed", "once")

    with Case(filed) as case:
        entries = [e for e in case.journal.entries(Kind.SAMPLE) if e.body["seed"] == "once"]
    assert [e.sequence for e in entries] == [drawn["entry"]]
    assert entries[0].body["drawn"] == [one["id"] for one in drawn["drawn"]] and entries[0].body["frame"] == 30


def test_a_draw_changes_no_graph(filed: Path) -> None:
    before = json.loads(inside("status", "--json", case=filed).out)
    sample(filed, 2, "--seed", "still")

    assert json.loads(inside("status", "--json", case=filed).out) == before


def test_a_period_limits_whom_may_be_drawn_and_an_unknown_day_is_in_none(filed: Path) -> None:
    may = sample(filed, 10, "--seed", "dice", "--from", "1987-05-01", "--to", "1987-05-31")

    assert may["frame"] == 10
    assert {one["name"] for one in may["drawn"]} == {f"F-{n:02}" for n in range(1, 11)}
    assert sample(filed, 1, "--seed", "dice", "--from", "1987-05-03", "--to", "1987-05-03")["frame"] == 10
    assert sample(filed, 1, "--seed", "dice", "--to", "1987-06-03")["frame"] == 20


def test_too_many_or_a_period_turned_round_are_told(filed: Path) -> None:
    assert "there are 30 such casefiles" in inside("sample", 31, "--seed", "x", case=filed).complaint
    turned = inside("sample", 1, "--seed", "x", "--from", "1987-06-01", "--to", "1987-05-01", case=filed)
    assert turned.code == 2 and "ends before it begins" in turned.complaint


def test_a_claim_can_be_marked_and_the_mark_is_in_the_graph(filed: Path) -> None:
    claim = json.loads(inside("why", "Orrin 1", "--json", case=filed).out)["claims"][0]["id"]

    ran = inside("bear", claim, "torture/custody-or-control", "for", "--reason", "held", case=filed)

    assert ran.code == 0 and "speaks for torture/custody-or-control" in ran.out
    assert json.loads(inside("status", "--json", case=filed).out)["links"]["BEARS_ON"] == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("c-aaaaaaaaaaaaaaaa", "torture/custody-or-control", "for", "--reason", "x"), "no claim in the case has this id"),
        (("c-aaaaaaaaaaaaaaaa", "torture/custody", "for", "--reason", "x"), "did you mean torture/custody-or-control"),
        (("c-aaaaaaaaaaaaaaaa", "weather/rain", "for", "--reason", "x"), "`linkage bear` lists them"),
        (("c-aaaaaaaaaaaaaaaa", "torture/custody-or-control", "for"), "give a claim, an element"),
        (("c-aaaaaaaaaaaaaaaa", "torture/custody-or-control", "beside", "--reason", "x"), "'for', 'against'"),
    ],
)
def test_a_mark_that_cannot_be_is_told(arguments: tuple[str, ...], complaint: str, filed: Path) -> None:
    ran = inside("bear", *arguments, case=filed)

    assert ran.code == 2 and complaint in ran.err


def test_the_elements_are_listed_without_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    ran = inside("bear")

    assert ran.code == 0 and "command-responsibility/knowledge" in ran.out
