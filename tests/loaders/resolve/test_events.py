"""Which events are one: by resolved victims, day, and place or kind; never by a text, never across a compiler's own numbers."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.decided.partition import Partition
from loaders.resolve.events import compare, propose
from loaders.resolve.proposal import Proposal
from loaders.resolve.record import EventRecord

TOLD = EventRecord("e-a", "e-a", "torture", frozenset({"p-a"}), "st-1", "2012-05-03", "2012-05-03")


def nobody(one: str, other: str) -> bool:
    return False


def again(id_: str, **other: object) -> EventRecord:
    """The same event as another row tells it."""
    return replace(TOLD, thing=id_, mention=id_, **other)  # type: ignore[arg-type]  # fields of a record


def merged(proposal: Proposal) -> set[tuple[str, str, str]]:
    return {(edge.one, edge.other, edge.rule) for edge in proposal.merges}


def asked(proposal: Proposal) -> set[tuple[str, ...]]:
    return {group.things for group in proposal.groups}


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        ({}, "events/victims-day-place"),
        ({"kind": None}, "events/victims-day-place"),
        ({"station": None}, "events/victims-day-kind"),
        ({"victims": frozenset({"p-a", "p-b"})}, "events/victims-day-place"),
        ({"victims": frozenset({"p-a", "p-b", "p-c"})}, "events/victims-day-place"),
        ({"first": "2012-05-04", "last": "2012-05-04"}, "events/victims-next-day-place-kind"),
    ],
)
def test_a_rule_joins(other: dict[str, object], rule: str) -> None:
    assert merged(propose([TOLD, again("e-b", **other)], nobody)) == {("e-a", "e-b", rule)}


@pytest.mark.parametrize(
    "other",
    [
        {"station": None, "kind": None},
        {"first": "2012-05-01", "last": "2012-05-31"},
        {"first": None, "last": None},
        {"first": "2012-05-04", "last": "2012-05-04", "station": None},
        {"victims": frozenset({"p-a", "p-b", "p-c"}), "station": None},
    ],
    ids=["day alone", "some day of the month", "no day", "next day, no place", "one of three victims, no place"],
)
def test_a_person_is_asked(other: dict[str, object]) -> None:
    proposal = propose([TOLD, again("e-b", **other)], nobody)
    assert not proposal.merges
    assert asked(proposal) == {("e-a", "e-b")}


@pytest.mark.parametrize(
    "other",
    [
        {"victims": frozenset({"p-b"})},
        {"victims": frozenset()},
        {"kind": "arrest"},
        {"station": "st-2"},
        {"first": "2012-05-05", "last": "2012-05-05"},
        {"first": None, "last": None, "station": None, "kind": None},
    ],
    ids=["other victim", "no victim", "other kind", "other place", "two days later", "nothing but the victim"],
)
def test_nothing_is_proposed(other: dict[str, object]) -> None:
    assert propose([TOLD, again("e-b", **other)], nobody) == Proposal()


def test_the_compilers_own_numbers_keep_apart_what_is_alike_in_all() -> None:
    one = replace(TOLD, distinct=frozenset({("list", "1")}))
    assert propose([one, again("e-b", distinct=frozenset({("list", "2")}))], nobody) == Proposal()
    assert merged(propose([one, again("e-b", distinct=frozenset({("other", "2")}))], nobody))


def test_what_a_person_keeps_apart_stays_apart() -> None:
    assert propose([TOLD, again("e-b")], lambda one, other: {one, other} == {"e-a", "e-b"}) == Proposal()


def test_an_event_that_fits_two_that_are_apart_is_joined_to_neither() -> None:
    """Of one victim it is told that he was beaten, and that he was tortured; a third row names no kind."""
    proposal = propose([TOLD, again("e-b", kind="beating"), again("e-c", kind=None)], nobody)
    assert not proposal.merges
    assert all("e-c" in things for things in asked(proposal))


def test_a_chain_of_likenesses_is_not_enough_for_a_rule() -> None:
    """The first row and the third agree in the day alone: the second is one with either, and a person says with whom else."""
    proposal = propose([again("e-a", station=None), again("e-b"), again("e-c", kind=None)], nobody)
    assert len(proposal.merges) == 1
    assert len(proposal.groups) == 1


def test_two_events_without_a_common_victim_are_not_joined_by_a_third_row_that_names_both() -> None:
    rows = [TOLD, again("e-b", victims=frozenset({"p-b"})), again("e-c", victims=frozenset({"p-a", "p-b"}))]
    assert not propose(rows, nobody).merges


def test_only_pairs_with_a_fresh_event_are_proposed_and_old_ones_are_still_held_against_each_other() -> None:
    old = [TOLD, again("e-b", kind="beating")]
    assert propose([*old, again("e-c", station="st-2")], nobody, fresh={"e-c"}) == Proposal()
    proposal = propose([*old, again("e-c", kind=None)], nobody, fresh={"e-c"})
    assert not proposal.merges
    assert proposal.groups


def test_an_event_with_two_profiles_is_held_against_another_with_both() -> None:
    rows = [TOLD, replace(TOLD, mention="e-z", first="2012-05-09", last="2012-05-09"), again("e-b")]
    assert not propose(rows, nobody).merges


RECORDS = st.lists(
    st.builds(
        lambda number, kind, victims, station, first: EventRecord(
            f"e-{number}", f"e-{number}", kind, frozenset(victims), station, first, first
        ),
        st.integers(0, 6),
        st.sampled_from([None, "torture", "arrest"]),
        st.sets(st.sampled_from(["p-a", "p-b", "p-c"]), max_size=2),
        st.sampled_from([None, "st-1", "st-2"]),
        st.sampled_from([None, "2012-05-03", "2012-05-04", "2012-05-06"]),
    ),
    max_size=7,
    unique_by=lambda record: record.thing,
)


@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter_and_no_two_that_contradict_each_other_are_joined(
    rows: list[EventRecord], chance: object
) -> None:
    proposal = propose(rows, nobody)
    turned = list(rows)
    chance.shuffle(turned)  # type: ignore[attr-defined]  # a random.Random
    assert propose(turned, nobody) == proposal
    by_id = {record.thing: record for record in rows}
    for members in Partition((edge.one, edge.other) for edge in proposal.merges).sets.values():
        assert not any(compare(by_id[one], by_id[other]).contradict for one, other in permutations(members, 2))
