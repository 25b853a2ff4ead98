"""Cells that name nobody are told from names: by a list that was written before the rules, and by one of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.names.persons.tables import rows
from loaders.reading import names_nothing
from loaders.reading.nothing.words import languages
from tests.loaders.reading.spellings import lines

OWN = Path(__file__).parent / "not_a_thing.tsv"


def wrong(path: Path) -> dict[str, tuple[str | None, str]]:
    """Every line that is read otherwise than it must be: as it is read, and as it must be."""
    read = [(line, names_nothing(line.text) or "name") for line in lines(path)]
    return {f"{line.number}: {line.text}": (got, line.cells["what"]) for line, got in read if got != line.cells["what"]}


@pytest.mark.real
def test_they_are_told_apart_as_the_list_says(data: Path) -> None:
    assert wrong(data / "spellings" / "not_a_thing.tsv") == {}


def test_so_are_others_of_the_same_kinds_in_more_languages() -> None:
    """Written by thinking of what offices write, before it was looked at what is read."""
    assert wrong(OWN) == {}


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    names_nothing(text)


@pytest.mark.parametrize("lang", sorted(languages()))
def test_a_surname_beside_any_such_word_makes_a_name(lang: str) -> None:
    for phrase in languages()[lang]:
        text = " ".join(phrase)
        assert names_nothing(f"{text} Kovalenko") in (None, "total"), text  # "total for Kovalenko" is a total
        assert names_nothing(f"“{text}”") is None, text


def test_no_given_name_of_the_tables_says_nothing() -> None:
    known = {name.strip() for row in rows("given_elsewhere.tsv") for name in row[1].split(",")}
    known |= {row[2].strip() for row in rows("given_names.tsv")}
    assert len(known) > 500
    assert {name for name in known if names_nothing(name)} == set()


def test_many_placeholders_with_a_word_behind_are_answered_at_once() -> None:
    assert names_nothing(f"{'x' * 60}a") is None  # in a minute of its own for each x more, before
    assert names_nothing(f"{'xx ' * 20}x") == names_nothing("xxx") == "unknown"
