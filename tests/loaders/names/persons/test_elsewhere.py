"""Names of other peoples: nothing Slavic is read into them, and nothing is cut off them."""

from __future__ import annotations

import pytest

from loaders.names.persons import parse


@pytest.mark.parametrize(
    "name",
    [
        "Musa Okoyeva Bello", "Musa Alieva",
        "Danjuma Gusau", "Lawal Tanko", "Umar Manko", "Adamu Kova", "Chinedu Okonkwo", "Tunde Bakare-Akin",
        "Victor Adeyemi", "Daniel Yakubu", "Ibrahim Maina", "Sunday Okafor", "Emeka Obi", "Halima Sani", "Idriss Mamadou",
        "Juan Molina", "Carmen Medina", "Jean Dupin", "Marina Costa", "Bola Tunde Ojo",
    ],
)  # fmt: skip
def test_no_patronymic_and_no_ending_is_taken_off(name: str) -> None:
    read = parse(name)
    assert (read.patronymic, read.patronymic_known, read.patronymic_initials) == (None, False, 0)
    assert read.surname_spelt == name.lower().split()[-1]
    assert read.original == name


@pytest.mark.parametrize(
    ("spelling", "other"),
    [
        ("Mohammed Abbas", "Muhammad Abass"), ("Alhaji Mohammed Abbas", "Mohammed Abbas"), ("Moussa Traoré", "Musa Traore"),
        ("Omar al-Bashir", "Umar El Bashir"), ("Abd al-Rahman Said", "Abdulrahman Saidu"), ("José Núñez", "Jose Nunez"),
        ("Yusha'u Mahmood", "Yusha’u Mahmud"), ("محمد البشير", "محمد بشير"), ("Osman Sani", "Usman Sanni"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_meet(spelling: str, other: str) -> None:
    one, two = parse(spelling), parse(other)
    assert (one.surname, one.given) == (two.surname, two.given)


def test_a_given_name_elsewhere_never_contradicts() -> None:
    """Their order is not known, so neither can be the given name that rules a match out."""
    assert not parse("Ibrahim Umar").given_known
    assert not parse("Umar Ibrahim").given_known
    assert "order guessed" in parse("Umar Ibrahim").flags


def test_an_initial_may_be_any_of_the_names_but_the_surname() -> None:
    full = parse("Mohammed Murtala Abbas")
    assert all(parse(f"{letter}. Abbas").given_initials & full.given_initials for letter in "MM")
    assert not parse("K. Abbas").given_initials & full.given_initials


@pytest.mark.parametrize("spelling", ["MM Abbas", "M.M. Abbas", "M. M. Abbas", "M M Abbas"])
def test_initials_are_written_in_many_ways(spelling: str) -> None:
    read = parse(spelling)
    assert (read.surname, read.given, read.flags) == ("AbAs", None, ("initials only",))


@pytest.mark.parametrize(
    ("spelling", "surname", "flags"),
    [
        ("José Luis Pérez García", "pérez", ("order guessed", "two surnames")),
        ("Pérez García, José Luis", "pérez", ()),
        ("Juan de la Cruz", "cruz", ("order guessed",)),
        ("bin Salim, Omar", "salim", ()),
        ("OKAFOR Chinedu", "okafor", ()),
        ("Okafor, Chinedu", "okafor", ()),
    ],
)
def test_which_word_is_the_surname(spelling: str, surname: str, flags: tuple[str, ...]) -> None:
    read = parse(spelling)
    assert (read.surname_spelt, read.flags) == (surname, flags)


@pytest.mark.parametrize(
    ("spelling", "rank", "surname"),
    [
        ("Maj. Gen. Lamidi Okafor", "Maj. Gen.", "okafor"), ("Brig Gen Okafor", "Brig Gen", "okafor"),
        ("Lt Col Chinedu Okafor", "Lt Col", "okafor"), ("Commodore Okafor", "Commodore", "okafor"),
        ("Dr. Chinedu Okafor", None, "okafor"), ("Hajiya Halima Okafor", None, "okafor"), ("Chief Okafor Jr.", None, "okafor"),
        ("Chinedu Okafor, Assistant Commissioner of Police", "Assistant Commissioner of Police", "okafor"),
        ("Coronel Juan Molina", "Coronel", "molina"), ("Don Juan Molina", None, "molina"),
    ],
)  # fmt: skip
def test_ranks_and_courtesy(spelling: str, rank: str | None, surname: str) -> None:
    read = parse(spelling)
    assert (read.rank, read.surname_spelt) == (rank, surname)


def test_a_name_in_two_scripts_meets_without_an_ending_to_tell() -> None:
    cyrillic, latin = parse("Виктор Мороз"), parse("Viktar Maroz")
    assert (cyrillic.surname, cyrillic.given) == (latin.surname, latin.given)
