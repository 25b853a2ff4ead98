"""The query that a newcomer writes first, as the docs show it: it finds, and the rule grades it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import canonical
from graph.projection import Hashes, Projection
from queries import saved
from tests.claims import as_projected
from tests.queries.cases import Case, cases
from tests.queries.comparison import agree
from tests.queries.conftest import Published
from tests.world import together

NAME = "newcomer/deputies"
FILE = Path(__file__).parent / f"{NAME}.cypher"
MOST_LINES = 15
CASES = cases(NAME)


@pytest.fixture(scope="module")
def worlds() -> Projection:
    """What `published` publishes for this module."""
    return as_projected(together(case.projection for case in CASES))


@pytest.fixture(scope="module")
def expected(worlds: Projection) -> Hashes:
    """By which it is known again."""
    return canonical.hashes(worlds.nodes, worlds.links)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_it_answers_as_its_file_expects(case: Case, published: Published) -> None:
    query = saved.parse(FILE.read_bytes(), NAME)
    agree(case.rows(case.ask(query, published.engine, published.marker)), case.expected)


def test_it_is_short() -> None:
    """It finds; every word of the rule of time stands elsewhere."""
    body = FILE.read_text("utf-8").rpartition("// ///")[2]
    lines = [line for line in body.splitlines() if line.strip() and not line.strip().startswith("//")]
    assert len(lines) <= MOST_LINES
    assert "certain" not in body
    assert "cited" not in body
