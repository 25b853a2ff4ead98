"""Every saved query in at least five other words: each engine answers them as it answers the query itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

import pytest

from queries.catalogue import Catalogue
from queries.run import MOST_ROWS, prepared
from tests.queries.cases import cases
from tests.queries.conftest import Published
from tests.queries.rewrites import IN_PARTS, rewrites, rows_alike
from tests.queries.world_count import world_count

LIBRARY = Catalogue.of()
Ask: TypeAlias = Callable[[str, dict[str, object]], list[str]]
Question: TypeAlias = tuple[str, dict[str, object]]
"""What it is about, and the parameters as an engine gets them."""
LEAST = 5
FEW = 1
"""Cases of each query, unless all are asked for: `LINKAGE_TEST_ALL`."""


def of_cases(name: str, most: int | None = None) -> Iterator[Question]:
    """What the cases of a query ask."""
    saved = LIBRARY.get(name)
    for case in cases(name)[:most]:
        _, bound = prepared(saved, case.parameters(saved), case.waiting)
        yield case.title, bound


def unlike(cypher: str, questions: Iterable[Question], ask: Ask) -> Iterator[str]:
    """In which words, and to which question, it is answered otherwise."""
    asked = 0
    for title, bound in questions:
        wanted = ask(cypher, bound)
        asked += bool(wanted)
        yield from (f"{how}: {title}" for how in otherwise(cypher, bound, wanted, ask))
    assert asked, "no question has an answer"


def otherwise(cypher: str, bound: dict[str, object], wanted: list[str], ask: Ask) -> Iterator[str]:
    """In which words other rows come than those wanted."""
    for how, text in rewrites(cypher).items():
        rows = ask(text, bound)
        if (sorted(rows) != sorted(wanted)) if how == IN_PARTS else rows != wanted:
            yield how


def rows_of(published: Published) -> Ask:
    """What an engine answers."""

    def ask(cypher: str, bound: dict[str, object]) -> list[str]:
        return rows_alike(published.engine.ask(cypher, bound, seconds=30, rows=MOST_ROWS).rows)

    return ask


@pytest.mark.parametrize("name", LIBRARY.names)
def test_each_has_enough_other_words(name: str) -> None:
    assert len(rewrites(LIBRARY.get(name).cypher)) >= LEAST


@pytest.mark.engine
@pytest.mark.parametrize("name", LIBRARY.names)
def test_other_words_have_the_same_answer(name: str, published: Published) -> None:
    questions = of_cases(name, world_count(FEW))
    assert list(unlike(LIBRARY.get(name).cypher, questions, rows_of(published))) == []


def test_an_engine_that_errs_in_one_of_them_is_found() -> None:
    def errs_where_a_link_is_turned(cypher: str, bound: dict[str, object]) -> list[str]:
        return [repr(cypher.count("<-["))]

    def errs_in_not(cypher: str, bound: dict[str, object]) -> list[str]:
        return [] if "NOT (NOT" in cypher else [repr(bound)]

    turned = [name for name in LIBRARY.names if "patterns turned" in rewrites(LIBRARY.get(name).cypher)]
    assert len(turned) > len(LIBRARY.names) / 2
    for names, errs in ((turned, errs_where_a_link_is_turned), (LIBRARY.names, errs_in_not)):
        assert all(any(unlike(LIBRARY.get(name).cypher, of_cases(name, FEW), errs)) for name in names)
