"""Every rule of the policy: a pair for which it fires, and one that misses by a little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaders.resolve.persons import policy
from loaders.resolve.persons.comparisons import COMPARISONS, NOT_COMPARED
from loaders.resolve.persons.contradiction import LEVELS
from tests.loaders.resolve.persons.people import told, weighed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.resolve.record import PersonRecord

FULL = "Криничар Степан Олегович"
PAIRS: Mapping[str, tuple[PersonRecord, PersonRecord]] = {
    # What forbids
    "sex": (told("a", "С. Криничар", sex="male"), told("b", "С. Криничар", sex="female")),
    "sex unsaid": (told("a", "С. Криничар", sex="male"), told("b", "С. Криничар")),
    "given name": (told("a", "Криничар Степан"), told("b", "Криничар Сергей")),
    "given name in another script": (told("a", "Криничар Степан"), told("b", "Stsiapan Krynichar")),
    "given initial": (told("a", "Криничар Степан"), told("b", "В. Криничар")),
    "given initial that a table allows": (told("a", "Криничар Николай"), told("b", "М. Криничар")),
    "patronymic": (told("a", FULL), told("b", "Криничар Степан Игоревич")),
    "patronymic unsaid": (told("a", FULL), told("b", "Криничар Степан")),
    "patronymic initial": (told("a", FULL), told("b", "С. В. Криничар")),
    "patronymic initial agrees": (told("a", FULL), told("b", "С. О. Криничар")),
    "birth date": (told("a", FULL, "1971-03-09"), told("b", FULL, "1971-11-28")),
    "birth date with day and month swapped": (told("a", FULL, "1971-03-09"), told("b", FULL, "1971-09-03")),
    "birth year": (told("a", FULL, "1971-03-09"), told("b", FULL, "1973")),
    "birth year next to it": (told("a", FULL, "1971-03-09"), told("b", FULL, "1972")),
    # What joins
    "A2": (told("a", FULL, "1971-03-09"), told("b", "Сцяпан Крынічар", "1971-03-09")),
    "A2 by initials alone": (told("a", FULL, "1971-03-09"), told("b", "С. О. Криничар", "1971-03-09")),
    "A2 in a month only": (told("a", FULL, "1971-03-09"), told("b", "Сцяпан Крынічар", "1971-03")),
    "B": (told("a", FULL, "1971-03-09"), told("b", FULL, "1971-03-08")),
    "B without a patronymic": (told("a", FULL, "1971-03-09"), told("b", "Криничар Степан", "1971-03-08")),
    "C2": (told("a", FULL, "1971-03-09"), told("b", FULL, "1971")),
    "C2 with the surname spelt otherwise in one language": (
        told("a", "Тростиков Степан Олегович", "1971-03-09"),
        told("b", "Тростеков Степан Олегович", "1971"),
    ),
    "names alone": (told("a", FULL, unit="u", place="p"), told("b", FULL, unit="u", place="p")),
}
FORBIDDEN = {
    "sex": "sex unsaid",
    "given name": "given name in another script",
    "given initial": "given initial that a table allows",
    "patronymic": "patronymic unsaid",
    "patronymic initial": "patronymic initial agrees",
    "birth date": "birth date with day and month swapped",
    "birth year": "birth year next to it",
}
GATES = {
    "A2": ("A2 by initials alone", "A2 in a month only"),
    "B": ("B without a patronymic",),
    "C2": ("C2 with the surname spelt otherwise in one language", "names alone"),
}
PLENTY = 40.0, 40.0
"""Bits enough for every gate."""


@pytest.fixture(scope="module")
def levels() -> Mapping[str, Mapping[str, int]]:
    return {name: pair.levels for name, pair in zip(PAIRS, weighed(list(PAIRS.values())), strict=True)}


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_what_forbids_fires_for_its_pair(rule: str, levels: Mapping[str, Mapping[str, int]]) -> None:
    fired = policy().forbids(levels[rule])

    assert fired is not None
    assert fired.name == f"persons/{rule}"


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_what_forbids_spares_the_near_miss(rule: str, levels: Mapping[str, Mapping[str, int]]) -> None:
    assert policy().forbids(levels[FORBIDDEN[rule]]) is None


@pytest.mark.parametrize("rule", GATES)
def test_a_gate_fires_for_its_pair_when_it_weighs_enough(rule: str, levels: Mapping[str, Mapping[str, int]]) -> None:
    gate = policy().gate(levels[rule], *PLENTY)

    assert gate is not None
    assert gate.name == f"persons/{rule}"
    assert policy().gate(levels[rule], gate.bits - 0.1, gate.names) is None


@pytest.mark.parametrize(("rule", "miss"), [(rule, miss) for rule, misses in GATES.items() for miss in misses])
def test_a_gate_does_not_fire_for_a_near_miss(rule: str, miss: str, levels: Mapping[str, Mapping[str, int]]) -> None:
    gate = policy().gate(levels[miss], *PLENTY)

    assert gate is None or gate.name != f"persons/{rule}"


@pytest.mark.parametrize(
    ("bits", "names", "fires"),
    [(9.0, 15.0, True), (8.9, 15.0, False), (30.0, 14.9, False)],
    ids=["rare", "unlikely", "rare only in a small case"],
)
def test_without_a_patronymic_the_names_must_be_rare_whatever_the_prior(
    bits: float, names: float, fires: bool, levels: Mapping[str, Mapping[str, int]]
) -> None:
    gate = policy().gate({**levels["C2"], "patronymic": -1}, bits, names)

    assert (gate.name if gate else None) == ("persons/E" if fires else None)


def test_a_name_alone_is_never_enough() -> None:
    for gate in policy().gates:
        assert "birth" in gate.when
        assert -1 not in gate.when["birth"]


def test_initials_are_never_enough() -> None:
    (given,) = {levels for gate in policy().gates for levels in [gate.when["given"]]}

    assert given == {next(c for c in COMPARISONS if c.field == "given").number("same")}


def test_each_forbidding_rule_names_one_comparison_that_a_cluster_can_be_asked() -> None:
    for rule in policy().forbidden:
        (field,) = rule.when
        assert field in LEVELS
        assert rule.when[field].isdisjoint({-1})


def test_no_rule_counts_on_what_was_not_compared_but_to_say_so() -> None:
    for gate in policy().gates:
        silent = {field for field, levels in gate.when.items() if -1 in levels}
        assert silent <= {"spelling", "patronymic"}, f"{gate.name} reads silence as agreement ({NOT_COMPARED})"
