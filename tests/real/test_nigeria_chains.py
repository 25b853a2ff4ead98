"""`command/chain_up` against the plain walk over the sheets: every unit with a superior by command, on every day worth asking.

Asked of the things and links alone (`without_evidence`): the query is the same file, and its rows are the same, as a sample
on the whole graph shows.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import cast

import pytest

from graph.answer import Answer, NodeValue, PathValue
from tests.real.loaded import Loaded, Served
from tests.real.nigeria_time import UNKNOWN_FROM, UNKNOWN_TO, Range
from tests.real.nigeria_walk import Row, Walk

Question = tuple[str, date]
EVERYTHING = "LINKAGE_TEST_ALL"
"""Set to anything, the whole graph with all its evidence is asked every question too: five minutes."""
SAMPLE = 280


@pytest.fixture(scope="module")
def expected(walk: Walk) -> dict[Question, list[Row]]:
    units = walk.units_with_command_superior()
    return {(unit, on): walk.chain_up(unit, on) for unit in units for on in walk.probe_days(unit)}


def rows(answer: Answer, keys: Mapping[str, str]) -> Counter[Row]:
    """An answer in the words of the walk."""
    found: Counter[Row] = Counter()
    for record in answer.records():
        commander = cast("NodeValue | None", record["commander"])
        found[
            Row(
                chain=tuple(keys[node.id] for node in cast("PathValue", record["chain"]).nodes),
                level=cast("int", record["level"]),
                commander=None if commander is None else keys[commander.id],
                end=cast("str | None", record["end"]),
                since=cast("datetime", record["since"]),
                until=cast("datetime", record["until"]),
                covers=cast("bool", record["covers"]),
                certainty=cast("str | None", record["certainty"]),
                gap_days=cast("int | None", record["gap_days"]),
            )
        ] += 1
    return found


def differing(
    nigeria: Loaded, served: Served, expected: Mapping[Question, list[Row]], asked: Iterable[Question]
) -> tuple[list[Question], Counter[str | None]]:
    """The questions that are answered otherwise, and how many rows of each certainty were found."""
    keys, ids = nigeria.keys, nigeria.ids("Unit")
    wrong, grades = [], Counter[str | None]()
    for unit, on in asked:
        found = rows(served.ask("command/chain_up", {"unit": ids[unit], "on": on}), keys)
        if found != Counter(expected[unit, on]):
            wrong.append((unit, on))
        for row, times in found.items():
            grades[row.certainty] += times
    return wrong, grades


def absent(walk: Walk, asked: Iterable[Question], expected: Mapping[Question, list[Row]]) -> int:
    """Chains with a holder of command (or none) that stood at some time, and must not come on the day."""
    always = Range(UNKNOWN_FROM, UNKNOWN_TO)
    ever: dict[str, Counter[tuple[tuple[str, ...], str | None]]] = {}
    missing = 0
    for unit, on in asked:
        if unit not in ever:
            ever[unit] = Counter(
                (path.units, link.source)
                for path in walk.paths(unit, always)
                for link in walk.postings
                if link.target == path.units[-1] and link.what[0] in ("Commander", "Acting Commander")
            )
        there = Counter((row.chain, row.commander) for row in expected[unit, on])
        missing += sum((ever[unit] - there).values())
    return missing


def test_every_question_is_answered_as_the_walk_answers_it(
    nigeria: Loaded, nigeria_without_evidence: Served, walk: Walk, expected: dict[Question, list[Row]]
) -> None:
    wrong, grades = differing(nigeria, nigeria_without_evidence, expected, expected)
    not_there = absent(walk, expected, expected)
    print(f"{len(expected):,} questions, {grades.total():,} rows: {dict(grades)}; absent {not_there:,}")
    assert wrong == []
    assert len(expected) == 3888
    assert grades == {"possible": 49318, "assumed": 1800, "certain": 751, None: 2984}
    assert min(*grades.values(), not_there) >= 50


def test_the_whole_graph_answers_the_same(
    nigeria: Loaded, nigeria_served: Served, walk: Walk, expected: dict[Question, list[Row]]
) -> None:
    """A seeded sample with at least fifty rows of each kind, or with LINKAGE_TEST_ALL every question."""
    asked = sorted(expected) if os.environ.get(EVERYTHING) else random.Random(1990).sample(sorted(expected), SAMPLE)
    wrong, grades = differing(nigeria, nigeria_served, expected, asked)
    not_there = absent(walk, asked, expected)
    print(f"{len(asked):,} questions, {grades.total():,} rows: {dict(grades)}; absent {not_there:,}")
    assert wrong == []
    assert {"certain", "assumed", "possible", None} == set(grades)
    assert min(*grades.values(), not_there) >= 50


def test_the_longest_chain(nigeria: Loaded, nigeria_without_evidence: Served, expected: dict[Question, list[Row]]) -> None:
    """Eight units, by `command` links alone."""
    longest = max(expected, key=lambda question: (max(row.level for row in expected[question]), question))
    unit, on = longest
    answer = nigeria_without_evidence.ask("command/chain_up", {"unit": nigeria.ids("Unit")[unit], "on": on})
    assert max(cast("int", level) for level in (record["level"] for record in answer.records())) == 7
