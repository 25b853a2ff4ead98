"""Nothing of a row is lost in silence: what belongs to a thing or link that the row does not name is reported, cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.load.load import Load
from tests.loaders.load.sheet import loaded

MAPPING = """
name = "guard"
title = "The guard"
dates = "year-first"
recognised_by = ["man", "unit", "rank", "since", "born"]
[thing.man]
label = "Person"
name = "man"
born = "born"
[thing.unit]
label = "Unit"
name = "unit"
[link.posted]
type = "POSTED_TO"
begin = "man"
end = "unit"
rests_on = "unit"
rank = "rank"
function = { column = "role", values = { chief = "commander" } }
span = { begin = "since" }
"""
HEADER = "man,unit,rank,since,born,role,sex,who else\n"


def read(folder: Path, row: str, more: str = "", mapping: str = MAPPING) -> Load:
    return loaded(folder, f"{HEADER}{row}\n", mapping + more)


def odd(load: Load) -> list[tuple[int, str | None]]:
    return [(issue.row, issue.column) for issue in load.issues]


def test_where_the_cell_a_link_rests_on_is_empty_its_other_cells_are_named(tmp_path: Path) -> None:
    load = read(tmp_path, "Ada Brum,,captain,2012-05-01,,,,")
    assert odd(load) == [(2, "rank"), (2, "since")]
    assert {issue.what for issue in load.issues} == {
        "not loaded: the row has no POSTED_TO for it, since the cell that it rests on is empty: unit"
    }
    assert not any(mention.is_link for mention in load.mentions.values())


def test_where_a_thing_has_no_name_its_other_cells_are_named(tmp_path: Path) -> None:
    load = read(tmp_path, ",Guard,,,1980,,,")
    assert odd(load)[1:] == [(2, "born")]  # before it, that the unit has nobody who was posted to it
    assert load.issues[1].what == "not loaded: the row has no Person for it, since the cell that names it is empty: man"


def test_where_a_link_has_no_end_its_other_cells_are_named(tmp_path: Path) -> None:
    load = read(tmp_path, ",Guard,captain,2012-05-01,,,,")
    assert odd(load) == [(2, "unit"), (2, "rank"), (2, "since")]
    assert load.issues[1].what == "not loaded: the row has no POSTED_TO for it, since it has no man"


def test_a_cell_that_another_part_of_the_row_reads_is_not_lost(tmp_path: Path) -> None:
    more = '[link.had]\ntype = "POSTED_TO"\nbegin = "man"\nend = "unit"\nrests_on = "who else"\nspan = { begin = "since" }\n'
    load = read(tmp_path, "Ada Brum,Guard,captain,2012-05-01,,,,", more)
    assert odd(load) == []


@pytest.mark.parametrize("row", ["Ada Brum,,,,,,,", "Ada Brum,,,,1980,,,", "Ada Brum,Guard,,,,,,"])
def test_where_nothing_else_is_filled_nothing_is_said(row: str, tmp_path: Path) -> None:
    assert odd(read(tmp_path, row)) == []


def test_a_part_whose_condition_is_not_met_is_left_out_on_purpose(tmp_path: Path) -> None:
    mapping = MAPPING.replace('rests_on = "unit"', 'rests_on = "unit"\nwhen = { column = "who else", filled = true }')
    assert odd(read(tmp_path, "Ada Brum,,captain,,,,,", mapping=mapping)) == []


def test_an_entry_about_nobody_is_named(tmp_path: Path) -> None:
    more = '[entry.consent]\nkind = "consent"\nabout = "man"\npurpose = "who else"\n'
    load = read(tmp_path, ",Guard,,,,,,publication", more)
    assert odd(load)[1:] == [(2, "who else")]
    why = "the cell that names whom it is about is empty: man"
    assert load.issues[1].what == f"not loaded: the row has no consent for it, since {why}"


def test_an_entry_without_what_it_must_have_is_named(tmp_path: Path) -> None:
    more = '[entry.step]\nkind = "consent"\nabout = "man"\npurpose = "who else"\nrecipient = "sex"\n'
    load = read(tmp_path, "Ada Brum,Guard,,,,,UN,", more)
    assert odd(load) == [(2, "sex")]
    assert "no consent for it, since the cell of its purpose is empty: who else" in load.issues[0].what


def test_every_word_that_the_mapping_does_not_know_is_named(tmp_path: Path) -> None:
    sexed = MAPPING.replace('born = "born"\n', 'born = "born"\nsex = { column = "sex", values = { f = "female" } }\n')
    load = read(tmp_path, "Ada Brum,Guard,,,,boss,?,", mapping=sexed)
    (refused,) = load.rejects
    assert (refused.row, refused.column) == (2, "sex, role")
    assert refused.reason == "a word the mapping does not know: add it to the mapping's values"


def test_an_unknown_word_where_the_link_rests_hides_no_other(tmp_path: Path) -> None:
    ranked = MAPPING.replace('rests_on = "unit"', 'rests_on = { column = "who else", values = { x = "y" } }')
    (refused,) = read(tmp_path, "Ada Brum,Guard,,,,boss,,z", mapping=ranked).rejects
    assert refused.column == "who else, role"
