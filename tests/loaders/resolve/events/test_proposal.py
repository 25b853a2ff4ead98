"""Which events are one: what both tell and nothing contradicts. What is likely is asked, in few questions."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.decided.partition import Partition
from loaders.resolve.events import compare, propose
from loaders.resolve.events.comparison import BY_DAY, BY_HOUR
from loaders.resolve.events.proposal import MOST
from loaders.resolve.proposal import Proposal
from loaders.resolve.record import EventRecord

TOLD = EventRecord("e-a", "e-a", "torture", frozenset({"p-a"}), "st-1", "2012-05-03T20:00", "2012-05-03T20:40")
DAY: dict[str, object] = {"first": "2012-05-03", "last": "2012-05-03"}


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
    "other",
    [
        {},
        {"station": None},
        {"first": "2012-05-03T20:30", "last": "2012-05-03T22:00"},
        {"units": frozenset({"u-1"}), "methods": frozenset({"cold"})},
    ],
    ids=["all the same", "no place", "a little later", "more is told"],
)
def test_the_same_hours_are_enough_for_a_rule(other: dict[str, object]) -> None:
    assert merged(propose([TOLD, again("e-b", **other)], nobody)) == {("e-a", "e-b", BY_HOUR)}


@pytest.mark.parametrize("kind", ["arrest", "detention", "release", "killing", "death", "disappearance"])
def test_the_day_and_the_station_are_enough_for_what_is_done_once_a_day(kind: str) -> None:
    rows = [again("e-a", kind=kind, **DAY), again("e-b", kind=kind)]
    assert merged(propose(rows, nobody)) == {("e-a", "e-b", BY_DAY)}


@pytest.mark.parametrize("kind", ["beating", "torture", "sexual_violence", "transfer", "hearing", "operation", "other"])
def test_they_are_not_for_what_may_be_done_twice(kind: str) -> None:
    proposal = propose([again("e-a", kind=kind, **DAY), again("e-b", kind=kind, **DAY)], nobody)
    assert not proposal.merges
    assert asked(proposal) == {("e-a", "e-b")}


@pytest.mark.parametrize(
    "other",
    [
        {"kind": None},
        {"station": "st-2"},
        {"victims": frozenset({"p-a", "p-b"})},
        {"units": frozenset({"u-2"})},
        {"men": frozenset({"m-2"})},
        {"methods": frozenset({"heat"})},
        {"first": "2012-05-03T08:00", "last": "2012-05-03T20:40"},
        {"first": "2012-05-03T21:00", "last": "2012-05-03T21:40"},
        {"station": None, "kind": None, **DAY},
        {"first": "2012-05-01", "last": "2012-05-31"},
        {"first": "2012-05-01", "last": "2012-05-31", "station": None, "kind": None},
        {"first": None, "last": None},
        {"first": "2012-05-04", "last": "2012-05-04", "station": None},
        {"victims": frozenset({"p-a", "p-b", "p-c"}), "station": None},
    ],
    ids=[
        "no kind",
        "at two places in one hour",
        "one more victim",
        "another unit",
        "another man",
        "another method",
        "a whole day's shift",
        "a little apart",
        "day alone",
        "some day of the month",
        "something in that month",
        "no day",
        "next day, no place",
        "one of three victims, no place",
    ],
)
def test_a_person_is_asked(other: dict[str, object]) -> None:
    rich = replace(TOLD, units=frozenset({"u-1"}), men=frozenset({"m-1"}), methods=frozenset({"cold"}))
    proposal = propose([rich, again("e-b", **other)], nobody)
    assert not proposal.merges
    assert asked(proposal) == {("e-a", "e-b")}


@pytest.mark.parametrize(
    "other",
    [
        {"victims": frozenset({"p-b"})},
        {"victims": frozenset()},
        {"kind": "arrest"},
        {"station": "st-2", **DAY},
        {"first": "2012-05-05", "last": "2012-05-05"},
        {"first": "2012-05-03T07:00", "last": "2012-05-03T08:00"},
        {"first": None, "last": None, "station": None, "kind": None},
        {"part_of": frozenset({"e-a"})},
    ],
    ids=[
        "other victim",
        "no victim",
        "other kind",
        "other place",
        "two days later",
        "that morning",
        "nothing but the victim",
        "a part",
    ],
)
def test_nothing_is_proposed(other: dict[str, object]) -> None:
    assert propose([TOLD, again("e-b", **other)], nobody) == Proposal()


def test_what_a_file_tells_in_two_rows_hours_or_a_day_apart_is_two() -> None:
    rows = [
        TOLD,
        again("e-b", first="2012-05-04", last="2012-05-04"),
        again("e-c", first="2012-05-03T21:00", last="2012-05-03T21:40"),
    ]
    one_file = [replace(row, files=frozenset({"f"})) for row in rows]
    assert propose(one_file, nobody) == Proposal()
    assert asked(propose(rows, nobody)) == {("e-a", "e-b", "e-c")}


def test_the_reasons_for_come_before_those_against_and_what_is_open() -> None:
    other = again("e-b", station=None, units=frozenset({"u-2"}))
    (group,) = propose([replace(TOLD, units=frozenset({"u-1"})), other], nobody).groups
    assert [(reason.field, reason.says) for reason in group.edges[0].evidence] == [
        ("for", "the same victim"),
        ("for", "the same hours"),
        ("for", "the same was done"),
        ("against", "other units accused"),
        ("open", "not both name a station"),
    ]


def test_victims_who_may_be_one_are_asked_about_and_never_joined() -> None:
    rows = [TOLD, again("e-b", victims=frozenset({"p-b"}))]
    waiting = {"p-a": {"p-b"}, "p-b": {"p-a"}}
    proposal = propose(rows, nobody, waiting=waiting)
    assert not proposal.merges
    assert asked(proposal) == {("e-a", "e-b")}
    assert propose(rows, nobody, waiting={"p-a": {"p-c"}, "p-c": {"p-a"}}) == Proposal()


@pytest.mark.parametrize("field", ["station", "units", "men"])
def test_places_and_accused_who_may_be_one_neither_part_events_nor_let_a_rule_join_them(field: str) -> None:
    one, other = ("x-1", "x-2") if field == "station" else (frozenset({"x-1"}), frozenset({"x-2"}))
    rows = [again("e-a", **{field: one}), again("e-b", **{field: other})]
    proposal = propose(rows, nobody, waiting={"x-1": {"x-2"}, "x-2": {"x-1"}})
    assert not proposal.merges
    (group,) = proposal.groups
    assert "may be one" in " ".join(reason.says for reason in group.edges[0].evidence if reason.field == "open")


def test_the_same_done_again_the_day_after_leaves_it_to_a_person_which_is_meant() -> None:
    rows = [TOLD, again("e-b"), again("e-c", first="2012-05-04T20:00", last="2012-05-04T20:40")]
    proposal = propose(rows, nobody)
    assert not proposal.merges
    assert asked(proposal) == {("e-a", "e-b", "e-c")}


def everybody(number: int) -> frozenset[str]:
    return frozenset(f"p-{at:03}" for at in range(number))


def each_alone(prefix: str, number: int) -> list[EventRecord]:
    return [again(f"e-{prefix}-{victim}", victims=frozenset({victim}), **DAY) for victim in sorted(everybody(number))]


def test_a_mass_event_is_one_question_however_many_it_was_done_to() -> None:
    rows = [again("e-a", victims=everybody(300), **DAY), again("e-b", victims=everybody(300), **DAY)]
    assert asked(propose(rows, nobody)) == {("e-a", "e-b")}


def test_what_befell_each_of_300_is_a_part_of_what_befell_all_and_no_question() -> None:
    assert propose([again("e-a", victims=everybody(300), **DAY), *each_alone("b", 300)], nobody) == Proposal()


def test_two_lists_of_300_beaten_in_one_station_on_one_day_are_300_questions() -> None:
    proposal = propose([*each_alone("a", 300), *each_alone("b", 300)], nobody)
    assert {len(group.edges) for group in proposal.groups} == {1}
    assert len(proposal.groups) == 300


def test_of_very_many_that_may_be_one_some_are_asked_first_and_it_is_said_how_many_wait_behind() -> None:
    rows = [again(f"e-{at:02}", **DAY) for at in range(40)]
    proposal = propose(rows, nobody)
    pairs = [edge for group in proposal.groups for edge in group.edges]
    assert max(len(group.things) for group in proposal.groups) <= MOST
    assert len(pairs) <= MOST * len(rows)
    behind = [int(group.why.split("; ")[1].split()[0]) for group in proposal.groups if ";" in group.why]
    assert behind and sum(behind) >= 40 * 39 // 2 - len(pairs)
    assert {row.thing for row in rows} == {thing for group in proposal.groups for thing in group.things}


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
    """The first row and the third lie too far apart for one time of day: the second fits either, and a person says which."""
    rows = [
        again("e-a", first="2012-05-03T18:00", last="2012-05-03T20:00"),
        again("e-b", first="2012-05-03T19:30", last="2012-05-03T20:30"),
        again("e-c", first="2012-05-03T20:00", last="2012-05-03T22:00"),
    ]
    proposal = propose(rows, nobody)
    assert not proposal.merges
    assert len(proposal.groups) == 1


def test_two_events_without_a_common_victim_are_not_joined_by_a_third_row_that_names_both() -> None:
    rows = [TOLD, again("e-b", victims=frozenset({"p-b"})), again("e-c", victims=frozenset({"p-a", "p-b"}))]
    assert not propose(rows, nobody).merges


def test_only_pairs_with_a_fresh_event_are_proposed_and_old_ones_are_still_held_against_each_other() -> None:
    old = [TOLD, again("e-b", kind="beating")]
    assert propose([*old, again("e-c", station="st-2", **DAY)], nobody, fresh={"e-c"}) == Proposal()
    proposal = propose([*old, again("e-c", kind=None)], nobody, fresh={"e-c"})
    assert not proposal.merges
    assert proposal.groups


def test_an_event_with_two_profiles_is_held_against_another_with_both() -> None:
    rows = [TOLD, replace(TOLD, mention="e-z", first="2012-05-09", last="2012-05-09"), again("e-b")]
    assert not propose(rows, nobody).merges


WHEN = [
    (None, None),
    *((day, day) for day in ("2012-05-03", "2012-05-04", "2012-05-06")),
    ("2012-05-03T20:00", "2012-05-03T21:00"),
    ("2012-05-03T20:30", "2012-05-03T22:00"),
    ("2012-05-03T23:30", "2012-05-04T00:30"),
    ("2012-05-01", "2012-05-31"),
]
RECORDS = st.lists(
    st.builds(
        lambda number, kind, victims, station, when, units: EventRecord(
            f"e-{number}", f"e-{number}", kind, frozenset(victims), station, when[0], when[1], units=frozenset(units)
        ),
        st.integers(0, 6),
        st.sampled_from([None, "torture", "beating", "arrest"]),
        st.sets(st.sampled_from(["p-a", "p-b", "p-c"]), max_size=2),
        st.sampled_from([None, "st-1", "st-2"]),
        st.sampled_from(WHEN),
        st.sets(st.sampled_from(["u-1", "u-2"]), max_size=1),
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


@given(RECORDS)
def test_what_both_must_tell_they_tell_of_every_two_that_are_joined(rows: list[EventRecord]) -> None:
    by_id = {record.thing: record for record in rows}
    for members in Partition((edge.one, edge.other) for edge in propose(rows, nobody).merges).sets.values():
        for one, other in permutations((by_id[member] for member in members), 2):
            assert one.victims == other.victims
            assert one.kind == other.kind is not None
            assert one.station is None or other.station is None or one.station == other.station
            assert not one.units or not other.units or one.units & other.units
            assert {one.first, one.last, other.first, other.last}.isdisjoint({None})
