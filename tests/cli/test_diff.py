"""What the case says now and did not say before."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.decide import decide
from graph.kept.case import Case
from tests.cli.program import inside


@pytest.fixture
def changed(made: Callable[[str], Path], sheets: Path) -> Path:
    """The roster, then the custody list."""
    case = made("changed")
    inside("load", sheets / "roster.tsv", case=case)
    inside("load", sheets / "custody.csv", "--mapping", sheets / "custody.toml", case=case)
    return case


def diff(case: Path, since: int) -> Any:
    ran = inside("diff", since, "--json", case=case)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def last(case: Path) -> int:
    with Case(case) as opened:
        return opened.journal.head[0]


def loaded(case: Path, name: str) -> int:
    with Case(case) as opened:
        return next(e.sequence for e in opened.journal.entries() if e.body.get("file_name") == name)


def test_since_the_last_entry_nothing_changed(changed: Path) -> None:
    found = diff(changed, last(changed))

    assert found["entries"] == found["came"] == found["went"] == found["changed"] == []
    assert "the graph is as it was then" in inside("diff", last(changed), case=changed).out


def test_what_a_load_brought_came(changed: Path) -> None:
    found = diff(changed, loaded(changed, "custody.csv") - 1)

    assert {one["name"] for one in found["came"] if one["what"] == "Person"} >= {"Ilvane Korosz", "Bero Tashkal"}
    assert {one["name"] for one in found["came"] if one["what"] == "HELD_AT"} >= {"Ilvane Korosz → Dom Kastel"}
    assert found["went"] == []
    assert found["evidence"]["Claim"]["came"] > 0


def test_since_the_beginning_everything_came(changed: Path) -> None:
    found = diff(changed, 0)
    counted = json.loads(inside("status", "--json", case=changed).out)

    assert sum(one["what"] == "Unit" for one in found["came"]) == counted["nodes"]["Unit"]
    assert found["evidence"]["Claim"] == {"came": counted["nodes"]["Claim"], "went": 0}


def test_a_merge_shows_who_went_and_whose_links_moved(changed: Path) -> None:
    before = last(changed)
    with Case(changed) as case:
        state = case.state
        named = {held.claim.about for held in state.claims if held.claim.value == "Bero Tashkal"}
        roots = sorted({state.identity.root(mention) for mention in named})
        decide(case, "same", roots[:2], reason="the same commander on two days")

    found = diff(changed, before)

    assert [one["id"] for one in found["went"] if one["what"] == "Person"] == [roots[1]]
    assert found["entries"][0]["reason"] == "the same commander on two days"
    printed = inside("diff", before, case=changed).out
    assert "same, rule person: the same commander on two days" in printed and "went: " in printed


def test_an_entry_that_is_not_there_is_told(changed: Path) -> None:
    ran = inside("diff", 99_999, case=changed)

    assert ran.code == 2 and "the journal has entries 1 to" in ran.complaint
