"""Spark comes to what DuckDB comes to."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from loaders.resolve.persons import propose
from tests.bench.resolve.worlds import world
from tests.loaders.resolve.persons.people import asked, joined, nobody_apart

pytestmark = pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed (the extra spark brings it)")


# Spark's own Python leaves its sockets and streams to the collector.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
@pytest.mark.slow
def test_spark_proposes_what_duckdb_proposes(tmp_path: Path) -> None:
    from loaders.resolve.persons.spark import on, session

    records = world(120, seed=8_101).records
    fresh = {record.thing for record in records[:40]}

    here, here_fresh = (propose(records, kept_apart=nobody_apart, fresh=new) for new in (None, fresh))
    with session(tmp_path) as spark:
        there, there_fresh = (propose(records, kept_apart=nobody_apart, fresh=new, weigher=on(spark)) for new in (None, fresh))

    assert joined(there) == joined(here) != set()
    assert asked(there) == asked(here) != set()
    assert (joined(there_fresh), asked(there_fresh)) == (joined(here_fresh), asked(here_fresh))
