"""The records once more, as numbers: what tells which pairs are worth weighing (`blocking`), on DuckDB and on Spark.

`numbered` has a row a record; `fresh` and `old` part it. Each surname, given name, patronymic, unit and place is a number,
with the bits that two records weigh by sharing it; `near` says which surnames share a shortened form.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Final

from loaders.resolve.persons.blocking import shortened
from loaders.resolve.persons.comparisons import RARE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from loaders.resolve.persons.model import Model

_KEPT: Final = (
    "id, thing, fresh, given_known, given_initials, patronymic_known, patronymic_initials, born_day, year, month,"
    " cast(substr(born, 6, 2) as integer) * 100 + cast(substr(born, 9, 2) as integer) as day_of_year, sex, side"
)


def numbered(connection: DuckDBPyConnection, model: Model) -> None:
    """Make the tables `numbered` and `near`, and the views, from `persons` and the tables `share_…`."""
    told, joins = [_KEPT], []
    for column in RARE:
        share, agreed = f"share_{column}", model.chances[column]["same"].m
        told.append(f"{share}.rowid as {column}, {log2(agreed)} - log2({share}.tf_{column}) as {column}_bits")
        joins.append(f"left join {share} on {share}.{column} = persons.{column}")
    read = f"select {', '.join(told)} from persons {' '.join(joins)} order by id"  # noqa: S608  (our own columns)
    connection.execute(f"create table numbered as {read}")
    connection.execute("create view fresh as select * from numbered where fresh")
    connection.execute("create view old as select * from numbered where not fresh")
    _near(connection)


def _near(connection: DuckDBPyConnection) -> None:
    """Which surnames of records with a given name share a shortened form, both ways round."""
    import pyarrow as pa  # type: ignore[import-untyped]  # ships no types

    bearing = "select distinct surname from numbered where surname is not null and given is not null"
    known = connection.execute(
        f"select rowid, surname from share_surname where rowid in ({bearing}) order by rowid"  # noqa: S608  (our own)
    ).fetchall()
    forms = [(number, form) for number, surname in known for form in shortened(surname)]
    numbers, held = zip(*forms, strict=True) if forms else ((), ())
    connection.register("forms", pa.table({"number": pa.array(numbers, pa.int64()), "form": pa.array(held, pa.string())}))
    connection.execute(
        "create table near as select distinct l.number as one, r.number as other"
        " from forms l join forms r on l.form = r.form and l.number <> r.number"
    )
    connection.unregister("forms")
