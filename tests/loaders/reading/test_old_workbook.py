"""Old workbooks (.xls), by one that LibreOffice saved: an invented list with whatever a sheet may have."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.reading import read
from tests.loaders.reading.workbooks import refusal

SAVED = Path(__file__).with_name("stays.xls")
"""`Stays`: merged, commented, linked, struck, hidden, with a formula and an error; `Hid`: a hidden sheet."""


def test_an_old_workbook_reads_as_a_new_one() -> None:
    found = read(SAVED)
    stays, hid = found.tables
    assert [row.cells for row in stays.rows] == [
        ("1 Co", "Ada Orsolin", "2012-05-01", "2012-05", "0.25", "30:05:00", "09:05", "TRUE", "", "2", "plain"),
        ("", "Olu Vade", "2013-01-02T14:30", "", "-3.5", "", "", "FALSE", "", "", "struck"),
        ("", "Émile", "", "", "1e-7", "", "", "", "", "", "two\nlines"),
    ]
    assert [(row.number, row.cells) for row in hid.rows] == [(2, ("x",))]
    first, second, third = stays.rows
    assert [(fault.at, fault.refuses) for fault in first.faults] == [(8, False)]
    assert [tuple(aside) for aside in first.asides] == [
        (1, "comment", "seen by the cook", ""),
        (1, "link", "https://list.invalid/a", ""),
    ]
    assert {aside.kind for aside in second.asides} == {"struck"}
    assert [tuple(one) for row in (second, third) for one in row.merged] == [(0, "1 Co", 2, 0)] * 2
    assert [note.text for note in found.notes] == [
        "hidden rows, read as the others: 1",
        "hidden columns, read as the others: 1",
        "merged cells below the header: only the first of each holds the value; fill_merged fills the others",
        "a hidden sheet; it was read",
        "cells struck through, read as the others: 5, in row 3",
    ]


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def wide(name: str) -> bytes:
    return OLD + bytes(600) + name.encode("utf-16-le") + bytes(600)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (wide("EncryptedPackage"), "with a password"),
        (wide("_VBA_PROJECT_CUR"), "with macros"),
        (wide("WordDocument"), "old Word document"),
        (OLD + b"\0" * 9_000, "damaged"),
        (OLD, "damaged"),
        (b"<html><table><tr><td>a</td></tr></table>", "named .xls but is a web page or XML"),
        (b"a,b\n1,2\n", "named .xls but is no workbook"),
        (b"PK\x03\x04" + b"\0" * 90, "named .xls but is a ZIP archive"),
        (SAVED.read_bytes()[:3_000], "damaged"),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path: Path, data: bytes, word: str) -> None:
    (tmp_path / "list.xls").write_bytes(data)
    assert word in refusal(tmp_path / "list.xls")
