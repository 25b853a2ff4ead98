"""Splink at work: pairs that share enough, and how many bits each of their fields weighs."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from loaders.resolve.persons.comparisons import COMPARISONS, RARE
from loaders.resolve.persons.settings import settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duckdb import DuckDBPyConnection
    from splink import DuckDBAPI, Linker, SplinkDataFrame

    from loaders.resolve.persons.model import Model

_FIELDS: Final = tuple(comparison.field for comparison in COMPARISONS)
_LEVELS: Final = ", ".join(f"gamma_{comparison.field}" for comparison in COMPARISONS)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair in detail. `levels`, `bits`: by field. `shares`: of the rarer columns, the larger of the two."""

    one: int
    other: int
    levels: Mapping[str, int]
    bits: Mapping[str, float]
    shares: Mapping[str, float | None]


def weigh(connection: DuckDBPyConnection, model: Model, *, floor: float, fresh: bool = False) -> None:
    """Make the table `pairs` out of the table `persons`: `l`, `r`, `evidence` in bits without a prior, the levels, and
    `spoken`: how many of the two are fresh.

    Two records of one thing are no pair. `floor`: pairs below so many bits are left out. `fresh`: only pairs with a record
    of the table `fresh`; the table `old` holds all others.
    """
    if fresh:
        compared, (new, old) = _linker(connection, ("fresh", "old"), model)
        found = [
            compared.inference.predict_within(new, threshold_match_weight=floor),
            compared.inference.predict_between(new, old, threshold_match_weight=floor),
        ]
    else:
        compared, _ = _linker(connection, ("persons",), model)
        found = [compared.inference.predict(threshold_match_weight=floor)]
    parts = " union all ".join(
        f"select least(id_l, id_r) as l, greatest(id_l, id_r) as r, match_weight as evidence, {_LEVELS},"  # noqa: S608
        " fresh_l::tinyint + fresh_r::tinyint as spoken"
        f" from {part.physical_name} where thing_l <> thing_r"
        for part in found
    )
    connection.execute(f"create table pairs as {parts}")
    for part in found:
        part.drop_table_from_database_and_remove_from_cache()


def in_detail(connection: DuckDBPyConnection, model: Model, pairs: Sequence[tuple[int, int]]) -> Iterator[Weighed]:
    """These pairs of the table `persons`, whatever blocking would say, in the order of their numbers."""
    import pyarrow as pa  # type: ignore[import-untyped]  # ships no types

    if not pairs:
        return
    one, other = zip(*((min(pair), max(pair)) for pair in pairs), strict=True)
    chosen = pa.table(
        {"match_key": ["0"] * len(one), "join_key_l": pa.array(one, pa.int32()), "join_key_r": pa.array(other, pa.int32())}
    )
    connection.register("chosen", chosen)
    compared, _ = _linker(connection, ("persons",), model, in_detail=True)
    compared.table_management.register_blocked_pairs_for_predict(_database(connection).register("chosen"))
    found = compared.inference.predict()
    asked = (
        *(f"gamma_{comparison.field}" for comparison in COMPARISONS),
        *(f"mw_{c.field} + mw_tf_adj_{c.field}" if c.rare else f"mw_{c.field}" for c in COMPARISONS),
        *(f"greatest(tf_{column}_l, tf_{column}_r)" for column in RARE),
    )
    read = connection.execute(f"select id_l, id_r, {', '.join(asked)} from {found.physical_name} order by id_l, id_r")  # noqa: S608
    while rows := read.fetchmany(10_000):
        yield from (Weighed(one, other, *_parts(rest)) for one, other, *rest in rows)
    found.drop_table_from_database_and_remove_from_cache()
    connection.unregister("chosen")


def _parts(row: Sequence[Any]) -> tuple[dict[str, int], dict[str, float], dict[str, float | None]]:
    """A row's levels, bits and shares, each by its column."""
    fields = len(_FIELDS)
    levels, bits, shares = row[:fields], row[fields : 2 * fields], row[2 * fields :]
    return dict(zip(_FIELDS, levels, strict=True)), dict(zip(_FIELDS, bits, strict=True)), dict(zip(RARE, shares, strict=True))


def _database(connection: DuckDBPyConnection) -> DuckDBAPI:
    from splink import DuckDBAPI

    return DuckDBAPI(connection=connection)


def _linker(
    connection: DuckDBPyConnection, tables: Sequence[str], model: Model, *, in_detail: bool = False
) -> tuple[Linker, list[SplinkDataFrame]]:
    """A linker over tables of this database. It says nothing but what is wrong: case data is in no log."""
    from splink import Linker

    database = _database(connection)
    registered = [database.register(table) for table in tables]
    linker = Linker(registered[0], settings(model, in_detail=in_detail), log_level=logging.ERROR)
    for column in RARE:
        linker.table_management.register_term_frequency_lookup(database.register(f"share_{column}"), column)
    return linker, registered
