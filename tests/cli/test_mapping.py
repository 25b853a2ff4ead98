"""`linkage mapping`: a mapping checked and tried before anything is loaded; the rows in words, and the case as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.folder import contents
from tests.cli.program import inside

SHEET = """person,born,held at,from,to,commander,unit,said
Orsolin Vade,7.2.1958,Tannery Street Barracks,3 May 2013 22:30,9 May 2013 07:00,Lt. Kesto Marrane,2nd Harbour Guard Company,
Ilvane Mirel,spring,Tannery Street Barracks,,,,,no
,,,,,,,
"""
MAPPING = """
name  = "tannery"
title = "An invented list of persons held"
dates = "day-first"
recognised_by = ["person", "held at"]
[thing.person]
label = "Person"
name  = "person"
born  = "born"
[thing.place]
label = "Station"
key   = { space = "file", columns = ["held at"] }
name  = "held at"
[thing.officer]
label = "Person"
name  = "commander"
[thing.unit]
label = "Unit"
name  = "unit"
[link.held]
type     = "HELD_AT"
begin    = "person"
end      = "place"
rests_on = "held at"
span     = { begin = "from", end = "to" }
[link.posted]
type     = "POSTED_TO"
begin    = "officer"
end      = "unit"
rests_on = "commander"
function = { text = "commander" }
span     = { on = "from" }
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "held.csv").write_text(SHEET, "utf-8")
    (tmp_path / "held.toml").write_text(MAPPING, "utf-8")
    return tmp_path / "held.csv", tmp_path / "held.toml"


def test_the_first_rows_in_words(fresh: Path, files: tuple[Path, Path]) -> None:
    before = contents(fresh)
    ran = inside("mapping", "try", files[0], "--mapping", files[1], case=fresh)
    assert ran.code == 0, ran
    assert ran.out.splitlines()[:14] == [
        "held.csv, read by tannery: its first rows say  (internal)",
        "row 2",
        "  Orsolin Vade: person, born 1958-02-07",
        "  Tannery Street Barracks: station",
        "  Lt. Kesto Marrane: person",
        "  2nd Harbour Guard Company: unit",
        "  Orsolin Vade was held at Tannery Street Barracks, 3 May 2013 22:30 – 9 May 2013 07:00",
        "  Lt. Kesto Marrane commanded 2nd Harbour Guard Company, at least 3 May 2013",
        "row 3",
        "  Ilvane Mirel: person",
        "  Tannery Street Barracks: station",
        "  Ilvane Mirel was held at Tannery Street Barracks",
        "row 4",
        "  refused: no part of the mapping finds anything in this row",
    ]
    assert "2 mentions into 1 × Station" in ran.out and "no date: " in ran.out and "1 reject" in ran.out
    assert ran.out.splitlines()[-1].startswith("Nothing was loaded.")
    assert contents(fresh) == before


def test_as_few_rows_as_are_wanted_and_as_data(fresh: Path, files: tuple[Path, Path]) -> None:
    ran = inside("mapping", "try", files[0], "--mapping", files[1], "--rows", 1, "--json", case=fresh)
    tried = json.loads(ran.out)
    assert [row["row"] for row in tried["rows"]] == [2]
    assert tried["rows"][0]["says"][0] == "Orsolin Vade: person, born 1958-02-07"
    assert tried["load"]["load"] is None and tried["load"]["rows"] == 3


def test_a_file_that_was_loaded_is_tried_all_the_same(fresh: Path, files: tuple[Path, Path]) -> None:
    assert inside("load", files[0], "--mapping", files[1], case=fresh).code == 0
    assert "Orsolin Vade: person" in inside("mapping", "try", files[0], "--mapping", files[1], case=fresh).out


def test_a_question_is_asked_as_a_load_asks_it(fresh: Path, files: tuple[Path, Path]) -> None:
    files[0].write_text(SHEET.replace("3 May 2013 22:30", "3/5/2013"), "utf-8")
    files[1].write_text(MAPPING.replace('dates = "day-first"\n', ""), "utf-8")
    asked = inside("mapping", "try", files[0], "--mapping", files[1], case=fresh)
    assert asked.code == 2 and "--dates" in asked.complaint
    assert "3 May 2013" in inside("mapping", "try", files[0], "--mapping", files[1], "--dates", "day-first", case=fresh).out


def test_check_needs_no_case(files: tuple[Path, Path], tmp_path: Path) -> None:
    ran = inside("mapping", "check", files[1], cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "mapping tannery: no fault; it reads 7 columns\n")
    fits = inside("mapping", "check", files[1], files[0], cwd=tmp_path)
    assert fits.code == 0 and "3 rows under the header it needs" in fits.out
    assert "no part of it reads the column 'said' (1 in all)" in fits.out


def test_check_names_faults_and_what_does_not_fit(files: tuple[Path, Path], tmp_path: Path) -> None:
    files[1].write_text(MAPPING.replace('"HELD_AT"', '"HELD_IN"').replace("born  =", "burn  ="), "utf-8")
    ran = inside("mapping", "check", files[1], cwd=tmp_path)
    assert ran.code == 2 and "[link.held].type" in ran.err and "'burn'" in ran.err
    files[1].write_text(MAPPING.replace('"born"', '"birth"'), "utf-8")
    missing = inside("mapping", "check", files[1], files[0], cwd=tmp_path)
    assert missing.code == 2 and "'birth'" in missing.complaint


def test_a_sheet_without_a_column_that_may_be_missing_is_tried_as_it_is_loaded(fresh: Path, files: tuple[Path, Path]) -> None:
    files[1].write_text(
        MAPPING.replace("recognised_by", 'optional = ["note"]\nrecognised_by').replace(
            'born  = "born"', 'born  = "born"\ndescription = "note"'
        ),
        "utf-8",
    )
    tried = inside("mapping", "try", files[0], "--mapping", files[1], case=fresh)
    assert tried.code == 0 and "Orsolin Vade: person, born 1958-02-07" in tried.out, tried
    assert inside("mapping", "check", files[1], files[0]).code == 0
    assert inside("load", files[0], "--mapping", files[1], case=fresh).code == 0
