"""Whose word each value is: the column beside it says, else its part, else the row; the sheet only where none of them does."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.said.claim import SPAN
from loaders.load.load import Load
from tests.loaders.load.sheet import loaded

HEAD = """
name = "seen"
title = "Who was seen"
dates = "year-first"
recognised_by = ["man", "unit", "rank", "on", "told", "dated"]
[key_space."guild/exhibit"]
reason = "the guild's own number of each exhibit"
"""
PARTS = """
[thing.man]
label = "Person"
name = {man}
identified = {{ text = "named" }}
[thing.unit]
label = "Unit"
name = "unit"
[link.posted]
type = "POSTED_TO"
begin = "man"
end = "unit"
rests_on = {rests_on}
rank = "rank"
function = {{ text = "commander" }}
span = {{ on = {on} }}
"""
SHEET = "man,unit,rank,on,told,dated\n{}\n"
ROW = "Ada Brum,Guard,captain,2012-05-01,{},{}"
OF_ROW = '[citations]\nspace = "guild/exhibit"\ncolumn = "told"\n'
OF_CELLS = '[citations]\nspace = "guild/exhibit"\n'


def mapping(citations: str, *, man: str = '"man"', rests_on: str = '"unit"', on: str = '"on"') -> str:
    return HEAD + citations + PARTS.format(man=man, rests_on=rests_on, on=on)


def cited(load: Load) -> dict[str, set[str]]:
    """By part and property, the keys of the sources it cites; the sheet itself is "the sheet"."""
    part = {mention.id: mention.part for mention in load.mentions.values()}
    named = {mention.id: str(mention.key) for mention in load.mentions.values() if mention.part == "cited"}
    found: dict[str, set[str]] = {}
    for claim in load.claims.values():
        if part[claim.about] in ("man", "unit", "posted"):
            found.setdefault(f"{part[claim.about]}.{claim.property}", set()).add(named.get(claim.cites, "the sheet"))
    return found


def read(folder: Path, citations: str, told: str, dated: str = "", **cells: str) -> dict[str, set[str]]:
    return cited(loaded(folder, SHEET.format(ROW.format(told, dated)), mapping(citations, **cells)))


@pytest.mark.parametrize(
    ("told", "sources"),
    [("E-1", {"E-1"}), ("E-1; E-2", {"E-1", "E-2"}), ("E-1; E-1;", {"E-1"}), ("", {"the sheet"})],
    ids=["one", "several", "the same twice", "none"],
)
def test_a_row_that_names_its_sources_is_their_word_in_every_value(told: str, sources: set[str], tmp_path: Path) -> None:
    found = read(tmp_path, OF_ROW, told)
    assert set(found) >= {"man.name", "man.identified", "unit.name", "posted.exists", "posted.rank", f"posted.{SPAN}"}
    assert set(map(frozenset, found.values())) == {frozenset(sources)}


def test_a_row_that_names_none_is_reported_once(tmp_path: Path) -> None:
    rows = f"{ROW.format('', '')}\n{ROW.format('E-1', '')}"
    load = loaded(tmp_path, SHEET.format(rows), mapping(OF_ROW))
    assert [(issue.row, issue.column) for issue in load.issues] == [(2, "told")]
    assert "rests on the file alone" in load.issues[0].what


def test_a_column_beside_a_value_goes_before_that_of_the_row(tmp_path: Path) -> None:
    found = read(tmp_path, OF_ROW, "E-1", "E-7", on='{ column = "on", source = "dated" }')
    assert found.pop(f"posted.{SPAN}") == {"E-7"}
    assert set(map(frozenset, found.values())) == {frozenset({"E-1"})}


def test_where_the_column_beside_a_value_is_empty_the_row_speaks(tmp_path: Path) -> None:
    found = read(tmp_path, OF_ROW, "E-1", on='{ column = "on", source = "dated" }')
    assert found[f"posted.{SPAN}"] == {"E-1"}


def test_a_value_without_a_column_cites_what_its_thing_or_link_cites(tmp_path: Path) -> None:
    found = read(
        tmp_path, OF_CELLS, "E-1", man='{ column = "man", source = "told" }', rests_on='{ column = "unit", source = "told" }'
    )
    assert found.pop("unit.name") == {"the sheet"}  # the mapping names no source for it
    assert set(map(frozenset, found.values())) == {frozenset({"E-1"})}


def test_who_tells_a_date_of_a_link_tells_of_the_link(tmp_path: Path) -> None:
    found = read(tmp_path, OF_CELLS, "", "E-7", on='{ column = "on", source = "dated" }')
    assert {found[f"posted.{name}"] == {"E-7"} for name in ("exists", "rank", "function", SPAN)} == {True}
    assert found["man.name"] == {"the sheet"}


def test_a_place_for_a_source_that_is_left_empty_is_the_sheets_word_and_nobody_elses(tmp_path: Path) -> None:
    cells = {"rests_on": '{ column = "unit", source = "told" }', "on": '{ column = "on", source = "dated" }'}
    found = read(tmp_path, OF_CELLS, "", "E-7", **cells)
    assert (found["posted.exists"], found["posted.rank"], found[f"posted.{SPAN}"]) == ({"the sheet"}, {"the sheet"}, {"E-7"})


def test_what_the_compiler_judges_is_its_own_word(tmp_path: Path) -> None:
    found = read(tmp_path, OF_ROW, "E-1", rests_on='{ column = "unit", own_word = true }')
    own = {name for name, sources in found.items() if sources == {"the sheet"}}
    assert own == {"posted.exists", "posted.rank", "posted.function", f"posted.{SPAN}"}
    assert found["man.name"] == {"E-1"}
