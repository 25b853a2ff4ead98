"""By which words a person is found: in any order, case and form, and never by half a word."""

from __future__ import annotations

import pytest

from graph.erasure.spellings import Spellings

OSIP = Spellings(["Гнедовец Осип", "Hniedaviec Asip", "Zé"], keys=["H-0017", "12", "1991"])


@pytest.mark.parametrize(
    "text",
    [
        "Гнедовец Осип",
        "осип ГНЕДОВЕЦ",
        "then Asip, called Hniedaviec, came",
        '{"surname":"Hniedaviec","given":"Asip"}',
        "see H-0017",
        "Ze\u0301 said so",
    ],
)
def test_it_names_them(text: str) -> None:
    assert OSIP.name(text)


@pytest.mark.parametrize("text", ["Осип", "Hniedaviec", "Asipov Hniedaviec", "Zéphyr", "1991", "room 12", "H-001", ""])
def test_it_does_not(text: str) -> None:
    assert not OSIP.name(text)


@pytest.mark.parametrize("text", ["Hniedaviec was there", "ГНЕДОВЕЦ"])
def test_a_single_word_is_a_hint(text: str) -> None:
    assert OSIP.hint(text) and not OSIP.hint("Hniedaviecs Asipov")


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("text", ["Гнедовец Осип", "ГНЕДОВЕЦ ОСИП", "Ze\u0301", "Zé", "hniedaviec asip"])
def test_raw_bytes_name_them(text: str, code: str) -> None:
    assert OSIP.within(b"-" + text.encode(code) + b"-")
    assert not OSIP.within("Hniedaviec A.".encode(code))


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_longer_name_is_anothers(code: str) -> None:
    """A father's name goes on from a first name."""
    assert not OSIP.within("Гнедовец Осипович; Zéphyr; H-00171.".encode(code))
    assert OSIP.within("Гнедовец Осипович, Гнедовец Осип".encode(code))
    assert OSIP.within(b"A" + "Гнедовец Осип".encode(code) + "A".encode(code))


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "cp1251"])
@pytest.mark.parametrize("text", ["a\nГнедовца\nb", "<si><t>Гнедовца</t></si>"])
def test_what_knows_other_forms_is_asked_about_the_words_of_a_file(code: str, text: str) -> None:
    knows = Spellings(["Гнедовец Осип"], whole=lambda held: "Гнедовца" in held.splitlines(), hinted=lambda held: "Осипа" in held)
    assert knows.within(text.encode(code)) and knows.name("Гнедовца") and knows.hint("у Осипа")
    assert not knows.within("a Гнедовца".encode(code)) and not knows.within(b"\x00" + text.encode("utf-8"))


def test_a_json_escape_names_them() -> None:
    assert OSIP.within(b'"\\u0413\\u043d\\u0435\\u0434\\u043e\\u0432\\u0435\\u0446 \\u041e\\u0441\\u0438\\u043f"')
