"""Several persons of a row stay several."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.draft.test_drafts import drafted, parts

VICTIMS = """Victim 1,Victim 2,others,held at,age
Orsolin Vade,Ilka Brennoy,2 more,Tannery Street Barracks,30
Tam Hesk,,,Salt Quay Barracks,40
Mirene Solk,Olm Perrit,1,Salt Quay Barracks,50
"""


def test_columns_that_are_numbered_alike_are_a_person_each(tmp_path: Path) -> None:
    draft = drafted(tmp_path, VICTIMS)
    found = parts(draft)
    assert (found["person"]["name"], found["person_2"]["name"]) == ("Victim 1", "Victim 2")
    assert found["held_2"] | {"type": "", "when": ""} == found["held"] | {"type": "", "when": "", "begin": "person_2"}
    assert found["held_2"]["when"] == {"column": "Victim 2", "filled": True}
    assert "others" in draft.outline.left and not draft.outline.left["others"].startswith("no part")


def test_words_and_signs_between_names(tmp_path: Path) -> None:
    for sign in (" & ", " and ", " и ", " et ", " و ", "/", "; "):
        rows = f"victims,held at\nOrsolin Vade{sign}Ilka Brennoy,Salt Quay Barracks\nTam Hesk,Tannery Street Barracks\n"
        assert "split" in parts(drafted(tmp_path, rows))["person"], sign


def test_what_is_no_plain_list_of_names_is_asked_about(tmp_path: Path) -> None:
    rows = "victims,held at\nHesk; Tam & Gela +2 kids,Salt Quay Barracks\nOrsolin Vade,Tannery Street Barracks\n"
    draft = drafted(tmp_path, rows)
    assert "split" not in parts(draft)["person"] and "several persons" in draft.text


def test_a_name_in_two_scripts_is_one_person(tmp_path: Path) -> None:
    rows = "victims,held at\nOrsolin Vade / Орсолин Вейд,Salt Quay Barracks\nTam Hesk,Tannery Street Barracks\n"
    assert "split" not in parts(drafted(tmp_path, rows))["person"]


def test_somebody_who_is_only_described_is_not_said_to_be_identified(tmp_path: Path) -> None:
    rows = "victim,held at\na girl (name withheld),Salt Quay Barracks\nTam Hesk,Tannery Street Barracks\n"
    assert "identified" not in parts(drafted(tmp_path, rows))["person"]
