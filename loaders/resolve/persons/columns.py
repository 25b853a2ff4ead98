"""Records as a table that Splink can join: one row a record, numbered, with how rare its values are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from loaders.resolve.persons.blocking import shortened
from loaders.resolve.persons.comparisons import RARE
from loaders.resolve.persons.rarity import rarity
from loaders.resolve.persons.traits import Traits

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    import pyarrow as pa  # type: ignore[import-untyped]  # ships no types
    from duckdb import DuckDBPyConnection

    from loaders.resolve.persons.compared import Compared
    from loaders.resolve.persons.model import Model
    from loaders.resolve.persons.rarity import Rarity

_NUMBERS: Final = {"given_initials", "patronymic_initials", "born_day", "year", "month"}
_TRUTHS: Final = {"given_known", "patronymic_known"}


def persons(
    connection: DuckDBPyConnection,
    known: Compared,
    model: Model | None = None,
    held: Rarity | None = None,
    fresh: Container[int] | None = None,
) -> None:
    """Make the table `persons`, and of its rows the views `fresh` and `old`. `held`: how rare values are, if not among these."""
    connection.register("plain", columns(known.rows, known.things, model, held or rarity(known.rows), fresh))
    connection.execute("create table persons as select * from plain order by id")
    connection.unregister("plain")
    connection.execute("create view fresh as select * from persons where fresh")
    connection.execute("create view old as select * from persons where not fresh")


def columns(
    rows: Sequence[Traits], things: Sequence[int], model: Model | None, held: Rarity, fresh: Container[int] | None = None
) -> pa.Table:
    """The rows as an Arrow table: `id` from 0 on, `thing`, `fresh`, the traits, and shortened surnames for blocking.

    `things`: the number of the thing each row belongs to. `fresh`: the things that are new; None = all. With a model there
    is a column `tf_…` for each that may be rare: the share of records that hold the row's value.
    """
    import pyarrow as pa

    told: dict[str, Any] = {
        "id": pa.array(range(len(rows)), pa.int32()),
        "thing": pa.array(things, pa.int32()),
        "fresh": pa.array((fresh is None or thing in fresh for thing in things), pa.bool_()),
        "shortened": pa.array((shortened(row.surname, row.given) for row in rows), pa.list_(pa.string())),
    }
    turned = zip(*rows, strict=True) if rows else ((),) * len(Traits._fields)
    for name, values in zip(Traits._fields, turned, strict=True):
        kind = pa.int64() if name in _NUMBERS else pa.bool_() if name in _TRUTHS else pa.string()
        told[name] = pa.array(values, kind)
    for column in RARE if model else ():
        average = model.chances[column]["same"].u if model else 1.0
        shares = {value: held.share(column, value, average) for value in {getattr(row, column) for row in rows} if value}
        told[f"tf_{column}"] = pa.array((shares.get(getattr(row, column)) for row in rows), pa.float64())
    return pa.table(told)
