"""When two rows about a link are one link, and when parallel links stay parallel."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.decided.state import Choice, State
from graph.project import project
from graph.said.span import Span
from tests.graph.decided.counted import lookups
from tests.graph.small_case import Sheet, by_subject, days, different, lasting, links, nodes, retract, same, span_of, withdrawn

TERM = lasting(1, 9, cited=[1, 9])


def rows(**second: Any) -> Sheet:
    """Two rows on one posting: the second differs in what a test says."""
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("p-b", "Person", name="A. Brum")
    sheet.thing("u-x", "Unit", name="Northern Guard").thing("u-y", "Unit", name="Southern Guard")
    sheet.link("l-1", "POSTED_TO", "p-a", "u-x", span=TERM, function="commander", post="head", rank="Major")
    told: dict[str, Any] = {
        "begin": "p-a",
        "end": "u-x",
        "span": TERM,
        "function": "commander",
        "post": "head",
        "cites": "s-2",
    } | second
    return sheet.link("l-2", "POSTED_TO", told.pop("begin"), told.pop("end"), **told)


def postings(state: State) -> dict[str, Any]:
    return links(state, "POSTED_TO")


def test_equal_rows_are_one_link_that_carries_all_claims() -> None:
    sheet = rows()
    (link,) = postings(sheet.state()).values()
    assert link.id == "l-1"
    about = [claim.properties["about"] for claim in nodes(sheet.state(), "Claim").values()]
    assert about.count("l-1") == sum(claim.about in ("l-1", "l-2") for claim in sheet.claims) == 9
    assert "l-2" not in about


def test_a_claim_taken_back_stays_with_the_link_its_row_is_part_of() -> None:
    state = rows().state()
    taken_back = next(held.id for held in state.claims if held.claim.about == "l-2" and held.claim.property == "exists")
    state = replace(state, statuses={taken_back: "withdrawn"})
    assert postings(state).keys() == {"l-1"}
    assert nodes(state, "Claim")[taken_back].properties["about"] == "l-1"


@pytest.mark.parametrize(
    "second",
    [
        {"end": "u-y"},
        {"begin": "p-b"},
        {"function": "deputy"},
        {"post": "acting head"},
        {"acting": True},
        {"span": lasting(1, 8, cited=[1, 9])},
        {"span": lasting(1, 9, cited=[1])},
        {"span": None},
    ],
)
def test_rows_that_differ_in_what_tells_links_apart_stay_parallel(second: dict[str, Any]) -> None:
    assert postings(rows(**second).state()).keys() == {"l-1", "l-2"}


def test_a_rank_tells_no_links_apart_and_becomes_a_conflict() -> None:
    (link,) = postings(rows(rank="Colonel").state()).values()
    assert link.properties["conflicts"] == ["rank"]
    assert link.properties["rank"] == "Colonel"  # smallest in byte order


def test_merging_persons_joins_equal_links_and_ids_stay() -> None:
    state = rows(begin="p-b").state(same(1, "p-a", "p-b"))
    (link,) = postings(state).values()
    assert (link.id, link.begin) == ("l-1", "p-a")


def test_a_different_keeps_equal_links_apart_until_it_is_retracted() -> None:
    assert postings(rows().state(different(1, "l-1", "l-2"))).keys() == {"l-1", "l-2"}
    assert postings(rows().state(different(1, "l-1", "l-2"), retract(2, 1))).keys() == {"l-1"}


@pytest.mark.parametrize("apart", [("l-1", "l-2"), ("l-2", "l-3"), ("l-1", "l-3")])
def test_no_link_joins_what_a_different_keeps_apart_however_it_is_reached(apart: tuple[str, str]) -> None:
    """Three equal rows, two of them different, the third said to be the same as one of these."""
    third = ({"l-1", "l-2", "l-3"} - set(apart)).pop()
    for friend in apart:
        sheet = rows().link("l-3", "POSTED_TO", "p-a", "u-x", span=TERM, function="commander", post="head")
        state = sheet.state(different(1, *apart), same(2, friend, third, dates="disputed"))
        assert postings(state).keys() == {min(friend, third), *({*apart} - {friend})}


@pytest.mark.parametrize("other", ["l-2", "l-5"])
def test_a_different_reaches_over_a_join_of_unequal_dates(other: str) -> None:
    """l-3 and l-4 are different; each equals one of two rows that were joined. They must not meet in that link."""
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("u-x", "Unit", name="Northern Guard")
    for id_, span in (("l-1", TERM), ("l-3", TERM), (other, lasting(5, 20)), ("l-4", lasting(5, 20))):
        sheet.link(id_, "POSTED_TO", "p-a", "u-x", span=span)
    state = sheet.state(same(1, "l-1", other, dates="one_term"), different(2, "l-3", "l-4"))
    assert len(postings(state)) == 2


def test_what_is_said_of_the_dates_of_another_link_does_not_matter() -> None:
    sheet = rows(span=lasting(12, 20)).link("l-3", "POSTED_TO", "p-b", "u-x", span=TERM)
    state = sheet.state(same(1, "l-1", "l-2", dates="one_term"), same(2, "l-1", "l-3", dates="disputed"))
    assert span_of(postings(state)["l-1"]).core == days(1, 20)


def test_other_dates_join_as_one_term() -> None:
    state = rows(span=lasting(12, 20, cited=[12])).state(same(1, "l-1", "l-2", dates="one_term"))
    (link,) = postings(state).values()
    assert span_of(link) == Span(days(1, 20), days(1, 20), True, (days(1, 1), days(9, 9), days(12, 12)))
    assert link.properties["conflicts"] == []


@pytest.mark.parametrize("dates", ["disputed", None])
def test_other_dates_join_as_disputed(dates: Any) -> None:
    state = rows(span=lasting(5, 20)).state(same(1, "l-1", "l-2", dates=dates))
    (link,) = postings(state).values()
    assert span_of(link) == Span(days(1, 20), days(5, 9), False, (days(1, 1), days(9, 9)))
    assert link.properties["conflicts"] == ["span"]


def test_two_decisions_that_read_dates_differently_make_a_dispute() -> None:
    state = rows(span=lasting(5, 20)).state(same(1, "l-1", "l-2", dates="one_term"), same(2, "l-1", "l-2", dates="disputed"))
    (link,) = postings(state).values()
    assert span_of(link).core == days(5, 9)


def test_links_said_to_be_the_same_stay_apart_while_their_ends_do() -> None:
    decision = same(1, "l-1", "l-2", dates="one_term")
    assert postings(rows(begin="p-b", span=lasting(12, 20)).state(decision)).keys() == {"l-1", "l-2"}
    assert postings(rows(begin="p-b", span=lasting(12, 20)).state(decision, same(2, "p-a", "p-b"))).keys() == {"l-1"}


def test_a_link_whose_ends_became_one_is_a_conflict_and_no_link() -> None:
    sheet = Sheet().thing("u-x", "Unit", name="Northern Guard").thing("u-y", "Unit", name="Guard of the North")
    sheet.link("l-1", "SUBORDINATE_TO", "u-x", "u-y", relation="command", span=TERM)
    state = sheet.state(same(1, "u-x", "u-y"))
    assert not links(state, "SUBORDINATE_TO")
    assert nodes(state, "Unit")["u-x"].properties["conflicts"] == ["SUBORDINATE_TO", "name"]

    (claim, *_) = (held.id for held in state.claims if held.claim.about == "l-1")
    state = withdrawn(state, "l-1")
    assert nodes(state, "Unit")["u-x"].properties["conflicts"] == ["name"]
    assert nodes(state, "Claim")[claim].properties["status"] == "withdrawn"


def test_what_a_person_chose_holds_for_the_whole_link_and_does_not_tear_it() -> None:
    for chosen_for in ("l-1", "l-2"):
        chosen = {"function": Choice(5, "staff"), "span": Choice(6, Span(days(2, 30)).as_text())}
        state = replace(rows().state(), values={chosen_for: chosen})
        (link,) = postings(state).values()
        assert link.properties["function"] == "staff"
        assert span_of(link) == Span(days(2, 30))
        assert link.properties["conflicts"] == ["function", "span"]


def test_a_chosen_span_leaves_nothing_of_a_dispute() -> None:
    state = rows(span=lasting(20, 30)).state(same(1, "l-1", "l-2", dates="disputed"))
    state = replace(state, values={"l-2": {"span": Choice(5, TERM.as_text())}})
    (link,) = postings(state).values()
    assert span_of(link) == TERM
    assert link.properties["conflicts"] == ["span"]


def test_a_link_all_of_whose_claims_are_withdrawn_is_no_link() -> None:
    state = withdrawn(rows(end="u-y").state(), "l-2")
    assert postings(state).keys() == {"l-1"}


def test_every_link_has_claims_and_every_claim_a_source() -> None:
    projection = project(rows(span=lasting(5, 20)).state())
    citations = {link.begin: link.end for link in projection.links if link.type == "CITES"}
    sources = {node.id for node in projection.nodes if node.label == "Source"}
    citing = by_subject(projection)
    for link in projection.links:
        if link.type != "CITES":
            assert citing[link.id]
            assert {citations[claim] for claim in citing[link.id]} <= sources


def test_rows_of_one_link_are_joined_in_time_that_grows_as_they_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """It grew with their square."""

    def work(count: int) -> int:
        sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("u-x", "Unit", name="Northern Guard")
        for at in range(count):
            sheet.link(f"l-{at:05}", "POSTED_TO", "p-a", "u-x", span=TERM, function="commander")
        state = sheet.state(different(1, "l-00001", "l-00002"))
        return lookups(monkeypatch, lambda: project(state))

    assert work(400) < 2.5 * work(200)


@pytest.mark.parametrize(
    ("type_", "label", "name"), [("SUBORDINATE_TO", "Unit", "relation"), ("POSTED_TO", "Person", "function")]
)
def test_what_no_source_says_of_a_link_is_unknown_and_one_link_with_what_is_said_to_be_unknown(
    type_: str, label: str, name: str
) -> None:
    sheet = Sheet().thing("x-a", label, name="Ada").thing("u-x", "Unit", name="Northern Guard")
    sheet.link("l-1", type_, "x-a", "u-x", span=TERM)
    said: dict[str, Any] = {name: "unknown"}
    sheet.link("l-2", type_, "x-a", "u-x", span=TERM, **said)
    (link,) = links(sheet.state(), type_).values()
    assert link.properties[name] == "unknown"


def test_what_no_source_says_of_a_link_contradicts_nothing() -> None:
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum").thing("u-x", "Unit", name="Northern Guard")
    sheet.link("l-1", "POSTED_TO", "p-a", "u-x", span=TERM, function="commander")
    state = sheet.link("l-2", "POSTED_TO", "p-a", "u-x", span=TERM).state()
    assert sorted(link.properties["function"] for link in postings(state).values()) == ["commander", "unknown"]
    assert all(link.properties["conflicts"] == [] for link in postings(state).values())
