"""What the columns of public files are: it dares to say seven times out of ten, and is right nine times out of ten."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from loaders.draft.kinds import guesses

OWN = ("headers.tsv", "sheets.tsv")
"""Headers of lists of sanctions, events, victims and officers; of sheets that people keep, in twenty languages."""
RIGHT, DARED = 0.9, 0.7


def shares(path: Path) -> tuple[float, float]:
    """Of all columns of a list, how many it dares to name; and of these, how many are right."""
    files: defaultdict[str, list[list[str]]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines()[1:]:
        cells = line.split("\t")
        files[cells[0]].append([*cells, *[""] * (9 - len(cells))])
    dared = right = count = 0
    for rows in files.values():
        for row, guess in zip(rows, guesses([row[1] for row in rows], [row[3:6] for row in rows]), strict=True):
            count += 1
            dared += bool(guess.kind)
            right += bool(guess.kind) and guess.kind in {row[7], *row[8].split()}
    return dared / count, right / dared


@pytest.mark.real
def test_columns_of_public_files(data: Path) -> None:
    dared, right = shares(data / "spellings" / "headers.tsv")
    assert dared >= DARED and right >= RIGHT


@pytest.mark.parametrize("name", OWN)
def test_columns_of_further_files_in_other_languages(name: str) -> None:
    dared, right = shares(Path(__file__).parent / name)
    assert dared >= DARED and right >= RIGHT


def test_a_header_of_unknown_words_is_not_named() -> None:
    assert [guess.kind for guess in guesses(["qwx", "plim dorr"], [["a", "b", "c"], ["x", "y", "z"]])] == ["", ""]
