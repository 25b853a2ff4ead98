"""Whichever scheme romanised a name, its spellings meet in one key."""

from __future__ import annotations

import json
from pathlib import Path

import mimesis
import pytest

from loaders.names.persons import parse
from loaders.names.persons.given import GivenName, table
from tests.bench.resolve.latin import BELARUSIAN, UKRAINIAN, belarusian, russian, ukrainian

RUSSIAN = (
    "ALA_LC", "ALA_LC_ALT", "BGN_PCGN", "BGN_PCGN_ALT", "BS_2979", "BS_2979_ALT", "GOST_16876", "GOST_16876_ALT", "GOST_52290",
    "GOST_52535", "GOST_7034", "GOST_779", "GOST_779_ALT", "ICAO_DOC_9303", "ISO_9_1954", "ISO_9_1968", "ISO_9_1968_ALT",
    "MOSMETRO", "MVD_310", "MVD_782", "SCIENTIFIC", "UNGEGN_1987", "WIKIPEDIA", "YANDEX_MAPS", "YANDEX_MONEY",
)  # fmt: skip
LOSSY = {"MVD_310_FR": 0.97, "TELEGRAM": 0.94}
"""French writes ou for у as Belarusians do for оў, and ch for ш; telegrams write j for ж."""

BELARUSIAN_SURNAMES = (
    "Арлоўскі", "Астроўскі", "Бабровіч", "Баравік", "Багдановіч", "Вішнеўскі", "Гарбачоў", "Грыневіч", "Дзмітрыеў",
    "Дубоўскі", "Жукоўскі", "Зайцаў", "Іўчанка", "Кавальчук", "Драздоў", "Крыўцоў", "Леўчанка", "Мароз", "Мядзведзеў",
    "Новік", "Аўчарэнка", "Рэўтовіч", "Салаўёў", "Сцяпанаў", "Уласаў", "Хадасевіч", "Церашчанка", "Шчарбакоў", "Юркевіч",
    "Яўсееў",
)  # fmt: skip
UKRAINIAN_SURNAMES = (
    "Бондаренко", "Гриценко", "Дзюба", "Єрмоленко", "Жадан", "Їжакевич", "Ковальов", "Ковальчук", "Лісовий", "Мар'яненко",
    "Петренко", "Соловйов", "Тищенко", "Хмельницький", "Цимбалюк", "Шевченко", "Щербак", "Юрченко", "Яценюк",
)  # fmt: skip


def russian_surnames() -> list[str]:
    listed = json.loads((Path(mimesis.__file__).parent / "datasets" / "ru" / "person.json").read_text("utf-8"))
    return [name for name in listed["surnames"]["male"] if name.isalpha() and len(name) > 3][::5]


def ambiguous(name: GivenName) -> bool:
    """Also a short form of another name: never settled by a guess."""
    others = {form for other in table() if other is not name for form in other.short}
    return any(form in others for form in name.full)


@pytest.mark.parametrize("scheme", RUSSIAN)
def test_russian_surnames(scheme: str) -> None:
    apart = [name for name in russian_surnames() if key(f"{name} Сергей") != key(russian(f"{name} Сергей", scheme))]
    assert len(apart) <= 2, apart  # a word that is a surname and a given name, or reads as French


@pytest.mark.parametrize("scheme", LOSSY)
def test_lossy_schemes_lose_little(scheme: str) -> None:
    names = russian_surnames()
    met = [name for name in names if key(f"{name} Сергей") == key(russian(f"{name} Сергей", scheme))]
    assert len(met) >= LOSSY[scheme] * len(names)


@pytest.mark.parametrize("scheme", BELARUSIAN)
@pytest.mark.parametrize("surname", BELARUSIAN_SURNAMES)
def test_belarusian_surnames(surname: str, scheme: str) -> None:
    assert key(f"{surname} Сяргей") == key(f"{belarusian(surname, scheme)} {belarusian('Сяргей', scheme)}")


@pytest.mark.parametrize("scheme", UKRAINIAN)
@pytest.mark.parametrize("surname", UKRAINIAN_SURNAMES)
def test_ukrainian_surnames(surname: str, scheme: str) -> None:
    assert key(f"{surname} Сергій") == key(f"{ukrainian(surname, scheme)} {ukrainian('Сергій', scheme)}")


@pytest.mark.parametrize("scheme", RUSSIAN)
def test_given_names_of_the_table_in_russian_schemes(scheme: str) -> None:
    spelt = {name: russian(f"Коваленков {name.russian[0].title()}", scheme) for name in table() if not ambiguous(name)}
    assert_meets(spelt)


@pytest.mark.parametrize("scheme", BELARUSIAN)
def test_given_names_of_the_table_in_belarusian_schemes(scheme: str) -> None:
    assert_meets(
        {
            name: f"Kavalenka {belarusian(name.belarusian[0], scheme)}"
            for name in table()
            if name.belarusian and not ambiguous(name)
        }
    )


@pytest.mark.parametrize("scheme", UKRAINIAN)
def test_given_names_of_the_table_in_ukrainian_schemes(scheme: str) -> None:
    assert_meets(
        {name: f"Kovalenko {ukrainian(name.ukrainian[0], scheme)}" for name in table() if name.ukrainian and not ambiguous(name)}
    )


def assert_meets(spelt: dict[GivenName, str]) -> None:
    """Each in its row; where a scheme blurs two rows into one skeleton, in none rather than the wrong one."""
    found = {name: parse(spelling) for name, spelling in spelt.items()}
    wrong = [spelt[name] for name, read in found.items() if read.given_known and read.given != name.id]
    unknown = [spelt[name] for name, read in found.items() if not read.given_known]
    assert not wrong
    assert len(unknown) <= 0.03 * len(spelt), unknown


def key(name: str) -> str | None:
    return parse(name).surname
