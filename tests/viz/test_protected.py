from __future__ import annotations

import unicodedata

import pytest

from tests.viz.answers import NOBODY, node
from viz.protected import Protected

HANNA = Protected.among(
    [node("Person", "p-1", name="Hanna Vérasen", aliases=["Ганна Верасень", "王小明"], protected=True)], NOBODY
)
MASKED = Protected.among([node("Person", "p-2", name="the man with the scar", identified="described")], NOBODY)


@pytest.mark.parametrize(
    "text",
    [
        "Hanna Vérasen",
        "HANNA VERASEN",
        "verasen, hanna",
        "Hanna_Verasen",
        "H\u200banna Ver\u00adasen",
        "Ｈａｎｎａ Ｖｅｒａｓｅｎ",
        unicodedata.normalize("NFD", "Hanna Vérasen"),
        "xHannaVerasenx",
        "told by Hanna M. Verasen",
        "ГАННА ВЕРАСЕНЬ",
        "打王小明",
    ],
)
def test_a_whole_name_is_found_however_it_is_written(text: str) -> None:
    assert HANNA.named_in(text)


def test_one_word_of_a_name_is_a_hint_but_not_yet_the_name() -> None:
    assert HANNA.hinted_in("beaten beside Verasen")
    assert not HANNA.named_in("Verasen street police department")


def test_a_described_person_is_known_by_the_whole_description() -> None:
    assert MASKED.hinted_in("The Man with the Scar")
    assert not MASKED.hinted_in("beaten with the baton")


def test_officers_known_to_need_no_protection_are_not_looked_for() -> None:
    assert not Protected.among([node("Person", "p-3", name="Ihar Drozd", protected=False)], NOBODY).hinted_in("Ihar Drozd")
