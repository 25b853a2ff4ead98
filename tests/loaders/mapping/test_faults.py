"""All that is wrong with a mapping is told at once: each fault with its line, its place, and what is allowed there."""

from __future__ import annotations

import re

import pytest

from graph.errors import MappingError
from loaders.mapping import parse

GOOD = """\
name = "list"
title = "A list"
recognised_by = ["name", "unit", "from"]

[thing.person]
label = "Person"
name = "name"

[thing.unit]
label = "Unit"
name = "unit"

[link.posted]
type = "POSTED_TO"
begin = "person"
end = "unit"
rests_on = "unit"
span = { begin = "from" }
"""

WRONG = """\
name = "list"
titel = "A list"
recognised_by = ["name"]

[thing.person]
label = "Person"
nmae = "name"
sex = { column = "sex", values = { f = "femal" } }
born = { colum = "born" }
key = { space = "elsewhere", columns = [
  "name",
  7,
] }

[[thing.person.aliases]]
column = "other"
[[thing.person.aliases]]
column = "more"
basis = "rumour"

[link]
held = { type = "HELD_AT", begin = "persn", end = "unit", rests_on = "unit", denies = "yes" }
"""


def faults(text: str) -> list[str]:
    with pytest.raises(MappingError) as refused:
        parse(text, "list.toml")
    return str(refused.value).split("\n")


def changed(old: str, new: str) -> list[str]:
    assert old in GOOD
    return faults(GOOD.replace(old, new, 1))


def test_every_fault_at_once_each_on_its_line() -> None:
    told = faults(WRONG)
    lines = [(int(line[1]) if (line := re.match(r"list\.toml, line (\d+): ", fault)) else None) for fault in told]
    assert lines == [None, 2, 7, 8, 9, 10, 12, 19, 22, 22, 22]
    for fault, words in zip(
        told,
        [
            "title is required",
            "unknown key 'titel'; did you mean 'title'?",
            "[thing.person].nmae: Person has no property 'nmae'; did you mean 'name'? it may have name, aliases, born",
            "'femal' is none of female, male, other",
            "unknown key 'colum'; did you mean 'column'?",
            'space is "file" or one of',
            "[thing.person].key.columns: each of columns is a text",
            "basis is one of saw, heard_from, document, opinion, not_stated",
            "denies is true or false",
            "names [thing.persn], which is not there; did you mean 'person'?",
            "names [thing.unit], which is not there",
        ],
        strict=True,
    ):
        assert words in fault


def test_what_is_lacking_only_because_it_was_wrong_is_no_fault_of_its_own() -> None:
    assert len(changed('label = "Person"', 'label = "Prison"')) == 1


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('name = "unit"', 'kind = { text = "reel" }\nname = "unit"', "'reel' is none of real, unknown, unnamed"),
        ('rests_on = "unit"', 'rests_on = "unit"\nacting = "unit"', "values which words mean which"),
        ('rests_on = "unit"', 'rests_on = "unit"\nacting = { text = "yes" }', "'yes' is not true or false"),
        (
            'rests_on = "unit"',
            'rests_on = "unit"\nwhen = { column = "unit", is = "guard" }',
            '[link.posted].when.is: a list is needed: is = ["guard"]',
        ),
        (
            'recognised_by = ["name", "unit", "from"]',
            'recognised_by = "name"',
            'recognised_by: a list is needed: recognised_by = ["name"]',
        ),
        ('name = "unit"', 'name = "unit_{each}"', "the part has no each"),
        ('name = "unit"', 'kind = { text = "real" }', "no column says that a row has one"),
        ('name = "unit"', 'name = "unit"\nattached = "file"', "goes with the label Source"),
        ('name = "unit"', 'name = "unit"\nown_id = "id"', "own_id is held against the key"),
        ('name = "unit"', 'name = { column = "unit", source = "cited" }', "[citations]"),
        ('name = "unit"', 'name = { column = "unit", own_word = true }', "own_word does nothing without [citations]"),
        ('name = "unit"', 'name = { column = "unit", source = "cited", own_word = true }', "give one of them"),
        ('name = "unit"', 'name = { text = "Guards", split = ";" }', "split goes with a column"),
        ('name = "unit"', 'name = { column = "unit", otherwise = "real" }', "otherwise goes with values or matches"),
        ('label = "Unit"', 'label = "Claim"', "label is one of Person, Unit"),
        ('{ begin = "from" }', '{ on = { text = "03.04.2012" } }', "write it year first"),
        ('{ begin = "from" }', '{ first = "from", first_is_start = { text = "maybe" }, last_is_end = "x" }', "one of Y, N, E"),
        ('title = "A list"', 'title = "A list"\n[source]\nsha256 = "00"\n[x]', "unknown key 'sha256'"),
    ],
)
def test_rules_between_fields(old: str, new: str, says: str) -> None:
    assert any(says in fault for fault in changed(old, new))


@pytest.mark.parametrize("nothing", ['""', '" "'])
@pytest.mark.parametrize("cell", ["values = {{ x = {} }}", "matches = {{ x = {} }}", "values = {{ y = 'z' }}, otherwise = {}"])
def test_no_word_means_nothing(cell: str, nothing: str) -> None:
    """A claim with an empty value would assert nothing of somebody, on a source's word."""
    (told,) = changed('name = "unit"', f'name = {{ column = "unit", {cell.format(nothing)} }}')
    assert "line 11" in told and "a claim needs a value" in told


def test_the_good_one_is_good() -> None:
    mapping = parse(GOOD, "list.toml")
    assert mapping.columns() == {"name", "unit", "from"} and mapping.date_columns() == {"from"}
