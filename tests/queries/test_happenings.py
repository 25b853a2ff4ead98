"""The queries about who was there and what was done, against plain Python, on hundreds of small worlds."""

from __future__ import annotations

from collections import Counter

import pytest

from queries.catalogue import Catalogue
from queries.run import run
from tests.queries.comparison import differences, plain, without_counted
from tests.queries.conftest import HAPPENINGS, Published
from tests.queries.happenings_oracle import HappeningsOracle
from tests.queries.rule import Row

LIBRARY = Catalogue.of()
QUERIES = sorted({question.query for small in HAPPENINGS for question in small.questions})


@pytest.mark.parametrize("name", QUERIES)
def test_an_engine_answers_as_the_oracle_does(name: str, published: Published) -> None:
    saved = LIBRARY.get(name)
    wrong = []
    for small in HAPPENINGS:
        oracle = HappeningsOracle(small.projection)
        for question in small.questions:
            if question.query == name:
                answer = run(saved, published.engine, question.parameters, marker=published.marker, within=None)
                expected = getattr(oracle, name.split("/")[1])(*question.told)
                rows = without_counted(
                    [plain(row) for row in answer.records()], expected, (*small.projection.nodes, *small.projection.links)
                )
                found = differences(rows, expected)
                wrong += [f"{question.parameters}: {difference}" for difference in found]

    assert wrong == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every way to be placed, every grade and what else a row may hold occur, or agreement would mean little."""
    seen: Counter[tuple[str, object]] = Counter()
    for small in HAPPENINGS:
        oracle = HappeningsOracle(small.projection)
        for question in small.questions:
            rows: list[Row] = getattr(oracle, question.query.split("/")[1])(*question.told)
            for row in rows:
                seen[row.get("placed", "alike"), row["certainty"]] += 1
                seen.update((column, bool(row[column])) for column in row)
                seen["many stations", row.get("stations", 0) > 1] += 1

    ways = ("recognised", "seen", "alleged", "alike")
    assert all(seen[way, grade] >= 10 for way in ways for grade in ("certain", "assumed", "possible")), seen
    assert seen["posted", "possible"] >= 10 and not seen["posted", "certain"] and not seen["posted", "assumed"]
    varied = (
        "denied_there",
        "elsewhere",
        "event_elsewhere",
        "also_held",
        "covers",
        "post",
        "station",
        "other",
        "alleged",
        "based",
        "victims",
        "many stations",
    )
    assert all(seen[column, found] >= 10 for column in varied for found in (True, False)), seen
