"""What editors complete and check by is what is parsed."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import loaders
from loaders.mapping import editor, parse
from loaders.mapping.known import SHIPPED
from tests.loaders.mapping.test_faults import GOOD, WRONG

FILE = Path(loaders.__path__[0]).parent / ".github" / "docs" / "mapping.schema.json"
CHECK = jsonschema.Draft7Validator(editor.json_schema())


def wrong(text: str) -> list[list[Any]]:
    return [list(error.path) for error in CHECK.iter_errors(tomllib.loads(text))]


def test_the_file_is_the_one_that_is_made() -> None:
    """`uv run python -m tests.docs.mapping` writes it anew."""
    assert FILE.read_text("utf-8") == editor.text()


def test_it_is_a_json_schema() -> None:
    jsonschema.Draft7Validator.check_schema(editor.json_schema())


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.toml")), ids=lambda path: path.stem)
def test_mappings_that_are_parsed_are_valid(path: Path) -> None:
    text = path.read_text("utf-8")
    parse(text, path.name)
    assert wrong(text) == []


def test_what_is_wrong_is_marked_where_it_stands() -> None:
    assert wrong(GOOD) == []
    person = ["thing", "person"]
    person = ["thing", "person"]
    for at in (person, [*person, "born"], ["link", "held", "denies"], [*person, "key", "columns", 1]):
        assert any(found == at or at[: len(found)] == found != [] for found in wrong(WRONG)), at


def test_a_property_of_another_kind_is_marked() -> None:
    assert wrong(GOOD.replace('label = "Unit"', 'label = "Unit"\nborn = "name"')) == [["thing", "unit"]]
    assert wrong(GOOD.replace('rests_on = "unit"', 'rests_on = "unit"\nrelation = "name"')) == [["link", "posted"]]


@pytest.mark.parametrize(
    ("split", "right"),
    [
        ('";"', True),
        ('[";", ","]', True),
        ('{ by = ";" }', True),
        ("{ matches = ';' }", True),
        ("3", False),
        ("{ at = ';' }", False),
    ],
)
def test_what_stands_between_several_has_a_short_form(split: str, right: bool) -> None:
    for text in ('label = "Person"\nsplit = {}', 'label = "Person"\naliases = {{ column = "also", split = {} }}'):
        assert (wrong(GOOD.replace('label = "Person"', text.format(split))) == []) is right


def test_every_key_says_what_it_means() -> None:
    whole = editor.json_schema()
    tables = [whole, *whole["definitions"].values()]
    for table in tables:
        for name, key in table.get("properties", {}).items():
            assert key.get("description"), name
