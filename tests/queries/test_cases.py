"""Every saved query against the file beside it, on every engine."""

from __future__ import annotations

import pytest

from queries.catalogue import Catalogue
from tests.queries.cases import Case, all_cases, cases
from tests.queries.comparison import agree
from tests.queries.conftest import Published

LIBRARY = Catalogue.of()
BY_LIMITS = {"impunity/reprisals"}
"""Before and after is all they grade: limits show it, no core is needed, so nothing can be assumed."""


@pytest.mark.parametrize("case", [case for case in all_cases() if not case.apart], ids=lambda case: f"{case.query}: {case.title}")
def test_the_answer_is_exactly_what_the_file_expects(case: Case, published: Published) -> None:
    answer = case.ask(LIBRARY.get(case.query), published.engine, published.marker)

    agree(case.rows(answer), case.expected)


@pytest.mark.parametrize("name", LIBRARY.names)
def test_a_file_has_two_cases_a_near_miss_and_where_time_matters_every_grade(name: str) -> None:
    found = cases(name)
    grades = {row.get("certainty") for case in found for row in case.body["expect"]}

    assert len(found) >= 2
    assert any(case.silent for case in found), "no case in which something given must not appear"
    if any(column.name == "certainty" for column in LIBRARY.get(name).columns):
        assert grades >= {"certain", "possible"} | ({"assumed"} if name not in BY_LIMITS else set())


@pytest.mark.parametrize("name", LIBRARY.names)
def test_a_plan_starts_from_an_index_where_an_id_is_given(name: str, published: Published) -> None:
    saved = LIBRARY.get(name)
    if not any(parameter.type in ("id", "ids") for parameter in saved.parameters):
        return
    plan = published.engine.explain(saved.cypher, {wanted: None for p in saved.parameters for wanted in p.in_query})

    if plan is not None:  # ArcadeDB, served read-only, cannot say
        assert any("IndexSeek" in operator for operator in plan), plan
        assert not any("AllNodesScan" in operator or "NodeByLabelScan" in operator for operator in plan), plan
