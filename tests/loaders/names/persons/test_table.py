"""The table of given names says one thing of each spelling, and says it of every form."""

from __future__ import annotations

from collections import defaultdict

import pytest

from loaders.names.persons import initials, parse
from loaders.names.persons.given import GivenName, given, table
from loaders.names.persons.patronymics import forms, patronymic
from loaders.names.persons.skeleton import skeleton
from loaders.names.persons.tables import versions

MEN = [name for name in table() if name.sex == "male"]
SAID = {("милана", "милена")}
"""Rows of one sex that one skeleton has: told apart by their spelling alone."""


def test_ids_are_unique_and_stay() -> None:
    assert len({name.id for name in table()}) == len(table()) > 350
    assert {name.russian[0]: name.id for name in table()}["александр"] == "g1"


def test_no_two_names_meet_in_one_skeleton_by_accident() -> None:
    having: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name in table():
        for form in (*name.russian, *name.belarusian, *name.ukrainian):
            having[name.sex, skeleton(form)].add(name.russian[0])
    assert {tuple(sorted(names)) for names in having.values() if len(names) > 1} == SAID


def test_every_spelling_leads_to_its_row_and_no_other() -> None:
    for name in table():
        for form in name.full:
            found = given(form)
            assert found is not None
            assert name in found.names
            assert all(other is name or form in other.full or form in other.short for other in found.names), form


@pytest.mark.parametrize("name", MEN, ids=lambda name: name.id)
def test_every_patronymic_names_its_father(name: GivenName) -> None:
    for form in forms(name):
        found = patronymic(form)
        if found is not None:
            assert found.father is name, form
            assert found.sex == ("female" if form.endswith("а") else "male")


def test_patronymics_of_the_commonest_fathers_are_known_as_such() -> None:
    for name in MEN[:60]:
        assert all(patronymic(form) is not None for form in list(forms(name))[:2] if form.endswith(("вич", "вна", "віч", "ўна")))


def test_initials_of_every_form_fit_the_name() -> None:
    for name in table():
        mask = initials.of_name(name)
        for form in name.full:
            assert mask & initials.of_initial(form[0]), form


def test_masks_fit_a_whole_number_of_any_engine() -> None:
    letters = "абвгдеёжзийклмнопрстуфхцчшщэюяіўєїґabcdefghijklmnopqrstuvwxyz"
    assert max(initials.of_initial(letter) for letter in letters) < 1 << 62


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Коля", {"николай"}), ("Kolya", {"николай"}), ("Лёша", {"алексей"}), ("Lyosha", {"алексей"}), ("Міша", {"михаил"}),
        ("Саша", {"александр", "александра"}), ("Sasha", {"александр", "александра"}), ("Женя", {"евгений", "евгения"}),
        ("Валя", {"валентин", "валентина"}), ("Лена", {"елена"}), ("Lena", {"елена"}), ("Кастусь", {"константин"}),
    ],
)  # fmt: skip
def test_short_forms(short: str, full: set[str]) -> None:
    found = given(short.lower())
    assert found is not None
    assert {name.russian[0] for name in found.names} == full


def test_slava_may_be_many() -> None:
    read = parse("Слава Ковальчук")
    assert (read.given, read.given_known, "short form" in read.flags) == (None, False, True)
    vyacheslav, stanislav = parse("Вячеслав Ковальчук"), parse("Станислав Ковальчук")
    assert read.given_initials & vyacheslav.given_initials
    assert read.given_initials & stanislav.given_initials


def test_explanations_can_cite_every_table() -> None:
    assert {table: version.split()[0] for table, version in versions().items()} == {
        "given_names.tsv": "2", "given_elsewhere.tsv": "1", "patronymics.tsv": "1", "titles.toml": "1",
    }  # fmt: skip
    assert len({version.split()[1] for version in versions().values()}) == len(versions())
