"""The generated worlds are the same again, and as confusable as they say."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from tests.bench.resolve import latin, orthography, patronymics
from tests.bench.resolve.words import given_names
from tests.bench.resolve.worlds import World, world


@pytest.fixture(scope="module")
def realistic() -> World:
    return world(1_500, seed=31)


def test_equal_arguments_give_equal_worlds(realistic: World) -> None:
    again = world(1_500, seed=31)

    assert again.records == realistic.records
    assert again.truth == realistic.truth


def test_another_seed_gives_other_persons(realistic: World) -> None:
    other = world(1_500, seed=32)

    assert {record.name for record in other.records} != {record.name for record in realistic.records}


def test_each_record_is_a_thing_of_its_own_with_one_truth(realistic: World) -> None:
    things = [record.thing for record in realistic.records]

    assert len(set(things)) == len(things)
    assert set(things) == set(realistic.truth)
    assert set(realistic.truth.values()) == {person.number for person in realistic.persons}


def test_all_languages_are_spoken(realistic: World) -> None:
    spoken = Counter(record.language or "la" for record in realistic.records)
    shares = {language: count / len(realistic.records) for language, count in spoken.items()}

    assert 0.45 < shares["ru"] < 0.55
    assert 0.15 < shares["be"] < 0.25
    assert 0.22 < shares["la"] < 0.32
    assert 0.02 < shares["uk"] < 0.06


def test_few_true_pairs_know_the_whole_birth_date_on_both_sides(realistic: World) -> None:
    born: dict[int, list[str]] = {}
    for record in realistic.records:
        born.setdefault(realistic.truth[record.thing], []).append(record.born or "")

    pairs = [pair for dates in born.values() for pair in combinations(dates, 2)]

    assert 0.07 < sum(len(one) == len(other) == 10 for one, other in pairs) / len(pairs) < 0.14


def test_a_hard_world_has_more_persons_whom_a_machine_would_confuse(realistic: World) -> None:
    hard = world(1_500, seed=31, hard=True)

    def namesakes(of: World) -> int:
        return sum("namesakes" in person.likeness or "initials" in person.likeness for person in of.persons)

    assert namesakes(hard) > 3 * namesakes(realistic)
    assert {person.likeness for person in hard.persons} >= {"twins", "namesakes", "father and son", "siblings"}


@pytest.mark.parametrize(
    ("russian", "belarusian", "ukrainian"),
    [("Лебедев", "Лебядзеў", "Лебедєв"), ("Богданович", "Багдановіч", "Богданович"), ("Соловьёв", "Салаўёў", "Соловйов")],
)
def test_a_surname_is_written_as_its_language_writes_it(russian: str, belarusian: str, ukrainian: str) -> None:
    assert _same_but_for_stress(orthography.belarusian(russian), belarusian)
    assert orthography.ukrainian(russian) == ukrainian


def _same_but_for_stress(one: str, other: str) -> bool:
    """What no spelling tells is left open: о or а, and a soft sign between a consonant and ё."""
    return one.replace("о", "а").replace("вь", "ў") == other.replace("о", "а")


@pytest.mark.parametrize(
    ("scheme", "latin_form"), [("passport", "Siarhei"), ("bgn", "Syarhyey"), ("national", "Siarhiej"), ("polish", "Siarhiej")]
)
def test_a_belarusian_name_is_written_by_each_scheme(scheme: str, latin_form: str) -> None:
    assert latin.belarusian("Сяргей", scheme) == latin_form


def test_every_given_name_has_sons_and_daughters() -> None:
    for father in given_names("male"):
        assert patronymics.russian(father, "male").endswith("ич")
        assert patronymics.belarusian(father, "female").endswith("на")
        assert patronymics.ukrainian(father, "female").endswith("вна")
