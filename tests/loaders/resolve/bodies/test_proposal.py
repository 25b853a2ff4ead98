"""Which units and stations are merged, which a person is asked about, and which contradict themselves."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.decided.partition import Partition
from loaders.names.bodies import compare, read
from loaders.resolve.bodies import propose
from loaders.resolve.proposal import Proposal
from loaders.resolve.record import BodyRecord


def never(one: str, other: str) -> bool:
    return False


def station(
    thing: str, *names: str, areas: tuple[str, ...] = (), kind: str | None = None, key: str | None = None
) -> list[BodyRecord]:
    """A station that one row names."""
    distinct = frozenset({("register/station", key)}) if key else frozenset[tuple[str, str]]()
    return [BodyRecord(thing, f"m-{thing}", "Station", name, frozenset(areas), kind, distinct) for name in names]


def merged(proposal: Proposal) -> set[frozenset[str]]:
    return {frozenset(members) for members in Partition((e.one, e.other) for e in proposal.merges).sets.values()}


def asked(proposal: Proposal) -> list[tuple[str, ...]]:
    return [group.things for group in proposal.groups]


def test_spellings_of_one_station_come_together_and_say_why() -> None:
    records = [
        *station("a", "ИВС Лидского РОВД"),
        *station("b", "Lida IVS"),
        *station("c", "ІЧУ Ліда"),
        *station("d", "ИВС Орша"),
    ]
    proposal = propose(records, never)
    assert merged(proposal) == {frozenset({"m-a", "m-b", "m-c"})}
    assert all(edge.rule == "bodies/name" and edge.evidence and edge.bits is None for edge in proposal.merges)
    assert proposal.groups == ()


def test_an_alias_that_a_person_gave_brings_the_press_together_with_the_register() -> None:
    register = station(
        "a", "Центр изоляции правонарушителей, ул. Гончарная", "Гончарка", areas=("город Велидар", "City of Velidar")
    )
    press = [*station("b", "Гончарка"), *station("c", "Hancharka"), *station("d", "Ганчарка"), *station("e", "Солянка")]
    assert merged(propose([*register, *press], never)) == {frozenset({"m-a", "m-b", "m-c", "m-d"})}


@pytest.mark.parametrize("doubted", ["Lida IVS?", "Lida IVS (?)", "Lida IVS؟"])
def test_a_name_that_its_source_doubts_is_asked_about(doubted: str) -> None:
    proposal = propose([*station("a", "ИВС Лидского РОВД"), *station("b", doubted), *station("c", "Lida IVS")], never)
    assert merged(proposal) == {frozenset({"m-a", "m-c"})}
    assert any("m-b" in (edge.one, edge.other) for group in proposal.groups for edge in group.edges)
    assert "question mark" in " ".join(group.why for group in proposal.groups)


def test_a_nickname_alone_joins_nothing() -> None:
    assert propose([*station("a", "ЦИП ул. Гончарная"), *station("b", "Гончарка")], never) == Proposal()


def test_a_common_name_without_its_city_is_asked_about() -> None:
    records = [
        *station("a", "Октябрьское РУВД г. Минска"),
        *station("b", "Октябрьский РОВД г. Витебска"),
        *station("c", "Октябрьское РУВД"),
    ]
    proposal = propose(records, never)
    assert proposal.merges == ()
    assert {thing for group in proposal.groups for thing in group.things} == {"a", "b", "c"}


def test_a_name_that_fits_two_is_asked_about_and_one_that_fits_one_is_merged() -> None:
    temuco, bare = station("a", "Brum Regiment, Temuco"), station("b", "Brum Regiment")
    talca = station("c", "Brum Regiment, Talca")
    assert merged(propose([*temuco, *bare], never)) == {frozenset({"m-a", "m-b"})}
    both = propose([*temuco, *bare, *talca], never)
    assert both.merges == ()
    assert asked(both) == [("a", "b", "c")]
    assert all("fits" in group.why for group in both.groups)


def test_what_fits_two_that_nothing_ties_is_asked_about_even_where_they_do_not_contradict() -> None:
    bare = [*station("b", "Brum Regiment"), *station("c", "Brum Regiment"), *station("d", "Regimiento Brum")]
    proposal = propose([*station("a", "Brum Regiment, Vold"), *bare, *station("e", "Brum Regiment, Zorn")], never)
    assert proposal.merges == ()
    assert {thing for group in proposal.groups for thing in group.things} == {"a", "b", "c", "d", "e"}


def test_a_bare_number_is_merged_with_nothing_where_it_fits_two() -> None:
    bare = [*station("b", "1 Brigade"), *station("c", "1 Brigade")]
    assert merged(propose(bare, never)) == {frozenset({"m-b", "m-c"})}
    assert propose([*station("a", "1 Brigade, Vold"), *bare, *station("d", "1 Brigade, Zorn")], never).merges == ()


def test_where_it_lies_tells_two_of_one_name() -> None:
    there = [*station("a", "Second police station", areas=("Temuco",)), *station("b", "Second police station", areas=("Talca",))]
    assert propose(there, never) == Proposal()
    here = [*station("a", "Second police station", areas=("Temuco",)), *station("b", "2ª Comisaría", areas=("Temuco",))]
    assert merged(propose(here, never)) == {frozenset({"m-a", "m-b"})}


def test_what_a_decision_keeps_apart_is_neither_merged_nor_asked_about() -> None:
    records = [*station("a", "Villa Brumaldi"), *station("b", "Villa Brumaldi"), *station("c", "DINA, Villa Brumaldi")]
    proposal = propose(records, lambda one, other: {one, other} == {"a", "b"})
    assert all(not {"m-a", "m-b"} <= cluster for cluster in merged(proposal))
    assert not any({edge.one, edge.other} == {"m-a", "m-b"} for group in proposal.groups for edge in group.edges)


def test_a_decision_about_one_of_many_called_alike_leaves_the_others_together() -> None:
    alike = [record for at in range(6) for record in station(f"t{at}", "Villa Brumaldi")]
    far = station("x", "DINA, Villa Brumaldi")
    proposal = propose([*alike, *far], lambda one, other: {one, other} == {"t5", "x"})
    assert all(not {"m-t5", "m-x"} <= cluster for cluster in merged(proposal))


def test_two_keys_of_one_compiler_are_at_most_asked_about() -> None:
    one, other = station("a", "Villa Brumaldi", key="S-1"), station("b", "Villa Brumaldi", key="S-2")
    proposal = propose([*one, *other, *station("c", "Parral jail", key="S-3"), *station("d", "Parral prison", key="S-4")], never)
    assert proposal.merges == ()
    assert asked(proposal) == [("a", "b")]
    assert "compiler" in proposal.groups[0].why


@pytest.mark.parametrize("kind", ["unknown", "unnamed", "described"])
def test_what_nobody_could_name_is_nobody(kind: str) -> None:
    assert propose([*station("a", "Villa Brumaldi", kind=kind), *station("b", "Villa Brumaldi")], never) == Proposal()
    assert propose([*station("a", "Villa Brumaldi", kind=kind), *station("b", "Villa Brumaldi", kind=kind)], never) == Proposal()
    assert propose([*station("a", "Unknown Battalion"), *station("b", "Unknown Battalion")], never) == Proposal()


def test_names_that_name_nothing_are_asked_about_a_dozen_at_a_time() -> None:
    proposal = propose([record for at in range(40) for record in station(f"t{at:02}", "Police station")], never)
    assert proposal.merges == ()
    assert [len(group.things) for group in proposal.groups] == [12]


def test_an_alias_that_several_bear_joins_none_of_them() -> None:
    records = [
        *station("a", "Brum Police Division", "the old mill house"),
        *station("b", "Vold Police Division", "the old mill house"),
    ]
    assert propose(records, never).merges == ()


def test_units_and_stations_are_never_one() -> None:
    unit = BodyRecord("u", "m-u", "Unit", "Villa Brumaldi")
    assert propose([unit, *station("s", "Villa Brumaldi")], never) == Proposal()


def test_only_pairs_with_something_new_are_proposed_again() -> None:
    old = [*station("a", "Villa Brumaldi"), *station("b", "Villa Brumaldi"), *station("c", "Lida IVS"), *station("d", "ИВС Лида")]
    assert propose(old, never, fresh=set()).merges == ()
    assert merged(propose(old, never, fresh={"c"})) == {frozenset({"m-c", "m-d"})}


def test_a_thing_whose_rows_contradict_one_another_is_an_alert() -> None:
    rows = [BodyRecord("a", "m1", "Station", "СИЗО-1 Минск"), BodyRecord("a", "m2", "Station", "СИЗО-2 Минск")]
    (conflict,) = propose(rows, never, fresh=set()).conflicts
    assert (conflict.thing, conflict.edge.one, conflict.edge.other, conflict.edge.rule) == ("a", "m1", "m2", "bodies/number")


def test_what_one_row_says_in_one_breath_is_no_alert() -> None:
    rows = [*station("a", "2 Mechanised Division", "2 Brigade"), BodyRecord("a", "m2", "Station", "Second Mechanised Division")]
    assert len(rows) == 3
    assert [conflict.edge.other for conflict in propose(rows, never).conflicts] == ["m2"]
    again = [*rows, BodyRecord("a", "m2", "Station", "2 Brigade")]
    assert propose(again, never).conflicts == ()


HELD_AT = [
    "СИЗО-1 Минск",
    "SIZO No. 1 Minsk",
    "СИЗО №1",
    "СИЗО-2 Минск",
    "ИВС Лида",
    "Lida IVS",
    "jail",
    "Parral jail",
    "Parral prison",
]
DISTRICTS = [
    "Октябрьское РУВД",
    "Октябрьское РУВД г. Минска",
    "Октябрьский РОВД Витебска",
    "Villa Brumaldi",
    "DINA, Villa Brumaldi",
]
REGIMENTS = ["Brum Regiment", "Brum Regiment, Temuco", "Brum Regiment, Talca", "Regimiento Brum de Temuco", "Unknown Brigade"]
BRIGADES = ["1 Brigade", "First Brigade", "1 Brigade, Talca", "1 Armoured Brigade"]
NAMES = [*HELD_AT, *DISTRICTS, *REGIMENTS, *BRIGADES]
THINGS = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True), max_size=9)
APART = st.frozensets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=4)


@settings(max_examples=200)
@given(THINGS, APART, st.randoms(use_true_random=False))
def test_no_cluster_contradicts_itself_and_the_order_of_records_does_not_matter(
    things: list[list[str]], apart: frozenset[tuple[int, int]], chance: object
) -> None:
    named = {f"t{at}": names for at, names in enumerate(things)}
    records = [record for id_, names in named.items() for record in station(id_, *names)]
    kept = {frozenset((f"t{one}", f"t{other}")) for one, other in apart}

    proposal = propose(records, lambda one, other: frozenset((one, other)) in kept)

    for cluster in merged(proposal):
        for one, other in combinations(sorted(mention.removeprefix("m-") for mention in cluster), 2):
            assert frozenset((one, other)) not in kept
            verdicts = {compare(read(a), read(b)).verdict for a in named[one] for b in named[other]}
            assert "different" not in verdicts
    chance.shuffle(records)  # type: ignore[attr-defined]  # a Random, by the strategy
    assert propose(records, lambda one, other: frozenset((one, other)) in kept) == proposal
