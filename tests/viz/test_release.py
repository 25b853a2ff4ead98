from __future__ import annotations

import dataclasses

import pytest

from graph.answer import NodeValue, Support
from graph.errors import CaseError
from tests.viz.answers import CLAIM, DAY, DETAINEE, EVENT, KEY, NOBODY, OFFICER, STATION, UNIT, WITNESS, answer, link, node
from viz.profile import BUILT_IN, INTERNAL, Profile
from viz.release import Released, release
from viz.withheld import WITHHELD

PEOPLE = {"detainee", "witness", "officer"}


def to_gba(**changes: object) -> Released:
    return release(answer(**changes), "prosecutor", "GBA", key=KEY, protected=NOBODY)  # type: ignore[arg-type]


def cells(released: Released) -> dict[str, object]:
    return dict(zip((c.name for c in released.columns), released.rows[0], strict=True))


def a_node(released: Released, column: str) -> NodeValue:
    found = cells(released)[column]
    assert isinstance(found, NodeValue)
    return found


def test_internal_is_everything_as_it_is() -> None:
    given = answer(parameters={"person": DETAINEE})
    released = release(given, "internal", None, key=KEY, protected=NOBODY)
    assert (released.rows, released.parameters, released.nodes, released.links) == (
        given.rows,
        given.parameters,
        *given.subgraph(),
    )


