"""A search finds the right person first: order, not scores."""

from __future__ import annotations

import pytest

from loaders.names.lookup import Named
from loaders.names.persons.ranking import PersonIndex, likeness, rank

KNOWN = [
    Named("kovalchuk", ("Ковальчук Сергей Николаевич",)),
    Named("kovalchuk-i", ("Ковальчук Игорь Николаевич",)),
    Named("kovalev", ("Ковалёв Сергей Петрович", "Kavaliou Siarhei")),
    Named("drozd", ("Дрозд Александр Иванович",)),
    Named("drozdov", ("Дроздов Михаил Сергеевич",)),
    Named("double", ("Лесная-Горова Анна Ивановна",)),
    Named("okafor", ("Chinedu Emmanuel Okafor",)),
    Named("okafor-b", ("Bola Okafor",)),
    Named("sani", ("Alhaji Mohammed Sani Garba",)),
]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Ковальчук Сергей", "kovalchuk"), ("Siarhei Kavalchuk", "kovalchuk"), ("Sergey Kovalchuk", "kovalchuk"),
        ("Ковальчук И.", "kovalchuk-i"), ("I. Kovalchuk", "kovalchuk-i"), ("С. Ковалёв", "kovalev"), ("Kavaliou", "kovalev"),
        ("Саша Дрозд", "drozd"), ("Sasha Drozd", "drozd"), ("Міхаіл Драздоў", "drozdov"), ("Горова Анна", "double"),
        ("Анна Лесная", "double"), ("Okafor Chinedu", "okafor"), ("C.E. Okafor", "okafor"), ("Emmanuel Okafor", "okafor"),
        ("B Okafor", "okafor-b"), ("Muhammad Garba", "sani"), ("MS Garba", "sani"), ("Ковальчюк Сергей", "kovalchuk"),
        ("капитан Дрозд А.И.", "drozd"), ("майор Ковальчук С.Н.", "kovalchuk"),
    ],
)  # fmt: skip
def test_the_right_one_alone_is_first(text: str, first: str) -> None:
    found = rank(text, KNOWN)
    assert found[0].thing.id == first
    assert len(found) == 1 or found[0].score > found[1].score


def test_every_result_says_which_name_fits_and_why() -> None:
    (best, *_) = rank("Siarhei Kavaliou", KNOWN)
    assert (best.thing.id, best.matched) == ("kovalev", "Kavaliou Siarhei")
    assert best.because == "siarhei: same; kavaliou: same"


def test_what_is_unlike_is_not_found() -> None:
    assert rank("Zimmermann", KNOWN) == []
    assert rank("", KNOWN) == []
    assert rank("Дрозд", []) == []


def test_an_index_finds_what_a_search_finds() -> None:
    index = PersonIndex(KNOWN)
    assert [index.rank(text) for text in ("Ковальчук", "Okafor")] == [rank(text, KNOWN) for text in ("Ковальчук", "Okafor")]


def test_a_rare_word_says_more_than_a_common_one() -> None:
    known = [
        *(Named(f"m{i}", (f"Mohammed {place}",)) for i, place in enumerate(("Bala", "Kano", "Jos"))),
        Named("r", ("Bola Zuru",)),
    ]
    assert rank("Mohammed Zuru", known)[0].thing.id == "r"


@pytest.mark.parametrize(
    ("alike", "unlike"),
    [
        (("Сергей Ковальчук", "Siarhei Kavalchuk"), ("Сергей Ковальчук", "Игорь Ковальчук")),
        (("Ковальчук С.", "Сергей Ковальчук"), ("Ковальчук С.", "Игорь Ковальчук")),
        (("Chinedu Okafor", "Okafor Chinedu"), ("Chinedu Okafor", "Bola Okafor")),
        (("Mohammed Sani Garba", "Mohammed Garba"), ("Mohammed Sani Garba", "Mohammed Sani Bello")),
    ],
)
def test_likeness_puts_the_better_pair_above(alike: tuple[str, str], unlike: tuple[str, str]) -> None:
    assert likeness(*alike) > likeness(*unlike)
