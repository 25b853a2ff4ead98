"""Records as a table that Splink can join: one row a record, numbered, and how rare its values are.

What several records share (a name, a birth, a surname) is read once and joined: a hundred thousand records hold far fewer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from loaders.resolve.persons.comparisons import RARE
from loaders.resolve.persons.database import table
from loaders.resolve.persons.name_keys import NameKeys
from loaders.resolve.persons.population import rarity
from loaders.resolve.persons.traits import SIDE, Birth, read_birth

if TYPE_CHECKING:
    from collections.abc import Container

    from duckdb import DuckDBPyConnection

    from loaders.resolve.persons.model import Model
    from loaders.resolve.persons.population import Rarity
    from loaders.resolve.persons.records import Records


_JOINED: Final = """
create table persons as
select recorded.id, recorded.thing, recorded.fresh,
       named.surname, named.surname_spelt as spelt, named.language as tongue,
       named.given, named.given_known, named.given_initials,
       named.patronymic, named.patronymic_known, named.patronymic_initials,
       births.born, births.born_day, births.year, births.month,
       coalesce(recorded.sex, named.sex) as sex, recorded.unit, recorded.place, recorded.side
from recorded
join named on named.name = recorded.name
left join births on births.stated = recorded.stated
order by recorded.id
"""


def persons(
    connection: DuckDBPyConnection,
    known: Records,
    model: Model | None = None,
    held: Rarity | None = None,
    fresh: Container[int] | None = None,
) -> None:
    """Make the table `persons` with the columns of `traits.Traits`.

    `id`: the record's number; `thing`: its thing's. With a model there is a table `share_…` besides for each column that
    may be rare. `held`: how rare the values are, if not among these records. `fresh`: the things that are new; None = all.
    """
    stated = sorted({record.born for record in known.records if record.born})
    tables = {
        "recorded": _recorded(known, fresh),
        "named": table({"name": list(known.keys)}, known.keys.values(), NameKeys._fields),
        "births": table({"stated": stated}, map(read_birth, stated), Birth._fields),
    }
    for name, held_in in tables.items():
        connection.register(name, held_in)
    connection.execute(_JOINED)
    for name in tables:
        connection.unregister(name)
    if model:
        _shares(connection, model, held or rarity(connection))


def _recorded(known: Records, fresh: Container[int] | None) -> Any:
    """The records as they stand, a column each."""
    import pyarrow as pa  # type: ignore[import-untyped]  # ships no types

    columns: dict[str, Any] = {
        "id": pa.array(range(len(known.records)), pa.int32()),
        "thing": pa.array(known.things, pa.int32()),
        "fresh": pa.array((fresh is None or thing in fresh for thing in known.things), pa.bool_()),
        "side": pa.array((SIDE[record.role] for record in known.records), pa.string()),
        "stated": pa.array((record.born for record in known.records), pa.string()),
    }
    for column in ("name", "sex", "unit", "place"):
        columns[column] = pa.array((getattr(record, column) for record in known.records), pa.string())
    return pa.table(columns)


def _shares(connection: DuckDBPyConnection, model: Model, held: Rarity) -> None:
    """For each value the share of records that hold it, as Splink asks for it: the value and `tf_…`."""
    import pyarrow as pa

    for column in RARE:
        average = model.chances[column]["same"].u
        read = f"select distinct {column} from persons where {column} is not null"  # noqa: S608  (our own columns)
        values = [value for (value,) in connection.execute(read).fetchall()]
        shares = pa.array((held.share(column, value, average) for value in values), pa.float64())
        connection.register("plain", pa.table({column: pa.array(values, pa.string()), f"tf_{column}": shares}))
        connection.execute(f"create table share_{column} as select * from plain")  # noqa: S608
        connection.unregister("plain")