def test_only_release_makes_a_released() -> None:
    released = to_gba()
    with pytest.raises(ValueError, match="seal"):
        dataclasses.replace(released, rows=())  # type: ignore[call-arg, misc, unused-ignore]
    fields = {field.name: getattr(released, field.name) for field in dataclasses.fields(released)}
    with pytest.raises(TypeError, match="release"):
        Released(seal=object(), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("profile", ["prosecutor", "public"])
@pytest.mark.parametrize("recipient", [None, "", "  "])
def test_outside_the_house_a_recipient_is_compulsory(profile: str, recipient: str | None) -> None:
    with pytest.raises(CaseError, match="recipient"):
        release(answer(), profile, recipient, key=KEY, protected=NOBODY)


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(CaseError, match="profile"):
        release(answer(), "everyone", "GBA", key=KEY, protected=NOBODY)


def test_no_other_profile_than_internal_is_open() -> None:
    assert [profile for profile in BUILT_IN.values() if profile.open] == [INTERNAL]
    with pytest.raises(CaseError):
        Profile("partner", open=True)


@pytest.mark.parametrize("who", ["detainee", "witness"])
def test_a_protected_person_is_a_pseudonym_and_nothing_else(who: str) -> None:
    person = a_node(to_gba(), who)
    assert person.name.startswith("P-")
    assert set(person.properties) <= {"id", "name", "protected"}


def test_who_is_not_known_to_need_no_protection_is_protected() -> None:
    for protected in ({}, {"protected": "false"}, {"protected": 0}):
        person = node("Person", "p-1", name="Ihar Drozd", **protected)
        assert a_node(to_gba(columns={"person": person}), "person").name.startswith("P-")


def test_an_officer_keeps_the_name_and_a_unit_and_a_station_too() -> None:
    released = to_gba()
    assert a_node(released, "officer").properties["aliases"] == ["Drozd"]
    assert a_node(released, "station").name == "Isolator No. 1"
    assert a_node(released, "event").properties["methods"] == ["baton"]


def test_free_text_stays_and_is_counted() -> None:
    released = to_gba()
    assert "words" not in a_node(released, "event").properties
    assert released.withheld["profile"]["Event.words"] == 1
    assert released.withheld["protected"]["Person.name"] == 2


def test_every_id_is_rekeyed_and_the_ends_still_meet() -> None:
    released = to_gba()
    old = {DETAINEE, WITNESS, OFFICER, UNIT, STATION, EVENT}
    ids = {node.id for node in released.nodes}
    assert ids.isdisjoint(old)
    assert {end for link in released.links for end in (link.begin, link.end)} <= ids
    assert all(node.id == node.properties["id"] for node in released.nodes)


@pytest.mark.parametrize("label", ["Person", "Unit", "Event"])
def test_an_id_that_stands_for_a_name_stays(label: str) -> None:
    """The graph calls a thing without a name by its id."""
    unnamed = node(label, OFFICER, name=OFFICER, protected=False, aliases=["Drozd"])
    released = to_gba(columns={"thing": unnamed, "said": OFFICER})
    assert OFFICER not in repr(released)
    inside = release(answer({"thing": unnamed}), "internal", None, key=KEY, protected=NOBODY)
    assert a_node(inside, "thing").properties["name"] == OFFICER


def test_the_same_recipient_gets_the_same_and_another_cannot_join() -> None:
    assert to_gba() == to_gba()
    other = release(answer(), "prosecutor", "ICC", key=KEY, protected=NOBODY)
    assert {n.id for n in to_gba().nodes}.isdisjoint(n.id for n in other.nodes)
    assert a_node(to_gba(), "detainee").name != a_node(other, "detainee").name


def test_a_recipient_is_the_same_in_any_unicode_form() -> None:
    names = [release(answer(), "public", name, key=KEY, protected=NOBODY).nodes for name in ("Généve", "Ge\u0301ne\u0301ve ")]
    assert names[0] == names[1]


def test_claims_are_rekeyed_alike_in_cells_nodes_and_links() -> None:
    released = to_gba()
    assert {claim for link in released.links for claim in released.rests_on(link.id).claims} == set(cells(released)["claims"])  # type: ignore[call-overload]
    assert CLAIM not in cells(released)["claims"]  # type: ignore[operator]


def test_which_sources_a_thing_rests_on_and_who_denies_it_stays_and_is_counted() -> None:
    officer, unit = node("Person", OFFICER, protected=False), node("Unit", UNIT)
    posted = link("POSTED_TO", officer, unit, disputed=True)
    told = Support((CLAIM,), ("s-one", "s-two"), ("s-one",), (CLAIM,), ("Interview with Hanna Verasen",))
    world = {"officer": officer, "unit": unit, "posted": posted, "denied_by": ["Interview with Hanna Verasen"]}
    released = to_gba(columns=world, support={posted.id: told, "l-elsewhere": told})
    (link_id, kept) = next(iter(released.support.items()))
    assert len(released.support) == 1
    assert link_id == released.links[0].id
    assert (kept.sources, kept.origins, kept.denied_by, kept.claims) == ((), (), (WITHHELD,), kept.denials)
    assert cells(released)["denied_by"] == (WITHHELD,)
    kept_back = {(reason, what): times for reason, counted in released.withheld.items() for what, times in counted.items()}
    assert {key: times for key, times in kept_back.items() if key[1].startswith(("Support", "column"))} == {
        ("profile", "Support.sources"): 2,
        ("profile", "Support.origins"): 1,
        ("profile", "Support.denied_by"): 1,
        ("text", "column denied_by"): 1,
    }


def test_ids_in_parameters_are_rekeyed_even_of_things_not_in_the_answer() -> None:
    given = {"person": DETAINEE, "station": "st-abcdefghijklmnop", "on": "2031-08-11", "relation": "command", "levels": 3}
    released = to_gba(parameters=given)
    assert released.parameters["person"] == a_node(released, "detainee").id
    assert str(released.parameters["station"]).startswith("x")
    assert [released.parameters[name] for name in ("on", "relation", "levels")] == ["2031-08-11", "command", 3]


def test_a_free_text_parameter_is_withheld() -> None:
    assert to_gba(parameters={"text": "Hanna"}).parameters["text"] == WITHHELD


def test_a_text_cell_leaves_only_if_its_value_leaves_anyway() -> None:
    world = {
        "unit": node("Unit", UNIT, name="Special police regiment"),
        "detainee": node("Person", DETAINEE, name="Hanna Verasen", protected=True),
        "unit_name": "Special police regiment",
        "who": "Hanna Verasen",
        "says": "a masked man struck her",
        "end": "top",
        "names": ["Special police regiment", "HANNA"],
    }
    found = cells(to_gba(columns=world))
    assert [found[name] for name in ("unit_name", "who", "says", "end")] == ["Special police regiment", WITHHELD, WITHHELD, "top"]
    assert found["names"] == ("Special police regiment", WITHHELD)


def test_a_text_that_may_leave_stays_if_it_names_somebody_protected() -> None:
    event = node("Event", EVENT, kind="torture", methods=["baton", "held down beside Verasen"])
    released = to_gba(columns={"event": event, "who": node("Person", DETAINEE, name="Hanna Verasen", protected=True)})
    assert "methods" not in a_node(released, "event").properties
    assert released.withheld["protected"]["Event.methods"] == 1


def test_the_post_of_a_protected_insider_stays_in_the_house() -> None:
    insider = node("Person", WITNESS, name="Pavel Sokal", protected=True)
    unit = node("Unit", UNIT, name="Special police regiment")
    posting = link("POSTED_TO", insider, unit, post="deputy head of staff", function="deputy", possible_from=DAY)
    released = to_gba(columns={"who": insider, "unit": unit, "posting": posting})
    assert set(released.links[0].properties) == {"id"}


def test_an_end_that_is_not_in_the_answer_is_not_known_to_be_open() -> None:
    officer, unit = node("Person", OFFICER, protected=False), node("Unit", UNIT)
    released = to_gba(columns={"posting": link("POSTED_TO", officer, unit, post="head of staff")})
    assert "post" not in released.links[0].properties


def test_a_value_outside_the_schema_stays() -> None:
    event = node("Event", EVENT, kind="a beating of Hanna", nickname="Hanna's day")
    released = to_gba(columns={"event": event})
    assert set(released.nodes[0].properties) == {"id"}


def test_the_query_text_is_scanned_for_names() -> None:
    assert to_gba(title="Where was Hanna Verasen").title == WITHHELD


def test_what_a_column_means_is_scanned_too() -> None:
    whole = answer()
    first = dataclasses.replace(whole.columns[0], means="where Hanna Verasen was held")
    second = dataclasses.replace(whole.columns[1], means="where it was")
    meant = dataclasses.replace(whole, columns=(first, second, *whole.columns[2:]))
    released = release(meant, "prosecutor", "GBA", key=KEY, protected=NOBODY)

    assert [column.means for column in released.columns[:2]] == [WITHHELD, "where it was"]
