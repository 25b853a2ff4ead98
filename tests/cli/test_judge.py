"""Deciding by name, taking back, and seeing afterwards who a thing is made of."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.decide import Decided, decide_all
from graph.decided.entry import Kind
from graph.kept.case import Case
from loaders.resolve.proposal import Conflict, Evidence
from tests.cli import harbour
from tests.cli.harbour import ASIP, KESTA, KESTO, O_M, OLEG, ORSOLIN, OSIP, VADE
from tests.cli.program import Ran, inside


@pytest.fixture
def mention(fresh: Path, tmp_path: Path) -> dict[str, str]:
    """The roster in a case of one's own. By name, the mention."""
    return harbour.loaded(fresh, tmp_path)


@pytest.fixture(scope="module")
def untouched(made: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The roster in a case that all refusals leave as it is."""
    case = made("untouched")
    harbour.loaded(case, tmp_path_factory.mktemp("roster"))
    return case


def judge(case: Path, *words: str, reason: str = "as the card says") -> Ran:
    return inside("judge", *words, "--reason", reason, case=case)


def entries(case: Path) -> int:
    with Case(case) as held:
        return held.journal.head[0]


def identity(case: Path, thing: str) -> dict[str, Any]:
    ran = inside("show", thing, "--identity", "--json", case=case)
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_things_are_joined_by_name_by_id_and_in_any_script(fresh: Path, mention: dict[str, str]) -> None:
    ran = judge(fresh, VADE, mention[ORSOLIN], "same", reason="one service card, 4411")
    root = min(mention[VADE], mention[ORSOLIN])
    assert ran.code == 0 and ran.out.startswith("entry 6: same, by a tester\n") and f"  {root}: 2 mentions" in ran.out
    assert judge(fresh, OSIP, ASIP, O_M, "same").code == 0
    assert len(identity(fresh, ASIP)["mentions"]) == 3


def test_what_stands_against_it_is_named_in_one_line(fresh: Path, mention: dict[str, str]) -> None:
    assert judge(fresh, KESTO, KESTA, "different").code == 0
    refused = judge(fresh, KESTA, KESTO, "same")
    assert refused.code == 2 and refused.err == "linkage: decision 6 says two of these are different: retract it first\n"
    assert judge(fresh, KESTO, VADE, "same").code == 0
    assert judge(fresh, KESTO, VADE, "different").complaint.startswith("two of these are one thing already")
    with Case(fresh) as held:
        members = (mention[OSIP], mention[ASIP])
        decide_all(held, [Decided(members, "persons/A2", "born on one day")])
    assert "--identity" in judge(fresh, OSIP, ASIP, "unsure").complaint
    assert entries(fresh) == 8


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((VADE, "same"), "name two things or more"),
        ((VADE, ORSOLIN), "name two things or more"),
        ((VADE, ORSOLIN, "perhaps"), "one of same, different, unsure"),
        ((VADE, "nobody of this name", "same"), "nothing in the case has this name"),
        ((VADE, "Quay Police", "same"), "a Person and a Unit cannot be the same"),
        (("--retract", "99"), "entry 99 is not a decision in force"),
        (("--retract", "2", VADE), "--retract stands alone"),
        ((VADE, ORSOLIN, "same", "--member", "p-x"), "--member is only for --retract"),
        ((VADE, ORSOLIN, "different", "--dates", "one_term"), "--dates is only for the verdict same"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(words: tuple[str, ...], said: str, untouched: Path) -> None:
    ran = judge(untouched, *words)
    assert ran.code == 2 and said in ran.complaint and ran.err.count("\n") == 1
    assert entries(untouched) == 5


def test_without_a_reason_nothing_is_decided(untouched: Path) -> None:
    assert "a reason is required" in judge(untouched, VADE, ORSOLIN, "same", reason=" ").complaint
    assert "reason" in inside("judge", VADE, ORSOLIN, "same", case=untouched).complaint
    assert entries(untouched) == 5


def test_links_say_how_unequal_dates_are_read(fresh: Path, mention: dict[str, str]) -> None:
    assert judge(fresh, OSIP, ASIP, "same").code == 0
    around = json.loads(inside("show", OSIP, "--json", case=fresh).out)["around"]
    links = [one["link"]["id"] for one in around if one["link"]["type"] == "POSTED_TO"]
    assert len(links) == 2
    assert "one_term, or as disputed" in judge(fresh, *links, "same").complaint
    assert judge(fresh, *links, "same", "--dates", "one_term").code == 0
    around = json.loads(inside("show", OSIP, "--json", case=fresh).out)["around"]
    assert [one["link"]["id"] for one in around] == [min(links)]


def test_a_decision_is_taken_back_whole_or_in_part(fresh: Path, mention: dict[str, str]) -> None:
    assert judge(fresh, OSIP, ASIP, O_M, "same").code == 0
    ran = judge(fresh, "--retract", "6", "--member", mention[O_M], reason="his brother")
    assert ran.code == 0 and "retract of entry 6" in ran.out
    assert {row["names"][0] for row in identity(fresh, OSIP)["mentions"]} == {OSIP, ASIP}
    assert judge(fresh, "--retract", "6").code == 0
    assert len(identity(fresh, OSIP)["mentions"]) == 1
    assert "nothing to retract" in judge(fresh, "--retract", "6").complaint


def test_identity_shows_rows_rules_figures_and_whom_it_was_not_joined_with(
    fresh: Path, mention: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edge = harbour.edge(mention, OSIP, ASIP, harbour.BASE, harbour.SURNAME, Evidence("birth year", "the same", 6.4))
    kept = {"bits": 4.1, "evidence": [{"field": one.field, "says": one.says, "bits": one.bits} for one in edge.evidence]}
    by_rule = [
        Decided((edge.one, edge.other), "persons/E", "rare names, one birth year", more=kept),
        Decided((mention[KESTO], mention[ASIP]), "persons/E", "a slip of the rule"),
    ]
    with Case(fresh) as held:
        monkeypatch.setenv("LINKAGE_USER", "R. Analyst")
        decide_all(held, by_rule)
    harbour.waiting(fresh, mention, (Conflict("Person", edge.one, edge),))
    assert judge(fresh, "--retract", "7", reason="two men").code == 0
    assert judge(fresh, OSIP, VADE, "different").code == 0
    assert judge(fresh, OSIP, OLEG, "unsure", reason="the photograph is to come").code == 0

    found = identity(fresh, OSIP)
    assert {(row["names"][0], row["file_name"], row["locator"], *row["joined_by"]) for row in found["mentions"]} == {
        (OSIP, "roster.csv", "row 2, name", 6),
        (ASIP, "roster.csv", "row 3, name", 6),
    }
    (joined,) = found["joined"]
    assert (joined["rule"], joined["bits"], joined["who"], joined["members"]) == (
        "persons/E",
        4.1,
        "R. Analyst",
        [edge.one, edge.other],
    )
    others = {(one["how"], one["name"], one["entry"] and one["entry"]["sequence"]) for one in found["not_joined"]}
    assert others == {
        ("different", VADE, 9),
        ("unsure", OLEG, 10),
        ("parted", KESTO, 8),
        ("waiting", O_M, None),
        ("alert", found["name"], None),
    }

    shown = inside("show", OSIP, "--identity", case=fresh).out
    assert "rule persons/E, by R. Analyst on 20" in shown and "rare names, one birth year" in shown
    assert "surname: same in any script (1 in 1248)" in shown and "+4.1 bits = 94.5 %" in shown
    assert f"{VADE}  {mention[VADE]}  kept apart, entry 9, by a tester" in shown
    assert f"{OLEG}  {mention[OLEG]}  left open, entry 10" in shown and "the photograph is to come" in shown
    assert f"{KESTO}  {mention[KESTO]}  parted from it, entry 8" in shown and "waits for review: no full birth date" in shown


def test_the_other_side_of_a_join_that_was_taken_back_sees_it_too(fresh: Path, mention: dict[str, str]) -> None:
    with Case(fresh) as held:
        decide_all(held, [Decided((mention[KESTO], mention[KESTA]), "persons/E", "rare names")])
        rules = [entry.body["rule"] for entry in held.journal.entries(Kind.IDENTITY)]
    assert rules[-1] == "persons/E" and judge(fresh, "--retract", "6", reason="sisters").code == 0
    for one, other in ((KESTO, KESTA), (KESTA, KESTO)):
        (told,) = identity(fresh, one)["not_joined"]
        assert (told["how"], told["name"], told["why"]) == ("parted", other, "sisters")
    assert "joined with nothing" in inside("show", KESTO, "--identity", case=fresh).out
    assert "nothing else was thought to be the same" in inside("show", VADE, "--identity", case=fresh).out


def test_identity_is_asked_of_things_that_are_there(fresh: Path, mention: dict[str, str]) -> None:
    around = json.loads(inside("show", OSIP, "--json", case=fresh).out)["around"]
    assert "this is a link" in inside("show", around[0]["link"]["id"], "--identity", case=fresh).complaint
    assert "nothing in the case has this name" in inside("show", "nobody at all", "--identity", case=fresh).complaint
