"""Rows that tell what happened: which of them tell of one incident, and whom they accuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.draft.alleged import PLAIN_NAME
from loaders.mapping.pattern import Pattern
from tests.loaders.draft.test_drafts import drafted, parts

if TYPE_CHECKING:
    from pathlib import Path

    from loaders.draft.questions import Ask, Question

HEADER = "incident,date,place,victim,unit,suspect\n"
ROWS = """beaten,2020-05-03,Salt Quay,Orsolin Vade,Coast Battalion,Kesto Marrane
beaten,2020-05-03,Salt Quay,Ilka Brennoy,Coast Battalion + Harbour Guard Company,Kesto Marrane or Teodar Vinsk
shot,2020-05-04,Mill Lane,Tam Hesk,Harbour Guard Company,Teodar Vinsk?
"""


def answering(**answers: str) -> Ask:
    """Each question by a word that stands in it; every other as the careful one does."""

    def ask(question: Question) -> str:
        given = [answer for words, answer in answers.items() if words.replace("_", " ") in question.asks]
        return given[0] if given else question.unasked

    return ask


EVENT = {"What_is_one_row": "event"}


def test_nobody_took_part_in_an_incident_unless_a_person_says_so(tmp_path: Path) -> None:
    assert {"unit", "accused"}.isdisjoint(parts(drafted(tmp_path, HEADER + ROWS, answering(**EVENT))))


def test_units_of_one_cell_are_several(tmp_path: Path) -> None:
    made = parts(drafted(tmp_path, HEADER + ROWS, answering(**EVENT, the_unit="alleged")))
    assert made["unit"]["split"] == ["+"] and made["alleged"]["type"] == "ALLEGED_IN"


def test_a_column_that_leaves_open_which_unit_it_was_is_left_out_and_none_of_its_cells_is_in_the_draft(tmp_path: Path) -> None:
    text = HEADER + ROWS.replace("Coast Battalion +", "Coast Battalion or")
    draft = drafted(tmp_path, text, answering(**EVENT, the_unit="alleged"))
    assert "leave open" in draft.outline.left["unit"] and "Coast" not in draft.text


def test_a_person_is_accused_by_a_plain_name_alone(tmp_path: Path) -> None:
    made = parts(drafted(tmp_path, HEADER + ROWS, answering(**EVENT, this_person="alleged")))
    assert made["accused"]["when"] == made["accused_in"]["when"] == {"column": "suspect", "matches": PLAIN_NAME}


def test_a_plain_name_holds_no_doubt_and_no_second_name() -> None:
    plain = ["Kesto Marrane", "Тиховежик И. И.", "И.И. Рударадзец", "Рударадзец И.И.", "Anne-Lise O’Hara", "Kesto B. Marrane"]
    doubtful = ["Kesto Marrane or Teodar Vinsk", "Тиховежик и Рударадзец", "Teodar Vinsk?", "Kesto, Vinsk", "the 'Goat'", "of 2"]
    alone = ["Goat", "Marrane", "М."]
    two = ["Kesto Marrane\nTeodar Vinsk", "Marrane I. I. Vinsk T. T.", "KESTO OR VINSK", "KESTO MARRANE AND VINSK"]
    assert [name for name in plain + doubtful + alone + two if Pattern(PLAIN_NAME).found_in(name)] == plain


def test_names_in_capitals_with_an_or_between_them_accuse_nobody(tmp_path: Path) -> None:
    draft = drafted(tmp_path, HEADER + ROWS.upper(), answering(**EVENT, this_person="alleged"))
    assert "accused" not in parts(draft) and "no cell plainly names" in draft.outline.left["suspect"]


def test_an_or_with_a_capital_leaves_the_column_out(tmp_path: Path) -> None:
    draft = drafted(tmp_path, HEADER + ROWS.replace(" or ", " Or "), answering(**EVENT, this_person="alleged"))
    assert "accused" not in parts(draft) and "which it was" in draft.outline.left["suspect"]


def test_a_unit_in_a_column_of_accused_persons_leaves_it_out(tmp_path: Path) -> None:
    text = HEADER + ROWS.replace("Teodar Vinsk?", "Harbour Battalion")
    draft = drafted(tmp_path, text, answering(**EVENT, this_person="alleged"))
    assert "accused" not in parts(draft) and "a unit" in draft.outline.left["suspect"]


def test_two_columns_of_accused_are_two_persons(tmp_path: Path) -> None:
    two = HEADER.strip() + ",suspect 2\n" + ROWS.replace("\n", ",Maria Almeskar\n")
    made = parts(drafted(tmp_path, two, answering(**EVENT, this_person="alleged")))
    assert (made["accused"]["name"], made["accused_2"]["name"]) == ("suspect", "suspect 2")


def test_rows_of_one_day_and_place_are_one_incident_only_where_a_person_says_so(tmp_path: Path) -> None:
    assert "key" not in parts(drafted(tmp_path, HEADER + ROWS, answering(**EVENT)))["event"]
    made = parts(drafted(tmp_path, HEADER + ROWS, answering(**EVENT, the_same_day="one")))
    assert made["event"]["key"] == {"space": "file", "columns": ["date", "place"]}


def test_an_unknown_place_joins_no_incidents(tmp_path: Path) -> None:
    text = HEADER + ROWS.replace("Salt Quay", "unknown")
    assert "key" not in parts(drafted(tmp_path, text, answering(**EVENT, the_same_day="one")))["event"]


def test_a_surname_beside_a_given_name_accuses_nobody_alone(tmp_path: Path) -> None:
    apart = HEADER.replace("suspect", "suspect surname,suspect first name") + ROWS.replace("Kesto Marrane", "Marrane,Kesto")
    apart = apart.replace(" or Teodar Vinsk", "").replace("Teodar Vinsk?", "Vinsk,Teodar")
    draft = drafted(tmp_path, apart, answering(**EVENT, this_person="alleged"))
    assert "accused" not in parts(draft)
