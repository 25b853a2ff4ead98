"""Two names of units or stations: a different number, city, district or concept is a hard no; a rule says what is the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.names.bodies import Outcome, compare, read


def outcome(one: str, other: str) -> Outcome:
    return compare(read(one), read(other))


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("в/ч 5529", "military unit no. 5529", "unit-number"),
        ("3-я отдельная бригада специального назначения (в/ч 5529)", "вайсковая частка 5529", "unit-number"),
        ("СИЗО-7 Брест", "Pre-trial detention centre no. 7, Brest", "number"),
        ("21st Armoured Brigade", "21 Armd Bde", "number"),
        ("2nd Company, Velidar OSOP Battalion", "2-я рота Велидарского батальона ОСОП", "number"),
        ("ИВС Лидского РОВД", "ІЧУ Ліда", "name"),
        ("ЦИП на Гончарной", "Centre for the Isolation of Offenders, Hancharnaya St", "name"),
        ("Brigade Territoriale (Kati)", "Kati Territorial Brigade", "name"),
        ("Cárcel Pública de Antofagasta", "Antofagasta jail", "name"),
        ("Estadio Chile", "Chile Stadium", "name"),
        ("Villa Grimaldi", "DINA, Villa Grimaldi", "name"),
        ("КГБ Республики Беларусь", "State Security Committee of Belarus", "sole"),
    ],
)
def test_the_same_by_a_named_rule(one: str, other: str, rule: str) -> None:
    found = outcome(one, other)
    assert (found.verdict, found.rule) == ("same", rule)
    assert found.reasons


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("в/ч 5529", "в/ч 5448", "number"),
        ("СИЗО-1 Минск", "СИЗО-2 Минск", "number"),
        ("7 Division", "8 Division", "number"),
        ("3-я рота Велидарского батальона ОСОП", "2-я рота Велидарского батальона ОСОП", "number"),
        ("ОМОН Бреста", "Homel OMON", "city"),
        ("Second Police station, Chillán", "Second Police station, Temuco", "city"),
        ("Ленинский РОВД Бреста", "Октябрьский РОВД Бреста", "district"),
        ("ИВС Окрестина", "ЦИП Окрестина", "concept"),
        ("1 Brigade", "1 Battalion", "concept"),
        ("22 Armoured Brigade", "22 Task Force Brigade", "concept"),
        ("МВД Республики Беларусь", "МВД России", "country"),
        ("Brum Maximum Security Prison", "Brum Medium Security Prison", "concept"),
        ("1-я рота 2-го батальона ОСОП", "1-я рота 3-го батальона ОСОП", "number"),
        ("Logistics Command (Air Force)", "Logistics Command (Navy)", "concept"),
        ("Abia State Command (State Security Service)", "Abia State Police Command", "concept"),
    ],
)
def test_a_contradiction_is_a_hard_no(one: str, other: str, rule: str) -> None:
    found = outcome(one, other)
    assert (found.verdict, found.rule) == ("different", rule)


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("Октябрьское РУВД", "Октябрьское РУВД г. Минска", "many cities"),
        ("Second Police Station", "Second Police station, Temuco", "every city"),
        ("СИЗО №1", "СИЗО-1 Минск", "every region"),
        ("1-я рота", "1-я рота Велидарского батальона ОСОП", "superior"),
        ("Parral jail", "Parral prison", "mix them up"),
        ("Copiacó regiment", "Copiapó regiment", "one letter"),
        ("Cerro Brumo", "Cerro Brumo base", "does not say what it is"),
        ("Brum Regiment", "on route to the Brum Regiment", "near it"),
        ("УВД Гродненской области", "УВД Гродно", "region"),
        ("Arica Regiment", "Arica Regiment, La Serena", "where it lies"),
        ("Минское РУВД", "Фрунзенское РУВД Минска", "which district"),
        ("ИВС Лидского района", "ИВС Лида", "of its city"),
        ("Hospital Militar de Temuco", "Hospital de Temuco", "which force"),
        ("Women's prison, Homel", "Homel prison", "more about its kind"),
        ("Cavalry School", "Cavalry School, Quillota", "only one says where"),
        ("СИЗО-1 ФСБ, Москва", "СИЗО-1 ФСИН, Москва", "federal security service"),
        ("ИВС КГБ, ул. Мельничная", "ИВС ГУВД, ул. Мельничная", "of city police directorate"),
    ],
)
def test_what_only_a_person_can_tell(one: str, other: str, says: str) -> None:
    found = outcome(one, other)
    assert found.verdict == "review"
    assert any(says in reason.says for reason in found.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Unknown Battalion", "Unknown Battalion"),
        ("неизвестное подразделение", "неизвестное подразделение"),
        ("Brum police station", "Vold police station"),
        ("Гончарка", "Солянка"),
        ("Calama", "Calama jail"),
        ("Oko Police Division", "Ika Police Division"),
    ],
)
def test_what_nothing_speaks_for(one: str, other: str) -> None:
    assert outcome(one, other).verdict == "unlike"


@pytest.mark.parametrize("name", ["Comisaría", "Police station", "Cárcel", "СИЗО", "РОВД"])
def test_equal_letters_that_name_nothing_are_not_the_same(name: str) -> None:
    assert outcome(name, name.upper()).verdict == "review"


def test_who_leaves_out_the_place_is_the_same_only_if_nothing_else_fits() -> None:
    assert outcome("Tucapel Regiment", "Tucapel Regiment, Temuco").alone
    assert not outcome("Tucapel Regiment, Temuco", "Regimiento Tucapel de Temuco").alone


def test_a_city_may_lie_in_the_region_the_other_names() -> None:
    assert outcome("Giwa Barracks, Maiduguri", "Giwa Barracks, Borno State").alone
    assert outcome("Giwa Barracks, Maiduguri", "Giwa Barracks, Kano State").verdict == "different"


KINDS = [
    "ОМОН",
    "OMON",
    "СИЗО",
    "SIZO",
    "РУВД",
    "ИВС",
    "Brigade",
    "Battalion",
    "Regiment",
    "station",
    "Comisaría",
    "рота",
    "jail",
]
WHOSE = ["Division", "police", "Police", "DINA", "KGB", "Navy", "Armoured", "Infantry", "Unknown", "Октябрьское", "области"]
WHICH = [
    "1",
    "2",
    "I",
    "№ 3",
    "Second",
    "2-я",
    "Минск",
    "Minsk",
    "Temuco",
    "Brum",
    "Vold",
    "Брум",
    "г.",
    ",",
    "(",
    ")",
    "in",
    "near",
]
NAMES = st.lists(st.sampled_from([*KINDS, *WHOSE, *WHICH]), max_size=7).map(" ".join)


@given(NAMES, NAMES)
def test_the_verdict_does_not_depend_on_who_comes_first(one: str, other: str) -> None:
    assert outcome(one, other) == outcome(other, one)


@given(NAMES)
def test_nothing_contradicts_itself(name: str) -> None:
    assert outcome(name, name).verdict != "different"
