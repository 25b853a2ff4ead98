"""Which code pages are offered first."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.reading import likely_first
from loaders.reading.code_pages import WRITE
from tests.cli.program import inside

PAGES = ("cp1251", "cp1252", "cp1254", "cp1256")


@pytest.mark.parametrize(
    ("languages", "first"),
    [(("tr",), "cp1254"), (("fa", "en"), "cp1252"), (("AR-eg",), "cp1256"), ((), "cp1251"), (("xx",), "cp1251")],
)
def test_those_that_write_the_cases_languages_come_first(languages: tuple[str, ...], first: str) -> None:
    order = likely_first(PAGES, languages)
    assert (order[0], set(order)) == (first, set(PAGES))


def test_every_language_is_written_by_the_pages_that_claim_it() -> None:
    cyrillic = {"ru": "ёыэ", "be": "ўі", "uk": "їєґ", "bg": "ъщ", "sr": "ђћџ"}
    letters = {**cyrillic, "pl": "łąż", "tr": "ğşı", "fr": "éèç", "ar": "عمر", "fa": "پگچ"}
    claimed = 0
    for page, languages in WRITE.items():
        for language in set(languages.split()) & letters.keys():
            assert letters[language].encode(page).decode(page) == letters[language]
            claimed += 1
    assert claimed > 15


def test_the_question_names_them_first(tmp_path: Path) -> None:
    assert inside("init", tmp_path / "case", "--zone", "Europe/Istanbul", "--language", "tr").code == 0
    sheet = tmp_path / "list.csv"
    sheet.write_bytes("ad,yer\nÇağrı Şimşek,Köprübaşı\n".encode("cp1254"))
    ran = inside("load", sheet, case=tmp_path / "case")
    assert (ran.code, "for example one of cp1254, " in ran.err) == (2, True), ran.err
