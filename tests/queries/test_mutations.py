"""A query about time that is made wrong on purpose fails one of the cases beside it."""

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


@pytest.mark.parametrize("name", [name for name in LIBRARY.names if LIBRARY.get(name).has_column("certainty")])
def test_every_query_about_time_has_a_date_test_to_drop(name: str) -> None:
    assert {"the date test dropped", "no core is asked for"} & {mutant.how for mutant in MUTANTS if mutant.query == name}
