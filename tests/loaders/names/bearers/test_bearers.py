"""Whom a text names: how a name is recognised, and what is left alone."""

from __future__ import annotations

import pytest

from loaders.names.bearers import Bearers, Person
from loaders.names.bearers.index import COMMON

THEIRS = ("Anna Gonal", "Lena Guard", "Анна Жаркова", "王小明")
VADE, KVILMARK, DAMBAZO, ADAMU = "Orsolin Vade", "Сергей Петрович Квильмарк", "Musa Ibrahim Dambazo", "Umar Dahiru Adamu"
CROWD = [
    Person((f"{given} Ozonek",), protected=number == 0)
    for number, given in enumerate(("Rolin", "Tavek", "Pirun", "Sebor", "Halim"))
]
KNOWN = Bearers(
    [
        *(Person((name,), protected=True) for name in (VADE, KVILMARK, DAMBAZO, ADAMU, *THEIRS)),
        Person(("the man with the scar",), protected=True, described=True),
        Person(("Kesto Marrane",), protected=False),
        *CROWD,
    ],
    ordinary=["Gonal"],
)


@pytest.mark.parametrize(
    "text",
    [
        "Orsolin Vade Squad",
        "sergeant, brother of ORSOLIN VADE",
        "Vade, O.",
        "O. Vade's men",
        "vade_orsolin.csv",
        "OrsolinVade",
        "O r s o l i n  V a d e",
        "Orsolin%20Vade",
        "Отряд имени Орсолина Ваде",
        "отряд Ваде",
        "Vade Squad",
        "Квильмарк С. П.",
        "отряд Квильмарка",
        "Сяргея Квільмарка",
        "Siarhei Kvilmark",
        "Серёжа Квильмарк",
        "Серёженька Квильмарк",
        "г-н Квильмарк",
        "у Квильмарка",
        "В Квильмарке",
        "Sergei Kwilmark",
        "kvilmarksergey",
        "квильмарксергей",
        "@sergey_kvilmark",
        "skvilmark@example.org",
        "РО Озонек",
        "Frau Scharkowa",
        "Сергею Петровичу",
        "Musa Dambazo Barracks",
        "Umar Adamu Barracks",
        "Rolin Ozonek Camp",
        "R. Ozonek Camp",
        "Anna Gonal Street",
        "部隊王小明",
        "beaten by the Man with the Scar",
    ],
)
def test_a_name_is_recognised_however_it_is_written(text: str) -> None:
    assert KNOWN.names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Special police regiment",
        "",
        "17",
        "Sergei brigade",
        "Ольга",
        "Musa Barracks",
        "Kesto Marrane",
        "Вадим Орлов",
        "Ozonek Camp",
        "Gonal district police",
        "Guard company",
        "Maria Vade",
        "Сергей Николаевич Квильмарк",
        "К. Квильмарк",
        "Шаркова",
        "Anna Sharkova",
        "dkvilmark@example.org",
        "the man at the gate",
    ],
)
def test_what_names_nobody_who_is_protected_is_left_alone(text: str) -> None:
    """A given name, another's name, a place, a word for a body; and a surname that many bear."""
    assert len(CROWD) == COMMON
    assert not KNOWN.names(text)


@pytest.mark.parametrize(
    ("name", "read_as_theirs"),
    [
        ("Orsolin Vade", True),
        ("VADE Orsolin", True),
        ("Орсолин Ваде", True),
        ("O. Vade", True),
        ("Kesto Vade", False),
        ("Musa Dambazo", True),
        ("Musa Garba Dambazo", False),
        ("Сергей Квильмарк", True),
        ("Сергей Николаевич Квильмарк", False),
        ("Tavek Ozonek", False),
        ("R. Ozonek", False),
        ("Vade", True),
    ],
)
def test_who_only_shares_a_surname_keeps_the_name(name: str, read_as_theirs: bool) -> None:
    assert KNOWN.namesake(name) is read_as_theirs


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("видел Сергея Квильмарка", True),
        ("Серёжу Квильмарка увели", True),
        ("with Siarhei Kvilmark there", True),
        ("17\nКВИЛЬМАРК, СЕРГЕЙ\n18", True),
        ("kvilmarksergey@example.org", True),
        ("С. П. Квильмарк", False),
        ("у Квильмарка", False),
        ("Сергею Петровичу", False),
        ("Сергей Николаевич Квильмарк", False),
        ("Сергей\nКвильмарк", False),
        ("skvilmark@example.org", False),
    ],
)
def test_a_whole_name_is_told_from_what_may_be_anothers(text: str, theirs: bool) -> None:
    assert KNOWN.whole(text) is theirs


def test_where_nobody_is_protected_nobody_is_named() -> None:
    assert not Bearers([Person((VADE,), protected=False)]).names(VADE)
