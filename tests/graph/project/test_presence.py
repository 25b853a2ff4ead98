"""A source that denies that somebody was there disputes all that says he was; `tests/queries/oracles/denied_presence` says it
of any case, here it is told by example."""

from __future__ import annotations

from typing import Any

import pytest

from graph.projection import Node
from tests.graph.small_case import Sheet, day, lasting, links, nodes, withdrawn


def accused(role: str | None = "direct", *, on: int = 11, row: int = 2) -> Sheet:
    """Brum is alleged in a beating on the 11th, at the isolator; and the same row, or another one, has seen him there."""
    sheet = Sheet().thing("p-b", "Person", name="Ada Brum").thing("st-i", "Station", name="Isolator")
    sheet.thing("st-c", "Station", name="Court").thing("e-1", "Event", name="Beating", span=lasting(on, on))
    sheet.link("l-at", "OCCURRED_AT", "e-1", "st-i")
    sheet.link("l-part", "ALLEGED_IN", "p-b", "e-1", **_role(role))
    return sheet.link("l-seen", "PRESENT_AT", "p-b", "st-i", span=lasting(on, on), row=row)


def _role(role: str | None) -> dict[str, Any]:
    return {"role": role} if role else {}


def disputed(sheet: Sheet) -> set[str]:
    found = {**links(sheet.state(), "ALLEGED_IN"), **links(sheet.state(), "PRESENT_AT")}
    return {id_ for id_, link in found.items() if link.properties["disputed"]}


def test_an_alibi_meets_the_sighting_and_the_allegation_and_is_about_both() -> None:
    sheet = accused().link("l-no", "PRESENT_AT", "p-b", "st-i", cites="s-2", denied=True, span=lasting(10, 12))

    assert disputed(sheet) == {"l-part", "l-seen"}
    claims = [claim.properties for claim in nodes(sheet.state(), "Claim").values()]
    about = [(own["about"], own["also_about"]) for own in claims if own["polarity"] == "denies"]
    assert about == [("l-part", ["l-seen"])] * 2


def test_an_alibi_that_meets_nothing_says_of_whom_where_and_when_and_disputes_nothing() -> None:
    sheet = accused().link("l-no", "PRESENT_AT", "p-b", "st-c", cites="s-2", denied=True, span=lasting(10, 12))
    sheet.link("l-never", "ALLEGED_IN", "p-b", "e-1", cites="s-2", denied=True, role="direct")

    said = [claim.properties for claim in nodes(sheet.state(), "Claim").values() if "denied_of" in claim.properties]

    assert [(own["about"], own["property"], own["denied_of"], own["denied_at"]) for own in said] == [
        ("l-no", "exists", "p-b", "st-c")
    ]
    assert [(own["denied_from"], own["denied_to"]) for own in said] == [(day(10), day(13))]
    assert not disputed(accused().link("l-no", "PRESENT_AT", "p-b", "st-c", denied=True))
    assert not [own for own in map(_claim, nodes(withdrawn(sheet.state()), "Claim").values()) if "denied_of" in own]


def _claim(node: Node) -> Any:
    return node.properties


@pytest.mark.parametrize(
    ("alibi", "met"),
    [
        ({}, {"l-part", "l-seen"}),
        ({"role": "officer"}, {"l-part", "l-seen"}),  # nobody says in which role he was seen
        ({"span": lasting(11, 11)}, {"l-part", "l-seen"}),
        ({"span": lasting(12, 12)}, set()),
        ({"end": "st-c"}, set()),
        ({"begin": "p-other"}, set()),
    ],
)
def test_an_alibi_is_for_a_person_a_place_and_a_time(alibi: dict[str, Any], met: set[str]) -> None:
    sheet, told = accused().thing("p-other", "Person", name="Other"), {"begin": "p-b", "end": "st-i"} | alibi

    assert disputed(sheet.link("l-no", "PRESENT_AT", told.pop("begin"), told.pop("end"), denied=True, **told)) == met


@pytest.mark.parametrize("role", [None, "direct", "present", "medical", "ordered", "supervised"])
def test_whoever_ordered_or_supervised_it_need_not_have_been_there(role: str | None) -> None:
    was_there = {"l-part"} - ({"l-part"} if role in ("ordered", "supervised") else set())

    assert disputed(accused(role).link("l-no", "PRESENT_AT", "p-b", "st-i", denied=True)) == {"l-seen"} | was_there
    told = accused(role, row=3).link("l-no", "ALLEGED_IN", "p-b", "e-1", denied=True, role="present")
    assert disputed(told) == was_there


def test_a_denial_that_he_was_present_meets_what_the_same_row_has_seen_of_him_and_no_other_row() -> None:
    def denied(row: int) -> set[str]:
        return disputed(accused(row=row).link("l-no", "ALLEGED_IN", "p-b", "e-1", denied=True, role="present"))

    assert denied(row=2) == {"l-part", "l-seen"}
    assert denied(row=3) == {"l-part"}


@pytest.mark.parametrize("role", [None, "direct"])
def test_a_denial_of_his_part_does_not_deny_that_he_was_there(role: str | None) -> None:
    assert disputed(accused().link("l-no", "ALLEGED_IN", "p-b", "e-1", denied=True, **_role(role))) == {"l-part"}


def test_a_denial_of_another_part_leaves_this_one_alone() -> None:
    assert disputed(accused("present").link("l-no", "ALLEGED_IN", "p-b", "e-1", denied=True, role="direct")) == set()


def test_an_event_of_which_nobody_says_where_it_was_is_where_the_row_has_seen_him() -> None:
    sheet = Sheet().thing("p-b", "Person", name="Ada Brum").thing("st-i", "Station", name="Isolator")
    sheet.thing("e-1", "Event", name="Beating", span=lasting(11, 11))
    sheet.link("l-part", "ALLEGED_IN", "p-b", "e-1", role="direct", row=2)
    sheet.link("l-other", "ALLEGED_IN", "p-b", "e-1", role="medical", row=3)
    sheet.link("l-seen", "PRESENT_AT", "p-b", "st-i", span=lasting(11, 11), row=2)

    assert disputed(sheet.link("l-no", "PRESENT_AT", "p-b", "st-i", denied=True, span=lasting(11, 11))) == {"l-part", "l-seen"}


def test_what_one_of_two_sources_of_a_row_denies_is_denied_of_the_allegation_too() -> None:
    assert disputed(accused().also("l-seen", cites="s-2", denied=True, exists="PRESENT_AT")) == {"l-part", "l-seen"}


def test_an_alibi_that_was_taken_back_meets_nothing() -> None:
    sheet = accused().link("l-no", "PRESENT_AT", "p-b", "st-i", denied=True)

    assert links(withdrawn(sheet.state(), "l-no"), "ALLEGED_IN")["l-part"].properties["disputed"] is False
