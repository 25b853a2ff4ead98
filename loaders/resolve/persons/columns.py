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
    """Make the table `persons`, and of its rows the views `fresh` and `old`.

    With a model there is a table `share_…` besides for each column that may be rare. `held`: how rare the values are, if
    not among these records. `fresh`: the things that are new; None = all.
    """
    connection.register("plain", columns(known.rows, known.things, fresh))
    connection.execute("create table persons as select * from plain order by id")
    connection.unregister("plain")
    connection.execute("create view fresh as select * from persons where fresh")
    connection.execute("create view old as select * from persons where not fresh")
    if model:
        _shares(connection, known.rows, model, held or rarity(known.rows))


def columns(rows: Sequence[Traits], things: Sequence[int], fresh: Container[int] | None = None) -> pa.Table:
    """The rows as an Arrow table: `id` from 0 on, `thing`, `fresh`, the traits, and shortened surnames for blocking.

    `things`: the number of the thing each row belongs to.
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
    return pa.table(told)


def _shares(connection: DuckDBPyConnection, rows: Sequence[Traits], model: Model, held: Rarity) -> None:
    """For each value the share of records that hold it, as Splink asks for it: the value and `tf_…`."""
    import pyarrow as pa

    for column in RARE:
        average = model.chances[column]["same"].u
        values = sorted({value for row in rows if (value := getattr(row, column))})
        shares = pa.array((held.share(column, value, average) for value in values), pa.float64())
        connection.register("plain", pa.table({column: pa.array(values, pa.string()), f"tf_{column}": shares}))
        connection.execute(f"create table share_{column} as select * from plain")  # noqa: S608  (our own columns)
        connection.unregister("plain")
