"""The page on saved queries says what happens: its tables come from the declarations, its examples are run."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from queries import columns, parameters
from queries.declaration import content, grading, nearest, pairs
from queries.declaration.columns import KEYS, UNSHOWN
from tests.demo.made import Made
from tests.docs import queries
from tests.docs.blocks import fences, renewed
from tests.docs.republic import copied

PAGE = queries.PAGE.read_text("utf-8")


@pytest.fixture(scope="module")
def case(demo: Made) -> Iterator[Path]:
    with copied(demo.folder / "case") as copy:
        yield copy


def test_the_page_is_the_one_that_is_made(case: Path) -> None:
    """`uv run python -m tests.docs.queries` makes it anew."""
    assert renewed(PAGE, queries.makers(case)) == PAGE


@pytest.mark.parametrize(
    ("module", "known"),
    [
        ("grading", grading.LISTS | grading.TEXTS | {grading.SUREST}),
        ("nearest", nearest.KEYS),
        ("pairs", pairs.KEYS),
    ],
)
def test_every_key_that_is_read_is_explained_and_no_other(module: str, known: frozenset[str]) -> None:
    assert {key for key, _, _ in queries.declared(module)} == known


def test_every_key_of_a_column_has_an_example() -> None:
    examples = " ".join(example for _, example, _ in queries.declared("columns"))
    assert all(re.search(rf"\b{key} = ", examples) for key in KEYS)


def test_every_key_of_the_head_and_every_type_is_named() -> None:
    listed = re.findall(r"^\| `\[?(\w+)(?:\.NAME)?\]?` \| ", PAGE.split("## Parameters")[0], re.MULTILINE)
    assert set(listed) == content.KEYS
    assert all(f"`{type_}`" in PAGE for type_ in (*parameters.TYPES, *columns.TYPES, *UNSHOWN))


def test_its_examples_of_heads_are_toml() -> None:
    assert all(tomllib.loads(text) for text in fences(PAGE, "toml"))
