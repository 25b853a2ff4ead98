"""Flipped bits and cut files of every form: refused in one line, or read with what was read said; never a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from graph.errors import SourceError
from loaders.reading import read
from tests.loaders.reading.documents import c, open_document, table, tbl, word
from tests.loaders.reading.test_old_workbook import SAVED
from tests.loaders.reading.test_xml import LIST


def made(folder: Path, form: str) -> Path:
    if form == "ods":
        return open_document(folder, table(c("a") + c("b"), *(c(f"x{n}") + c("y") for n in range(20))))
    if form == "docx":
        return word(folder, tbl(["a", "b"], *([f"x{n}", "y"] for n in range(20))))
    path = folder / f"list.{form}"
    path.write_bytes(SAVED.read_bytes() if form == "xls" else LIST.encode())
    return path


@pytest.mark.parametrize("form", ["ods", "docx", "xls", "xml"])
def test_no_damage_ends_in_a_traceback(tmp_path: Path, form: str) -> None:
    path, chance = made(tmp_path, form), random.Random(form)
    whole, refused = path.read_bytes(), 0
    for turn in range(6):
        damaged = bytearray(whole)
        if turn % 3 == 0:
            del damaged[chance.randrange(1, len(damaged)) :]
        else:
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            read(path)
        except SourceError as error:
            refused += 1
            assert "\n" not in str(error) and error.remedy
    assert refused
