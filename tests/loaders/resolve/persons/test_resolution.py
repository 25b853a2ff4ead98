"""Who is joined without anybody looking, who is asked about, and who never."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.resolve.persons import propose, weights
from loaders.resolve.proposal import Proposal
from loaders.resolve.record import PersonRecord
from tests.loaders.resolve.persons.people import asked, crowd, joined, nobody_apart, told

FULL = "Криничар Степан Олегович"
DAY = "1971-03-09"


def pair(*names: str) -> set[frozenset[str]]:
    return {frozenset(names)}


def test_one_man_in_three_languages_is_one() -> None:
    records = [told("a", FULL, DAY), told("b", "Сцяпан Крынічар", DAY), told("c", "KRYNICHAR, Stsiapan", DAY)]

    proposal = propose([*records, *crowd()], kept_apart=nobody_apart)

    assert len(proposal.merges) == 2
    assert {edge.rule for edge in proposal.merges} == {"persons/A2"}
    assert {name for edge in proposal.merges for name in (edge.one, edge.other)} == {"a", "b", "c"}


NEVER = {
    "twins": (told("a", "Криничар Степан Олегович", DAY), told("b", "Криничар Семён Олегович", DAY)),
    "twins by initials": (told("a", "Криничар Степан Олегович", DAY), told("b", "С. О. Криничар", DAY)),
    "father and son": (told("a", "Криничар Иван Иванович", "1948-05-02"), told("b", "Криничар Иван Иванович", "1975-08-11")),
    "siblings by initials": (told("a", "Криничар С. О.", "1971"), told("b", "С. О. Криничар", "1971")),
    "namesakes": (told("a", FULL, DAY, unit="u", place="p"), told("b", FULL, "1983-10-30", unit="u", place="p")),
    "brother and sister": (told("a", "Криничар А. О.", DAY, sex="male"), told("b", "Криничар А. О.", DAY, sex="female")),
    "a name alone": (told("a", FULL, unit="u", place="p", role="officer"), told("b", FULL, unit="u", place="p", role="officer")),
    "a masked man": (told("a", FULL, DAY), told("b", FULL, DAY, described=True)),
    "keys of one compiler": (
        told("a", FULL, DAY, distinct=frozenset({("roster", "17")})),
        told("b", FULL, DAY, distinct=frozenset({("roster", "18")})),
    ),
}  # fmt: skip


SURNAMES = ("Боровлян", "Вересич", "Гутник", "Довбня", "Жеребило", "Закревич", "Ивчук", "Куплевач", "Лозовик")


@pytest.fixture(scope="module")
def proposal() -> Proposal:
    """What is proposed of all of them together, each case with a surname and a birthday of its own."""
    records = [
        replace(
            record,
            thing=f"{case} {record.thing}",
            mention=f"{case} {record.thing}",
            name=record.name.replace("Криничар", surname),
            born=record.born and record.born.replace("1971", str(1951 + 3 * number)).replace("-03-09", f"-03-{10 + number}"),
        )
        for number, (surname, (case, both)) in enumerate(zip(SURNAMES, NEVER.items(), strict=True))
        for record in both
    ]
    return propose([*records, *crowd()], kept_apart=nobody_apart)


def test_no_rule_joins_any_of_these(proposal: Proposal) -> None:
    assert proposal.merges == ()


@pytest.mark.parametrize("case", NEVER)
def test_who_may_be_one_is_asked_about_and_who_cannot_is_not(case: str, proposal: Proposal) -> None:
    maybe = {"twins by initials", "siblings by initials", "a name alone", "keys of one compiler"}

    groups = [group for group in proposal.groups if {f"{case} a", f"{case} b"} & set(group.things)]

    assert [group.things for group in groups] == ([(f"{case} a", f"{case} b")] if case in maybe else [])
    assert all(edge.rule == "review" for group in groups for edge in group.edges)


def test_keys_of_one_compiler_are_asked_about_only_where_a_gate_would_join() -> None:
    one, other = (told(thing, FULL, distinct=frozenset({("roster", thing)})) for thing in "ab")

    assert propose([one, other, *crowd()], kept_apart=nobody_apart).groups == ()


def test_what_a_person_told_apart_is_neither_joined_nor_asked_about() -> None:
    records = [told("a", FULL, DAY), told("b", FULL, DAY), *crowd()]

    proposal = propose(records, kept_apart=lambda one, other: {one, other} == {"a", "b"})

    assert (proposal.merges, proposal.groups) == ((), ())


def test_somebody_else_who_fits_as_well_leaves_it_to_a_person() -> None:
    # Two men who cannot be one, and a third record that fits either.
    records = [told("a", FULL, DAY), told("b", FULL, "1971-11-28"), told("c", FULL, "1971")]

    proposal = propose([*records, *crowd()], kept_apart=nobody_apart)

    assert proposal.merges == ()
    (group,) = proposal.groups
    assert "c" in group.things
    assert group.why.startswith("somebody else")


def test_a_thing_known_by_two_records_joins_as_one() -> None:
    records = [
        told("a", FULL, mention="a1"),
        told("a", "Krynichar Stsiapan", DAY, mention="a2"),
        told("b", "Сцяпан Крынічар", DAY),
    ]

    proposal = propose([*records, *crowd()], kept_apart=nobody_apart)

    assert joined(proposal) == pair("a2", "b")


def test_a_thing_that_contradicts_itself_is_told_and_joins_nobody() -> None:
    records = [told("a", FULL, DAY, mention="a1"), told("a", FULL, "1983-10-30", mention="a2"), told("b", FULL, DAY)]

    proposal = propose([*records, *crowd()], kept_apart=nobody_apart)

    (conflict,) = proposal.conflicts
    assert (conflict.thing, conflict.edge.rule) == ("a", "persons/birth date")
    assert {conflict.edge.one, conflict.edge.other} == {"a1", "a2"}
    assert proposal.merges == ()
    assert asked(proposal) == pair("a", "b")


def test_only_pairs_with_something_new_are_looked_at() -> None:
    old = [told("a", FULL, DAY), told("b", FULL, DAY), told("c", "Заречный Олег", "1980-01-02")]
    new = [told("d", "Алег Зарэчны", "1980-01-02"), told("e", "Заречный Олег", "1980-01-02")]

    proposal = propose([*old, *new, *crowd()], kept_apart=nobody_apart, fresh={"d", "e"})

    assert {frozenset((edge.one, edge.other)) for edge in proposal.merges} <= {frozenset(p) for p in ("cd", "ce", "de")}
    assert len(proposal.merges) == 2


def test_an_old_rival_holds_a_new_pair_back() -> None:
    # b fits c, who cannot be d; so b is not joined to d either, as little as if all three were new.
    old = [told("b", FULL, "1971"), told("c", FULL, "1971-11-28")]
    new = [told("d", FULL, DAY)]

    at_once = propose([*old, *new, *crowd()], kept_apart=nobody_apart)
    later = propose([*old, *new, *crowd()], kept_apart=nobody_apart, fresh={"d"})

    assert (at_once.merges, later.merges) == ((), ())
    assert asked(later) == pair("b", "d")


def test_weighing_in_portions_finds_what_weighing_at_once_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [*FAMILY, told("g", "Крничар Степан Олегович", DAY), *crowd()]
    at_once = propose(records, kept_apart=nobody_apart)

    monkeypatch.setattr(weights, "CHUNK", 20)

    assert propose(records, kept_apart=nobody_apart) == at_once
    assert any("g" in pair for pair in joined(at_once))


def test_nobody_and_one_alone_come_to_nothing() -> None:
    assert propose([], kept_apart=nobody_apart).merges == ()
    assert propose([told("a", FULL, DAY)], kept_apart=nobody_apart).groups == ()
    assert propose([told("a", FULL, DAY)], kept_apart=nobody_apart, fresh=set()).groups == ()


@settings(max_examples=3, deadline=None)
@given(st.integers(0, 10**6))
def test_the_order_of_records_does_not_matter(seed: int) -> None:
    records = [*FAMILY, *crowd(30)]

    shuffled = Random(seed).sample(records, len(records))

    assert propose(shuffled, kept_apart=nobody_apart) == propose(records, kept_apart=nobody_apart)


FAMILY: list[PersonRecord] = [
    told("a", FULL, DAY),
    told("b", "Сцяпан Крынічар", DAY),
    told("c", "С. О. Криничар", "1971"),
    told("d", "Криничар Семён Олегович", DAY),
    told("e", "Stsiapan Krynichar", "1971"),
    told("f", "Криничар Степан", unit="u"),
    told("f", "Криничар С.", unit="u"),
]
