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


WORDS = """name,unit,over it,how,sex
Orsolin Vade,A,B,under,Female
Ilka Brennoy,A,B,lent to,MALE
Teodar Vinsk,A,B,lent to,somebody
Mirene Solk,A,B,guest of,male
"""
RELATIONS = """
name  = "relations"
title = "An invented list of relations"
recognised_by = ["name", "unit"]
[thing.person]
label = "Person"
name  = "name"
sex   = "sex"
[thing.unit]
label = "Unit"
name  = "unit"
[thing.other]
label = "Unit"
name  = "over it"
[link.under]
type     = "SUBORDINATE_TO"
begin    = "unit"
end      = "other"
rests_on = "over it"
relation = { column = "how", values = { under = "command" } }
"""


@pytest.fixture
def words(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "relations.csv").write_text(WORDS, "utf-8")
    (tmp_path / "relations.toml").write_text(RELATIONS, "utf-8")
    return tmp_path / "relations.csv", tmp_path / "relations.toml"


HOW = "  words of how that it does not know, and in how many rows: “lent to” (2), “guest of” (1)"
SEX = "  words of sex that it does not know, and in how many rows: “somebody” (1)"


def test_check_names_the_words_of_a_file_that_the_mapping_does_not_know(words: tuple[Path, Path]) -> None:
    sheet, mapping = words
    ran = inside("mapping", "check", mapping, sheet)
    assert ran.out.splitlines() == [
        "mapping relations: no fault; it reads 5 columns",
        "  4 rows under the header it needs",
        HOW,
        SEX,
    ]
    assert (ran.code, ran.complaint) == (
        2,
        "relations.toml: 3 words of the file it does not know, named above: their rows would be refused; add them to values, "
        "or say what every other word means by otherwise",
    )
    unknown = json.loads(inside("mapping", "check", mapping, sheet, "--json").out)["unknown"]
    assert {"column": "how", "word": "lent to", "rows": 2} in unknown and len(unknown) == 3


def test_a_trial_names_them_and_a_load_holds_none_of_them(fresh: Path, words: tuple[Path, Path]) -> None:
    sheet, mapping = words
    tried = inside("mapping", "try", sheet, "--mapping", mapping, case=fresh).out.splitlines()
    assert HOW in tried and SEX in tried
    assert "  Orsolin Vade: person, sex female" in tried  # capital letters make no other word of ours
    loaded = inside("load", sheet, "--mapping", mapping, "--dry-run", case=fresh).out
    assert "lent to" not in loaded and "linkage mapping check FILE.toml relations.csv" in loaded


def test_several_mappings_are_tried_as_they_are_loaded(fresh: Path, words: tuple[Path, Path], tmp_path: Path) -> None:
    sheet, mapping = words
    (tmp_path / "people.toml").write_text(RELATIONS.split("[thing.unit]", maxsplit=1)[0].replace("relations", "people"), "utf-8")
    both = ("--mapping", mapping, "--mapping", tmp_path / "people.toml")
    ran = inside("mapping", "try", sheet, *both, "--rows", "1", case=fresh)
    assert [line for line in ran.out.splitlines() if "its first rows say" in line] == [
        "relations.csv, read by relations: its first rows say  (internal)",
        "relations.csv, read by people: its first rows say  (internal)",
    ]
    assert ran.out.splitlines()[-1].endswith(
        f"linkage load relations.csv --mapping {mapping} --mapping {tmp_path / 'people.toml'}"
    )
    assert len(json.loads(inside("mapping", "try", sheet, *both, "--json", case=fresh).out)) == 2


def test_check_of_a_table_that_has_no_header(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Orsolin Vade,Dom Kastel\nIlka Brennoy,Dom Kastel\n", "utf-8")
    mapping = RELATIONS.split("[thing.unit]", maxsplit=1)[0].replace("[thing", '[table]\ncolumns = ["name", "unit"]\n[thing', 1)
    (tmp_path / "list.toml").write_text(mapping.replace('sex   = "sex"', ""), "utf-8")
    ran = inside("mapping", "check", tmp_path / "list.toml", tmp_path / "list.csv")
    assert ran.out.splitlines()[1] == "  2 rows whose columns it names itself"
