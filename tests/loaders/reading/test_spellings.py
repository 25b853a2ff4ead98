"""What people write, and what it must mean: a list that was written before the rules, and one of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.reading.spellings import lines, read

OWN = Path(__file__).parent / "dates.tsv"


def wrong(path: Path) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """Every line that is read otherwise than it must be: as it is read, and as it must be."""
    return {f"{line.number}: {line.text}": (got, line.expected) for line in lines(path) if (got := read(line)) != line.expected}


@pytest.mark.real
def test_dates_are_read_as_the_list_says(data: Path) -> None:
    assert wrong(data / "spellings" / "dates.tsv") == {}


def test_dates_of_the_same_kinds_in_other_words_and_languages() -> None:
    """Written without looking at what is read; limits of what is named alone, for the rest follows from it."""
    assert wrong(OWN) == {}
