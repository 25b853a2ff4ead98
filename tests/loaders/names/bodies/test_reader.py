"""What a name says: its kind, whose it is, its numbers and places, and what is left."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.names.bodies import Body, located, read
from loaders.names.bodies.body import Number, Place


def rest(body: Body) -> set[str]:
    return {item.word.folded for item in body.rest}


@pytest.mark.parametrize(
    "text",
    ["ОМОН УВД Брестского облисполкома", "брэсцкі АМАП", "Brest riot police (OMON)", "Отряд милиции особого назначения, Брест"],
)
def test_one_concept_in_several_languages(text: str) -> None:
    body = read(text)
    assert body.head == "omon"
    assert {place.id for place in body.places} == {"brest"}
    assert rest(body) == set()


def test_the_head_is_the_smallest_body_and_the_others_are_over_it() -> None:
    body = read("2-я рота Велидарского батальона ОСОП")
    assert (body.head, set(body.over)) == ("company", {"battalion", "osop"})
    assert body.numbers == {Number("2", "company")}


def test_a_guard_shift_of_a_centre_is_not_the_centre() -> None:
    assert read("1-я смена охраны ЦИП").head == "shift"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1st Brigade", {("1", "brigade")}),
        ("First Brigade", {("1", "brigade")}),
        ("I Brigade", {("1", "brigade")}),
        ("Eighty second Division", {("82", "division")}),
        ("33ème Régiment", {("33", "regiment")}),
        ("4ª Comisaría", {("4", "police-station")}),
        ("Cuarta Comisaría", {("4", "police-station")}),
        ("СИЗО-1", {("1", "pretrial")}),
        ("в.ч.3214", {("3214", "military-unit")}),
        ("10PMF", {("10", "mobile-police")}),
        ("автозак, борт 417", {("417", "cell-van")}),
        ("Londres No. 38", {("38", None)}),
        ("2nd Company, 3rd Battalion", {("2", "company"), ("3", "battalion")}),
        ("Operation Order II Sub Sector 4", {("2", "operation"), ("4", "sub-sector")}),
        ("B' Police Division", {("B", None)}),
    ],
)
def test_numbers_and_what_they_number(text: str, numbers: set[tuple[str, str | None]]) -> None:
    assert {(number.value, number.of) for number in read(text).numbers} == numbers


def test_a_place_after_a_comma_or_in_brackets_is_where_it_lies() -> None:
    assert read("Tucapel Regiment, Temuco").places == {Place("temuco", "city", marked=True)}
    assert read("SIZO No. 3 (Gomel)").places == {Place("homel", "city", marked=True)}
    assert read("Temuco Regiment").places == {Place("temuco", "city", marked=False)}


def test_a_region_is_not_the_city_it_is_called_after() -> None:
    assert read("УВД Гродненской области").places == {Place("hrodna", "region")}
    assert read("УВД г. Гродно").places == {Place("hrodna", "city", marked=True)}


def test_the_region_around_a_city_says_nothing_more() -> None:
    assert read("Giwa Barracks, Maiduguri, Borno State").places == {Place("maiduguri", "city", marked=True)}


def test_what_a_place_is_called_today_is_not_its_name_then() -> None:
    assert rest(read("Brum regiment (now known as the Vold Regiment)")) == {"brum"}


def test_a_place_of_a_service_is_not_the_service() -> None:
    body = read("DINA, Villa Brumaldi")
    assert (body.head, set(body.over), rest(body)) == (None, {"dina"}, {"villa", "brumaldi"})
    assert read("DINA").head == "dina"


@pytest.mark.parametrize("text", ["Unknown Battalion", "неизвестное подразделение", "unidentified prison site", "", "  ", "—"])
def test_what_a_source_did_not_know(text: str) -> None:
    assert read(text).unknown


@pytest.mark.parametrize("text", ["Towards the Brum barracks", "on route to the Brum Regiment", "Brum camp, near Vold"])
def test_near_a_place_is_not_the_place(text: str) -> None:
    assert read(text).elsewhere


def test_a_latin_letter_in_a_cyrillic_word_is_read_as_what_it_looks_like() -> None:
    assert read("ОМO\u041d Бреста").head == "omon"  # the O is Latin


def test_where_it_is_said_to_lie_counts_only_if_the_name_is_silent() -> None:
    areas = frozenset({"Temuco", "город Велидар", "City of Velidar"})
    silent, stated = located(read("Second police station"), areas), located(read("Second police station, Talca"), areas)
    assert silent.places == {Place("temuco", "city", marked=True)}
    assert len(silent.rest) == 1  # one place, whatever the script
    assert stated.places == {Place("talca", "city", marked=True)}


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    assert read(text).text == unicodedata.normalize("NFC", text)
