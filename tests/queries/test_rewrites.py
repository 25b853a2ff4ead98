"""Every saved query in at least five other words: each engine answers them as it answers the query itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from queries.catalogue import Catalogue
from queries.run import MOST_ROWS, prepared
from tests.queries.cases import cases
from tests.queries.conftest import Published
from tests.queries.rewrites import rewrites, rows_alike
from tests.queries.world_count import world_count

LIBRARY = Catalogue.of()
LEAST = 5
FEW = 2
"""Cases of each query, unless all are asked for: `LINKAGE_TEST_ALL`."""


def unlike(name: str, ask: Callable[[str, dict[str, object]], list[str]]) -> list[str]:
    """In which words, and for which case, it is answered otherwise."""
    saved = LIBRARY.get(name)
    found, asked = [], 0
    for case in cases(name)[: world_count(FEW)]:
        _, bound = prepared(saved, case.parameters(saved), case.waiting)
        wanted = ask(saved.cypher, bound)
        asked += bool(wanted)
        found += [f"{how}: {case.title}" for how, text in rewrites(saved.cypher) if ask(text, bound) != wanted]
    assert asked, "no case has an answer"
    return found


@pytest.mark.parametrize("name", LIBRARY.names)
def test_each_has_enough_other_words(name: str) -> None:
    assert len(dict(rewrites(LIBRARY.get(name).cypher))) >= LEAST


@pytest.mark.engine
@pytest.mark.parametrize("name", LIBRARY.names)
def test_other_words_have_the_same_answer(name: str, published: Published) -> None:
    def ask(cypher: str, bound: dict[str, object]) -> list[str]:
        return rows_alike(published.engine.ask(cypher, bound, seconds=30, rows=MOST_ROWS).rows)

    assert unlike(name, ask) == []


def test_an_engine_that_errs_in_one_of_them_is_found() -> None:
    def errs_where_a_link_is_turned(cypher: str, bound: dict[str, object]) -> list[str]:
        return [repr(cypher.count("<-["))]

    def errs_in_not(cypher: str, bound: dict[str, object]) -> list[str]:
        return [] if "NOT (NOT" in cypher else [repr(bound)]

    turned = [name for name in LIBRARY.names if "patterns turned" in dict(rewrites(LIBRARY.get(name).cypher))]
    assert len(turned) > len(LIBRARY.names) / 2
    assert all(unlike(name, errs_where_a_link_is_turned) for name in turned)
    assert all(unlike(name, errs_in_not) for name in LIBRARY.names)
