"""Forms filled in with invented rows, as a person would: by the names of the columns."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

import openpyxl

from graph.kept.case import Case
from loaders.forms import form, workbook
from loaders.load.load import Load, prepare
from loaders.mapping import choose, shipped
from tests.loaders.load.sheet import entered

Rows: TypeAlias = list[dict[str, str]]

BASE: dict[str, dict[str, str]] = {
    "held": {"Person": "Іван Крута", "Held at": "Barracks, Velden", "Source": "I-1"},
    "incidents": {
        "Incident": "I-12",
        "Victim": "Іван Крута",
        "By whom": "Kesto Marrane",
        "By which unit": "2nd Company",
        "Source": "I-1",
    },
    "postings": {"Officer": "Кесто Марран", "Unit": "2nd Company", "Source": "I-1"},
    "sources": {"Source": "I-1"},
    "units": {"Unit": "1st Company", "Superior": "Regiment", "Source": "I-1"},
}
"""The least that a row of each form needs to say something in every drop-down."""


def empty(kind: str, folder: Path) -> Path:
    """The form as it is given out."""
    path = folder / f"form-{kind}.xlsx"
    path.write_bytes(workbook(form(kind)))
    return path


def filled(path: Path, rows: Iterable[dict[str, str]], *, sheets: int = 1) -> Path:
    """A copy of the form with these rows; in several sheets, each has all of them."""
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    first = book.worksheets[0]
    header = [cell.value for cell in first[1]]
    for number, row in enumerate(rows, start=2):
        for column, value in row.items():
            first.cell(number, header.index(column) + 1).value = value
    for _ in range(1, sheets):
        book.copy_worksheet(first)
    book.save(path.with_name(f"filled-{path.name}"))
    return path.with_name(f"filled-{path.name}")


def prepared(path: Path) -> Load:
    """Its load, by the mapping that takes it by itself."""
    return prepare(path, lambda reading, _: choose(reading.tables, shipped()))


def load(case: Case, path: Path) -> Load:
    """Loaded with no mapping named."""
    found = prepared(path)
    return entered(case, found)


def fine(case: Case, path: Path) -> None:
    """Loaded whole: nothing refused, nothing odd, no column unread."""
    found = load(case, path)
    assert (list(found.rejects), found.issues, found.unread) == ([], [], ())
    assert [note.sheet for note in found.notes if "left out" in note.text] == ["Read me"]


def every_word(kind: str) -> Rows:
    """A row for each word of each drop-down: an incident, a source, a unit of its own."""
    words = [(column.name, word) for column in form(kind).columns for word in column.words]
    own = {"incidents": "Incident", "sources": "Source", "units": "Unit"}.get(kind)
    return [{**BASE[kind], **({own: f"N-{at}"} if own else {}), column: word} for at, (column, word) in enumerate(words)]
