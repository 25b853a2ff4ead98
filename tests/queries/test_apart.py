"""Questions about everything that count: each case has a graph of its own. Named to run before all worlds are published."""

from __future__ import annotations

import pytest

from graph.engine import Engine
from queries.catalogue import Catalogue
from tests.claims import as_projected
from tests.neo4j import server
from tests.queries.cases import Case, all_cases
from tests.queries.comparison import agree

LIBRARY = Catalogue.of()


@pytest.mark.parametrize("case", [case for case in all_cases() if case.apart], ids=lambda case: f"{case.query}: {case.title}")
def test_the_answer_is_exactly_what_the_file_expects(case: Case, opened: tuple[Engine, str]) -> None:
    engine, setting = opened
    if setting != "embedded":
        server.empty(setting)
    marker = engine.publish(as_projected(case.projection))

    answer = case.ask(LIBRARY.get(case.query), engine, marker)

    agree(case.rows(answer), case.expected)
