"""Whom a row would protect by a link is protected also where the row loses the link: nobody leaves by name for a ditto sign."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.kept.case import Case
from graph.project import project
from loaders.load.load import Load, prepare
from loaders.mapping import parse
from tests.loaders.load.sheet import entered

MAPPING = """
name = "cells"
title = "Who was held"
dates = "year-first"
recognised_by = ["who", "where"]
[thing.held]
label = "Person"
name = "who"
sex = { column = "sex", values = { f = "female" } }
key = { space = "file", columns = ["no"] }
[thing.place]
label = "Station"
name = "where"
[link.stay]
type = "HELD_AT"
begin = "held"
end = "place"
rests_on = "where"
cell = "cell"
span = { on = "when" }
"""
HEADER = "no,who,sex,where,cell,when,role,unit\n"
POSTED = """
[thing.unit]
label = "Unit"
name = "unit"
[link.posted]
type = "POSTED_TO"
begin = "held"
end = "unit"
rests_on = "unit"
span = { on = "when" }
"""
WHEN = MAPPING.replace('rests_on = "where"', 'rests_on = "where"\nwhen = { column = "role", is = ["held"] }')


def protected(folder: Path, *rows: str, mapping: str = MAPPING, header: str = HEADER) -> tuple[dict[str, object], Load]:
    """By name, whether each person of the sheet is protected."""
    path = folder / "sheet.csv"
    path.write_text(header + "".join(f"{row}\n" for row in rows), "utf-8")
    with Case.create(folder / "case", title="Guild", zone="Europe/Lisbon") as case:
        load = entered(case, prepare(path, lambda reading, file: parse(mapping, "own.toml")))
        nodes = project(case.state).nodes
    return {str(n.properties["name"]): n.properties["protected"] for n in nodes if n.label == "Person"}, load


@pytest.mark.parametrize("where", ["Mill", "там же", '""""', "—", "", "unknown", "#N/A"])
@pytest.mark.parametrize("rests_on", ["where", "who"])
def test_a_place_that_cannot_be_read_protects_as_one_that_can(where: str, rests_on: str, tmp_path: Path) -> None:
    mapping = MAPPING.replace('rests_on = "where"', f'rests_on = "{rests_on}"')
    found, _ = protected(tmp_path, "1,Ada Brum,,Mill,,2020-08-09,,", f"2,Ben Tolk,,{where},3,2020-08-10,,", mapping=mapping)
    assert found == {"Ada Brum": True, "Ben Tolk": True}


def test_where_nothing_of_the_stay_is_told_who_stands_in_the_list_is_protected(tmp_path: Path) -> None:
    found, load = protected(tmp_path, "1,Ada Brum,,,,,,", "2,Ben Tolk,,Mill,,,,")
    assert found == {"Ada Brum": True, "Ben Tolk": True}
    assert [note.text for note in load.notes if "protected" in note.text] == [
        "row 2 states a link that protects somebody, and it could not be made: whoever it is about is protected all the same"
    ]


def test_whom_the_row_links_to_something_else_no_empty_cell_protects(tmp_path: Path) -> None:
    rows = ("1,Ada Brum,,,,2020-08-09,,Guard", "2,Ben Tolk,,там же,,2020-08-09,,Guard", "3,Ida Rook,,,7,2020-08-09,,Guard")
    found, _ = protected(tmp_path, *rows, mapping=MAPPING + POSTED)
    assert found == {"Ada Brum": False, "Ben Tolk": True, "Ida Rook": True}


@pytest.mark.parametrize("role", ["там же", "unknown", ""])
def test_a_condition_that_cannot_be_read_protects(role: str, tmp_path: Path) -> None:
    found, _ = protected(tmp_path, f"1,Ada Brum,,Mill,,,{role},", "2,Ben Tolk,,Mill,,,guard,", mapping=WHEN)
    assert found == {"Ada Brum": True, "Ben Tolk": False}


def test_a_row_that_is_refused_protects_whom_another_row_knows_by_the_same_key(tmp_path: Path) -> None:
    mapping = WHEN.replace("sex = {", 'sex = { column = "sex", values = { f = "female" } }\naliases = {', 1).replace(
        'aliases = { column = "sex", values = { f = "female" } }', 'aliases = "unit"'
    )
    found, load = protected(
        tmp_path, "1,Ada Brum,f,,,,guard,", "1,Ada Brum,?,Mill,,,held,", "2,Ben Tolk,,,,,guard,", mapping=mapping
    )
    assert [reject.row for reject in load.rejects] == [3]
    assert found == {"Ada Brum": True, "Ben Tolk": False}


