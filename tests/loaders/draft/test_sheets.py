"""Sheets of a workbook: which are read, which are asked about, and what stops a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SourceError
from loaders.draft import draft as drafting
from loaders.draft.draft import drafts_of
from loaders.draft.questions import Question
from loaders.reading import fetch
from tests.loaders.draft.test_books import book

HELD = [["victim", "held at"], ["Orsolin Vade", "Tannery Street Barracks"], ["Ilka Brennoy", "Salt Quay Depot"]]


def test_a_sheet_that_is_called_old_is_left_out_unless_a_person_says_otherwise(tmp_path: Path) -> None:
    asked: list[Question] = []

    def ask(question: Question) -> str:
        asked.append(question)
        return question.default

    names = ("May", "old version (do not use)", "pivot", "тест")
    path = fetch(book(tmp_path, dict.fromkeys(names, HELD)))
    for drafted in (drafts_of(path), drafts_of(path, ask=ask)):
        assert [draft.sheets for draft in drafted.drafts] == [("May",)]
        assert [sheet for sheet, _ in drafted.left_out] == list(names[1:])
    assert all("Sheet '" in question.asks for question in asked)


def test_a_sheet_that_cannot_be_read_stops_the_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise SourceError("a workbook that needs more than 4 s to read", file="book.xlsx", remedy="Split it")

    path = fetch(book(tmp_path, {"May": HELD, "June": [*HELD, ["x", "y"]]}))
    monkeypatch.setattr(drafting, "read_original", refuse)
    with pytest.raises(SourceError, match="4 s"):
        drafts_of(path)
