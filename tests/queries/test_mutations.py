"""A query about time that is made wrong on purpose fails one of the cases beside it."""

from __future__ import annotations

import pytest

from queries.catalogue import Catalogue
from tests.queries.conftest import Published
from tests.queries.mutations import Mutant, mutants, noticed

LIBRARY = Catalogue.of()
MUTANTS = [mutant for name in LIBRARY.names for mutant in mutants(name, LIBRARY.library[name].read_text("utf-8"))]


@pytest.mark.parametrize("opened", ["embedded"], indirect=True)
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: f"{mutant.query}: {mutant.how}")
def test_a_wrong_query_is_noticed(mutant: Mutant, published: Published) -> None:
    assert noticed(mutant, published.engine, published.marker) is not None


@pytest.mark.parametrize("name", [name for name in LIBRARY.names if LIBRARY.get(name).has_column("certainty")])
def test_every_query_about_time_has_a_date_test_to_drop(name: str) -> None:
    assert {"the date test dropped", "<= for <"} <= {mutant.how for mutant in MUTANTS if mutant.query == name}
