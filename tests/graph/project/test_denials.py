"""A source that only denies makes no link: it would accuse. It disputes the links it meets."""

from __future__ import annotations

from typing import Any

import pytest

from tests.graph.small_case import Sheet, lasting, links, nodes, same, withdrawn

TERM = lasting(3, 9)


def denied(**denial: Any) -> Sheet:
    """A commander of days 3 to 9; a second source denies what a test says."""
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("u-x", "Unit", name="Northern Guard")
    sheet.thing("u-y", "Unit", name="Southern Guard")
    sheet.link("l-1", "POSTED_TO", "p-a", "u-x", span=TERM, function="commander", post="head")
    told = {"what": "POSTED_TO", "begin": "p-a", "end": "u-x", "cites": "s-2"} | denial
    return sheet.link("l-2", told.pop("what"), told.pop("begin"), told.pop("end"), denied=True, **told)


def disputed(sheet: Sheet) -> bool:
    (posting,) = links(sheet.state(), "POSTED_TO").values()
    assert posting.id == "l-1"
    said = {held.id: held.claim.about for held in sheet.state().claims if held.claim.about.startswith("l-")}
    for id_, claim in nodes(sheet.state(), "Claim").items():
        if id_ in said:
            of_denial = said[id_] == "l-2"
            assert claim.properties["about"] == ("l-2" if of_denial and not posting.properties["disputed"] else "l-1")
    return bool(posting.properties["disputed"])


@pytest.mark.parametrize(
    "denial",
    [
        {},
        {"function": "commander"},
        {"function": "commander", "post": "head", "span": TERM},
        {"span": lasting(9, 20)},
        {"span": lasting(1, 3)},
        {"rank": "Major"},  # tells no links apart
    ],
)
def test_a_denial_disputes_the_link_it_meets(denial: dict[str, Any]) -> None:
    assert disputed(denied(**denial))


@pytest.mark.parametrize(
    "denial",
    [
        {"function": "deputy"},
        {"post": "driver"},
        {"acting": True},
        {"span": lasting(10, 20)},
        {"span": lasting(1, 2)},
        {"end": "u-y"},
        {"what": "ALLEGED_IN", "end": "e-1"},
    ],
)
def test_a_denial_of_something_else_leaves_it_alone_and_makes_no_link(denial: dict[str, Any]) -> None:
    sheet = denied(**denial).thing("e-1", "Event", name="Arrest")
    assert not disputed(sheet)
    assert not links(sheet.state(), "ALLEGED_IN")


@pytest.mark.parametrize(
    ("denial", "is_met"),
    [
        ({"function": "commander", "post": "head"}, True),
        ({"function": "commander", "post": "head", "span": lasting(10, 20)}, False),
        ({"function": "deputy", "post": "head"}, False),
        ({"function": "commander", "post": "head", "acting": True}, False),
        ({"post": "head"}, False),  # of a commander as what he is told to have been, nothing is denied
    ],
)
def test_the_word_for_a_post_tells_nothing_apart_where_only_the_denial_has_one(denial: dict[str, Any], is_met: bool) -> None:
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("u-x", "Unit", name="Northern Guard")
    sheet.link("l-1", "POSTED_TO", "p-a", "u-x", span=TERM, function="commander")
    sheet.link("l-2", "POSTED_TO", "p-a", "u-x", denied=True, cites="s-2", **denial)
    (posting,) = links(sheet.state(), "POSTED_TO").values()
    assert posting.properties["disputed"] is is_met


def test_a_denial_meets_all_parallel_links_in_its_time() -> None:
    sheet = denied(span=lasting(8, 12))
    sheet.link("l-3", "POSTED_TO", "p-a", "u-x", span=lasting(12, 20), function="staff")
    sheet.link("l-4", "POSTED_TO", "p-a", "u-x", span=lasting(13, 20), function="staff")
    found = {id_: link.properties["disputed"] for id_, link in links(sheet.state(), "POSTED_TO").items()}
    assert found == {"l-1": True, "l-3": True, "l-4": False}
    about = [claim.properties for claim in nodes(sheet.state(), "Claim").values() if claim.properties["polarity"] == "denies"]
    assert [(own["about"], own["also_about"], own["denies_several"]) for own in about] == [("l-1", ["l-3"], True)] * 2


def test_a_denial_that_meets_one_link_is_about_that_one_and_one_that_meets_none_about_itself() -> None:
    for sheet, link in ((denied(), "l-1"), (denied(end="u-y"), "l-2")):
        (own,) = (
            claim.properties for claim in nodes(sheet.state(), "Claim").values() if claim.properties["polarity"] == "denies"
        )
        assert (own["about"], own.get("also_about"), own.get("denies_several")) == (link, None, None)


def test_a_denial_follows_its_ends_through_a_merge() -> None:
    sheet = denied(begin="p-b").thing("p-b", "Person", name="A. Brum")
    (posting,) = links(sheet.state(same(1, "p-a", "p-b")), "POSTED_TO").values()
    assert posting.properties["disputed"] is True
    assert not disputed(sheet)


def test_a_denial_that_is_withdrawn_disputes_nothing() -> None:
    (posting,) = links(withdrawn(denied().state(), "l-2"), "POSTED_TO").values()
    assert posting.properties["disputed"] is False


def test_two_sources_of_one_row_of_which_one_denies_make_a_disputed_link() -> None:
    sheet = denied(end="u-y").also("l-1", cites="s-3", denied=True, exists="POSTED_TO")
    (posting,) = links(sheet.state(), "POSTED_TO").values()
    assert posting.properties["disputed"] is True


def test_a_denied_value_is_a_conflict_and_the_value_stays() -> None:
    sheet = denied(end="u-y").also("p-a", cites="s-2", born="1950", aliases="Falcon")
    sheet.also("p-a", cites="s-3", denied=True, born="1950", aliases="Falcon", sex="male")
    person = nodes(sheet.state(), "Person")["p-a"].properties
    assert (person["born"], person["aliases"], person.get("sex")) == ("1950", ["Falcon"], None)
    assert person["conflicts"] == ["aliases", "born"]


def test_a_denial_of_another_value_is_no_conflict() -> None:
    sheet = denied(end="u-y").also("p-a", born="1950").also("p-a", cites="s-3", denied=True, born="1975")
    assert nodes(sheet.state(), "Person")["p-a"].properties["conflicts"] == []
