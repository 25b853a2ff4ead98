"""An engine that makes one of the two known errors of ArcadeDB is found by asking the same in other words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain

import pytest

from queries.run import prepared
from tests.promises import Promise
from tests.queries.conftest import HAPPENINGS, Published
from tests.queries.known_errors import KNOWN, falling
from tests.queries.rewrites import rewrites
from tests.queries.test_rewrites import LIBRARY, Ask, Question, of_cases, rows_of, unlike
from tests.queries.world_count import world_count

FEW = 4
"""Queries that are tried with each error, unless all are asked for."""
DAY, LATER = datetime(2014, 1, 1), datetime(2014, 1, 15)
ONE_LATER = "UNWIND [localdatetime('2014-01-01T00:00:00'), $from] AS at RETURN max(at) AS last"


def erring(error: str, published: Published) -> Ask:
    """The engine, with this error."""
    right, instead = rows_of(published), KNOWN[error][0]
    return lambda cypher, bound: right(instead(cypher), bound)


def of_stations(name: str) -> Iterator[Question]:
    """Where a query asks about a station: those of small worlds, in a period that cuts what happened."""
    saved = LIBRARY.get(name)
    if {"station", "from"} <= {option for parameter in saved.parameters for option in parameter.options}:
        for station in (node.id for world in HAPPENINGS for node in world.projection.nodes if node.label == "Station"):
            yield station, prepared(saved, {"station": station, "from": LATER - timedelta(days=10)}, {})[1]


@pytest.mark.parametrize("error", KNOWN)
def test_no_saved_query_falls_into_a_known_error_in_any_words(error: str) -> None:
    instead = KNOWN[error][0]
    saved = [LIBRARY.get(name).cypher for name in LIBRARY.names]
    texts = [text for cypher in saved for text in (cypher, *rewrites(cypher).values())]
    assert [text for text in texts if instead(text) != text] == []


@pytest.mark.engine
@pytest.mark.trust("other words that mean the same have the same answer")
@pytest.mark.parametrize(("error", "name"), [(error, name) for error in KNOWN for name in falling(error)[: world_count(FEW)]])
def test_control_an_engine_with_a_known_error_is_found(error: str, name: str, published: Published, promise: Promise) -> None:
    text = KNOWN[error][1](LIBRARY.get(name).cypher)
    found = any(unlike(text, chain(of_cases(name), of_stations(name)), erring(error, published)))
    promise.control(1, found)
    assert found


@pytest.mark.engine
def test_the_errors_are_those_of_the_engine(published: Published) -> None:
    """Where this fails on ArcadeDB, it errs no longer, or otherwise: then say so here and in `graph.engine.conformance`."""
    if not published.engine.version().startswith("ArcadeDB"):
        assert rows_of(published)(ONE_LATER, {"from": LATER}) == [repr((LATER,))]
        return
    (condition, unwary), (first, _) = KNOWN.values()
    ask = rows_of(published)
    assert ask(ONE_LATER, {"from": LATER}) == ask(first(ONE_LATER), {"from": LATER}) == [repr((DAY,))]
    for name in falling(next(iter(KNOWN)))[: world_count(FEW)]:
        text = unwary(LIBRARY.get(name).cypher)
        for title, bound in of_cases(name, 1):
            assert sorted(ask(text, bound)) == sorted(ask(condition(text), bound)), f"{name}: {title}"
