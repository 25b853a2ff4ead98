"""A mapping says where its compiler keeps two keys apart, and the journal keeps that it said so."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.decided.entry import Kind
from graph.errors import MappingError
from graph.kept.case import Case
from loaders.load.load import enter, harvest, prepare
from loaders.mapping import parse

HEAD = 'name = "list"\ntitle = "A list"\nrecognised_by = ["name", "number"]\n'
NUMBERED = HEAD + (
    '[key_space."guild/number"]\nreason = "the guild numbers its members"\ndistinct = true\n'
    '[thing.member]\nlabel = "Person"\nname = "name"\nkey = { space = "guild/number", columns = ["number"] }\n'
)
OF_THE_FILE = HEAD + (
    '[thing.member]\nlabel = "Person"\nname = "name"\nkey = { space = "file", columns = ["number"], distinct = true }\n'
    '[thing.house]\nlabel = "Station"\nname = "name"\nkey = { space = "file", columns = ["name"] }\n'
)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case.create(tmp_path / "case", title="Guild", zone="Europe/Lisbon")


def body_of(case: Case, mapping: str, folder: Path) -> list[list[str]]:
    sheet = folder / "list.csv"
    sheet.write_text("name,number\nOrsolin Vade,7\nOrsolin Vade,8\n", "utf-8")
    load = prepare(sheet, lambda reading, file: parse(mapping, "list.toml"))
    with case.writing(), case.journal.appending() as journal:
        harvest(load, case)
        enter(case, journal, load)
    (entry,) = case.journal.entries(Kind.LOAD)
    return list(entry.body["distinct"])


def test_a_named_key_space_that_is_distinct_stands_in_the_journal(case: Case, tmp_path: Path) -> None:
    assert body_of(case, NUMBERED, tmp_path) == [["Person", "guild/number"]]


def test_a_key_space_that_does_not_say_so_is_none(case: Case, tmp_path: Path) -> None:
    assert body_of(case, NUMBERED.replace("distinct = true", ""), tmp_path) == []


def test_of_a_files_own_keys_only_those_that_say_so_under_the_name_their_mentions_give(case: Case, tmp_path: Path) -> None:
    ((label, space),) = body_of(case, OF_THE_FILE, tmp_path)
    (entry,) = case.journal.entries(Kind.LOAD)
    assert label == "Person"
    assert space in {mention.space for mention in case.journal.mentions(entry.sequence)}


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (NUMBERED.replace("distinct = true", 'distinct = "yes"'), "distinct is true or false"),
        (NUMBERED.replace('columns = ["number"] }', 'columns = ["number"], distinct = true }'), "to a named key space"),
        (NUMBERED.replace("distinct = true", 'unique = "yes"'), "unknown key 'unique'"),
    ],
    ids=["no flag", "written at the key", "another word"],
)
def test_a_wrong_declaration_is_refused(wrong: str, says: str) -> None:
    with pytest.raises(MappingError, match=says):
        parse(wrong, "list.toml")
