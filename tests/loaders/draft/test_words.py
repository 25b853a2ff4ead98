"""How a header is read: words cut short, words in one, endings, the word that says what it is, the columns beside it."""

from __future__ import annotations

import unicodedata

import pytest

from loaders.draft.kinds import guesses
from loaders.draft.lexicon import languages


def kind(header: str, *values: str, beside: str = "") -> str:
    """What one column is, beside another one that is empty."""
    headers = [header, beside] if beside else [header]
    return guesses(headers, [list(values), []][: len(headers)])[0].kind


@pytest.mark.parametrize(
    ("header", "value", "is_a"),
    [
        ("Дата задерж.", "12.08.2020", "date.begin"),
        ("№ п/п", "7", "row.id"),
        ("D.O.B.", "12.08.1970", "person.born"),
        ("Edad (En años)", "54", "person.age"),
        ("arrestdate", "2020-08-12", "date.begin"),
        ("Häftlingsnummer", "12345", "person.id"),
        ("ФИО / Full name", "Орсолин Вадов", "person.name"),
        ("ocupaciones", "panadero", "person.occupation"),
        ("مكان الولادة", "الميناء", "person.birthplace"),
    ],
)
def test_a_header_is_read_however_it_is_written(header: str, value: str, is_a: str) -> None:
    assert kind(header, value) == is_a


def test_the_head_says_what_it_is_and_unknown_words_say_of_what() -> None:
    assert kind("place of the qwxish", "Velden") == kind("Место квыкания", "Вельден") == "place"
    assert kind("qwxish place", "Velden") == "place"
    assert kind("place qwxish", "Velden") == ""


def test_a_word_for_both_names_is_a_given_name_where_another_column_is_the_surname() -> None:
    assert kind("nombre", "Orsolin") == "person.name"
    assert kind("nombre", "Orsolin", beside="apellido") == "person.given"


def test_values_contradict_a_header() -> None:
    assert kind("place", "12.08.2020", "13.08.2020", "14.08.2020") != "place"


def test_nobody_is_a_suspect_whose_column_names_no_persons() -> None:
    assert kind("Presunto responsable", "GRUPO ARMADO", "BANDA NORTE", "LAS AGUILAS") == ""


def test_a_day_with_a_place_is_two_things() -> None:
    assert kind("Date et lieu de naissance", "3 mai 1899 au Port", "1901, La Tannerie", "le 4 mai 1902 au Lac") == "mixed"


def test_a_word_of_the_tables_is_written_in_one_script() -> None:
    mixed = [
        word
        for language in languages().values()
        for phrase in (*language.phrases, *language.patterns, language.beginnings, language.endings)
        for word in phrase
        if len({unicodedata.name(sign).split()[0] for sign in word.strip("*")} - {"CJK", "HIRAGANA", "KATAKANA"}) > 1
    ]
    assert mixed == []


def test_a_number_that_many_rows_share_is_no_number_of_the_row() -> None:
    assert kind("nr", *map(str, range(100, 160))) == "row.id"
    assert kind("nr", *(str(number // 3) for number in range(300, 360))) == ""


def test_a_month_may_be_a_word() -> None:
    assert kind("month", "January", "May", "June") == "date.part"


def test_a_word_for_a_state_of_things_is_an_area_beside_another_area() -> None:
    assert kind("Estado", "JALISCO", "SONORA") == "person.status"
    assert kind("Estado", "JALISCO", "SONORA", beside="Municipio") == "area"


def test_a_father_whose_name_ends_so_is_a_patronymic() -> None:
    assert kind("fatherName", "Idrisovich", "Adovich", "Musaevich") == "person.patronymic"
    assert kind("fatherName", "Samir", "Tomas", "Adem") == "person.father"


def test_a_small_number_under_a_word_for_victims_counts_them() -> None:
    assert kind("Víctimas", "3", "12", "1") == "count"
