"""Pairs weighed on Spark, for what outgrows a machine: the same columns, the same settings, the same policy afterwards.

    with session(folder) as spark:
        propose(records, kept_apart=…, weigher=on(spark))

The extra `spark` brings pyspark; it needs a Java of its own (17 or newer). Joining is done where `propose` runs.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.resolve.persons.blocking import candidates
from loaders.resolve.persons.comparisons import RARE
from loaders.resolve.persons.model import settings
from loaders.resolve.persons.pairs import pairs_of
from loaders.resolve.persons.weights import Weigher, passes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection
    from pyspark.sql import DataFrame, SparkSession  # type: ignore[import-not-found, unused-ignore]  # an extra
    from splink import SplinkDataFrame

    from loaders.resolve.persons.model import Model
    from loaders.resolve.persons.weights import Weighed


@contextmanager
def session(folder: Path, threads: int = 2) -> Iterator[SparkSession]:
    """A Spark of this machine alone. `folder`: inside the case; whatever Spark writes, it writes there."""
    from pyspark.sql import SparkSession
    from splink.backends.spark import similarity_jar_location

    builder = SparkSession.builder.master(f"local[{threads}]").appName("linkage")
    for name, value in {
        "spark.jars": similarity_jar_location(),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.local.dir": str(folder),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.driver.extraJavaOptions": f"-Djava.io.tmpdir={folder} -Dderby.system.home={folder} -XX:-UsePerfData",
        "spark.sql.shuffle.partitions": str(threads),
        "spark.default.parallelism": str(threads),
    }.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    try:
        spark.sparkContext.setLogLevel("ERROR")
        yield spark
    finally:
        spark.stop()


def on(spark: SparkSession) -> Callable[[DuckDBPyConnection, Model], SparkWeigher]:
    """What weighs pairs on this Spark. A session of one's own needs Splink's jar on its classpath, as `session` has it."""
    return lambda connection, model: SparkWeigher(connection, model, spark)


@dataclass(frozen=True, slots=True)
class SparkWeigher:
    """Splink on Spark over the table `persons`; the few pairs that are shown in detail are weighed here."""

    connection: DuckDBPyConnection
    model: Model
    spark: SparkSession

    def weigh(self, *, floor: float, fresh: bool = False) -> None:
        """See `weights.Weighs`."""
        from splink import Linker, SparkAPI

        database = SparkAPI(spark_session=self.spark, break_lineage_method="persist")  # type: ignore[no-untyped-call]  # Splink's
        linker = Linker(database.register(self._sent("persons")), settings(self.model), log_level=logging.ERROR)
        for column in RARE:
            shares = database.register(self._sent(f"share_{column}"))
            linker.table_management.register_term_frequency_lookup(shares, column)
        sent: set[str] = set()
        for left, right in passes(self.connection, self.model, floor, fresh=fresh):
            for table in {left, right, "near"} - sent:
                self._sent(table).createOrReplaceTempView(table)
                sent.add(table)
            blocked = database.register(self.spark.sql(candidates(self.model, floor, left, right)))
            linker.table_management.register_blocked_pairs_for_predict(blocked)
            self._kept(linker.inference.predict(threshold_match_weight=floor))

    def _kept(self, predicted: SplinkDataFrame) -> None:
        """Into the table `pairs`, which the policy reads."""
        self.connection.register("weighed", self.spark.sql(pairs_of(predicted)).toArrow())
        self.connection.execute("insert into pairs select * from weighed")
        self.connection.unregister("weighed")

    def in_detail(self, pairs: Sequence[tuple[int, int]]) -> Iterator[Weighed]:
        """These pairs, as `weights.Weigher.in_detail` tells them."""
        return Weigher(self.connection, self.model).in_detail(pairs)

    def _sent(self, table: str) -> DataFrame:
        """A table of DuckDB's as one of Spark's."""
        return self.spark.createDataFrame(self.connection.table(table).to_arrow_table())
