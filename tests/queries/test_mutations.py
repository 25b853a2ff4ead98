"""A query about time that is made wrong on purpose is noticed by a case beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from queries.catalogue import Catalogue
from tests.queries.mutations import Mutant, Stages, mutants, noticed

LIBRARY = Catalogue.of()
MUTANTS = [mutant for name in LIBRARY.names for mutant in mutants(name, LIBRARY.library[name].read_text("utf-8"))]


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stages]:
    made = Stages(tmp_path_factory.mktemp("stages"))
    yield made
    made.close()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: f"{mutant.query}: {mutant.how}")
def test_a_wrong_query_is_noticed(mutant: Mutant, stages: Stages) -> None:
    assert noticed(mutant, stages) is not None


BY_LIMITS = {"impunity/reprisals", "impunity/events_after_notice"}
"""What came before what is told by limits alone, and the second asks the text of another query."""


@pytest.mark.parametrize("name", [n for n in LIBRARY.names if any(c.name == "certainty" for c in LIBRARY.get(n).columns)])
def test_every_query_about_time_has_a_date_test_to_drop(name: str) -> None:
    how = {mutant.how for mutant in MUTANTS if mutant.query == name}
    assert {"the date test dropped", "no core is asked for"} & how or name in BY_LIMITS
