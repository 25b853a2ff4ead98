"""Numbers, parents and a death never join two by themselves: they ask a person, and they hold a rule back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.decide import decide
from graph.kept.case import Case
from loaders.resolve.particulars import DEATH
from loaders.resolve.proposal import Group
from loaders.resolve.run import Resolved, resolve
from tests.graph.small_case import Sheet, lasting, new_case

RICH = {"name": "Рудозорук Антон Сергеевич", "born": "1984-03-02"}
"""Enough for a rule: all three names and the whole birth date."""
OTHER = {"name": "Orsolin Vade"}
PASSPORT = ["passport: MP 123-45"]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as found:
        yield found


def person(id_: str, **said: Any) -> Sheet:
    """A man in a list of his own. Of several values, a list."""
    sheet = Sheet().thing(id_, "Person", **{name: value for name, value in said.items() if not isinstance(value, list)})
    for name, values in said.items():
        for value in values if isinstance(values, list) else []:
            sheet.also(id_, **{name: value})
    return sheet


def resolved(case: Case, one: Sheet, other: Sheet) -> Resolved:
    one.enter(case.journal)
    other.enter(case.journal)
    return resolve(case)


def the_question(found: Resolved) -> Group:
    assert found.merges == []
    (group,) = found.groups
    return group


def says(group: Group) -> dict[str, tuple[str, float | None]]:
    return {part.field: (part.says, part.bits) for edge in group.edges for part in edge.evidence}


def test_the_same_number_is_asked_about_however_the_names_differ(case: Case) -> None:
    written_otherwise = person("p-b", **OTHER, identifiers=["Passport: mp12345"])
    group = the_question(resolved(case, person("p-a", **RICH, identifiers=PASSPORT), written_otherwise))
    assert group.things == ("p-a", "p-b") and group.why.startswith("the same number (passport)")
    assert says(group)["passport"] == ("same number", 20.0)


def test_the_same_number_of_two_who_cannot_be_one_is_asked_about_with_the_reason(case: Case) -> None:
    woman = person("p-b", name="Рудозорук Анна Сергеевна", born="1984-03-02", identifiers=PASSPORT)
    group = the_question(resolved(case, person("p-a", **RICH, identifiers=PASSPORT), woman))
    assert group.why.startswith("the same number (passport), yet ")


def test_what_speaks_against_it_is_told_beside_the_number(case: Case) -> None:
    one = person("p-a", **RICH, identifiers=PASSPORT, father="Сергей")
    group = the_question(resolved(case, one, person("p-b", **OTHER, identifiers=PASSPORT, father="Pavel")))
    assert group.why == "the same number (passport), yet their parents differ: father's name"


def test_once_a_person_told_them_apart_it_is_asked_no_more(case: Case) -> None:
    resolved(case, person("p-a", **RICH, identifiers=PASSPORT), person("p-b", **OTHER, identifiers=PASSPORT))
    decide(case, "different", ("p-a", "p-b"), reason="brothers who shared a passport")
    assert resolve(case, everything=True).groups == []


NO_NUMBER = (
    (["passport: 77"], ["passport: 77"]),
    (["passport: 0000000"], ["passport: 0000000"]),
    (["passport: MP12345"], ["service number: MP12345"]),
)


@pytest.mark.parametrize(("one", "other"), NO_NUMBER)
def test_what_is_no_number_or_of_another_space_asks_nobody(one: list[str], other: list[str], case: Case) -> None:
    found = resolved(case, person("p-a", **RICH, identifiers=one), person("p-b", **OTHER, identifiers=other))
    assert (found.merges, found.groups) == ([], [])


def test_what_too_many_bear_is_a_filler(case: Case) -> None:
    for at in range(13):
        person(f"p-{at:02}", name=f"{chr(1040 + at)}рсолин Ваде", identifiers=PASSPORT).enter(case.journal)
    assert not any("passport" in group.why for group in resolve(case).groups)


HOLDS: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "another number": ({"identifiers": PASSPORT}, {"identifiers": ["passport: KH 777 12"]}, "their numbers differ: passport"),
    "another father": ({"father": "Сергей"}, {"father": "Pavel Rudozoruk"}, "their parents differ: father's name"),
    "another mother": ({"mother": "Ilse"}, {"mother": "Тамара"}, "their parents differ: mother's name"),
}


@pytest.mark.parametrize("what", HOLDS)
def test_what_speaks_against_it_makes_a_question_of_what_a_rule_would_join(what: str, case: Case) -> None:
    one, other, why = HOLDS[what]
    group = the_question(resolved(case, person("p-a", **RICH, **one), person("p-b", **RICH, **other)))
    assert group.why == f"{why}, though names and births agree"


AGREE: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    ({"identifiers": PASSPORT}, {"identifiers": [*PASSPORT, "passport: KH 777 12"]}),
    ({"identifiers": PASSPORT}, {"identifiers": ["service number: 7-7-7"]}),
    ({"father": "Сергей"}, {"father": "Sergei Rudozoruk"}),
    ({"father": "Сергей"}, {"father": "unknown"}),
    ({"birthplace": "Kastel"}, {"birthplace": "Mill"}),
    ({"nationality": ["Velidar"]}, {"nationality": ["Ostmark"]}),
    ({"died": "2019"}, {"died": "2020"}),
)


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_what_does_not_speak_against_it_leaves_the_rule_as_it_was(one: dict[str, Any], other: dict[str, Any], case: Case) -> None:
    found = resolved(case, person("p-a", **RICH, **one), person("p-b", **RICH, **other))
    assert [merge.edge.rule for merge in found.merges] == ["persons/A2"]


def posted(id_: str, first: int, last: int) -> Sheet:
    """Somebody who served in May 2012 from one day to another."""
    sheet = person(id_, **RICH).thing(f"u-{id_}", "Unit", name="2nd Harbour Guard Company")
    return sheet.link(f"l-{id_}", "POSTED_TO", id_, f"u-{id_}", span=lasting(first, last))


DIED = {"2012-05-02": False, "2012-04": False, "2012-05-20": True, "2012": True, "from 2012": True}


@pytest.mark.parametrize(("died", "joined"), DIED.items())
def test_who_had_died_before_an_act_is_not_the_one_who_did_it(died: str, joined: bool, case: Case) -> None:
    found = resolved(case, person("p-a", **RICH, died=died), posted("p-b", 4, 9))
    assert [merge.label for merge in found.merges if merge.label == "Person"] == ["Person"] * joined
    if not joined:
        assert [group.why for group in found.groups if group.label == "Person"] == [
            "one had died before the other did what is told of him, though names and births agree"
        ]


def test_one_thing_that_died_and_acted_later_is_an_alert(case: Case) -> None:
    person("p-a", **RICH, died="2012-05-02").enter(case.journal)
    posted("p-b", 4, 9).enter(case.journal)
    decide(case, "same", ("p-a", "p-b"), reason="the same face")
    (conflict,) = [conflict for conflict in resolve(case).conflicts if conflict.label == "Person"]
    assert (conflict.edge.rule, {conflict.edge.one, conflict.edge.other}) == (DEATH, {"p-a", "p-b"})


def test_whoever_fits_two_with_different_numbers_is_joined_to_neither(case: Case) -> None:
    person("p-a", **RICH, identifiers=PASSPORT).enter(case.journal)
    person("p-b", **RICH, identifiers=["passport: KH 777 12"]).enter(case.journal)
    person("p-c", **RICH).enter(case.journal)
    assert resolve(case).merges == []