def test_a_column_that_the_sheet_lacks_protects_whom_it_would(tmp_path: Path) -> None:
    mapping = 'optional = ["where"]' + MAPPING.replace('recognised_by = ["who", "where"]', 'recognised_by = ["who"]')
    found, _ = protected(tmp_path, "1,Ada Brum,,3,,,", mapping=mapping, header=HEADER.replace("where,", ""))
    assert found == {"Ada Brum": True}


COMPLAINTS = """
name = "papers"
title = "Papers"
dates = "year-first"
recognised_by = ["no", "who"]
[thing.man]
label = "Person"
name = "who"
[thing.paper]
label = "Proceeding"
name = "no"
kind = { column = "kind", values = { complaint = "complaint", charge = "charge" } }
[link.by]
type = "MADE_BY"
begin = "paper"
end = "man"
rests_on = "who"
"""


def test_a_paper_of_which_nobody_says_what_it_is_may_be_a_complaint(tmp_path: Path) -> None:
    rows = ("P-1,Ada Brum,complaint", "P-2,Ben Tolk,charge", "P-3,Ida Rook,", ",Jan Ellis,")
    found, _ = protected(tmp_path, *rows, mapping=COMPLAINTS, header="no,who,kind\n")
    assert found == {"Ada Brum": True, "Ben Tolk": False, "Ida Rook": True, "Jan Ellis": True}


CHIEF = """
name = "list"
title = "List"
recognised_by = ["names", "beaten"]
[thing.man]
label = "Person"
name = "names"
[thing.place]
label = "Station"
name = "place"
[thing.beating]
label = "Event"
when = { column = "beaten", is = ["yes"] }
name = { columns = ["no", "beaten"], join = ": " }
[link.suffered]
type = "SUFFERED"
SUFFERS
begin = "man"
end = "beating"
[link.held]
type = "HELD_AT"
when = { column = "note", is_not = ["the chief"] }
begin = "man"
end = "place"
rests_on = "place"
"""
SUFFERS = (
    'when = { column = "beaten", is = ["yes"] }\nrests_on = "beaten"',
    'when = { column = "beaten", is = ["yes"] }\nrests_on = "names"',
    'rests_on = "beaten"',
    'rests_on = "names"',
)


@pytest.mark.parametrize("suffers", SUFFERS)
def test_the_accused_is_protected_by_no_empty_cell(suffers: str, tmp_path: Path) -> None:
    """A chief whom the mapping leaves out of the stays was a protected person, since nobody wrote whether he was beaten."""
    rows = ["1,Major Kesto Marrane,,,the chief", "2,Colonel Ruvo Almeskar,,Salt Quay,the chief", "3,Orsolin Vade,,,"]
    rows += ["4,Ida Rook,yes,,the chief", "5,Ben Tolk,там же,,the chief", "6,Ada Brum,,there,"]
    found, _ = protected(tmp_path, *rows, mapping=CHIEF.replace("SUFFERS", suffers), header="no,names,beaten,place,note\n")
    assert found == {
        "Major Kesto Marrane": False,
        "Colonel Ruvo Almeskar": False,
        "Orsolin Vade": True,
        "Ida Rook": True,
        "Ben Tolk": True,
        "Ada Brum": True,
    }


@pytest.mark.parametrize("beaten", ["", "no"])
def test_an_officer_is_not_protected_since_the_row_tells_of_no_event(beaten: str, tmp_path: Path) -> None:
    mapping = CHIEF.replace("SUFFERS", 'rests_on = "names"').split("[link.held]")[0]
    found, _ = protected(
        tmp_path, f"1,Kesto Marrane,{beaten},,", "2,Ida Rook,yes,,", mapping=mapping, header="no,names,beaten,place,note\n"
    )
    assert found == {"Kesto Marrane": False, "Ida Rook": True}


def test_a_place_that_is_left_out_since_it_is_in_doubt_protects_all_the_same(tmp_path: Path) -> None:
    mapping = MAPPING.replace('name = "where"', 'name = "where"\nwhen = { column = "where", is_not = ["Mill?"] }')
    found, _ = protected(tmp_path, "1,Ada Brum,,Mill?,,,,", "2,Ben Tolk,,Mill?,,,,Guard", mapping=mapping + POSTED)
    assert found == {"Ada Brum": True, "Ben Tolk": True}
