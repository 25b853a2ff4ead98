"""A cell that means the cell above: read so where the mapping says it, with its own sign kept; elsewhere odd, and odd once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.said.claim import PROTECTED
from loaders.load.dittos import AS_ABOVE, NOT_GUESSED
from loaders.load.load import Load
from tests.loaders.load.sheet import loaded

MAPPING = """
name  = "guards"
title = "An invented list"
dates = "day-first"
recognised_by = ["name", "unit"]
[thing.person]
label = "Person"
name  = "name"
[thing.unit]
label = "Unit"
name  = "unit"
[thing.place]
label = "Station"
name  = "place"
[link.posted]
type     = "POSTED_TO"
begin    = "person"
end      = "unit"
rests_on = "unit"
post     = "post"
span     = { on = "from" }
[link.at]
type     = "PRESENT_AT"
begin    = "person"
end      = "place"
rests_on = "place"
span     = { on = "from" }
"""
ALLOWED = MAPPING.replace("[thing.person]", '[table]\nditto = ["name", "unit", "place", "from", "post"]\n[thing.person]', 1)
HEADER = "name;unit;place;from;post\n"
ABOVE = "Orsolin Vade;2nd Company;Dom Kastel;03.05.1991;guard\n"


def odd(load: Load) -> Counter[tuple[int, str | None, str]]:
    return Counter((issue.row, issue.column, issue.what) for issue in load.issues)


def claims(load: Load, row: int) -> set[tuple[str, str]]:
    return {(claim.property, claim.original) for claim in load.claims.values() if f"row {row}," in claim.locator}


@pytest.mark.parametrize("sign", ["″", '""""', "do.", "idem", "same", "там же", "то же", "Ditto", "〃"])
def test_where_the_mapping_allows_it_it_is_the_cell_above_and_the_sign_is_kept(sign: str, tmp_path: Path) -> None:
    load = loaded(tmp_path, HEADER + ABOVE + f"Ilka Brennoy;{sign};{sign};{sign};{sign}\n", ALLOWED)
    assert load.counts()["POSTED_TO"] == load.counts()["PRESENT_AT"] == 2
    assert odd(load) == {(3, column, AS_ABOVE): 1 for column in ("unit", "place", "from", "post")}
    written = '"' if sign == '""""' else sign
    assert ("name", written) in claims(load, 3) and ("post", written) in claims(load, 3)
    assert {claim.value for claim in load.claims.values() if claim.property == "post"} == {"guard"}


def test_one_after_the_other_means_the_last_that_is_written_out(tmp_path: Path) -> None:
    load = loaded(tmp_path, HEADER + ABOVE + "Ilka Brennoy;″;;;\nTeodar Vinsk;″;;;\n", ALLOWED)
    assert {claim.value for claim in load.claims.values() if claim.property == "name" and claim.original == "″"} == {
        "2nd Company"
    }
    assert load.counts()["POSTED_TO"] == 3


@pytest.mark.parametrize("first", [HEADER, HEADER + "Orsolin Vade;;;;\n"])
def test_with_nothing_above_it_is_not_guessed(first: str, tmp_path: Path) -> None:
    load = loaded(tmp_path, first + "Ilka Brennoy;″;;;\n", ALLOWED)
    assert [what for row, column, what in odd(load) if column == "unit"] == [NOT_GUESSED]


def test_where_it_is_not_allowed_it_is_odd_once_and_nothing_that_hangs_on_it_is_loaded(tmp_path: Path) -> None:
    load = loaded(tmp_path, HEADER + ABOVE + "Ilka Brennoy;″;there;″;idem\n″;2nd Company;Kastel;04.05.1991;guard\n", MAPPING)
    assert odd(load) == {(3, "unit", NOT_GUESSED): 1, (3, "from", NOT_GUESSED): 1, (3, "post", NOT_GUESSED): 1} | {
        (4, "name", NOT_GUESSED): 1
    }
    assert load.counts() == {"POSTED_TO": 1, "PRESENT_AT": 2, "Person": 2, "Source": 1, "Station": 3, "Unit": 2}
    assert not any(claim.value == "idem" for claim in load.claims.values())


def test_a_row_of_nothing_else_is_refused_with_the_reason(tmp_path: Path) -> None:
    load = loaded(tmp_path, HEADER + ABOVE + "″;″;;;\n", MAPPING)
    assert [(reject.row, reject.column) for reject in load.rejects] == [(3, "name, unit")]
    assert load.rejects[0].reason.startswith(NOT_GUESSED) and load.rejects[0].raw.startswith("″\t″")


@pytest.mark.parametrize("text", ["see row 4", "same as 12", "Samet", "Idem Unit", "«Ditto»"])
def test_another_row_or_a_name_is_no_such_sign(text: str, tmp_path: Path) -> None:
    load = loaded(tmp_path, HEADER + ABOVE + f"Ilka Brennoy;{text};;;\n", ALLOWED)
    assert AS_ABOVE not in {what for _, _, what in odd(load)}


def test_a_word_that_the_mapping_explains_itself_means_what_it_says(tmp_path: Path) -> None:
    mapping = MAPPING.replace('post     = "post"', 'post = { column = "post", values = { same = "guard", guard = "guard" } }')
    load = loaded(tmp_path, HEADER + ABOVE + "Ilka Brennoy;2nd Company;;;same\n", mapping)
    assert not odd(load) and {claim.value for claim in load.claims.values() if claim.property == "post"} == {"guard"}


def test_the_same_rows_written_out_say_the_same(tmp_path: Path) -> None:
    rows = "Ilka Brennoy;{};{};{};{}\n"
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    signs = loaded(tmp_path / "a", HEADER + ABOVE + rows.format(*["″"] * 4), ALLOWED)
    words = loaded(tmp_path / "b", HEADER + ABOVE + rows.format("2nd Company", "Dom Kastel", "03.05.1991", "guard"), ALLOWED)
    said = [
        sorted((claim.property, str(claim.value)) for claim in load.claims.values() if claim.locator != "the file")
        for load in (signs, words)
    ]
    assert said[0] == said[1]


def test_whom_a_link_would_protect_that_hangs_on_such_a_cell_is_protected_all_the_same(tmp_path: Path) -> None:
    mapping = MAPPING.replace('"PRESENT_AT"', '"HELD_AT"')
    load = loaded(tmp_path, HEADER + ABOVE + "Ilka Brennoy;;″;;\n", mapping)
    (person,) = [claim.about for claim in load.claims.values() if claim.value == "Ilka Brennoy"]
    assert [claim.property for claim in load.claims.values() if claim.about == person and claim.property == PROTECTED] == [
        PROTECTED
    ]
