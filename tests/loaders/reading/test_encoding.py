"""Encodings are proved by the bytes or asked for; never guessed."""

from __future__ import annotations

import codecs
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import SourceError
from loaders.reading import OpenQuestion, read
from loaders.reading.encoding import decode

TEXT = "имя,место\nИван,Минск\nОльга,Гродно\n"
LATIN = "nom,lieu\nRené,Genève\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("text", [TEXT, LATIN])
def test_marks_and_structure_prove(tmp_path: Path, mark: bytes, codec: str, text: str) -> None:
    (tmp_path / "a.csv").write_bytes(mark + text.encode(codec))
    found = read(tmp_path / "a.csv")
    assert found.encoding == codec
    assert (
        "\n".join(",".join(cells) for cells in (found.tables[0].header, *(r.cells for r in found.tables[0].rows))) == text.strip()
    )


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
def test_a_code_page_is_asked_for_and_the_answer_is_used(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT.encode(codec))
    with pytest.raises(OpenQuestion) as asked:
        read(path)
    assert asked.value.what == "encoding"
    assert codec in asked.value.choices
    assert "--encoding" in str(asked.value)
    assert "Минск" not in str(asked.value)
    assert read(path, encoding=codec).tables[0].rows[0].cells == ("Иван", "Минск")


def test_utf16_without_line_or_separator_is_asked_for() -> None:
    with pytest.raises(OpenQuestion) as asked:
        decode("имя1имя2".encode("utf-16-le"), "a.csv")
    assert "utf-16-le" in asked.value.choices


@pytest.mark.parametrize("stated", ["utf-16", "utf-32"])
def test_a_statement_that_leaves_the_byte_order_open_is_not_enough(stated: str) -> None:
    with pytest.raises(OpenQuestion):
        decode(TEXT.encode(f"{stated}-be"), "a.csv", stated)


@pytest.mark.parametrize(
    ("data", "stated", "word"),
    [
        (b"a,b\n1,2\n3,\x98\n", "cp1251", "line 3 is not cp1251"),
        (TEXT.encode("cp1251"), "utf-8", "line 1 is not utf-8"),
        (TEXT.encode("utf-16-le")[:-1], "utf-16-le", "is not utf-16-le"),
        (codecs.BOM_UTF8 + TEXT.encode(), "cp1251", "mark of utf-8"),
        (b"a,b\n", "klingon", "no text encoding"),
        (b"a,b\n", "rot13", "no text encoding"),
        (b"a,b\n", "hex", "no text encoding"),
        (b"a,b\n", "utf-7", "no text encoding"),
        (b"a,b\n", "unicode_escape", "no text encoding"),
        (b"a,b\n", "a\x00b", "no text encoding"),
    ],
)
def test_a_wrong_statement_is_an_error(data: bytes, stated: str, word: str) -> None:
    with pytest.raises(SourceError) as refused:
        decode(data, "a.csv", stated)
    assert not isinstance(refused.value, OpenQuestion)
    assert word in str(refused.value)


def test_stated_utf8_with_one_broken_line_loses_that_line_only(tmp_path: Path) -> None:
    lines = [f"{n},имя".encode() for n in range(50)]
    lines[7] = b"7,\xff\xfe"
    (tmp_path / "a.csv").write_bytes(b"\n".join([b"id,name", *lines]))
    with pytest.raises(OpenQuestion) as asked:
        read(tmp_path / "a.csv")
    assert asked.value.choices[0] == "utf-8"
    found = read(tmp_path / "a.csv", encoding="utf-8")
    (reject,) = found.rejects
    assert (reject.line, reject.column, reject.raw) == (9, "name", "7,\\xff\\xfe")
    assert len(found.tables[0].rows) == 49


def test_a_few_nuls_are_damage_and_many_are_a_question(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id,name\n" + b"1,abcdefghij\n" * 40 + b"2,x\x00y\n")
    assert [reject.reason for reject in read(tmp_path / "a.csv").rejects] == ["a NUL character"]
    with pytest.raises(OpenQuestion):
        decode(b"\x00" * 50 + b"a,b\n", "a.csv")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_a_question_or_nothing_else(data: bytes) -> None:
    try:
        found = decode(data, "a.csv")
    except OpenQuestion as asked:
        assert asked.what == "encoding"
        return
    except SourceError:
        return
    assert not any("\udc80" <= c <= "\udcff" for c in found.text)


WORDS = (
    "Иван",
    "Ольга",
    "Смирнов",
    "Гродно",
    "изолятор",
    "рядовой",
    "Ковалёв",
    "Мінск",
    "Žodzina",
    "Muñoz",
    "Søren",
    "Łódź",
    "Yaşar",
)


def test_nine_hundred_files_none_silently_wrong() -> None:
    """900 files in ten encodings: each is right, or asked for. Taking the first code page that decodes gets many wrong."""
    wrong = naive_wrong = silent = asked = 0
    codecs_ = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866", "iso8859-5", "cp1252")
    for seed in range(900):
        chance = random.Random(seed)
        codec = codecs_[seed % len(codecs_)]
        rows = [",".join(chance.choices(WORDS, k=3)) for _ in range(chance.randint(1, 8))]
        data = "\n".join(["a,b,c", *rows]).encode(codec, "ignore")
        text = data.decode(codec).removeprefix("\ufeff")
        try:
            found = decode(data, "a.csv")
            silent += 1
            wrong += found.text.removeprefix("\ufeff") != text
        except OpenQuestion:
            asked += 1
        naive = next(data.decode(c) for c in ("utf-8", "cp1251", "cp1252", "koi8-r") if _decodes(data, c))
        naive_wrong += naive.removeprefix("\ufeff") != text
    assert wrong == 0
    assert asked > 300
    assert silent > 300
    assert naive_wrong > 200


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeError:
        return codec == "koi8-r"
    return True
