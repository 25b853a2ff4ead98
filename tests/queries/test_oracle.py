"""Two engines that agree prove nothing: every graph-shaped query against plain Python, on hundreds of small worlds."""

from __future__ import annotations

from collections import Counter

import pytest

from queries.catalogue import Catalogue
from queries.run import run
from tests.queries.comparison import differences, plain
from tests.queries.conftest import SMALL_WORLDS, Published
from tests.queries.oracle import Oracle

LIBRARY = Catalogue.of()
QUERIES = sorted({question.query for small in SMALL_WORLDS for question in small.questions})


@pytest.mark.parametrize("name", QUERIES)
def test_an_engine_answers_as_the_oracle_does(name: str, published: Published) -> None:
    saved = LIBRARY.get(name)
    wrong = []
    for small in SMALL_WORLDS:
        oracle = Oracle(small.projection)
        for question in small.questions:
            if question.query == name:
                answer = run(saved, published.engine, question.parameters, marker=published.marker, within=None)
                expected = getattr(oracle, name.split("/")[1])(question.about, question.asked)
                found = differences([plain(row) for row in answer.records()], expected)
                wrong += [f"{question.parameters}: {difference}" for difference in found]

    assert wrong == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade, every end of a chain and rows beyond a handful occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for small in SMALL_WORLDS:
        oracle = Oracle(small.projection)
        for question in small.questions:
            for row in getattr(oracle, question.query.split("/")[1])(question.about, question.asked):
                seen[question.query, row["certainty"]] += 1
                seen["end", row.get("end", "-")] += 1

    assert all(seen[name, grade] >= 10 for name in QUERIES for grade in ("certain", "assumed", "possible"))
    assert all(seen["end", end] >= 10 for end in (None, "fork", "cycle", "gap", "cut", "other", "top"))
