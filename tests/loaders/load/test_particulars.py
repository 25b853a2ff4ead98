"""Who somebody is, beside the name: numbers, a birth by an age, a death, parents. What a cell does not hold is never guessed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.errors import MappingError
from loaders.load.load import Load
from loaders.mapping import parse
from tests.loaders.load.sheet import loaded

MAPPING = r"""
name  = "people"
title = "An invented list"
dates = "day-first"
recognised_by = ["name", "papers"]
[thing.person]
label = "Person"
name  = { column = "name", extract = '^([^(]+)' }
born  = [{ column = "age", age_on = "seen" }, { column = "born", extract = '(\d\d\.\d\d\.\d{4})' }]
died  = "died"
birthplace = "from"
nationality = { column = "citizen of", split = ["/", ","] }
father = "father"
mother = "mother"
identifiers = [{ column = "papers", extract = '№ *(\w+)', space = "passport" }, { column = "token", space = "token" }]
"""
HEADER = "name,born,age,seen,died,from,citizen of,father,mother,papers,token\n"


def said(load: Load) -> dict[tuple[str, str], str]:
    """What is told of persons: property and value, with the cell as it stands."""
    persons = {mention.id for mention in load.mentions.values() if mention.what == "Person"}
    return {(c.property, str(c.value)): c.original for c in load.claims.values() if c.about in persons}


def odd(load: Load) -> Counter[tuple[str | None, str]]:
    return Counter((issue.column, issue.what) for issue in load.issues)


def test_a_full_row(tmp_path: Path) -> None:
    row = (
        "Orsolin Vade (the elder),b. 12.03.1958 in Kastel,,,2019,Kastel,Velidar/Ostmark,Tarn Vade,unknown,passport № MP123,77-A\n"
    )
    load = loaded(tmp_path, HEADER + row, MAPPING)
    assert said(load) == {
        ("name", "Orsolin Vade"): "Orsolin Vade (the elder)",
        ("born", "1958-03-12"): "b. 12.03.1958 in Kastel",
        ("died", "2019"): "2019",
        ("birthplace", "Kastel"): "Kastel",
        ("nationality", "Velidar"): "Velidar/Ostmark",
        ("nationality", "Ostmark"): "Velidar/Ostmark",
        ("father", "Tarn Vade"): "Tarn Vade",
        ("identifiers", "passport: MP123"): "passport № MP123",
        ("identifiers", "token: 77-A"): "77-A",
    }
    assert odd(load) == {("mother", "read as not known: it is no name"): 1}


def test_a_cell_in_which_the_pattern_is_not_found_is_odd_by_its_shape(tmp_path: Path) -> None:
    load = loaded(tmp_path, HEADER + "Ilka Brennoy,in spring,,,,,,,,lost,\n", MAPPING)
    assert set(said(load)) == {("name", "Ilka Brennoy")}
    assert odd(load) == {
        ("born", "the mapping's extract finds nothing to take out (aa aaaaaa)"): 1,
        ("papers", "the mapping's extract finds nothing to take out (aaaa)"): 1,
    }


AGES = {
    ("34", "05.05.2019"): "1984-05-06 to 1985-05-05",
    ("34 года", "05.05.2019"): "1984-05-06 to 1985-05-05",
    ("30-35", "05.05.2019"): "1983-05-06 to 1989-05-05",
    ("about 40", "05.05.2019"): "1973-05-06 to 1984-05-05",
    ("ок. 40 лет", "05.05.2019"): "1973-05-06 to 1984-05-05",
    ("34", "2019"): "1984-01-02 to 1985-12-31",
    ("34", "29.02.2020"): "1985-03 to 1986-02",
    ("0", "05.05.2019"): "2018-05-06 to 2019-05-05",
    ("34", ""): "an age, and the row has no day on which it was so: seen",
    ("34", "after 2019"): "an age, and the row has no day on which it was so: seen",
    ("8 months", "05.05.2019"): "no age in whole years (9 aaaaaa)",
    ("35-30", "05.05.2019"): "no age in whole years (99-99)",
    ("1985", "05.05.2019"): "no age in whole years (9999)",
}


@pytest.mark.parametrize(("age", "day"), AGES)
def test_an_age_on_a_day_is_a_range_of_birth(age: str, day: str, tmp_path: Path) -> None:
    load = loaded(tmp_path, HEADER + f"Ilka Brennoy,,{age},{day},,,,,,,\n", MAPPING)
    stated = [value for name, value in said(load) if name == "born"] or [what for column, what in odd(load) if column == "age"]
    assert stated == [AGES[age, day]]


def test_an_age_where_no_day_is_mapped_is_not_read_and_asks_for_no_century(tmp_path: Path) -> None:
    mapping = MAPPING.replace(r""", extract = '(\d\d\.\d\d\.\d{4})'""", "")
    load = loaded(tmp_path, HEADER + "Ilka Brennoy,34 years,,,,,,,,,\n", mapping)
    assert [what for column, what in odd(load)] == [
        'no date: an age says nothing without the day on which it was so: give age_on = "COLUMN" beside column (99 aaaaa)'
    ]


WRONG = {
    'identifiers = "papers"': "line 15: [thing.person].identifiers: whose number it is, and of which kind, is not said",
    'father = { column = "father", space = "x" }': "line 13: [thing.person].father.space: space goes with identifiers",
    'died = { column = "died", age_on = "seen" }': "line 10: [thing.person].died.age_on: age_on goes with born",
    'mother = { text = "Ilse", extract = "(a)" }': "line 14: [thing.person].mother.extract: extract goes with a column",
    'identifiers = { column = "papers", space = "a: b" }': "[thing.person].identifiers.space: a space has no colon in its name",
}


@pytest.mark.parametrize("line", WRONG)
def test_what_a_mapping_may_not_say_of_them(line: str) -> None:
    name = line.split(" ", 1)[0]
    lines = [line if one.split(" ", 1)[0] == name else one for one in MAPPING.splitlines()]
    with pytest.raises(MappingError) as refused:
        parse("\n".join(lines), "own.toml")
    assert WRONG[line] in str(refused.value)
