"""A pair in words and bits: what a lawyer reads adds up, and says more where more agrees."""

from __future__ import annotations

import pytest

from loaders.resolve.persons import Rarity, explain
from loaders.resolve.proposal import Edge
from loaders.resolve.record import PersonRecord
from tests.loaders.resolve.persons.people import told

ONE = told("a", "Криничар Степан Олегович", "1971-03-09", unit="u", place="p", role="officer")


def said(edge: Edge, field: str) -> str:
    """What the explanation says of a field."""
    return next(line.says for line in edge.evidence if line.field == field)


def bits(other: PersonRecord, population: Rarity | None = None) -> float:
    """What the pair weighs beside the first record."""
    weight = explain(ONE, other, population=population).bits
    assert weight is not None
    return weight


def test_the_lines_add_up_to_the_weight() -> None:
    edge = explain(ONE, told("b", "Stsiapan Krynichar", "1971-03-09", unit="u", place="q"))

    assert edge.bits == pytest.approx(sum(line.bits or 0.0 for line in edge.evidence), abs=1e-9)
    assert [line.field for line in edge.evidence] == [
        "any two records", "surname", "given name", "birth date", "sex", "unit", "place", "rule",
    ]  # fmt: skip


def test_it_says_what_agrees_what_does_not_and_which_rule_decides() -> None:
    edge = explain(ONE, told("b", "Stsiapan Krynichar", "1971-03-09", place="q"))

    assert edge.rule == "persons/A2"
    assert said(edge, "surname").startswith("same in any script (1 in ")
    assert said(edge, "birth date") == "same day"
    assert said(edge, "place") == "different"
    assert said(edge, "rule").startswith("same birth date and given name")


def test_a_pair_that_can_never_be_one_is_explained_too() -> None:
    edge = explain(ONE, told("b", "Криничар Степан Олегович", "1984"))

    assert edge.rule == "persons/birth year"
    assert said(edge, "rule") == "they were born more than a year apart"
    assert any(line.field == "birth date" and (line.bits or 0) < 0 for line in edge.evidence)


def test_a_masked_man_and_two_keys_of_one_compiler_are_no_rules_matter() -> None:
    masked = told("b", "Криничар Степан", "1971-03-09", described=True)
    listed, other = (told(key, "Криничар Степан", "1971-03-09", distinct=frozenset({("roster", key)})) for key in "12")

    assert explain(ONE, masked).rule == "described"
    assert explain(listed, other).rule == "distinct keys"


def test_what_agrees_more_weighs_more() -> None:
    ranked = [
        told("b", "Сцяпан Алегавіч Крынічар", "1971-03-09", unit="u", place="p", role="officer"),
        told("b", "Сцяпан Крынічар", "1971-03-09", unit="u"),
        told("b", "Сцяпан Крынічар", "1971", unit="u"),
        told("b", "Сцяпан Крынічар", unit="u"),
        told("b", "С. Крынічар"),
        told("b", "С. Крынічар", unit="v"),
    ]

    weights = [bits(other) for other in ranked]

    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(weights)


def test_a_rare_surname_says_more_than_a_common_one_and_neither_much_in_a_small_case() -> None:
    other = told("b", "Сцяпан Крынічар")
    key = "krInICAr"
    rare, common, small = (
        Rarity(records, {"surname": {key: held}}, {"surname": records}) for records, held in ((50_000, 2), (50_000, 400), (20, 2))
    )

    surnames = [
        next(line.bits for line in explain(ONE, other, population=p).evidence if line.field == "surname")
        for p in (rare, common, small)
    ]

    assert surnames[0] is not None
    assert surnames[1] is not None
    assert surnames[2] is not None
    assert surnames[0] > surnames[2] > 0
    assert surnames[0] > surnames[1]


def test_the_more_people_the_less_two_records_are_one_before_anything_is_compared() -> None:
    other = told("b", "С. Крынічар")

    town, country = (explain(ONE, other, population=Rarity(records)).evidence[0] for records in (1_000, 1_000_000))

    assert town.field == "any two records"
    assert (town.bits or 0) > (country.bits or 0)
