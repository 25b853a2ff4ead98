"""A row that names an officer and his unit: what is said of him is never said of the unit."""

from __future__ import annotations

from pathlib import Path

from loaders.draft.draft import drafts_of
from loaders.draft.questions import Question
from loaders.reading import fetch
from tests.loaders.draft.test_drafts import drafted, parts

POSTINGS = """No,"Officer (rank, name)",a.k.a. / call sign,Post,Unit,Reports to (unit),From,To
1,Lt. Kesto Marrane,Heron,company commander,2nd Harbour Company,Coast Battalion,2012-05-03,2013-01-09
2,Capt. Teodar Vinsk,Gull,driver,3rd Harbour Company,Coast Battalion,2012-05-04,2014-02-01
3,Maj. Ruvo Almeskar,,staff officer,Coast Battalion,Harbour Ministry,2011-05-04,
"""


def choices(folder: Path, sheet: str) -> set[str]:
    """The answers that are offered to what a row is."""
    asked: list[Question] = []

    def ask(question: Question) -> str:
        asked.append(question)
        return question.default

    drafted(folder, sheet, ask)
    return set(dict(asked[0].choices))


def test_the_dates_and_aliases_of_an_officer_are_his_own(tmp_path: Path) -> None:
    found = parts(drafted(tmp_path, POSTINGS, lambda question: question.default))
    assert found["officer"]["aliases"] == "a.k.a. / call sign" and "aliases" not in found["unit"]
    assert found["posted"]["span"] == {"begin": "From", "end": "To"} and "span" not in found["under"]


def test_dates_beside_a_person_are_not_of_the_relation_between_units(tmp_path: Path) -> None:
    found = parts(drafted(tmp_path, POSTINGS, lambda question: "unit" if "one row" in question.asks else question.default))
    assert "span" not in found["under"] and "aliases" not in found["unit"]


def test_what_a_row_is_offers_every_kind_that_the_columns_allow_and_none(tmp_path: Path) -> None:
    assert {"posting", "unit", "held", "nothing"} <= choices(tmp_path, POSTINGS)
    deeds = "date,victim,what happened\n2012-05-03,Orsolin Vade,beaten\n2012-05-04,Ilka Brennoy,arrested\n"
    assert {"event", "held", "nothing"} <= choices(tmp_path, deeds)


def test_an_event_is_suffered_by_its_victims(tmp_path: Path) -> None:
    deeds = "date,victim,what happened\n2012-05-03,Orsolin Vade,beaten\n2012-05-04,Ilka Brennoy,arrested\n"
    found = parts(drafted(tmp_path, deeds, lambda question: "event" if "one row" in question.asks else question.default))
    assert found["suffered"]["begin"] == "person" and found["event"]["span"] == {"on": "date"}


def test_rows_of_which_a_person_says_that_they_are_nothing_have_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(POSTINGS, "utf-8")
    (draft,) = drafts_of(fetch(path), ask=lambda question: "nothing").drafts
    assert draft.text == ""
