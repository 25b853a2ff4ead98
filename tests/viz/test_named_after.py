"""Things, texts and questions that are named after somebody protected whom the answer does not show."""

from __future__ import annotations

import dataclasses

import pytest

from graph.answer import Column
from loaders.names.bearers import Bearers, Person
from tests.viz.answers import KEY, OFFICER, STATION, UNIT, answer, link, node
from viz.profile import BUILT_IN
from viz.release import Released, release
from viz.withheld import WITHHELD

VADE = Bearers([Person(("Orsolin Vade",), protected=True), Person(("Kesto Vade",), protected=False)])
OUTSIDE = [name for name, profile in BUILT_IN.items() if not profile.open]


def released(profile: str = "public", to: str = "GBA", **changes: object) -> Released:
    return release(answer(**changes), profile, to, key=KEY, protected=VADE)  # type: ignore[arg-type]


@pytest.mark.parametrize("profile", OUTSIDE)
def test_a_unit_named_after_somebody_goes_by_a_neutral_name_and_says_why(profile: str) -> None:
    unit = node("Unit", UNIT, name="Orsolin Vade Squad", aliases=["12th"], classification=["police"])
    told = released(profile, columns={"unit": unit})
    [kept] = told.nodes
    assert kept.name.startswith("Unit ")
    assert not any(sign.isdigit() for sign in kept.name)
    assert "aliases" not in kept.properties
    assert kept.properties["classification"] == ["police"]
    assert told.withheld["protected"] == {"Unit.aliases": 1, "Unit.name": 1}


def test_the_same_recipient_gets_the_same_neutral_name_and_another_cannot_join() -> None:
    unit = node("Unit", UNIT, name="Vade Squad")
    names = [released(to=to, columns={"unit": unit}).nodes[0].name for to in ("GBA", "GBA", "ICC")]
    assert names[0] == names[1] != names[2]


def test_a_rank_that_names_somebody_stays_and_the_posting_leaves() -> None:
    officer, unit = node("Person", OFFICER, name="Ihar Drozd", protected=False), node("Unit", UNIT, name="Guards")
    posted = link("POSTED_TO", officer, unit, rank="brother of Orsolin Vade", post="head", function="commander")
    told = released(columns={"officer": officer, "unit": unit, "posted": posted})
    assert told.links[0].properties["post"] == "head"
    assert "rank" not in told.links[0].properties
    assert told.withheld["protected"] == {"POSTED_TO.rank": 1}


def test_a_commander_who_shares_the_surname_keeps_the_name_and_a_namesake_does_not() -> None:
    sibling = node("Person", OFFICER, name="Kesto Vade", protected=False)
    namesake = node("Person", "p-namesakeaaaaaaa", name="Vade Orsolin", protected=False)
    told = released(columns={"one": sibling, "other": namesake})
    one, other = told.rows[0]
    assert one.name == "Kesto Vade"  # type: ignore[attr-defined]
    assert other.name.startswith("P-")  # type: ignore[attr-defined]


def test_an_own_question_that_names_somebody_says_nothing_of_them() -> None:
    station = node("Station", STATION, name="Isolator No. 1")
    asked = answer({"vade_seen": 1, "station": station}, parameters={"orsolin_vade": "2031-08-11"})
    asked = dataclasses.replace(
        asked,
        query="own/vade_squad",
        title="Where Orsolin Vade was held",
        question="Who held O. Vade?",
        caveat="Ask Vade's brother.",
        element="Vade",
        columns=(Column("vade_seen", "int", "how often Vade was seen", of="station"), asked.columns[1]),
    )
    told = release(asked, "public", "Orsolin Vade", key=KEY, protected=VADE)
    assert {told.query, told.title, told.question, told.caveat, told.element, told.recipient} == {WITHHELD}
    assert [column.name for column in told.columns] == ["column_1", "station"]
    assert told.columns[0].means == WITHHELD
    assert told.columns[0].of == "station"
    assert list(told.parameters) == ["parameter_1"]
    assert told.withheld["protected"] == {"name of a column": 1, "name of a parameter": 1, "query text": 7}


def test_whom_nobody_accuses_is_not_named_in_public() -> None:
    officer = node("Person", OFFICER, name="Ihar Drozd", born="1970", protected=False)
    unit = node("Unit", UNIT, name="Guards")
    posted = link("POSTED_TO", officer, unit, post="head of staff", function="staff")
    listed = answer({"candidate": officer, "unit": unit, "posting": posted})
    listed = dataclasses.replace(listed, columns=(dataclasses.replace(listed.columns[0], unaccused=True), *listed.columns[1:]))
    public, prosecutor = (release(listed, profile, "GBA", key=KEY, protected=VADE) for profile in ("public", "prosecutor"))
    assert public.rows[0][0].name.startswith("P-")  # type: ignore[attr-defined]
    assert set(public.links[0].properties) == {"id"}
    assert public.withheld["unaccused"] == {"Person.born": 1, "Person.name": 1, "Person.protected": 1}
    assert prosecutor.rows[0][0].name == "Ihar Drozd"  # type: ignore[attr-defined]
