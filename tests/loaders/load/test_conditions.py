"""Which rows a part is in, by several columns together; and what a ticked column says, of the row and of its sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import MappingError
from graph.said.claim import PROTECTED
from loaders.load.citations import NO_TICK
from loaders.load.load import Load
from loaders.mapping import parse
from tests.loaders.load.sheet import loaded

MAPPING = """
name  = "cases"
title = "An invented list"
recognised_by = ["name", "a", "b"]
[thing.person]
label = "Person"
name  = "name"
{when}
"""
ROWS = "name,a,b\nOrsolin Vade,x,\nIlka Brennoy,,lost since May\nTeodar Vinsk,x,lost\nMirene Solk,y,\n"
NEITHER = '{ all_of = [{ column = "a", filled = false }, { column = "b", matches = "y" }] }'
CONDITIONS = {
    '{ column = "a", is = ["x"] }': "OT",
    '{ column = "b", matches = "^lost( |$)" }': "IT",
    '{ any_of = [{ column = "a", is = ["x"] }, { column = "b", filled = true }] }': "OIT",
    '{ all_of = [{ column = "a", is = ["x"] }, { column = "b", filled = true }] }': "T",
    '{ all_of = [{ column = "a", is_not = ["x"] }, { column = "b", filled = false }] }': "M",
    f'{{ any_of = [{{ column = "a", is = ["y"] }}, {NEITHER}] }}': "IM",
    '[{ any_of = [{ column = "a", is = ["x"] }] }, { column = "b", filled = false }]': "O",
}
FAULTS = {
    '{ is = ["x"] }': "give one of column = a column, all_of = [conditions], any_of = [conditions]",
    '{ column = "a" }': "give one of is = [words], is_not = [words], filled = true or false, matches = a pattern",
    '{ column = "a", is = ["x"], any_of = [{ column = "a", is = ["x"] }] }': "give one of column",
    '{ filled = true, any_of = [{ column = "a", is = ["x"] }] }': "is, is_not, filled and matches go with a column",
    '{ any_of = [{ colum = "a", is = ["x"] }] }': "unknown key 'colum'; did you mean 'column'?",
    '{ any_of = [{ column = "a", matches = "(" }] }': "no pattern: unclosed group",
}


def people(load: Load) -> str:
    named = [str(claim.value) for claim in load.claims.values() if claim.property == "name" and claim.locator != "the file"]
    return "".join(letter for letter in "OITM" if any(name.startswith(letter) for name in named))


@pytest.mark.parametrize("when", CONDITIONS)
def test_a_condition_may_look_at_several_columns(when: str, tmp_path: Path) -> None:
    assert people(loaded(tmp_path, ROWS, MAPPING.replace("{when}", f"when = {when}"))) == CONDITIONS[when]


@pytest.mark.parametrize("when", FAULTS)
def test_what_is_no_condition_is_a_fault_with_its_line(when: str) -> None:
    with pytest.raises(MappingError) as refused:
        parse(MAPPING.replace("{when}", f"when = {when}"), "own.toml")
    assert "own.toml, line 8: [thing.person].when" in str(refused.value) and FAULTS[when] in str(refused.value)


def test_a_column_of_a_condition_within_another_must_be_there() -> None:
    inner = 'when = { any_of = [{ column = "a", is = ["x"] }] }\n'
    with pytest.raises(MappingError, match="line 5: optional: 'a' decides what a row means: it must be there"):
        parse(MAPPING.replace("{when}", inner).replace("[thing.person]", 'optional = ["a"]\n[thing.person]'), "own.toml")


TICKS = """
name  = "cases"
title = "An invented list"
recognised_by = ["name", "cold", "noise"]
[citations]
space  = "reports"
ticked = ["Quay report", "Second list"]
keys   = { "Second list" = "list-2" }
[thing.person]
label = "Person"
name  = "name"
[thing.harm]
label   = "Event"
each    = ["cold", "noise"]
kind    = { column = "{each}", values = { x = "torture" } }
methods = { text = "by {each}" }
"""


def test_a_ticked_column_is_a_source_and_a_text_may_say_what_each_stands_for(tmp_path: Path) -> None:
    header = "name,cold,noise,Quay report,Second list\n"
    rows = "Orsolin Vade,x,,X,yes\nIlka Brennoy,,x,,no\nTeodar Vinsk,,,,perhaps\nMirene Solk,,,+,Да\n"
    load = loaded(tmp_path, header + rows, TICKS)
    assert {claim.value for claim in load.claims.values() if claim.property == "methods"} == {"by cold", "by noise"}
    keys = {mention.id: mention.key for mention in load.mentions.values() if mention.what == "Source"}
    cited = {
        name: {keys[claim.cites] for claim in load.claims.values() if claim.value == name}
        for name in ("Orsolin Vade", "Ilka Brennoy", "Teodar Vinsk", "Mirene Solk")
    }
    assert cited == {
        "Orsolin Vade": {"Quay report", "list-2"},
        "Ilka Brennoy": {None},  # the sheet itself
        "Teodar Vinsk": {None},
        "Mirene Solk": {"Quay report", "list-2"},
    }
    assert [(issue.row, issue.column) for issue in load.issues if issue.what == NO_TICK] == [(4, "Second list")]


WRONG = {
    'name  = { column = "{each}" }': "line 11: [thing.person].name.column: {each} stands here, and the part has no each",
    'label = "Person"\naliases = { text = "{each}" }\n': "line 11: [thing.person].aliases.text: {each} stands here",
    'keys   = { "Third" = "x" }': "[citations].keys.Third: ticked does not name the column 'Third'",
    'kind    = { text = "{each}" }': "'cold' is none of arrest",
}


@pytest.mark.parametrize("line", WRONG)
def test_what_they_may_not_say(line: str) -> None:
    begins = line.splitlines()[0].split(" ", 1)[0]
    lines = [line if one.split(" ", 1)[0] == begins else one for one in TICKS.splitlines()]
    with pytest.raises(MappingError) as refused:
        parse("\n".join(lines), "own.toml")
    assert WRONG[line] in str(refused.value)


def test_ticks_without_columns_that_are_ticked_are_a_fault() -> None:
    mapping = TICKS.replace('ticked = ["Quay report", "Second list"]', 'ticks = ["x"]').replace("keys   = {", "# {")
    with pytest.raises(MappingError, match="ticks go with ticked, the columns that are a source each"):
        parse(mapping, "own.toml")


HELD = """
name  = "held"
title = "An invented list"
recognised_by = ["name", "a", "b"]
[thing.person]
label = "Person"
name  = "name"
[thing.place]
label = "Station"
name  = { text = "Dom Kastel" }
key   = { space = "file", columns = ["name"] }
[link.held]
type     = "HELD_AT"
begin    = "person"
end      = "place"
rests_on = "name"
when     = { any_of = [{ column = "a", is = ["x"] }, { column = "b", matches = "^held" }] }
"""


@pytest.mark.parametrize(
    ("a", "b", "protected"), [("x", "", True), ("", "", True), ("no", "free", False), ("no", "unknown", True)]
)
def test_whoever_may_be_protected_by_a_condition_that_nobody_can_read_is(a: str, b: str, protected: bool, tmp_path: Path) -> None:
    load = loaded(tmp_path, f"name,a,b\nIlka Brennoy,{a},{b}\n", HELD)
    held = "HELD_AT" in load.counts()
    assert held == (a == "x")
    assert held or protected == any(claim.property == PROTECTED for claim in load.claims.values())
